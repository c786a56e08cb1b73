package dev.albedo.maven.goal;

import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.proof.EitherOrder;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.write.MigrationIdentity;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.revision.Identifiers;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationSource;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Joins heads: writes an empty migration that follows several revisions. Lines that collide, or that lead to different schemas
 * in different orders, are joined only if that is accepted.
 */
public final class Merge {

    private final MigrationSource migrations;
    private final Comparison comparison;
    private final NewMigration place;
    private final Console console;

    /**
     * A goal.
     *
     * @param comparison says when two schemas are the same
     */
    public Merge(MigrationSource migrations, Comparison comparison, NewMigration place, Console console) {
        this.migrations = migrations;
        this.comparison = comparison;
        this.place = place;
        this.console = console;
    }

    /**
     * Writes it.
     *
     * @param name what the user calls it, or {@code null} for "merge"
     * @param names the revisions to join; none for all heads
     * @param splice whether revisions may be joined that others follow already
     * @param acceptConflict whether lines are joined that collide or whose order matters
     * @param identity its labels and id
     * @throws GoalException if there are no two lines to join, or they conflict and that is not accepted
     */
    public Path run(
            @Nullable String name,
            List<String> names,
            boolean splice,
            boolean acceptConflict,
            MigrationIdentity identity) {
        List<RevisionNode> parents = joined(names, splice);
        compare(parents, acceptConflict);
        var draft = place.draft(name == null ? "merge" : name, "merge", identity, parents, List.of(), List.of());
        Path file = place.write(draft);
        console.print("Merges " + parents.stream().map(RevisionNode::describe).collect(Collectors.joining(" and ")));
        place.announce(file, console);
        return file;
    }

    /** Databases apply the lines in different orders, so both orders must lead to one schema. */
    private void compare(List<RevisionNode> parents, boolean acceptConflict) {
        EitherOrder order = new EitherOrder(migrations, comparison);
        Set<RevisionNode> unknown = new LinkedHashSet<>();
        for (int i = 0; i < parents.size(); i++) {
            for (int j = i + 1; j < parents.size(); j++) {
                EitherOrder.Lines lines = lines(parents.get(i), parents.get(j));
                List<RevisionNode> unclear = order.unknown(lines);
                unknown.addAll(unclear);
                Optional<String> conflict = unclear.isEmpty() ? order.conflict(lines) : Optional.empty();
                conflict.ifPresent(found -> refuse(found, acceptConflict));
            }
        }
        if (!unknown.isEmpty()) {
            console.warn("Cannot tell whether the order of the branches matters, because the effect on the schema is"
                    + " not declared for the SQL of "
                    + unknown.stream().map(RevisionNode::describe).collect(Collectors.joining(", "))
                    + ": declare it with op.sql(\"...\", effect -> ...)");
        }
    }

    private void refuse(String conflict, boolean accept) {
        String sentence = "Databases apply the branches in different orders, but " + conflict;
        if (!accept) {
            throw new GoalException(sentence
                    + ". Change the branch that no database has applied, or run the goal again with"
                    + " -Dalbedo.acceptConflict=true and add operations to the merge that make all"
                    + " databases equal. Nothing was written");
        }
        console.warn(sentence + ". Add operations to the merge that make all databases equal");
    }

    private EitherOrder.Lines lines(RevisionNode one, RevisionNode other) {
        RevisionGraph graph = migrations.graph();
        Set<String> ofOne = graph.ancestorsAndSelf(Set.of(one.id()));
        Set<String> ofOther = graph.ancestorsAndSelf(Set.of(other.id()));
        return new EitherOrder.Lines(
                graph.ordered().stream()
                        .filter(node -> ofOne.contains(node.id()) && ofOther.contains(node.id()))
                        .toList(),
                graph.ordered().stream()
                        .filter(node -> ofOne.contains(node.id()) && !ofOther.contains(node.id()))
                        .toList(),
                graph.ordered().stream()
                        .filter(node -> ofOther.contains(node.id()) && !ofOne.contains(node.id()))
                        .toList());
    }

    private List<RevisionNode> joined(List<String> names, boolean splice) {
        RevisionGraph graph = migrations.graph();
        Set<String> ids = new LinkedHashSet<>();
        Identifiers identifiers = new Identifiers(graph, Set.of());
        (names.isEmpty() ? List.of("heads") : names).forEach(text -> ids.addAll(identifiers.resolve(text)));
        List<RevisionNode> nodes = ids.stream().map(graph::revision).toList();
        if (nodes.size() < 2) {
            throw new GoalException(
                    nodes.isEmpty()
                            ? "There is nothing to merge: there are no migrations yet"
                            : "There is nothing to merge: there is only "
                                    + nodes.get(0).describe() + (names.isEmpty() ? ", and it is the only head" : ""));
        }
        for (RevisionNode later : nodes) {
            for (RevisionNode earlier : nodes) {
                if (graph.ancestors(later.id()).contains(earlier.id())) {
                    throw new GoalException("There is nothing to merge: " + earlier.describe() + " comes before "
                            + later.describe() + " already");
                }
            }
            if (!splice && !graph.children(later.id()).isEmpty()) {
                throw new GoalException(later.describe() + " is not a head, "
                        + graph.revision(graph.children(later.id()).get(0)).describe()
                        + " follows it: use -Dalbedo.splice=true to merge it anyway");
            }
        }
        return nodes;
    }
}
