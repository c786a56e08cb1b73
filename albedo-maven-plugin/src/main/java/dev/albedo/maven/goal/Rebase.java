package dev.albedo.maven.goal;

import dev.albedo.Migration;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.operation.Operation;
import dev.albedo.revision.Identifiers;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.RunException;
import dev.albedo.run.SchemaReplay;
import dev.albedo.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    private static final int SHOWN = 5;

    private final MigrationSource migrations;
    private final Comparison comparison;
    private final SourceFiles sources;
    private final Supplier<Set<String>> applied;
    private final Console console;

    /**
     * A goal.
     *
     * @param comparison says when two schemas are the same
     * @param applied the ids that the database has
     */
    public Rebase(
            MigrationSource migrations,
            Comparison comparison,
            SourceFiles sources,
            Supplier<Set<String>> applied,
            Console console) {
        this.migrations = migrations;
        this.comparison = comparison;
        this.sources = sources;
        this.applied = applied;
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
        if (applied.get().contains(lines.first().id())) {
            throw new GoalException(
                    lines.first().describe() + " is applied in the database already: take it back with mvn"
                            + " albedo:rollback first, or join the lines with mvn albedo:merge. Nothing was changed");
        }
        Path file = sources.of(lines.first())
                .orElseThrow(() -> new GoalException("The source of "
                        + lines.first().className() + " is not in " + sources.directory()
                        + ": run this in the module that has it, or name the directory with albedo.sourceDirectory"));
        new RevisionSource(file).changeParent(lines.first(), top.id());
        int more = lines.moved().size() - 1;
        console.print(lines.first().describe()
                + (more == 0 ? "" : " and " + more + " more after it")
                + (more == 0 ? " now follows " : " now follow ")
                + top.describe());
        console.print("Changed " + console.strong(file.toString()));
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
                    + "; say with albedo.revision and albedo.onto which line goes on which (" + parameter
                    + " is missing)");
        }
        return heads.get(place);
    }

    private static RevisionNode named(RevisionGraph graph, String text) {
        Set<String> ids = new Identifiers(graph, Set.of()).resolve(text);
        if (ids.size() != 1) {
            throw new GoalException("\"" + text + "\" is "
                    + (ids.isEmpty()
                            ? "before the first revision"
                            : "more than one revision: " + String.join(", ", ids))
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
            throw new GoalException("The line of " + moving.describe() + " begins in several places ("
                    + firsts.stream().map(RevisionNode::describe).collect(Collectors.joining(", "))
                    + "), so it is not one parent that would have to be changed; join the lines with mvn albedo:merge");
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
        List<RevisionNode> both = new ArrayList<>(lines.moved());
        both.addAll(lines.stays());
        List<String> unknown = new SchemaReplay(migrations)
                .unknown().stream()
                        .filter(both::contains)
                        .map(RevisionNode::describe)
                        .toList();
        if (!unknown.isEmpty()) {
            throw new GoalException("It is not known whether the order matters, because it is not said what the SQL of "
                    + String.join(", ", unknown)
                    + " does to the schema: op.sql(\"...\", effect -> ...) says it. Nothing was changed");
        }
        Schema asItWillBe = replay(lines.before(), lines.stays(), lines.moved(), top);
        Schema theOtherWay = replay(lines.before(), lines.moved(), lines.stays(), lines.first());
        SchemaDiff difference = comparison.between(theOtherWay, asItWillBe);
        if (!difference.isEmpty()) {
            throw new GoalException("The order matters, so " + lines.first().describe() + " was not put on "
                    + top.describe() + ": if it comes first, there is still to "
                    + difference.operations().stream()
                            .map(Operation::describe)
                            .limit(SHOWN)
                            .collect(Collectors.joining(", "))
                    + (difference.operations().size() > SHOWN ? " and more" : "")
                    + ". Join the lines with mvn albedo:merge, or write the change anew. Nothing was changed");
        }
    }

    private Schema replay(
            List<RevisionNode> before, List<RevisionNode> one, List<RevisionNode> other, RevisionNode collides) {
        List<RevisionNode> order = new ArrayList<>(before);
        order.addAll(one);
        order.addAll(other);
        try {
            return new SchemaReplay(new InOrder(migrations, order)).schema();
        } catch (RunException e) {
            throw new GoalException(
                    "The two lines collide, so nothing was changed. If "
                            + (one.isEmpty() ? collides : one.get(0)).describe() + " comes first: " + e.getMessage()
                            + ". Join the lines with mvn albedo:merge, or write the change anew",
                    e);
        }
    }

    /** Migrations one after another, whatever their own parents are. */
    private record InOrder(MigrationSource migrations, RevisionGraph graph) implements MigrationSource {

        InOrder(MigrationSource migrations, List<RevisionNode> order) {
            this(migrations, line(order));
        }

        private static RevisionGraph line(List<RevisionNode> order) {
            List<RevisionNode> line = new ArrayList<>();
            Optional<RevisionNode> last = Optional.empty();
            for (RevisionNode node : order) {
                RevisionNode placed = RevisionNode.of(
                        node.id(),
                        node.className(),
                        last.map(RevisionNode::id).stream().toArray(String[]::new));
                line.add(placed);
                last = Optional.of(placed);
            }
            return RevisionGraph.of(line);
        }

        @Override
        public Migration load(RevisionNode revision) {
            return migrations.load(migrations.graph().revision(revision.id()));
        }
    }
}
