package dev.albedo.lint;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.Expect;
import dev.albedo.operation.Operation.ExpectUnique;
import dev.albedo.operation.Operation.RenameColumn;
import dev.albedo.operation.Operation.RenameTable;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

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

    private static final String MARK = "albedo_expected";

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

        Set<Operation> plan = new LinkedHashSet<>();
        for (Operation expectation : forms.expectations(moves.expectations())) {
            plan.add(beforeAll(expectation, renaming, renamed, dialect));
        }
        List<Operation> all = new ArrayList<>(plan);
        all.addAll(renaming);
        all.addAll(changes);
        all.addAll(operations.subList(end, operations.size()));
        return new SchemaDiff(all);
    }

    /** Returns where rows are changed: old constraints are gone and new ones not there yet. */
    private static int beforeConstraints(List<Operation> changes) {
        int place = 0;
        while (place < changes.size() && !(changes.get(place) instanceof Operation.AddConstraint)) {
            place++;
        }
        return place;
    }

    /** Returns the same expectation in the names that everything has before it is renamed. */
    static Operation beforeAll(Operation expectation, List<Operation> renaming, Schema renamed, Dialect dialect) {
        return targetsBeforeRenames(beforeRenames(expectation, renaming, renamed), renaming, dialect);
    }

    /** The same expectation in the names that tables and columns have before they are renamed. */
    private static Operation beforeRenames(Operation expectation, List<Operation> renaming, Schema renamed) {
        if (expectation instanceof Expect expect) {
            String name = expect.constraint().name();
            Table before = beforeRenames(
                    expect.table(),
                    table -> table.constraints(List.of(expect.constraint().named(MARK))),
                    renaming,
                    renamed);
            return new Expect(before.name(), before.constraints().get(0).named(name));
        }
        if (expectation instanceof ExpectUnique expect) {
            Table before = beforeRenames(
                    expect.table(),
                    table -> table.indexes(List.of(expect.index().named(MARK))),
                    renaming,
                    renamed);
            return new ExpectUnique(
                    before.name(), before.indexes().get(0).named(expect.index().name()));
        }
        throw new IllegalArgumentException(expectation.describe() + " is no expectation");
    }

    /** The same for the tables that a condition looks into. */
    private static Operation targetsBeforeRenames(Operation expectation, List<Operation> renaming, Dialect dialect) {
        if (!(expectation instanceof Expect expect) || !(expect.constraint() instanceof Constraint.Check check)) {
            return expectation;
        }
        String text = check.expression();
        for (int i = renaming.size() - 1; i >= 0; i--) {
            if (renaming.get(i) instanceof RenameTable rename) {
                String after = dialect.name(rename.from().sibling(rename.to()));
                text = text.replace(
                        RowsBefore.rowsOf(after) + ")", RowsBefore.rowsOf(dialect.name(rename.from())) + ")");
            }
        }
        return new Expect(expect.table(), new Constraint.Check(check.name(), text));
    }

    /** A table with what is expected of it, before it is renamed. */
    private static Table beforeRenames(
            QualifiedName table, UnaryOperator<Table> with, List<Operation> renaming, Schema renamed) {
        Schema schema =
                renamed.with(with.apply(Objects.requireNonNull(renamed.tables().get(table))));
        for (int i = renaming.size() - 1; i >= 0; i--) {
            Operation rename = renaming.get(i);
            if (rename instanceof RenameTable || rename instanceof RenameColumn) {
                schema = rename.reverse().applyTo(schema);
            }
        }
        return schema.tables().values().stream()
                .filter(each ->
                        each.constraint(MARK).isPresent() || each.index(MARK).isPresent())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("nothing can be expected of " + table + ", which is not there"));
    }
}
