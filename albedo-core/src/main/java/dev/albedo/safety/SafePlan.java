package dev.albedo.safety;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.operation.Operation;
import dev.albedo.safety.rows.NamesBefore;
import dev.albedo.safety.rows.RowExpectation;
import dev.albedo.safety.rows.SafeForms;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A difference as it can be carried out on tables with rows in them. It leads to the same schema, in either direction:
 * what takes the plan back is the reversed difference, made safe in its turn.
 *
 * <p>What a {@link Operation.Backfill} of the difference says is what the rows get.
 *
 * <ul>
 *   <li>What is required of rows that are there is expected of them first, before anything has happened.
 *   <li>A column that becomes NOT NULL is filled before.
 *   <li>Where values need an expression to become those of another type, the expression is said.
 * </ul>
 */
public final class SafePlan {

    private SafePlan() {}

    /**
     * Makes a difference safe. Its renames come first, or last where it is the reverse of another: what lies between has one
     * name for each thing.
     *
     * @param diff from {@link dev.albedo.diff.SchemaDiffer}, or the reverse of it
     * @param from the schema it begins with
     * @param values what the model puts into new objects
     */
    public static SchemaDiff of(SchemaDiff diff, Schema from, InitialValues values, Dialect dialect) {
        Parts parts = parts(diff, from, values, dialect);
        Set<Operation> plan = new LinkedHashSet<>();
        parts.expectations().forEach(expectation -> plan.add(expectation.in(parts.names())));
        List<Operation> all = new ArrayList<>(plan);
        all.addAll(parts.operations());
        return new SchemaDiff(all);
    }

    /** Returns the fills of columns that a schema has and whose attribute cannot be {@code null} any more. */
    public static List<Operation.Backfill> newPrimitives(Schema schema, InitialValues values, Dialect dialect) {
        return new SafeForms(schema, schema, values, List.of(), dialect).newPrimitives();
    }

    /**
     * A safe plan.
     *
     * @param expectations of the rows, before all else
     * @param names those that the expectations are asked in
     * @param operations what follows them
     */
    record Parts(List<RowExpectation> expectations, NamesBefore names, List<Operation> operations) {}

    /** Returns the parts of the same plan. */
    static Parts parts(SchemaDiff diff, Schema from, InitialValues values, Dialect dialect) {
        List<Operation> operations = diff.operations();
        int first = 0;
        while (first < operations.size() && operations.get(first) instanceof Operation.Rename) {
            first++;
        }
        int end = operations.size();
        while (end > first && operations.get(end - 1) instanceof Operation.Rename) {
            end--;
        }
        List<Operation> renaming = operations.subList(0, first);
        Schema renamed = new SchemaDiff(renaming).applyTo(from);
        SchemaDiff middle = new SchemaDiff(operations.subList(first, end));
        List<Operation.Backfill> said = operations.stream()
                .filter(Operation.Backfill.class::isInstance)
                .map(Operation.Backfill.class::cast)
                .toList();
        SafeForms forms = new SafeForms(renamed, middle.applyTo(renamed), values, said, dialect);
        List<Operation> changes = new ArrayList<>();
        middle.operations().forEach(operation -> changes.addAll(operation.accept(forms)));
        OrdinalOrders.Moves moves = OrdinalOrders.moves(renamed, middle.applyTo(renamed), values, dialect);
        changes.addAll(beforeConstraints(changes), moves.updates());
        changes.addAll(beforeConstraints(changes), forms.newPrimitives());

        List<Operation> all = new ArrayList<>(renaming);
        all.addAll(changes);
        all.addAll(operations.subList(end, operations.size()));
        return new Parts(
                List.copyOf(forms.expectations(moves.expectations())), new NamesBefore(renaming, renamed), all);
    }

    /** Returns where rows are changed: old constraints are gone and new ones not there yet. */
    private static int beforeConstraints(List<Operation> changes) {
        int place = 0;
        while (place < changes.size() && !(changes.get(place) instanceof Operation.AddConstraint)) {
            place++;
        }
        return place;
    }
}
