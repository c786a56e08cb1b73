package dev.albedo.maven.goal;

import dev.albedo.revision.Identifiers;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationSource;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Joins heads: writes an empty migration that follows several revisions. */
public final class Merge {

    private final MigrationSource migrations;
    private final NewMigration place;
    private final Console console;

    public Merge(MigrationSource migrations, NewMigration place, Console console) {
        this.migrations = migrations;
        this.place = place;
        this.console = console;
    }

    /**
     * Writes it.
     *
     * @param name what the user calls it, or {@code null} for "merge"
     * @param names the revisions to join; none for all heads
     * @param splice whether revisions may be joined that others follow already
     * @param identity its labels and id
     * @throws GoalException if there are no two lines to join
     */
    public Path run(@Nullable String name, List<String> names, boolean splice, Identity identity) {
        List<RevisionNode> parents = joined(names, splice);
        var draft = place.draft(name == null ? "merge" : name, "merge", identity, parents, List.of(), List.of());
        Path file = place.write(draft);
        console.print("Joins " + parents.stream().map(RevisionNode::describe).collect(Collectors.joining(" and ")));
        place.announce(file, console);
        return file;
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
                throw new GoalException(later.describe() + " is no head, "
                        + graph.revision(graph.children(later.id()).get(0)).describe()
                        + " follows it: with -Dalbedo.splice=true it may be merged all the same");
            }
        }
        return nodes;
    }
}
