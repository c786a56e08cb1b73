package dev.albedo.maven.goal.plan;

import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import dev.albedo.spi.ComparedObject;
import dev.albedo.spi.ComparedObject.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The two sides of a comparison as hooks let them be compared.
 *
 * @param existing what there is
 * @param expected what is expected, of the same types where a hook calls them the same
 */
record ComparedPair(Schema existing, Schema expected) {

    /** What hooks leave of two sides in which the same thing has the same name. What has no name yet is left. */
    static ComparedPair of(Hooks hooks, Schema there, Schema wanted) {
        return hooks.isEmpty() ? new ComparedPair(there, wanted) : new Choice(hooks, there, wanted).sides();
    }

    /**
     * What may be dropped, without what hooks leave out: nobody need be asked whether that was renamed.
     *
     * @param created what may be dropped otherwise, or nothing if everything may be
     */
    static Optional<Schema> droppable(Hooks hooks, Schema there, Schema wanted, Optional<Schema> created) {
        if (hooks.isEmpty()) {
            return created;
        }
        Schema compared = of(hooks, there, wanted).existing();
        return Optional.of(created.orElse(compared).tables(tables(created.orElse(compared), there, compared)));
    }

    private static SortedMap<QualifiedName, Table> tables(Schema of, Schema there, Schema compared) {
        TreeMap<QualifiedName, Table> left = new TreeMap<>(of.tables());
        left.keySet()
                .removeIf(name ->
                        there.table(name).isPresent() && compared.table(name).isEmpty());
        left.replaceAll((name, table) -> table.columns(table.columns().stream()
                .filter(column -> there.column(name, column.name()).isEmpty()
                        || compared.column(name, column.name()).isPresent())
                .toList()));
        return left;
    }

    /** Asks about each object of either side once. */
    private record Choice(Hooks hooks, Schema there, Schema wanted) {

        private boolean include(
                Kind kind,
                @Nullable String schema,
                @Nullable String table,
                String name,
                Optional<?> existing,
                Optional<?> expected) {
            return hooks.include(
                    new ComparedObject(kind, schema, table, name, existing.orElse(null), expected.orElse(null)));
        }

        ComparedPair sides() {
            Set<String> hidden = new HashSet<>();
            for (String name : union(there.schemas(), wanted.schemas())) {
                Optional<String> known = Optional.of(name);
                if (!include(
                        Kind.SCHEMA,
                        null,
                        null,
                        name,
                        known.filter(each -> there.schemas().contains(each)),
                        known.filter(each -> wanted.schemas().contains(each)))) {
                    hidden.add(name);
                }
            }
            TreeMap<QualifiedName, Table> before = new TreeMap<>();
            TreeMap<QualifiedName, Table> after = new TreeMap<>();
            for (QualifiedName name : left(Kind.TABLE, hidden, Schema::tables)) {
                Parts parts = new Parts(this, name, there.table(name), wanted.table(name));
                parts.existing().ifPresent(table -> before.put(name, table));
                parts.expected().ifPresent(table -> after.put(name, table));
            }
            Set<QualifiedName> sequences = left(Kind.SEQUENCE, hidden, Schema::sequences);
            Set<QualifiedName> types = left(Kind.ENUM, hidden, Schema::enums);
            types.addAll(left(Kind.COMPOSITE, hidden, Schema::composites));
            return new ComparedPair(
                    schema(there, hidden, before, sequences, types), schema(wanted, hidden, after, sequences, types));
        }

        private <T> Set<QualifiedName> left(
                Kind kind, Set<String> hidden, Function<Schema, SortedMap<QualifiedName, T>> objects) {
            SortedMap<QualifiedName, T> existing = objects.apply(there);
            SortedMap<QualifiedName, T> expected = objects.apply(wanted);
            Set<QualifiedName> left = union(existing.keySet(), expected.keySet());
            left.removeIf(name -> (name.schema() != null && hidden.contains(name.schema()))
                    || !include(
                            kind,
                            name.schema(),
                            null,
                            name.name(),
                            Optional.ofNullable(existing.get(name)),
                            Optional.ofNullable(expected.get(name))));
            return left;
        }

        private static Schema schema(
                Schema side,
                Set<String> hidden,
                SortedMap<QualifiedName, Table> tables,
                Set<QualifiedName> sequences,
                Set<QualifiedName> types) {
            TreeSet<String> schemas = new TreeSet<>(side.schemas());
            schemas.removeAll(hidden);
            TreeMap<QualifiedName, Sequence> sequencesLeft = new TreeMap<>(side.sequences());
            sequencesLeft
                    .values()
                    .removeIf(sequence -> !sequences.contains(sequence.name())
                            || (has(side.tables(), sequence.ownedBy()) && !has(tables, sequence.ownedBy())));
            TreeMap<QualifiedName, EnumType> enumsLeft = new TreeMap<>(side.enums());
            enumsLeft.keySet().retainAll(types);
            TreeMap<QualifiedName, CompositeType> compositesLeft = new TreeMap<>(side.composites());
            compositesLeft.keySet().retainAll(types);
            return new Schema(schemas, tables, sequencesLeft, enumsLeft, compositesLeft);
        }

        private static boolean has(SortedMap<QualifiedName, Table> tables, Sequence.@Nullable Owner owner) {
            Table table = owner == null ? null : tables.get(owner.table());
            return owner != null
                    && table != null
                    && table.column(owner.column()).isPresent();
        }
    }

    private static <T extends Comparable<T>> Set<T> union(Collection<T> one, Collection<T> other) {
        Set<T> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    /** A table of either side, and what is left of its parts: all of them where the model does not expect the table. */
    private record Parts(Choice choice, QualifiedName name, Optional<Table> before, Optional<Table> after) {

        Optional<Table> existing() {
            return after.isEmpty() ? before : before.map(table -> left(table, hidden()));
        }

        Optional<Table> expected() {
            return after.map(table -> left(table, hidden())).map(this::sameTypes);
        }

        private Set<String> hidden() {
            Set<String> hidden = new HashSet<>();
            Set<String> names = new TreeSet<>();
            before.ifPresent(table -> table.columns().forEach(column -> names.add(column.name())));
            after.ifPresent(table -> table.columns().forEach(column -> names.add(column.name())));
            for (String column : names) {
                if (!include(Kind.COLUMN, column, table -> table.column(column))) {
                    hidden.add(column);
                }
            }
            return hidden;
        }

        private boolean include(Kind kind, @Nullable String part, Function<Table, Optional<?>> find) {
            return part == null
                    || choice.include(
                            kind, name.schema(), name.name(), part, before.flatMap(find), after.flatMap(find));
        }

        private Table left(Table table, Set<String> hidden) {
            List<Column> columns = new ArrayList<>(table.columns());
            columns.removeIf(column -> hidden.contains(column.name()));
            List<Constraint> constraints = new ArrayList<>(table.constraints());
            constraints.removeIf(constraint -> constraint.columns().stream().anyMatch(hidden::contains)
                    || !include(
                            Kind.CONSTRAINT,
                            constraint.name(),
                            side -> side.constraint(String.valueOf(constraint.name()))));
            List<Index> indexes = new ArrayList<>(table.indexes());
            indexes.removeIf(index -> index.include().stream().anyMatch(hidden::contains)
                    || index.parts().stream().anyMatch(part -> !part.isExpression() && hidden.contains(part.text()))
                    || !include(Kind.INDEX, index.name(), side -> side.index(String.valueOf(index.name()))));
            return table.columns(columns).constraints(constraints).indexes(indexes);
        }

        private Table sameTypes(Table expected) {
            return expected.columns(expected.columns().stream()
                    .map(column -> before.flatMap(table -> table.column(column.name()))
                            .filter(existing -> !existing.type().equals(column.type())
                                    && choice.hooks.isSameType(name, existing, column))
                            .map(existing -> column.type(existing.type()))
                            .orElse(column))
                    .toList());
        }
    }
}
