package dev.albedo.maven.goal;

import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.project.Released;
import dev.albedo.maven.goal.project.RevisionSource;
import dev.albedo.maven.goal.project.SourceFiles;
import dev.albedo.maven.goal.proof.EitherOrder;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.revision.Identifiers;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationSource;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts one line of revisions on top of another, if it makes no difference which of them comes first: replayed in both
 * orders they lead to the same schema. What they do to rows is not compared.
 */
public final class Rebase {

    private final MigrationSource migrations;
    private final Comparison comparison;
    private final SourceFiles sources;
    private final Supplier<Set<String>> applied;
    private final Released released;
    private final Console console;

    /**
     * A goal.
     *
     * @param comparison says when two schemas are the same
     * @param applied the ids that the databases that can be asked have
     * @param released knows releases, which may have been applied elsewhere
     */
    public Rebase(
            MigrationSource migrations,
            Comparison comparison,
            SourceFiles sources,
            Supplier<Set<String>> applied,
            Released released,
            Console console) {
        this.migrations = migrations;
        this.comparison = comparison;
        this.sources = sources;
        this.applied = applied;
        this.released = released;
        this.console = console;
    }

    /**
     * Two lines that part.
     *
     * @param first of the line that moves
     * @param before both, in order
     * @param moved the line that moves, in order
     * @param stays the line that it is put on, in order
     */
    private record Lines(
            RevisionNode first, List<RevisionNode> before, List<RevisionNode> moved, List<RevisionNode> stays) {}

    /**
     * Moves it.
     *
     * @param revision one of the line that moves, or {@code null} for the newer of two heads
     * @param onto what it is put on, or {@code null} for the older of two heads
     * @return the one file that was changed
     * @throws GoalException if there are no two lines, the order matters, or a database has the line already; then nothing
     *     was changed
     */
    public Path run(@Nullable String revision, @Nullable String onto) {
        RevisionGraph graph = migrations.graph();
        RevisionNode top = onto == null ? head(graph, 0, "albedo.onto") : named(graph, onto);
        RevisionNode moving = revision == null ? head(graph, 1, "albedo.revision") : named(graph, revision);
        Lines lines = lines(graph, moving, top);
        requireSameEitherWay(lines, top);
        requireAppliedNowhere(lines);
        Path file = sources.of(lines.first())
                .orElseThrow(() -> new GoalException("The source of "
                        + lines.first().className() + " is not in " + sources.directory()
                        + ": run the goal in the module that contains it, or set albedo.sourceDirectory"));
        new RevisionSource(file).changeParent(lines.first(), top.id());
        int more = lines.moved().size() - 1;
        console.print(lines.first().describe()
                + (more == 0 ? "" : " and " + more + " more after it")
                + (more == 0 ? " now follows " : " now follow ")
                + top.describe());
        console.print("Changed " + console.strong(file.toString()));
        console.print("If another database has applied " + lines.first().describe()
                + ", undo this and run mvn albedo:merge instead");
        return file;
    }

    /** The older or the newer of two heads. */
    private static RevisionNode head(RevisionGraph graph, int place, String parameter) {
        List<RevisionNode> heads = graph.heads();
        if (heads.size() < 2) {
            throw new GoalException("There is nothing to rebase: there "
                    + (heads.isEmpty()
                            ? "are no migrations yet"
                            : "is only one head, " + heads.get(0).describe()));
        }
        if (heads.size() > 2) {
            throw new GoalException("There are " + heads.size() + " heads: "
                    + heads.stream().map(RevisionNode::describe).collect(Collectors.joining(", "))
                    + "; set albedo.revision to the branch to move and albedo.onto to its new parent (" + parameter
                    + " is missing)");
        }
        return heads.get(place);
    }

    private static RevisionNode named(RevisionGraph graph, String text) {
        Set<String> ids = new Identifiers(graph, Set.of()).resolve(text);
        if (ids.size() != 1) {
            throw new GoalException("\"" + text + "\" is "
                    + (ids.isEmpty() ? "not a revision" : "the name of several revisions: " + String.join(", ", ids))
                    + "; name one");
        }
        return graph.revision(ids.iterator().next());
    }

    private static Lines lines(RevisionGraph graph, RevisionNode moving, RevisionNode top) {
        Set<String> below = graph.ancestorsAndSelf(Set.of(top.id()));
        Set<String> line = graph.ancestorsAndSelf(Set.of(moving.id()));
        if (below.contains(moving.id()) || line.contains(top.id())) {
            throw new GoalException("There is nothing to rebase: "
                    + (below.contains(moving.id()) ? moving : top).describe() + " comes before "
                    + (below.contains(moving.id()) ? top : moving).describe() + " already");
        }
        line.removeAll(below);
        List<RevisionNode> firsts = graph.ordered().stream()
                .filter(node -> line.contains(node.id()))
                .filter(node -> node.parents().stream().noneMatch(line::contains))
                .toList();
        RevisionNode first = firsts.get(0);
        if (firsts.size() > 1 || first.parents().size() > 1) {
            throw new GoalException("The branch of " + moving.describe() + " starts at several revisions ("
                    + firsts.stream().map(RevisionNode::describe).collect(Collectors.joining(", "))
                    + "), so it has no single parent to change; run mvn albedo:merge instead");
        }
        Set<String> moved = new HashSet<>(graph.descendants(first.id()));
        moved.add(first.id());
        Set<String> neededBefore = graph.ancestorsAndSelf(moved);
        neededBefore.removeAll(moved);
        return new Lines(
                first,
                those(graph, id -> neededBefore.contains(id)),
                those(graph, moved::contains),
                those(graph, id -> below.contains(id) && !neededBefore.contains(id)));
    }

    private static List<RevisionNode> those(RevisionGraph graph, Predicate<String> chosen) {
        return graph.ordered().stream().filter(node -> chosen.test(node.id())).toList();
    }

    private void requireSameEitherWay(Lines lines, RevisionNode top) {
        EitherOrder order = new EitherOrder(migrations, comparison);
        EitherOrder.Lines both = new EitherOrder.Lines(lines.before(), lines.moved(), lines.stays());
        List<RevisionNode> unknown = order.unknown(both);
        if (!unknown.isEmpty()) {
            throw new GoalException("Cannot tell whether the order matters, because the effect on the schema is"
                    + " not declared for the SQL of "
                    + unknown.stream().map(RevisionNode::describe).collect(Collectors.joining(", "))
                    + ": declare it with op.sql(\"...\", effect -> ...). Nothing was changed");
        }
        order.conflict(both).ifPresent(conflict -> {
            throw new GoalException(
                    lines.first().describe() + " was not moved onto " + top.describe() + ", because " + conflict
                            + ". Change the branch that no database has applied so that the order no longer"
                            + " matters, or run mvn albedo:merge -Dalbedo.acceptConflict=true and add"
                            + " operations to the merge that make all databases equal. Nothing was changed");
        });
    }

    /** Refuses to move what a database has: it would find revisions before it that it has not applied. */
    private void requireAppliedNowhere(Lines lines) {
        Set<String> there = applied.get();
        lines.moved().stream()
                .filter(node -> there.contains(node.id()))
                .findFirst()
                .ifPresent(node -> {
                    throw new GoalException(
                            node.describe() + " is already applied in the database: roll it back with mvn"
                                    + " albedo:rollback first, or run mvn albedo:merge instead. Nothing was changed");
                });
        released.of(lines.moved()).ifPresent(release -> {
            throw new GoalException(release
                    + ", so a database may have applied it and could then no longer be migrated: run mvn"
                    + " albedo:merge instead, or, if no database has applied it, run the goal again with"
                    + " -Dalbedo.ignoreTags=true. Nothing was changed");
        });
    }
}
