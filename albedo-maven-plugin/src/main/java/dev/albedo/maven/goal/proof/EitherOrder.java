package dev.albedo.maven.goal.proof;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.operation.Operation;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.RunException;
import dev.albedo.run.SchemaReplay;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether two lines of revisions lead to the same schema in either order, found by replaying both. What they do to rows is
 * not compared.
 *
 * @param migrations the revisions
 * @param comparison says when two schemas are the same
 */
public record EitherOrder(MigrationSource migrations, Comparison comparison) {

    private static final int SHOWN = 5;

    /**
     * Two lines that part.
     *
     * @param before both, in order
     * @param one in order
     * @param other in order
     */
    public record Lines(List<RevisionNode> before, List<RevisionNode> one, List<RevisionNode> other) {}

    /** The revisions of both lines with SQL whose effect is not declared: with them the result is not known. */
    public List<RevisionNode> unknown(Lines lines) {
        return new SchemaReplay(migrations)
                .unknown().stream()
                        .filter(node ->
                                lines.one().contains(node) || lines.other().contains(node))
                        .toList();
    }

    /** The conflict of the lines, a clause that names it; nothing if the order makes no difference. */
    public Optional<String> conflict(Lines lines) {
        List<String> collisions = new ArrayList<>();
        Optional<Schema> oneFirst = replay(lines.before(), lines.one(), lines.other(), collisions);
        Optional<Schema> otherFirst = replay(lines.before(), lines.other(), lines.one(), collisions);
        if (oneFirst.isEmpty() || otherFirst.isEmpty()) {
            return Optional.of(collisions.get(0));
        }
        SchemaDiff difference = comparison.between(oneFirst.get(), otherFirst.get());
        return difference.isEmpty()
                ? Optional.empty()
                : Optional.of("the order matters: if " + lines.one().get(0).describe()
                        + " comes first, the schema differs from that of the other order: "
                        + difference.operations().stream()
                                .map(Operation::describe)
                                .limit(SHOWN)
                                .collect(Collectors.joining(", "))
                        + (difference.operations().size() > SHOWN ? " and more" : ""));
    }

    private Optional<Schema> replay(
            List<RevisionNode> before, List<RevisionNode> one, List<RevisionNode> other, List<String> collisions) {
        List<RevisionNode> order = new ArrayList<>(before);
        order.addAll(one);
        order.addAll(other);
        try {
            return Optional.of(new SchemaReplay(migrations.within(line(order))).schema());
        } catch (RunException e) {
            collisions.add(
                    "the two branches conflict: if " + one.get(0).describe() + " comes first, " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Revisions one after another, whatever their own parents are. */
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
}
