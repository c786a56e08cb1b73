package dev.albedo.operation;

import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Index;
import dev.albedo.schema.Numbers;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Applies an operation to a schema in memory, see {@link Operation#applyTo}. */
final class Replay implements Visitor<Schema> {

    private final Schema schema;

    Replay(Schema schema) {
        this.schema = schema;
    }

    static <T> T require(Optional<T> found, String what, Object name) {
        return found.orElseThrow(() -> new IllegalStateException("there is no " + what + " " + name));
    }

    private static void refuse(boolean present, String what, Object name) {
        if (present) {
            throw new IllegalStateException("there is already a " + what + " " + name);
        }
    }

    private Table table(QualifiedName name) {
        return require(schema.table(name), "table", name);
    }

    private static <T> List<T> replaced(List<T> list, T old, T changed) {
        List<T> copy = new ArrayList<>(list);
        copy.set(copy.indexOf(old), changed);
        return copy;
    }

    private static <T> List<T> without(List<T> list, T old) {
        List<T> copy = new ArrayList<>(list);
        copy.remove(old);
        return copy;
    }

    private Schema change(QualifiedName tableName, UnaryOperator<Table> change) {
        return schema.with(change.apply(table(tableName)));
    }

    private static Column column(Table table, String name) {
        return require(table.column(name), "column", table.name() + "." + name);
    }

    private static Constraint constraint(Table table, String name) {
        return require(table.constraint(name), "constraint", name + " of " + table.name());
    }

    private static Index index(Table table, String name) {
        return require(table.index(name), "index", name + " of " + table.name());
    }

    private static void refuseConstraint(Table table, @Nullable String name) {
        refuse(name != null && table.constraint(name).isPresent(), "constraint", name + " of " + table.name());
    }

    private static void refuseIndex(Table table, @Nullable String name) {
        refuse(name != null && table.index(name).isPresent(), "index", name + " of " + table.name());
    }

    @Override
    public Schema createSchema(Operation.CreateSchema operation) {
        refuse(schema.schemas().contains(operation.name()), "schema", operation.name());
        TreeSet<String> changed = new TreeSet<>(schema.schemas());
        changed.add(operation.name());
        return schema.schemas(changed);
    }

    @Override
    public Schema dropSchema(Operation.DropSchema operation) {
        TreeSet<String> changed = new TreeSet<>(schema.schemas());
        if (!changed.remove(operation.name())) {
            throw new IllegalStateException("there is no schema " + operation.name());
        }
        return schema.schemas(changed);
    }

    @Override
    public Schema createTable(Operation.CreateTable operation) {
        refuse(
                schema.table(operation.table().name()).isPresent(),
                "table",
                operation.table().name());
        return schema.with(operation.table());
    }

    @Override
    public Schema dropTable(Operation.DropTable operation) {
        TreeMap<QualifiedName, Table> changed = new TreeMap<>(schema.tables());
        changed.remove(table(operation.name()).name());
        TreeMap<QualifiedName, Sequence> sequences = new TreeMap<>(schema.sequences());
        sequences
                .values()
                .removeIf(sequence ->
                        sequence.ownedBy() != null && sequence.ownedBy().table().equals(operation.name()));
        return schema.tables(changed).sequences(sequences);
    }

    @Override
    public Schema renameTable(Operation.RenameTable operation) {
        QualifiedName to = operation.from().sibling(operation.to());
        refuse(schema.table(to).isPresent(), "table", to);
        return Renaming.table(schema, table(operation.from()), to);
    }

    @Override
    public Schema setTableComment(Operation.SetTableComment operation) {
        return change(operation.table(), table -> table.comment(operation.to()));
    }

    @Override
    public Schema addColumn(Operation.AddColumn operation) {
        return change(operation.table(), table -> {
            refuse(
                    table.column(operation.column().name()).isPresent(),
                    "column",
                    operation.table() + "." + operation.column().name());
            return table.with(operation.column());
        });
    }

    @Override
    public Schema dropColumn(Operation.DropColumn operation) {
        Schema changed = change(
                operation.table(), table -> table.columns(without(table.columns(), column(table, operation.name()))));
        TreeMap<QualifiedName, Sequence> sequences = new TreeMap<>(changed.sequences());
        sequences
                .values()
                .removeIf(
                        sequence -> new Sequence.Owner(operation.table(), operation.name()).equals(sequence.ownedBy()));
        return changed.sequences(sequences);
    }

    @Override
    public Schema renameColumn(Operation.RenameColumn operation) {
        Table table = table(operation.table());
        column(table, operation.from());
        refuse(table.column(operation.to()).isPresent(), "column", operation.table() + "." + operation.to());
        return Renaming.column(schema, operation.table(), operation.from(), operation.to());
    }

    @Override
    public Schema alterColumn(Operation.AlterColumn operation) {
        return change(
                operation.table(),
                table -> table.columns(
                        replaced(table.columns(), column(table, operation.from().name()), operation.to())));
    }

    @Override
    public Schema addConstraint(Operation.AddConstraint operation) {
        return change(operation.table(), table -> {
            refuseConstraint(table, operation.constraint().name());
            return table.with(operation.constraint());
        });
    }

    @Override
    public Schema dropConstraint(Operation.DropConstraint operation) {
        return change(
                operation.table(),
                table -> table.constraints(without(table.constraints(), constraint(table, operation.name()))));
    }

    @Override
    public Schema renameConstraint(Operation.RenameConstraint operation) {
        return change(operation.table(), table -> {
            Constraint old = constraint(table, operation.from());
            refuseConstraint(table, operation.to());
            return table.constraints(replaced(table.constraints(), old, old.named(operation.to())));
        });
    }

    @Override
    public Schema createIndex(Operation.CreateIndex operation) {
        return change(operation.table(), table -> {
            refuseIndex(table, operation.index().name());
            return table.with(operation.index());
        });
    }

    @Override
    public Schema dropIndex(Operation.DropIndex operation) {
        return change(
                operation.table(), table -> table.indexes(without(table.indexes(), index(table, operation.name()))));
    }

    @Override
    public Schema renameIndex(Operation.RenameIndex operation) {
        return change(operation.table(), table -> {
            Index old = index(table, operation.from());
            refuseIndex(table, operation.to());
            return table.indexes(replaced(table.indexes(), old, old.named(operation.to())));
        });
    }

    @Override
    public Schema createSequence(Operation.CreateSequence operation) {
        refuse(
                schema.sequence(operation.sequence().name()).isPresent(),
                "sequence",
                operation.sequence().name());
        return schema.with(operation.sequence());
    }

    @Override
    public Schema dropSequence(Operation.DropSequence operation) {
        TreeMap<QualifiedName, Sequence> changed = new TreeMap<>(schema.sequences());
        changed.remove(require(schema.sequence(operation.name()), "sequence", operation.name())
                .name());
        return schema.sequences(changed);
    }

    @Override
    public Schema alterSequence(Operation.AlterSequence operation) {
        require(
                schema.sequence(operation.from().name()),
                "sequence",
                operation.from().name());
        return schema.with(operation.to());
    }

    @Override
    public Schema renameSequence(Operation.RenameSequence operation) {
        Sequence old = require(schema.sequence(operation.from()), "sequence", operation.from());
        QualifiedName to = old.name().sibling(operation.to());
        refuse(schema.sequence(to).isPresent(), "sequence", to);
        return Renaming.sequence(schema, old, to);
    }

    @Override
    public Schema createEnum(Operation.CreateEnum operation) {
        refuse(
                schema.enumType(operation.enumType().name()).isPresent(),
                "enum type",
                operation.enumType().name());
        return schema.with(operation.enumType());
    }

    @Override
    public Schema dropEnum(Operation.DropEnum operation) {
        TreeMap<QualifiedName, EnumType> changed = new TreeMap<>(schema.enums());
        changed.remove(require(schema.enumType(operation.name()), "enum type", operation.name())
                .name());
        return schema.enums(changed);
    }

    @Override
    public Schema alterEnum(Operation.AlterEnum operation) {
        require(
                schema.enumType(operation.from().name()),
                "enum type",
                operation.from().name());
        return schema.with(operation.to());
    }

    @Override
    public Schema renameEnum(Operation.RenameEnum operation) {
        EnumType old = require(schema.enumType(operation.from()), "enum type", operation.from());
        QualifiedName to = old.name().sibling(operation.to());
        refuse(schema.enumType(to).isPresent(), "enum type", to);
        return Renaming.enumType(schema, old, to);
    }

    @Override
    public Schema createComposite(Operation.CreateComposite operation) {
        QualifiedName name = operation.type().name();
        refuse(schema.composite(name).isPresent(), "composite type", name);
        return schema.with(operation.type());
    }

    @Override
    public Schema dropComposite(Operation.DropComposite operation) {
        TreeMap<QualifiedName, CompositeType> changed = new TreeMap<>(schema.composites());
        changed.remove(require(schema.composite(operation.name()), "composite type", operation.name())
                .name());
        return schema.composites(changed);
    }

    @Override
    public Schema alterComposite(Operation.AlterComposite operation) {
        QualifiedName name = operation.from().name();
        require(schema.composite(name), "composite type", name);
        return schema.with(operation.to());
    }

    @Override
    public Schema backfill(Operation.Backfill operation) {
        column(table(operation.table()), operation.column());
        return schema;
    }

    @Override
    public Schema backfillColumns(Operation.BackfillColumns operation) {
        Table table = table(operation.table());
        operation.fills().forEach(fill -> column(table, fill.column()));
        return schema;
    }

    @Override
    public Schema bulkInsert(Operation.BulkInsert operation) {
        Table table = table(operation.table());
        operation.columns().forEach(column -> column(table, column));
        return schema;
    }

    @Override
    public Schema advanceNumbers(Operation.AdvanceNumbers operation) {
        operation.behind().forEach(this::require);
        require(operation.numbers());
        return schema;
    }

    private void require(Numbers numbers) {
        if (numbers.column() == null) {
            require(schema.sequence(numbers.name()), "sequence", numbers.name());
        } else {
            column(table(numbers.name()), numbers.column());
        }
    }

    @Override
    public Schema expect(Operation.Expect operation) {
        table(operation.table());
        return schema;
    }

    @Override
    public Schema expectUnique(Operation.ExpectUnique operation) {
        table(operation.table());
        return schema;
    }

    @Override
    public Schema allowDataLoss(Operation.AllowDataLoss operation) {
        return schema;
    }

    @Override
    public Schema runSql(Operation.RunSql operation) {
        Schema changed = schema;
        if (operation.effect() != null) {
            for (Operation said : operation.effect().operations()) {
                changed = said.completedFrom(changed).applyTo(changed);
            }
        }
        return changed;
    }

    @Override
    public Schema runStep(Operation.RunStep operation) {
        return schema;
    }

    @Override
    public Schema custom(Operation.Custom operation) {
        try {
            return operation.said(operation.operation().applyTo(schema), "applyTo()");
        } catch (IllegalStateException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "applyTo() of " + operation.operation().getClass().getName() + " fails: " + e, e);
        }
    }
}
