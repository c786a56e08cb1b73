package dev.albedo.maven.goal.plan;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The operations that hooks leave of a plan whose values need a skeleton. The skeleton takes the place of the changes of the
 * schema; what hooks add stays before or behind all of these, where they put it.
 *
 * @param first what hooks add before the changes
 * @param changes of the schema
 * @param last what hooks add behind the changes
 * @param said the values for existing rows
 */
record HookedSkeleton(
        List<Operation> first, List<Operation> changes, List<Operation> last, List<Operation.Backfill> said) {

    /** What a comparison never finds. */
    private static final Set<Class<? extends Operation>> ADDED = Set.of(
            Operation.AdvanceNumbers.class,
            Operation.AllowDataLoss.class,
            Operation.BackfillColumns.class,
            Operation.BulkInsert.class,
            Operation.Custom.class,
            Operation.Expect.class,
            Operation.ExpectUnique.class,
            Operation.RunSql.class);

    /** Returns the parts of a plan behind its renames. */
    static HookedSkeleton of(List<Operation> operations) {
        List<Operation> others = operations.stream()
                .filter(operation -> !(operation instanceof Operation.Backfill))
                .toList();
        int from = 0;
        while (from < others.size() && isAdded(others.get(from))) {
            from++;
        }
        int to = others.size();
        while (to > from && isAdded(others.get(to - 1))) {
            to--;
        }
        return new HookedSkeleton(
                others.subList(0, from),
                others.subList(from, to),
                others.subList(to, others.size()),
                operations.stream()
                        .filter(Operation.Backfill.class::isInstance)
                        .map(Operation.Backfill.class::cast)
                        .toList());
    }

    private static boolean isAdded(Operation operation) {
        return ADDED.contains(operation.getClass());
    }

    /** Returns the schema before the changes. */
    Schema start(Schema renamed) {
        return new SchemaDiff(first).applyTo(renamed);
    }

    /** Returns the schema after the changes. */
    Schema end(Schema renamed) {
        return new SchemaDiff(changes).applyTo(start(renamed));
    }

    /** Returns whether the changes are no others than a comparison finds, so that a skeleton can do them. */
    boolean isReplaceable(Schema renamed) {
        return new HashSet<>(SchemaDiffer.diff(start(renamed), end(renamed), Renames.NONE)
                        .operations())
                .equals(new HashSet<>(changes));
    }

    /** Refuses a move that a skeleton cannot do between the operations of hooks. */
    static GoalException refusal(Hooks hooks, List<String> moves) {
        return new GoalException(
                "The hooks (" + hooks.names() + ") change the operations that move " + String.join(", ", moves)
                        + ", so the values cannot be moved. Nothing was written; in rewrite(), keep the"
                        + " operations of these tables and add others only before or after all of them");
    }

    SchemaDiff up(SchemaDiff renaming, SchemaDiff skeleton) {
        return renaming.then(new SchemaDiff(first)).then(skeleton).then(new SchemaDiff(last));
    }

    SchemaDiff down(SchemaDiff renaming, SchemaDiff skeleton) {
        return reversed(last).then(skeleton).then(reversed(first)).then(renaming.reverse());
    }

    private static SchemaDiff reversed(List<Operation> operations) {
        List<Operation> undone =
                new ArrayList<>(new SchemaDiff(operations).reverse().operations());
        undone.removeIf(Operation.AllowDataLoss.class::isInstance);
        return new SchemaDiff(undone);
    }
}
