package dev.albedo.operation;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Carries the rename of a table, a column, a sequence or an enum type to everything that names it, as the database does:
 * keys, indexes, foreign keys of other tables, owned sequences, and the SQL of checks, defaults, generated columns and indexes.
 */
final class Renaming {

    private Renaming() {}

    static Schema table(Schema schema, Table table, QualifiedName to) {
        QualifiedName from = table.name();
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(schema.tables());
        tables.remove(from);
        tables.put(to, table.named(to));
        tables.replaceAll((name, each) -> foreignKeys(
                        each, key -> key.target().equals(from) ? target(key, to, key.targetColumns()) : key)
                .inherits(map(each.inherits(), parent -> parent.equals(from) ? to : parent)));
        return owners(
                schema.tables(tables),
                owner -> owner.table().equals(from) ? new Sequence.Owner(to, owner.column()) : owner);
    }

    static Schema column(Schema schema, QualifiedName tableName, String from, String to) {
        UnaryOperator<String> name = each -> each.equals(from) ? to : each;
        UnaryOperator<String> sql = text -> SqlText.renamed(text, from, to);
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(schema.tables());
        tables.computeIfPresent(
                tableName,
                (ignored, table) -> new Table(
                        table.name(),
                        map(table.columns(), column -> column(column, name, sql)),
                        map(table.constraints(), constraint -> constraint.accept(new ConstraintRenaming(name, sql))),
                        map(table.indexes(), index -> index(index, name, sql)),
                        table.comment(),
                        partitionKey(table, sql),
                        table.inherits()));
        tables.replaceAll((ignored, each) -> foreignKeys(
                each,
                key -> key.target().equals(tableName)
                        ? target(key, key.target(), map(key.targetColumns(), name))
                        : key));
        return owners(
                schema.tables(tables),
                owner -> owner.table().equals(tableName)
                        ? new Sequence.Owner(tableName, name.apply(owner.column()))
                        : owner);
    }

    static Schema sequence(Schema schema, Sequence sequence, QualifiedName to) {
        TreeMap<QualifiedName, Sequence> sequences = new TreeMap<>(schema.sequences());
        sequences.remove(sequence.name());
        sequences.put(to, sequence.named(to));
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(schema.tables());
        tables.replaceAll((name, table) -> table.columns(map(table.columns(), column -> {
            String old = column.defaultSql();
            return old == null
                    ? column
                    : column.defaultTo(SqlText.renamedSequence(old, spelled(sequence.name()), spelled(to)));
        })));
        return schema.sequences(sequences).tables(tables);
    }

    static Schema enumType(Schema schema, EnumType type, QualifiedName to) {
        QualifiedName from = type.name();
        UnaryOperator<String> sql = text -> SqlText.renamedType(text, from.schema(), from.name(), to.name());
        TreeMap<QualifiedName, EnumType> enums = new TreeMap<>(schema.enums());
        enums.remove(from);
        enums.put(to, type.named(to));
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(schema.tables());
        tables.replaceAll((ignored, table) -> new Table(
                table.name(),
                map(table.columns(), column -> {
                    String old = column.defaultSql();
                    return column(column, UnaryOperator.identity(), sql)
                            .type(type(column.type(), from, to))
                            .defaultTo(old == null ? null : sql.apply(old));
                }),
                map(
                        table.constraints(),
                        constraint -> constraint.accept(new ConstraintRenaming(UnaryOperator.identity(), sql))),
                map(table.indexes(), index -> index(index, UnaryOperator.identity(), sql)),
                table.comment(),
                partitionKey(table, sql),
                table.inherits()));
        TreeMap<QualifiedName, CompositeType> composites = new TreeMap<>(schema.composites());
        composites.replaceAll((ignored, composite) -> composite.attributes(
                map(composite.attributes(), attribute -> attribute.type(type(attribute.type(), from, to)))));
        return schema.enums(enums).composites(composites).tables(tables);
    }

    private static String spelled(QualifiedName name) {
        String schema = name.schema();
        return (schema == null ? "" : SqlText.spelled(schema) + ".") + SqlText.spelled(name.name());
    }

    private static @Nullable String partitionKey(Table table, UnaryOperator<String> sql) {
        String key = table.partitionBy();
        return key == null ? null : sql.apply(key);
    }

    private static SqlType type(SqlType type, QualifiedName from, QualifiedName to) {
        if (type instanceof SqlType.Array array) {
            return new SqlType.Array(type(array.element(), from, to));
        }
        return type.equals(new SqlType.Named(from)) ? new SqlType.Named(to) : type;
    }

    private static Column column(Column column, UnaryOperator<String> name, UnaryOperator<String> sql) {
        Generated generated = column.generated();
        return column.named(name.apply(column.name()))
                .generated(
                        generated == null
                                ? null
                                : new Generated(sql.apply(generated.expression()), generated.stored()));
    }

    private static Index index(Index index, UnaryOperator<String> name, UnaryOperator<String> sql) {
        List<Index.Part> parts = map(
                index.parts(),
                part -> new Index.Part(
                        part.isExpression() ? sql.apply(part.text()) : name.apply(part.text()),
                        part.isExpression(),
                        part.descending(),
                        part.nulls(),
                        part.operatorClass(),
                        part.collation()));
        return index.parts(parts)
                .including(map(index.include(), name).toArray(String[]::new))
                .where(index.where() == null ? null : sql.apply(index.where()));
    }

    private static Table foreignKeys(Table table, UnaryOperator<Constraint.ForeignKey> change) {
        return table.constraints(map(
                table.constraints(),
                constraint -> constraint instanceof Constraint.ForeignKey key ? change.apply(key) : constraint));
    }

    private static Constraint.ForeignKey target(Constraint.ForeignKey key, QualifiedName target, List<String> columns) {
        return new Constraint.ForeignKey(
                key.name(),
                key.columns(),
                target,
                columns,
                key.onDelete(),
                key.onUpdate(),
                key.matchFull(),
                key.deferrability());
    }

    private static Schema owners(Schema schema, UnaryOperator<Sequence.Owner> change) {
        TreeMap<QualifiedName, Sequence> sequences = new TreeMap<>(schema.sequences());
        sequences.replaceAll((name, sequence) ->
                sequence.ownedBy() == null ? sequence : sequence.ownedBy(change.apply(sequence.ownedBy())));
        return schema.sequences(sequences);
    }

    private static <T> List<T> map(List<T> list, UnaryOperator<T> change) {
        List<T> changed = new ArrayList<>();
        for (T each : list) {
            changed.add(change.apply(each));
        }
        return changed;
    }

    private record ConstraintRenaming(UnaryOperator<String> column, UnaryOperator<String> sql)
            implements Constraint.Visitor<Constraint> {
        @Override
        public Constraint primaryKey(Constraint.PrimaryKey key) {
            return new Constraint.PrimaryKey(key.name(), map(key.columns(), column), key.deferrability());
        }

        @Override
        public Constraint unique(Constraint.Unique unique) {
            return new Constraint.Unique(
                    unique.name(), map(unique.columns(), column), unique.nullsNotDistinct(), unique.deferrability());
        }

        @Override
        public Constraint foreignKey(Constraint.ForeignKey key) {
            return new Constraint.ForeignKey(
                    key.name(),
                    map(key.columns(), column),
                    key.target(),
                    key.targetColumns(),
                    key.onDelete(),
                    key.onUpdate(),
                    key.matchFull(),
                    key.deferrability());
        }

        @Override
        public Constraint check(Constraint.Check check) {
            return new Constraint.Check(check.name(), sql.apply(check.expression()));
        }

        @Override
        public Constraint exclusion(Constraint.Exclusion exclusion) {
            return new Constraint.Exclusion(exclusion.name(), sql.apply(exclusion.definition()));
        }
    }
}
