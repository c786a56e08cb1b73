package dev.albedo.testing;

import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.ReferentialAction;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Removes from a schema what PostgreSQL would refuse, until nothing is left to remove. */
final class Pruning {

    private Pruning() {}

    static Schema valid(Schema schema) {
        Schema before = schema;
        Schema after = once(schema);
        while (!after.equals(before)) {
            before = after;
            after = once(before);
        }
        return after;
    }

    private static Schema once(Schema schema) {
        Set<QualifiedName> relations = new HashSet<>();
        TreeMap<QualifiedName, Table> tables = new TreeMap<>();
        for (Table table : schema.tables().values()) {
            if (isThere(schema, table.name())
                    && !table.columns().isEmpty()
                    && !schema.enums().containsKey(table.name())
                    && relations.add(table.name())) {
                tables.put(table.name(), table);
            }
        }
        TreeMap<QualifiedName, Sequence> sequences = new TreeMap<>();
        for (Sequence sequence : schema.sequences().values()) {
            Sequence.Owner owner = sequence.ownedBy();
            boolean owned = owner != null
                    && Objects.equals(owner.table().schema(), sequence.name().schema())
                    && schema.table(owner.table())
                            .flatMap(table -> table.column(owner.column()))
                            .filter(column -> column.identity() == null)
                            .isPresent();
            if (isThere(schema, sequence.name())
                    && !schema.enums().containsKey(sequence.name())
                    && relations.add(sequence.name())) {
                sequences.put(sequence.name(), owned ? sequence : sequence.ownedBy((Sequence.Owner) null));
            }
        }
        tables.replaceAll((name, table) -> table(schema, table, relations));
        TreeMap<QualifiedName, EnumType> enums = new TreeMap<>(schema.enums());
        enums.keySet().removeIf(name -> !isThere(schema, name));
        TreeMap<QualifiedName, CompositeType> composites = new TreeMap<>(schema.composites());
        composites.keySet().removeIf(name -> !isThere(schema, name) || enums.containsKey(name) || !relations.add(name));
        composites.replaceAll((name, type) -> type.attributes(type.attributes().stream()
                .filter(attribute -> isThere(schema, attribute.type()))
                .toList()));
        return schema.tables(tables).sequences(sequences).enums(enums).composites(composites);
    }

    private static boolean isThere(Schema schema, QualifiedName name) {
        return name.schema() == null || schema.schemas().contains(name.schema());
    }

    private static Table table(Schema schema, Table table, Set<QualifiedName> relations) {
        List<Column> columns = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        table.primaryKey().ifPresent(key -> keys.addAll(key.columns()));
        for (Column column : table.columns()) {
            if (isThere(schema, column.type()) && hasBase(table, column)) {
                columns.add(column(schema, column, keys));
            }
        }
        Table pruned = table.columns(columns);
        List<Constraint> constraints = new ArrayList<>();
        Set<Constraint> different = new HashSet<>();
        for (Constraint constraint : table.constraints()) {
            boolean ownsIndex =
                    !(constraint instanceof Constraint.Check || constraint instanceof Constraint.ForeignKey);
            if (constraint.accept(new IsValid(schema, pruned))
                    && different.add(withoutNameAndKind(constraint))
                    && (!ownsIndex || relations.add(table.name().sibling(Objects.requireNonNull(constraint.name()))))) {
                constraints.add(constraint);
            }
        }
        List<Index> indexes = table.indexes().stream()
                .filter(index -> isValid(schema, pruned, index))
                .filter(index -> relations.add(table.name().sibling(Objects.requireNonNull(index.name()))))
                .toList();
        return pruned.constraints(constraints).indexes(indexes);
    }

    /** PostgreSQL makes one of two constraints in one CREATE TABLE that need the same index. */
    private static Constraint withoutNameAndKind(Constraint constraint) {
        return constraint instanceof Constraint.PrimaryKey key
                ? new Constraint.Unique(null, key.columns(), false, key.deferrability())
                : constraint.named(null);
    }

    private static boolean isThere(Schema schema, SqlType type) {
        SqlType element = type instanceof SqlType.Array array ? array.element() : type;
        return !(element instanceof SqlType.Named named)
                || schema.enums().containsKey(named.name())
                || schema.composites().containsKey(named.name());
    }

    private static boolean hasBase(Table table, Column column) {
        return column.generated() == null
                || RandomTexts.generated(table, column)
                        .contains(column.generated().expression());
    }

    private static Column column(Schema schema, Column column, Set<String> keys) {
        Column valid = column;
        if (column.identity() != null && !RandomTexts.isInteger(column.type())) {
            valid = valid.identity(null);
        }
        if (column.defaultSql() != null
                && !RandomTexts.defaults(schema, column.type()).contains(column.defaultSql())) {
            valid = valid.defaultTo(null);
        }
        if (column.collation() != null && !RandomTexts.isText(column.type())) {
            valid = valid.collation(null);
        }
        return valid.notNull(valid.notNull() || valid.identity() != null || keys.contains(valid.name()));
    }

    private static boolean areIndexable(Table table, List<String> columns) {
        return new HashSet<>(columns).size() == columns.size()
                && columns.stream()
                        .allMatch(name -> table.column(name)
                                .filter(RandomTexts::isIndexable)
                                .isPresent());
    }

    private static boolean isValid(Schema schema, Table table, Index index) {
        boolean parts = index.parts().stream()
                .allMatch(part -> part.isExpression()
                        ? RandomTexts.expressions(table).contains(part.text())
                        : areIndexable(table, List.of(part.text()))
                                && isValid(
                                        table.column(part.text()).orElseThrow().type(), index.method(), part));
        return parts
                && areIndexable(table, index.include())
                && (index.where() == null
                        || RandomTexts.conditions(schema, indexableOnly(table)).contains(index.where()));
    }

    static Table indexableOnly(Table table) {
        return table.columns(
                table.columns().stream().filter(RandomTexts::isIndexable).toList());
    }

    private static boolean isValid(SqlType type, String method, Index.Part part) {
        if (part.collation() != null && !RandomTexts.isText(type)) {
            return false;
        }
        return switch (method) {
            case "gin" -> type.toString().equals("jsonb");
            case "gist" -> RandomTexts.isRange(type);
            default -> part.operatorClass() == null || RandomTexts.isText(type);
        };
    }

    private record IsValid(Schema schema, Table table) implements Constraint.Visitor<Boolean> {
        @Override
        public Boolean primaryKey(Constraint.PrimaryKey key) {
            return areIndexable(table, key.columns());
        }

        @Override
        public Boolean unique(Constraint.Unique unique) {
            return areIndexable(table, unique.columns());
        }

        @Override
        public Boolean foreignKey(Constraint.ForeignKey key) {
            Table target = schema.tables().get(key.target());
            if (target == null || !areIndexable(table, key.columns()) || !hasKey(target, key.targetColumns())) {
                return false;
            }
            for (int i = 0; i < key.columns().size(); i++) {
                Column column = table.column(key.columns().get(i)).orElseThrow();
                Column other = target.column(key.targetColumns().get(i)).orElse(null);
                boolean sets = isSetting(key.onDelete()) || isSetting(key.onUpdate());
                // A server with rows or without fails to check arrays: cannot determine element type of "anyarray".
                if (other == null
                        || column.type() instanceof SqlType.Array
                        || column.generated() != null
                        || !other.type().equals(column.type())
                        || !Objects.equals(other.collation(), column.collation())
                        || (sets && column.notNull())) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isSetting(ReferentialAction action) {
            return action == ReferentialAction.SET_NULL || action == ReferentialAction.SET_DEFAULT;
        }

        private static boolean hasKey(Table target, List<String> columns) {
            Set<String> wanted = Set.copyOf(columns);
            return target.constraints().stream()
                    .anyMatch(constraint -> wanted.equals(constraint.accept(KeyColumns.INSTANCE)));
        }

        @Override
        public Boolean check(Constraint.Check check) {
            return RandomTexts.checks(schema, table).contains(check.expression());
        }

        @Override
        public Boolean exclusion(Constraint.Exclusion exclusion) {
            return RandomTexts.exclusions(indexableOnly(table)).contains(exclusion.definition());
        }
    }

    /** The columns that a foreign key can reference because of a constraint. */
    private enum KeyColumns implements Constraint.Visitor<Set<String>> {
        INSTANCE;

        private static Set<String> unlessDeferrable(List<String> columns, Deferrability deferrability) {
            return deferrability == Deferrability.NOT_DEFERRABLE ? Set.copyOf(columns) : Set.of();
        }

        @Override
        public Set<String> primaryKey(Constraint.PrimaryKey key) {
            return unlessDeferrable(key.columns(), key.deferrability());
        }

        @Override
        public Set<String> unique(Constraint.Unique unique) {
            return unlessDeferrable(unique.columns(), unique.deferrability());
        }

        @Override
        public Set<String> foreignKey(Constraint.ForeignKey key) {
            return Set.of();
        }

        @Override
        public Set<String> check(Constraint.Check check) {
            return Set.of();
        }

        @Override
        public Set<String> exclusion(Constraint.Exclusion exclusion) {
            return Set.of();
        }
    }
}
