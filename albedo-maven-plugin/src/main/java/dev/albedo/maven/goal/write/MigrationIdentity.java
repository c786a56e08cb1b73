package dev.albedo.maven.goal.write;

import dev.albedo.maven.goal.project.Heads;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.revision.Identifiers;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.revision.RevisionProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The id, labels and parents of a new migration, as far as the user gives them.
 *
 * @param parents what it follows; nothing for the head
 * @param labels names for the branch that starts with it
 * @param dependsOn ids or labels of what must have been applied before it
 * @param id its identifier; nothing for a random one
 */
public record MigrationIdentity(
        Optional<List<RevisionNode>> parents, List<String> labels, List<String> dependsOn, Optional<String> id) {

    /** Behind the head, with a random id. */
    public static final MigrationIdentity DEFAULT =
            new MigrationIdentity(Optional.empty(), List.of(), List.of(), Optional.empty());

    private static final String BASE = "base";

    public MigrationIdentity {
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
    }

    /**
     * Returns the given identity, checked against the graph.
     *
     * @param head what it follows, as {@link Identifiers} understands it; {@code base} for a new root
     * @param splice whether that may be a revision that another one follows already
     * @throws GoalException if it does not fit, for example if the id is taken
     */
    public static MigrationIdentity of(
            RevisionGraph graph,
            @Nullable String head,
            boolean splice,
            @Nullable List<String> labels,
            @Nullable List<String> dependsOn,
            @Nullable String id) {
        MigrationIdentity identity = new MigrationIdentity(
                Optional.ofNullable(head).map(name -> parents(graph, name, splice)),
                labels == null ? List.of() : labels,
                dependencies(graph, dependsOn == null ? List.of() : dependsOn),
                Optional.ofNullable(id));
        identity.check(graph);
        return identity;
    }

    private static List<RevisionNode> parents(RevisionGraph graph, String head, boolean splice) {
        if (head.equals(BASE)) {
            return List.of();
        }
        Set<String> ids = new Identifiers(graph, Set.of()).resolve(head);
        if (ids.isEmpty()) {
            throw new GoalException("\"" + head + "\" cannot be a parent; -Dalbedo.head=base begins a separate branch");
        }
        if (ids.size() > 1) {
            throw new GoalException("\"" + head + "\" names " + ids.size() + " revisions: " + String.join(", ", ids)
                    + "; run mvn albedo:merge to join them, or set -Dalbedo.head to one of them");
        }
        RevisionNode node = graph.revision(ids.iterator().next());
        if (!splice && !graph.children(node.id()).isEmpty()) {
            throw new GoalException(node.describe() + " is not a head, "
                    + graph.revision(graph.children(node.id()).get(0)).describe()
                    + " follows it: use -Dalbedo.splice=true to begin a branch there");
        }
        return List.of(node);
    }

    private static List<String> dependencies(RevisionGraph graph, List<String> names) {
        List<String> dependencies = new ArrayList<>();
        for (String name : names) {
            boolean label =
                    graph.ordered().stream().anyMatch(node -> node.labels().contains(name));
            dependencies.addAll(label ? Set.of(name) : new Identifiers(graph, Set.of()).resolve(name));
        }
        return dependencies;
    }

    private void check(RevisionGraph graph) {
        List<RevisionNode> all = new ArrayList<>(graph.ordered());
        all.add(new RevisionNode(
                id.orElseGet(NewMigration::randomId), "the new migration", List.of(), dependsOn, labels, ""));
        List<RevisionProblem> problems = RevisionGraph.problems(all);
        if (!problems.isEmpty()) {
            throw new GoalException(problems.get(0).message() + ". Nothing was written");
        }
    }

    /**
     * The revisions that it follows.
     *
     * @throws GoalException if nobody says it and there are several heads
     */
    public List<RevisionNode> parentsIn(RevisionGraph graph, String goal) {
        return parents.orElseGet(() -> Heads.atMostOne(graph, goal));
    }
}
