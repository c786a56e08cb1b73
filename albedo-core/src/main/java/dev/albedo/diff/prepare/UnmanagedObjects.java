package dev.albedo.diff.prepare;

import dev.albedo.diff.Uses;
import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is in a database and known neither to the model nor to the migrations. Somebody else made it, so it stays, as if the
 * model had it too; but it goes with what it needs, as an index does with its column, and {@link ConflictingConstraints} decide when a
 * constraint gives way to one of the model.
 *
 * @param besideModel the model, and beside it what stays
 * @param descriptions what stays, in words: {@code column customer.legacy}; of a table only the table
 * @param dropped the indexes and constraints that go with a dropped column of their own table
 */
public record UnmanagedObjects(Schema besideModel, List<String> descriptions, List<DroppedPart> dropped) {

    public UnmanagedObjects {
        descriptions = List.copyOf(descriptions);
        dropped = List.copyOf(dropped);
    }

    /**
     * An index or constraint that its database drops together with a column. No migration names it, because only this
     * database has it.
     *
     * @param table its table
     * @param part its description: {@code index ix_customer_email}
     * @param name its name
     * @param columns the columns of the table that it uses
     */
    public record DroppedPart(QualifiedName table, String part, String name, Set<String> columns) {

        public DroppedPart {
            columns = Set.copyOf(columns);
        }

        /** Returns the same part under another name of its table. */
        public DroppedPart in(QualifiedName otherTable) {
            return new DroppedPart(otherTable, part, name, columns);
        }

        /** Returns a schema without it; the same schema if it is not there. */
        public Schema removedFrom(Schema schema) {
            TreeMap<QualifiedName, Table> tables = new TreeMap<>(schema.tables());
            tables.computeIfPresent(
                    table,
                    (same, existing) -> existing.constraints(existing.constraints().stream()
                                    .filter(constraint -> !name.equals(constraint.name()))
                                    .toList())
                            .indexes(existing.indexes().stream()
                                    .filter(index -> !name.equals(index.name()))
                                    .toList()));
            return schema.tables(tables);
        }
    }

    /**
     * Finds them. All three schemas are in one spelling, and everything in them has a name.
     *
     * @param database what there is
     * @param model what is expected
     * @param created what the migrations created
     */
    public static UnmanagedObjects among(Schema database, Schema model, Schema created) {
        Search search = new Search(database, model, created);
        Schema kept = search.keep();
        return new UnmanagedObjects(kept, search.descriptions, search.dropped);
    }

    /**
     * What of the database is no stranger: what the model has too, what gives way to it, and the types and sequences that
     * its columns need.
     *
     * @param database what there is, as it was searched
     * @param model what is expected, as it was searched
     */
    public Schema knownOf(Schema database, Schema model) {
        TreeSet<String> schemas = new TreeSet<>(database.schemas());
        schemas.retainAll(model.schemas());
        TreeMap<QualifiedName, Table> tables = new TreeMap<>();
        database.tables()
                .forEach((name, table) -> model.table(name)
                        .ifPresent(wanted -> tables.put(
                                name,
                                knownOf(table, wanted, besideModel.table(name).orElse(wanted)))));
        List<Column> columns = tables.values().stream()
                .flatMap(table -> table.columns().stream())
                .toList();
        TreeMap<QualifiedName, Sequence> sequences = new TreeMap<>(database.sequences());
        sequences
                .values()
                .removeIf(sequence -> model.sequence(sequence.name()).isEmpty()
                        && besideModel.sequence(sequence.name()).isPresent()
                        && !isOwned(sequence, tables));
        TreeMap<QualifiedName, EnumType> enums = new TreeMap<>(database.enums());
        enums.keySet().removeIf(name -> model.enumType(name).isEmpty() && !uses(database, columns, name));
        TreeMap<QualifiedName, CompositeType> composites = new TreeMap<>(database.composites());
        composites.keySet().removeIf(name -> model.composite(name).isEmpty() && !uses(database, columns, name));
        return new Schema(schemas, tables, sequences, enums, composites);
    }

    /** Whether a column has this type, or a composite type with such an attribute. */
    private static boolean uses(Schema schema, List<Column> columns, QualifiedName type) {
        return columns.stream()
                .flatMap(column -> Uses.createdType(column.type()).stream())
                .anyMatch(used -> used.equals(type)
                        || schema.composite(used)
                                .filter(composite -> uses(schema, composite.attributes(), type))
                                .isPresent());
    }

    private static Table knownOf(Table existing, Table model, Table beside) {
        return existing.columns(existing.columns().stream()
                        .filter(column -> model.column(column.name()).isPresent()
                                || beside.column(column.name()).isEmpty())
                        .toList())
                .constraints(existing.constraints().stream()
                        .filter(constraint -> isKnown(
                                Objects.requireNonNull(constraint.name()), model::constraint, beside::constraint))
                        .toList())
                .indexes(existing.indexes().stream()
                        .filter(index -> isKnown(Objects.requireNonNull(index.name()), model::index, beside::index))
                        .toList());
    }

    private static boolean isKnown(
            String name, Function<String, Optional<?>> ofModel, Function<String, Optional<?>> beside) {
        return ofModel.apply(name).isPresent() || beside.apply(name).isEmpty();
    }

    /** Whether a column gets its default from the sequence that it owns. */
    private static boolean isOwned(Sequence sequence, SortedMap<QualifiedName, Table> tables) {
        Sequence.Owner owner = sequence.ownedBy();
        return owner != null
                && Optional.ofNullable(tables.get(owner.table()))
                        .flatMap(table -> table.column(owner.column()))
                        .map(Column::defaultSql)
                        .isPresent();
    }

    /** One search. */
    private static final class Search {
        private final Schema database;
        private final Schema model;
        private final Schema created;
        private final List<String> descriptions = new ArrayList<>();
        private final List<DroppedPart> dropped = new ArrayList<>();

        Search(Schema database, Schema model, Schema created) {
            this.database = database;
            this.model = model;
            this.created = created;
        }

        Schema keep() {
            TreeSet<String> schemas = new TreeSet<>(database.schemas());
            schemas.removeAll(created.schemas());
            schemas.addAll(model.schemas());
            TreeMap<QualifiedName, Table> tables = new TreeMap<>(model.tables());
            for (Table table : database.tables().values()) {
                Optional<Table> wanted = model.table(table.name());
                if (wanted.isPresent()) {
                    tables.put(table.name(), withColumns(table, wanted.get()));
                } else if (created.table(table.name()).isEmpty()) {
                    tables.put(table.name(), table.constraints(List.of()).indexes(List.of()));
                    descriptions.add("table " + table.name());
                }
            }
            Schema withColumns = model.schemas(schemas).tables(tables);
            tables.replaceAll((name, table) -> database.table(name)
                    .map(existing -> withParts(existing, table, withColumns))
                    .orElse(table));
            Schema withTables = withColumns.tables(tables);
            return withTables
                    .sequences(sequences(withTables))
                    .enums(enums(withTables))
                    .composites(composites(withTables));
        }

        /** Computed columns come last, because they need others. */
        private Table withColumns(Table existing, Table wanted) {
            Table changed = wanted;
            List<Column> columns = new ArrayList<>(existing.columns());
            columns.sort(Comparator.comparing(column -> column.generated() != null));
            for (Column column : columns) {
                boolean known = wanted.column(column.name()).isPresent()
                        || created.column(existing.name(), column.name()).isPresent();
                if (!known && ConflictingConstraints.hasMentioned(changed, existing, Uses.texts(column))) {
                    changed = changed.with(column);
                    descriptions.add("column " + existing.name() + "." + column.name());
                }
            }
            return changed;
        }

        private Table withParts(Table existing, Table wanted, Schema withColumns) {
            Optional<Table> before = created.table(existing.name());
            ConflictingConstraints rivals = new ConflictingConstraints(database, existing, withColumns, wanted);
            Table changed = wanted;
            for (Constraint constraint : existing.constraints()) {
                String name = Objects.requireNonNull(constraint.name());
                boolean known = wanted.constraint(name).isPresent()
                        || before.flatMap(table -> table.constraint(name)).isPresent();
                if (!known && rivals.leave(constraint)) {
                    changed = changed.with(constraint);
                    describePart(existing.name(), "constraint " + existing.name() + "." + name);
                } else if (!known) {
                    drop(
                            existing,
                            wanted,
                            "constraint " + name,
                            name,
                            used(existing, constraint.columns(), Uses.texts(constraint)));
                }
            }
            for (Index index : existing.indexes()) {
                String name = Objects.requireNonNull(index.name());
                boolean known = wanted.index(name).isPresent()
                        || before.flatMap(table -> table.index(name)).isPresent();
                if (!known && rivals.leave(index)) {
                    changed = changed.with(index);
                    describePart(existing.name(), "index " + existing.name().sibling(name));
                } else if (!known) {
                    drop(
                            existing,
                            wanted,
                            "index " + existing.name().sibling(name),
                            name,
                            used(existing, Uses.columns(index), Uses.texts(index)));
                }
            }
            return changed;
        }

        /** Notes a part whose table stays and loses a column that the part uses. */
        private void drop(Table existing, Table wanted, String part, String name, Set<String> columns) {
            if (model.table(existing.name()).isPresent()
                    && columns.stream().anyMatch(column -> wanted.column(column).isEmpty())) {
                dropped.add(new DroppedPart(existing.name(), part, name, columns));
            }
        }

        private static Set<String> used(Table table, List<String> columns, List<String> texts) {
            Set<String> used = ConflictingConstraints.mentioned(table, texts);
            used.addAll(columns);
            return used;
        }

        private void describePart(QualifiedName table, String description) {
            if (model.table(table).isPresent()) {
                descriptions.add(description);
            }
        }

        private SortedMap<QualifiedName, Sequence> sequences(Schema withTables) {
            TreeMap<QualifiedName, Sequence> sequences = new TreeMap<>(model.sequences());
            for (Sequence sequence : database.sequences().values()) {
                boolean known = model.sequence(sequence.name()).isPresent()
                        || created.sequence(sequence.name()).isPresent();
                Sequence.Owner owner = sequence.ownedBy();
                boolean ownerStays = owner == null
                        || withTables.column(owner.table(), owner.column()).isPresent();
                if (!known && ownerStays) {
                    sequences.put(sequence.name(), sequence);
                    if (owner == null) {
                        descriptions.add("sequence " + sequence.name());
                    } else {
                        describePart(owner.table(), "sequence " + sequence.name());
                    }
                }
            }
            return sequences;
        }

        private SortedMap<QualifiedName, CompositeType> composites(Schema withTables) {
            TreeMap<QualifiedName, CompositeType> composites = new TreeMap<>(model.composites());
            for (CompositeType type : database.composites().values()) {
                boolean stays = created.composite(type.name()).isEmpty() || isUsed(withTables, type.name());
                if (stays && model.composite(type.name()).isEmpty()) {
                    composites.put(type.name(), type);
                    descriptions.add("type " + type.name());
                }
            }
            return composites;
        }

        private boolean isUsed(Schema withTables, QualifiedName type) {
            List<Column> columns = withTables.tables().values().stream()
                    .flatMap(table -> table.columns().stream())
                    .toList();
            return uses(database, columns, type);
        }

        private SortedMap<QualifiedName, EnumType> enums(Schema withTables) {
            TreeMap<QualifiedName, EnumType> enums = new TreeMap<>(model.enums());
            for (EnumType type : database.enums().values()) {
                boolean stays = created.enumType(type.name()).isEmpty() || isUsed(withTables, type.name());
                if (stays && model.enumType(type.name()).isEmpty()) {
                    enums.put(type.name(), type);
                    descriptions.add("type " + type.name());
                }
            }
            return enums;
        }
    }
}
