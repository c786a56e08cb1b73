package dev.albedo.lint;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.Expect;
import dev.albedo.operation.Operation.RenameColumn;
import dev.albedo.operation.Operation.RenameTable;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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
     * Makes a difference safe.
     *
     * @param diff from {@link dev.albedo.diff.SchemaDiffer}, or the reverse of it
     * @param from the schema it begins with
     * @param values what the model puts into new objects
     */
    public static SchemaDiff of(SchemaDiff diff, Schema from, InitialValues values, Dialect dialect) {
        List<Operation> operations = diff.operations();
        int renames = 0;
        Schema renamed = from;
        while (renames < operations.size() && isRename(operations.get(renames))) {
            renamed = operations.get(renames).applyTo(renamed);
            renames++;
        }
        List<Operation> renaming = operations.subList(0, renames);
        List<Operation.Backfill> said = operations.stream()
                .filter(Operation.Backfill.class::isInstance)
                .map(Operation.Backfill.class::cast)
                .toList();
        SafeForms forms = new SafeForms(renamed, diff.applyTo(from), values, said, dialect);
        List<Operation> changes = new ArrayList<>();
        operations.subList(renames, operations.size()).forEach(operation -> changes.addAll(operation.accept(forms)));

        Set<Operation> plan = new LinkedHashSet<>();
        for (Expect expectation : forms.expectations()) {
            plan.add(beforeRenames(expectation, renaming, renamed));
        }
        List<Operation> all = new ArrayList<>(plan);
        all.addAll(renaming);
        all.addAll(changes);
        return new SchemaDiff(all);
    }

    private static boolean isRename(Operation operation) {
        return operation instanceof RenameTable
                || operation instanceof RenameColumn
                || operation instanceof Operation.RenameConstraint
                || operation instanceof Operation.RenameIndex
                || operation instanceof Operation.RenameSequence;
    }

    /** The same expectation in the names that tables and columns have before they are renamed. */
    private static Expect beforeRenames(Expect expectation, List<Operation> renaming, Schema renamed) {
        String mark = "albedo_expected";
        Table table = Objects.requireNonNull(renamed.tables().get(expectation.table()));
        Schema schema =
                renamed.with(table.constraints(List.of(expectation.constraint().named(mark))));
        for (int i = renaming.size() - 1; i >= 0; i--) {
            Operation rename = renaming.get(i);
            if (rename instanceof RenameTable || rename instanceof RenameColumn) {
                schema = rename.reverse().applyTo(schema);
            }
        }
        for (Table before : schema.tables().values()) {
            Constraint found = before.constraint(mark).orElse(null);
            if (found != null) {
                return new Expect(
                        before.name(), found.named(expectation.constraint().name()));
            }
        }
        throw new IllegalStateException("nothing can be expected of " + expectation.table() + ", which is not there");
    }
}
