package dev.albedo.safety.rows;

import dev.albedo.dialect.Dialect;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Visitor;
import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is done instead of an operation on a table with rows, and what is expected of the rows before. */
public final class SafeForms
        implements Visitor.Removals<List<Operation>>,
                Visitor.Renames<List<Operation>>,
                Visitor.RowChanges<List<Operation>>,
                Visitor.Expectations<List<Operation>>,
                Visitor.Codes<List<Operation>> {

    private final Schema from;
    private final Schema to;
    private final RowValues values;
    private final Dialect dialect;
    private final RowsBefore rows;
    private final PartialFills partialFills;
    private final Set<RowExpectation> expectations = new LinkedHashSet<>();
    private final Set<Place> dropped = new HashSet<>();

    /**
     * Safe forms on the way from one schema to another in which the same thing has the same name.
     *
     * @param initial what the model's Java code says of values
     * @param said what somebody says that rows get
     */
    public SafeForms(Schema from, Schema to, InitialValues initial, List<Operation.Backfill> said, Dialect dialect) {
        this.from = from;
        this.to = to;
        this.values = new RowValues(from, to, initial, said, dialect);
        this.dialect = dialect;
        this.rows = new RowsBefore(from, to, values, dialect);
        this.partialFills = new PartialFills(from, to, initial, dialect);
    }

    /** Returns the fills of columns that no operation changes, although their attribute cannot be {@code null} any more. */
    public List<Operation.Backfill> newPrimitives() {
        return partialFills.ofNewPrimitives();
    }

    /** Returns what was found so far, and more: each an {@link Operation.Expect} or {@link Operation.ExpectUnique}. */
    public Set<RowExpectation> expectations(List<Operation> more) {
        Set<RowExpectation> all = new LinkedHashSet<>(expectations);
        more.forEach(expectation -> all.add(new RowExpectation.OfTable(expectation)));
        return all;
    }

    private boolean isNew(QualifiedName table) {
        return !from.tables().containsKey(table);
    }

    private void expect(QualifiedName table, String condition) {
        expectations.add(RowExpectation.OfTable.condition(table, condition));
    }

    /**
     * A constant default lets all rows have the value at once and rewrites nothing (PostgreSQL manual, ALTER TABLE,
     * notes), so it is given for a moment. Where no two rows may have the same value, a default is only given afterwards,
     * unless it makes another value for each row or one is required.
     */
    @Override
    public List<Operation> addColumn(Operation.AddColumn operation) {
        Column column = operation.column();
        if (!isNew(operation.table())
                && column.defaultSql() != null
                && !values.isGivenDefault(operation.table(), column)) {
            Column bare = column.defaultTo(null);
            return List.of(
                    new Operation.AddColumn(operation.table(), bare),
                    new Operation.AlterColumn(operation.table(), bare, column, null));
        }
        boolean empty = column.notNull()
                && column.defaultSql() == null
                && column.identity() == null
                && column.generated() == null;
        if (!empty || isNew(operation.table())) {
            Operation.Backfill some = isNew(operation.table()) || !isNothing(operation)
                    ? null
                    : partialFills.ofNew(operation.table(), column);
            return some == null
                    ? List.of(operation)
                    : MomentaryDefault.of(some, column, dialect).orElseGet(() -> List.of(operation, some));
        }
        Operation.Backfill fill = values.said(operation.table(), column.name())
                .orElseGet(() -> new Operation.Backfill(
                        operation.table(), column.name(), values.proposedFill(operation.table(), column)));
        return MomentaryDefault.of(fill, column, dialect)
                .orElseGet(() -> List.of(
                        new Operation.AddColumn(operation.table(), column.nullable()),
                        fill,
                        new Operation.AlterColumn(operation.table(), column.nullable(), column, null)));
    }

    /** Whether a new column is NULL in all rows, and nobody says what they get. */
    private boolean isNothing(Operation.AddColumn operation) {
        Column column = operation.column();
        return !column.notNull()
                && column.defaultSql() == null
                && column.generated() == null
                && values.said(operation.table(), column.name()).isEmpty();
    }

    @Override
    public List<Operation> alterColumn(Operation.AlterColumn operation) {
        QualifiedName table = operation.table();
        Column before = operation.from();
        Column after = operation.to();
        boolean retyped = !before.type().equals(after.type());
        EnumCases.@Nullable Conversion conversion = retyped ? values.conversion(table, before, after) : null;
        if (conversion != null) {
            expect(table, conversion.known());
        } else if (retyped && values.isUnknown(table, before, after)) {
            expect(table, dialect.identifier(before.name()) + " IS NULL");
        } else if (retyped && before.generated() == null) {
            dialect.fits(before, from, after, to).ifPresent(condition -> expect(table, condition));
        }
        if (retyped) {
            expectStaying(table, before.name());
        }
        String using = conversion != null
                ? conversion.using()
                : retyped ? dialect.using(before, after).orElse(null) : null;
        if (before.notNull() || !after.notNull() || after.generated() != null) {
            return List.of(new Operation.AlterColumn(table, before, after, using));
        }
        Operation fill = values.said(table, after.name())
                .orElseGet(() -> new Operation.Backfill(table, after.name(), values.proposedFill(table, after)));
        Column between = after.identity(null).nullable();
        return retyped
                ? List.of(
                        new Operation.AlterColumn(table, before, between, using),
                        fill,
                        new Operation.AlterColumn(table, between, after, null))
                : List.of(fill, operation);
    }

    /** What stays in place is checked again when a column that it is about gets another type. */
    private void expectStaying(QualifiedName name, String column) {
        Table before = from.table(name).orElseThrow();
        Table after = to.table(name).orElseThrow();
        after.constraints().stream()
                .filter(constraint -> before.constraints().contains(constraint))
                .filter(constraint -> Mentions.of(constraint).contains(column))
                .forEach(constraint -> rows.expected(name, constraint).ifPresent(expectations::add));
        after.indexes().stream()
                .filter(index -> before.indexes().contains(index))
                .filter(index -> Mentions.of(index).contains(column))
                .forEach(index -> rows.expected(name, index).ifPresent(expectations::add));
    }

    @Override
    public List<Operation> addConstraint(Operation.AddConstraint operation) {
        List<Operation> operations = new ArrayList<>();
        if (operation.constraint() instanceof Constraint.Check check && partialFills.isMet(operation.table(), check)) {
            operations.addAll(partialFills.ofRequired(operation.table(), check));
        } else {
            rows.expected(operation.table(), operation.constraint()).ifPresent(expectations::add);
        }
        operations.add(operation);
        return operations;
    }

    /** What a constraint can say of all rows is expected as one. */
    @Override
    public List<Operation> createIndex(Operation.CreateIndex operation) {
        rows.expected(operation.table(), operation.index()).ifPresent(expectations::add);
        return List.of(operation);
    }

    /** Of what has been dropped until then nothing is asked. */
    @Override
    public List<Operation> alterEnum(Operation.AlterEnum operation) {
        boolean newValueIsUsed = false;
        for (Table table : from.tables().values()) {
            for (Column column : table.columns()) {
                Column after = to.column(table.name(), column.name()).orElse(column);
                if (column.generated() == null
                        && !dropped.contains(Place.of(table.name()))
                        && !dropped.contains(Place.of(table.name(), column.name()))
                        && has(column, operation.to())
                        && column.type().equals(after.type())) {
                    dialect.fits(column, from, after, to).ifPresent(condition -> expect(table.name(), condition));
                }
            }
        }
        for (Table table : to.tables().values()) {
            newValueIsUsed |= table.columns().stream()
                    .anyMatch(column -> has(column, operation.to()) && fillsWithNew(table.name(), column, operation));
        }
        return List.of(newValueIsUsed ? new Operation.AlterEnum(operation.from(), operation.to(), true) : operation);
    }

    private static boolean has(Column column, EnumType type) {
        SqlType element = column.type() instanceof SqlType.Array array ? array.element() : column.type();
        return element.equals(new SqlType.Named(type.name()));
    }

    /** Whether rows may get a value that this transaction adds, which PostgreSQL refuses (manual, ALTER TYPE). */
    private boolean fillsWithNew(QualifiedName table, Column column, Operation.AlterEnum operation) {
        String value = column.notNull() && !isNew(table) ? values.fill(table, column) : null;
        return value != null
                && operation.to().values().stream()
                        .filter(label -> !operation.from().values().contains(label))
                        .anyMatch(label -> value.startsWith(dialect.literal(label)));
    }

    @Override
    public List<Operation> createSchema(Operation.CreateSchema operation) {
        return List.of(operation);
    }

    @Override
    public List<Operation> createTable(Operation.CreateTable operation) {
        return List.of(operation);
    }

    @Override
    public List<Operation> dropTable(Operation.DropTable operation) {
        dropped.add(Place.of(operation.name()));
        return List.of(operation);
    }

    @Override
    public List<Operation> setTableComment(Operation.SetTableComment operation) {
        return List.of(operation);
    }

    @Override
    public List<Operation> dropColumn(Operation.DropColumn operation) {
        dropped.add(Place.of(operation.table(), operation.name()));
        return List.of(operation);
    }

    @Override
    public List<Operation> createSequence(Operation.CreateSequence operation) {
        return List.of(operation);
    }

    @Override
    public List<Operation> alterSequence(Operation.AlterSequence operation) {
        return List.of(operation);
    }

    @Override
    public List<Operation> createEnum(Operation.CreateEnum operation) {
        return List.of(operation);
    }

    @Override
    public List<Operation> createComposite(Operation.CreateComposite operation) {
        return List.of(operation);
    }

    @Override
    public List<Operation> alterComposite(Operation.AlterComposite operation) {
        return List.of(operation);
    }

    @Override
    public List<Operation> backfill(Operation.Backfill operation) {
        return isRequired(from, operation) || isRequired(to, operation) ? List.of() : List.of(operation);
    }

    private static boolean isRequired(Schema schema, Operation.Backfill fill) {
        return schema.column(fill.table(), fill.column())
                .filter(Column::notNull)
                .isPresent();
    }

    @Override
    public List<Operation> allowDataLoss(Operation.AllowDataLoss operation) {
        return List.of(operation);
    }

    @Override
    public List<Operation> removal(Operation.Removal operation) {
        return List.of(operation);
    }

    @Override
    public List<Operation> rename(Operation.Rename operation) {
        return List.of(operation);
    }

    @Override
    public List<Operation> rowChange(Operation.RowChange operation) {
        return List.of(operation);
    }

    @Override
    public List<Operation> expectation(Operation.Expectation operation) {
        return List.of(operation);
    }

    @Override
    public List<Operation> code(Operation.Code operation) {
        return List.of(operation);
    }
}
