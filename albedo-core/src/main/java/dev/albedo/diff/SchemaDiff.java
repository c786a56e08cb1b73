package dev.albedo.diff;

import dev.albedo.operation.Operation;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What leads from one schema to another.
 *
 * @param operations in the order in which a database accepts them
 */
public record SchemaDiff(List<Operation> operations) {

    /** No difference. */
    public static final SchemaDiff EMPTY = new SchemaDiff(List.of());

    public SchemaDiff {
        operations = List.copyOf(operations);
    }

    public boolean isEmpty() {
        return operations.isEmpty();
    }

    /** What leads back: each operation reversed, the last one first. */
    public SchemaDiff reverse() {
        List<Operation> reversed = new ArrayList<>();
        for (Operation operation : operations) {
            reversed.add(operation.reverse());
        }
        Collections.reverse(reversed);
        return new SchemaDiff(reversed);
    }

    /** The schema after all operations, in memory. */
    public Schema applyTo(Schema schema) {
        Schema changed = schema;
        for (Operation operation : operations) {
            changed = operation.applyTo(changed);
        }
        return changed;
    }

    /** The operations of this difference and then those of the next. */
    public SchemaDiff then(SchemaDiff next) {
        List<Operation> all = new ArrayList<>(operations);
        all.addAll(next.operations);
        return new SchemaDiff(all);
    }
}
