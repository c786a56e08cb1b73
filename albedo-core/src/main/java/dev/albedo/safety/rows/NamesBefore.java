package dev.albedo.safety.rows;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.Expect;
import dev.albedo.operation.Operation.ExpectUnique;
import dev.albedo.operation.Operation.RenameColumn;
import dev.albedo.operation.Operation.RenameTable;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The names that tables and columns have before they are renamed.
 *
 * @param renaming the renames, in order
 * @param renamed the schema after them
 */
public record NamesBefore(List<Operation> renaming, Schema renamed) {

    private static final String MARK = "albedo_expected";

    /** Returns the same {@link Expect} or {@link ExpectUnique} in these names. */
    public Operation of(Operation expectation) {
        if (expectation instanceof Expect expect) {
            Table before = table(
                    expect.table(),
                    table -> table.constraints(List.of(expect.constraint().named(MARK))));
            return new Expect(
                    before.name(),
                    before.constraints().get(0).named(expect.constraint().name()));
        }
        if (expectation instanceof ExpectUnique expect) {
            Table before = table(
                    expect.table(),
                    table -> table.indexes(List.of(expect.index().named(MARK))));
            return new ExpectUnique(
                    before.name(), before.indexes().get(0).named(expect.index().name()));
        }
        throw new IllegalArgumentException(expectation.describe() + " is no expectation");
    }

    /** Returns the old name of a table. */
    QualifiedName table(QualifiedName name) {
        return marked(name, "true").name();
    }

    /** Returns an expression over the columns of a table with their old names. */
    String sql(QualifiedName table, String expression) {
        return ((Constraint.Check) marked(table, expression).constraints().get(0)).expression();
    }

    private Table marked(QualifiedName name, String expression) {
        return table(name, table -> table.constraints(List.of(new Constraint.Check(MARK, expression))));
    }

    /** A table with what is expected of it, before it is renamed. */
    private Table table(QualifiedName table, UnaryOperator<Table> with) {
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
