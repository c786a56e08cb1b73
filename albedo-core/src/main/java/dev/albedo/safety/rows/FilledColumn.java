package dev.albedo.safety.rows;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AddColumn;
import dev.albedo.operation.Operation.AlterColumn;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A new column in which existing rows get a constant: two operations that {@code op.addFilledColumn} says at once.
 *
 * @param column as it is afterwards
 * @param value the constant, as SQL
 */
public record FilledColumn(QualifiedName table, Column column, String value) {

    /** Returns the column that the first two of the operations add and fill. */
    public static Optional<FilledColumn> startOf(List<Operation> operations) {
        if (operations.size() < 2
                || !(operations.get(0) instanceof AddColumn add)
                || !(operations.get(1) instanceof AlterColumn alter)) {
            return Optional.empty();
        }
        String value = add.column().defaultSql();
        return value != null
                        && alter.using() == null
                        && alter.table().equals(add.table())
                        && alter.from().equals(add.column())
                        && !alter.to().equals(alter.from())
                        && alter.to().defaultTo(value).equals(alter.from())
                ? Optional.of(new FilledColumn(add.table(), alter.to(), value))
                : Optional.empty();
    }

    /** Returns what it does in words. */
    public String describe() {
        return new AddColumn(table, column).describe() + ", existing rows get " + value;
    }
}
