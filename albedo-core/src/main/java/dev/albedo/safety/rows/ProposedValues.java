package dev.albedo.safety.rows;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AddColumn;
import dev.albedo.operation.Operation.Backfill;
import dev.albedo.safety.SafePlan;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values that existing rows get in required columns only because Java has a default for them: a person reviews them. */
public final class ProposedValues {

    private ProposedValues() {}

    /**
     * Returns the proposed value by operation.
     *
     * @param operations as {@link SafePlan} makes them
     * @param after the schema that they lead to
     */
    public static Map<Operation, String> of(List<Operation> operations, Schema after, InitialValues values) {
        Map<Operation, String> proposed = new LinkedHashMap<>();
        for (Operation operation : operations) {
            if (operation instanceof AddColumn add) {
                add(
                        proposed,
                        add,
                        add.table(),
                        add.column().name(),
                        add.column().defaultSql(),
                        after,
                        values);
            } else if (operation instanceof Backfill fill) {
                add(proposed, fill, fill.table(), fill.column(), fill.value(), after, values);
            }
        }
        return proposed;
    }

    private static void add(
            Map<Operation, String> proposed,
            Operation operation,
            QualifiedName table,
            String column,
            @Nullable String value,
            Schema after,
            InitialValues values) {
        boolean isRequired = after.column(table, column)
                .filter(found -> found.notNull() && found.defaultSql() == null)
                .isPresent();
        InitialValues.Primitive primitive = values.primitive(table, column).orElse(null);
        String zero = primitive == null ? null : primitive.value();
        if ((isRequired || (primitive != null && primitive.isNew()))
                && value != null
                && Objects.equals(value, zero)
                && values.find(table, column).isEmpty()) {
            proposed.put(operation, value);
        }
    }
}
