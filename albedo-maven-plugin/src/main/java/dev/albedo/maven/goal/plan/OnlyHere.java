package dev.albedo.maven.goal.plan;

import dev.albedo.dialect.Dialect;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.DropColumn;
import dev.albedo.operation.Operation.DropConstraint;
import dev.albedo.operation.Operation.DropIndex;
import dev.albedo.operation.Operation.DropSequence;
import dev.albedo.schema.Schema;
import java.util.List;
import java.util.stream.Collectors;

/** Objects that no migration creates and that stand in the way of a plan: a migration that drops them fails elsewhere. */
final class OnlyHere {

    private OnlyHere() {}

    /**
     * Requires that a plan drops only what the migrations created.
     *
     * @param migrated what they created, in the names after the plan's renames; empty if there are no migrations yet or
     *     their result is unknown
     * @throws GoalException with the SQL to run by hand
     */
    static void requireNone(Schema migrated, List<Operation> plan, Dialect dialect) {
        if (migrated.isEmpty()) {
            return;
        }
        List<Operation> foreign = plan.stream()
                .filter(operation -> dropsUnknown(migrated, operation))
                .toList();
        if (!foreign.isEmpty()) {
            throw new GoalException("The plan must "
                    + foreign.stream().map(Operation::describe).collect(Collectors.joining(", "))
                    + ", which no migration creates, so the migration would fail in every other database. Nothing was"
                    + " written; run this SQL on the databases that have "
                    + (foreign.size() == 1 ? "it" : "them") + ", then mvn albedo:create again:"
                    + foreign.stream()
                            .flatMap(operation -> dialect.statements(operation).stream())
                            .map(statement -> "\n    " + statement.sql() + ";")
                            .collect(Collectors.joining()));
        }
    }

    /** Whether an operation drops a part or a sequence that a schema does not have. */
    private static boolean dropsUnknown(Schema schema, Operation operation) {
        if (operation instanceof DropConstraint drop) {
            return schema.table(drop.table())
                    .flatMap(table -> table.constraint(drop.name()))
                    .isEmpty();
        }
        if (operation instanceof DropIndex drop) {
            return schema.table(drop.table())
                    .flatMap(table -> table.index(drop.name()))
                    .isEmpty();
        }
        if (operation instanceof DropColumn drop) {
            return schema.column(drop.table(), drop.name()).isEmpty();
        }
        return operation instanceof DropSequence drop
                && schema.sequence(drop.name()).isEmpty();
    }
}
