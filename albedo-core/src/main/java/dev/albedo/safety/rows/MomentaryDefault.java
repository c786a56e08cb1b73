package dev.albedo.safety.rows;

import dev.albedo.dialect.Dialect;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AddColumn;
import dev.albedo.operation.Operation.AlterColumn;
import dev.albedo.operation.Operation.Backfill;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A default that a new column has only while it is added, so that all rows have the value at once and none is rewritten
 * (PostgreSQL manual, ALTER TABLE, notes).
 */
public final class MomentaryDefault {

    private MomentaryDefault() {}

    /** A column that is added with its fill; empty if rows may get different values, or not all of them one. */
    static Optional<List<Operation>> of(Backfill fill, Column column, Dialect dialect) {
        String value = fill.value();
        boolean isForAll = value != null && fill.batches() == null && fill.where() == null && dialect.isConstant(value);
        return isForAll ? Optional.of(added(fill.table(), column.defaultTo(value), column)) : Optional.empty();
    }

    private static List<Operation> added(QualifiedName table, Column with, Column column) {
        return List.of(new AddColumn(table, with), new AlterColumn(table, with, column, null));
    }

    /**
     * Returns operations in which the rows of a column get what a person says.
     *
     * @param operations a plan
     * @param fill the column with its value
     * @param proposed the operations of the plan whose value is a proposal
     * @return empty if the plan neither needs nor proposes a value for the column
     */
    public static Optional<List<Operation>> replaced(
            List<Operation> operations, Backfill fill, Set<Operation> proposed, Dialect dialect) {
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            if (operation instanceof AddColumn add
                    && isOf(fill, add.table(), add.column().name())
                    && proposed.contains(operation)) {
                return Optional.of(with(operations, i, 2, filled(add.column().defaultTo(null), fill, dialect)));
            }
            if (operation instanceof Backfill old
                    && isOf(fill, old.table(), old.column())
                    && (old.value() == null || proposed.contains(operation))) {
                return Optional.of(
                        i > 0
                                        && i + 1 < operations.size()
                                        && operations.get(i - 1) instanceof AddColumn add
                                        && operations.get(i + 1) instanceof AlterColumn alter
                                        && add.table().equals(alter.table())
                                        && add.column().equals(alter.from())
                                ? with(operations, i - 1, 3, filled(alter.to(), fill, dialect))
                                : with(operations, i, 1, List.of(old.value(fill.value()))));
            }
        }
        return Optional.empty();
    }

    /** The operations with others in place of some. */
    private static List<Operation> with(List<Operation> operations, int from, int count, List<Operation> others) {
        List<Operation> changed = new ArrayList<>(operations.subList(0, from));
        changed.addAll(others);
        changed.addAll(operations.subList(from + count, operations.size()));
        return changed;
    }

    private static boolean isOf(Backfill fill, QualifiedName table, String column) {
        return fill.table().equals(table) && fill.column().equals(column);
    }

    private static List<Operation> filled(Column column, Backfill fill, Dialect dialect) {
        return of(fill, column, dialect)
                .orElseGet(() -> List.of(
                        new AddColumn(fill.table(), column.nullable()),
                        fill,
                        new AlterColumn(fill.table(), column.nullable(), column, null)));
    }
}
