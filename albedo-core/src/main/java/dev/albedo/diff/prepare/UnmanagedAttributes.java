package dev.albedo.diff.prepare;

import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of columns, keys, indexes, sequences and tables that a database has and that neither the model nor the
 * migrations state: a default, an action of a foreign key, a comment. Whoever made them keeps them; {@link UnmanagedObjects} are the
 * same for whole objects.
 *
 * @param managed the database without them, so that no migration mentions them
 * @param descriptions what was found, in words: {@code DEFAULT of customer.status}
 * @param orders of columns and labels that are not the model's, in words; the model adopts them, see {@link
 *     NamingConvention#name}
 * @param keys the names of constraints and indexes with such attributes, by table
 */
public record UnmanagedAttributes(
        Schema managed, List<String> descriptions, List<String> orders, Map<QualifiedName, Set<String>> keys) {

    public UnmanagedAttributes {
        descriptions = List.copyOf(descriptions);
        orders = List.copyOf(orders);
        keys = Map.copyOf(keys);
    }

    /** A model without these keys: dropped and added again, they would not be what they were. */
    public Schema replaceable(Schema model) {
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(model.tables());
        tables.replaceAll((name, table) -> {
            Set<String> kept = keys.getOrDefault(name, Set.of());
            return table.constraints(table.constraints().stream()
                            .filter(constraint -> !kept.contains(String.valueOf(constraint.name())))
                            .toList())
                    .indexes(table.indexes().stream()
                            .filter(index -> !kept.contains(String.valueOf(index.name())))
                            .toList());
        });
        return model.tables(tables);
    }

    /**
     * Finds them. All three schemas are in one spelling, and what was renamed has its new name.
     *
     * @param model what is expected; a constraint or index may still have no name
     * @param stated what the migrations created
     */
    public static UnmanagedAttributes among(Schema database, Schema model, Schema stated) {
        Search search = new Search(model, stated);
        Schema managed = search.managed(database);
        List<String> found = new ArrayList<>(search.refusingNull);
        found.addAll(search.found);
        return new UnmanagedAttributes(managed, found, search.orders, search.keys);
    }

    /** Only the orders, where every attribute is compared: an order is no difference even then. */
    public static UnmanagedAttributes ordersAmong(Schema database, Schema model) {
        return new UnmanagedAttributes(database, List.of(), among(database, model, database).orders, Map.of());
    }

    /** Those of others that are not among these. */
    public List<String> missingOf(List<String> others) {
        return others.stream().filter(each -> !descriptions.contains(each)).toList();
    }

    /** One search. */
    private static final class Search {
        private final Schema model;
        private final Schema stated;
        private final List<String> refusingNull = new ArrayList<>();
        private final List<String> found = new ArrayList<>();
        private final List<String> orders = new ArrayList<>();
        private final Map<QualifiedName, Set<String>> keys = new TreeMap<>();

        Search(Schema model, Schema stated) {
            this.model = model;
            this.stated = stated;
        }

        Schema managed(Schema database) {
            TreeMap<QualifiedName, Table> tables = new TreeMap<>(database.tables());
            tables.replaceAll((name, table) ->
                    model.table(name).map(wanted -> table(table, wanted)).orElse(table));
            TreeMap<QualifiedName, Sequence> sequences = new TreeMap<>(database.sequences());
            sequences.replaceAll((name, sequence) -> model.sequence(name)
                    .map(wanted -> sequence(sequence, wanted))
                    .orElse(sequence));
            TreeMap<QualifiedName, EnumType> enums = new TreeMap<>(database.enums());
            enums.replaceAll((name, type) ->
                    model.enumType(name).map(wanted -> enumType(type, wanted)).orElse(type));
            TreeMap<QualifiedName, CompositeType> composites = new TreeMap<>(database.composites());
            composites.replaceAll((name, type) ->
                    model.composite(name).map(wanted -> composite(type, wanted)).orElse(type));
            return database.tables(tables).sequences(sequences).enums(enums).composites(composites);
        }

        private Table table(Table table, Table wanted) {
            Optional<Table> said = stated.table(table.name());
            String comment =
                    comment("table " + table.name(), table.comment(), wanted.comment(), said.map(Table::comment));
            List<Column> columns = table.columns().stream()
                    .map(column -> wanted.column(column.name())
                            .map(other -> column(
                                    table.name(), column, other, said.flatMap(each -> each.column(column.name()))))
                            .orElse(column))
                    .toList();
            if (table.partitionBy() == null && wanted.partitionBy() != null) {
                found.add("table " + table.name() + " without partitions, in the model PARTITION BY "
                        + wanted.partitionBy());
            }
            KeyAttributes attributes = new KeyAttributes(table, wanted, said);
            Table changed = table.columns(columns)
                    .constraints(attributes.constraints())
                    .indexes(attributes.indexes())
                    .comment(comment);
            found.addAll(attributes.found());
            orders.addAll(attributes.orders());
            keys.put(table.name(), attributes.names());
            return changed;
        }

        private Column column(QualifiedName table, Column column, Column wanted, Optional<Column> said) {
            String name = table + "." + column.name();
            Column changed = column;
            if (column.notNull()
                    && !wanted.notNull()
                    && said.filter(Column::notNull).isEmpty()) {
                changed = changed.nullable();
                refusingNull.add("NOT NULL of " + name);
            }
            boolean isPlain = wanted.defaultSql() == null && wanted.identity() == null && wanted.generated() == null;
            if (isPlain
                    && column.defaultSql() != null
                    && said.map(Column::defaultSql).isEmpty()) {
                changed = changed.defaultTo(null);
                found.add("DEFAULT of " + name);
            }
            if (isPlain
                    && column.generated() != null
                    && said.map(Column::generated).isEmpty()) {
                changed = changed.generated(null);
                found.add("computed value of " + name);
            }
            changed = new IdentityAttributes(name, found).managed(changed, wanted, said);
            // A column that gets another type gets its collation with it (PostgreSQL manual, ALTER TABLE).
            if (column.collation() != null
                    && wanted.collation() == null
                    && column.type().equals(wanted.type())
                    && said.map(Column::collation).isEmpty()) {
                changed = changed.collation(null);
                found.add("collation of " + name);
            }
            return changed.comment(
                    comment("column " + name, column.comment(), wanted.comment(), said.map(Column::comment)));
        }

        private @Nullable String comment(
                String of, @Nullable String comment, @Nullable String wanted, Optional<String> said) {
            boolean unmanaged = comment != null && wanted == null && said.isEmpty();
            if (unmanaged) {
                found.add("comment of " + of);
            }
            return unmanaged ? null : comment;
        }

        private CompositeType composite(CompositeType type, CompositeType wanted) {
            Optional<CompositeType> said = stated.composite(type.name());
            List<Column> attributes = type.attributes().stream()
                    .map(attribute -> wanted.attribute(attribute.name())
                            .map(other -> attribute.comment(comment(
                                    "attribute " + type.name() + "." + attribute.name(),
                                    attribute.comment(),
                                    other.comment(),
                                    said.flatMap(each -> each.attribute(attribute.name()))
                                            .map(Column::comment))))
                            .orElse(attribute))
                    .toList();
            return type.attributes(attributes)
                    .comment(comment(
                            "type " + type.name(), type.comment(), wanted.comment(), said.map(CompositeType::comment)));
        }

        private EnumType enumType(EnumType type, EnumType wanted) {
            if (!Adoption.isSameOrder(type, wanted)) {
                orders.add("label order " + type.values() + " of type " + type.name() + ", in the model "
                        + wanted.values());
            }
            return type.comment(comment(
                    "type " + type.name(),
                    type.comment(),
                    wanted.comment(),
                    stated.enumType(type.name()).map(EnumType::comment)));
        }

        private Sequence sequence(Sequence sequence, Sequence wanted) {
            String name = "sequence " + sequence.name();
            Optional<Sequence> said = stated.sequence(sequence.name());
            SequenceAttributes attributes = new SequenceAttributes(name, sequence, wanted, said);
            Sequence changed = attributes.managed();
            found.addAll(attributes.found());
            Sequence.Owner owner = sequence.ownedBy();
            if (owner != null
                    && wanted.ownedBy() == null
                    && said.map(Sequence::ownedBy).isEmpty()
                    && model.column(owner.table(), owner.column()).isPresent()) {
                changed = changed.ownedBy((Sequence.Owner) null);
                found.add("owner of " + name);
            }
            return changed.comment(comment(name, sequence.comment(), wanted.comment(), said.map(Sequence::comment)));
        }
    }

    /** Applies a change where it makes one, and says so. */
    static <T> T changed(T value, UnaryOperator<T> change, String description, List<String> found) {
        T changed = change.apply(value);
        if (!changed.equals(value)) {
            found.add(description);
        }
        return changed;
    }
}
