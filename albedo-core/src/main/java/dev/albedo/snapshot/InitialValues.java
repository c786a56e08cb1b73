package dev.albedo.snapshot;

import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the model's Java code says of the values of columns. It is no part of the schema, since no database knows it, but it
 * is what old rows can get where they have nothing, and what their values mean.
 *
 * @param byTable what rows can get as they are, as SQL by table and column: the constants that fields are initialised with,
 *     such as {@code private int stars = 3}, and what Hibernate itself begins with, such as version 0
 * @param primitives the columns whose Java type cannot be {@code null}: those that may be NULL, and the required ones that
 *     nothing gives a value
 * @param enums the columns of attributes whose type is a Java enum
 * @param discriminators the columns that say of which class a row is: the names of the classes, and what stands for each
 */
public record InitialValues(
        SortedMap<QualifiedName, SortedMap<String, String>> byTable,
        SortedMap<QualifiedName, SortedMap<String, Primitive>> primitives,
        SortedMap<QualifiedName, SortedMap<String, Constants>> enums,
        SortedMap<QualifiedName, SortedMap<String, Constants>> discriminators) {

    /** None is known. */
    public static final InitialValues NONE = new InitialValues(
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap());

    public InitialValues {
        byTable = copy(byTable);
        primitives = copy(primitives);
        enums = copy(enums);
        discriminators = copy(discriminators);
    }

    /**
     * A column that is never {@code null} in Java, so that a row without a value cannot be loaded.
     *
     * @param value what rows without a value can get, as a SQL literal: the initial value, or Java's default; {@code null} if
     *     it has no literal
     * @param rows a SQL condition: the rows that belong to a class with the attribute; {@code null} for all
     * @param embedded the other columns of the embeddable that has the attribute: where all of them are NULL there is no
     *     such object, and nothing to load; empty for an attribute of an entity
     * @param isNew whether the attribute could be {@code null} when the newest migration was written, so that rows may have
     *     no value
     */
    public record Primitive(
            @Nullable String value, @Nullable String rows, List<String> embedded, boolean isNew) {
        public Primitive {
            embedded = List.copyOf(embedded);
        }

        /** A column of which it is not known whether its attribute could be {@code null} before. */
        public Primitive(@Nullable String value, @Nullable String rows, List<String> embedded) {
            this(value, rows, embedded, false);
        }
    }

    /**
     * The constants of an enum, or the classes that a discriminator tells apart.
     *
     * @param names in the order of their ordinals, or of their names
     * @param stored how the model stores each of them, as SQL literals in the same order
     * @param before the numbers by which the newest migration stored the constants of then, by their names; {@code null} if
     *     that is not known, or if it stored no numbers
     */
    public record Constants(
            List<String> names,
            List<String> stored,
            @Nullable Map<String, String> before) {
        public Constants {
            names = List.copyOf(names);
            stored = List.copyOf(stored);
            before = before == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(before));
            if (names.size() != stored.size()) {
                throw new IllegalArgumentException(
                        "an enum or discriminator with " + names + " does not store " + stored);
            }
        }

        /** Constants of which it is not known how they were stored before. */
        public Constants(List<String> names, List<String> stored) {
            this(names, stored, null);
        }

        /** Whether they are stored as numbers, such as their ordinals, which say nothing without the enum. */
        public boolean areNumbers() {
            return stored.stream().noneMatch(literal -> literal.startsWith("'"));
        }

        /** Returns what stands for each constant, by its name. */
        public Map<String, String> byName() {
            Map<String, String> byName = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                byName.put(names.get(i), stored.get(i));
            }
            return byName;
        }

        /** Whether constants are gone and others are there, which may be the same ones under other names. */
        public boolean areExchanged() {
            return before != null
                    && !names.containsAll(before.keySet())
                    && !before.keySet().containsAll(names);
        }

        private Constants since(@Nullable Map<String, String> earlier) {
            return new Constants(names, stored, earlier);
        }

        private Constants reversed() {
            return before == null || !areNumbers()
                    ? this
                    : new Constants(List.copyOf(before.keySet()), List.copyOf(before.values()), byName());
        }
    }

    private static <V> SortedMap<QualifiedName, SortedMap<String, V>> copy(
            SortedMap<QualifiedName, SortedMap<String, V>> map) {
        TreeMap<QualifiedName, SortedMap<String, V>> copy = new TreeMap<>();
        map.forEach((table, columns) -> copy.put(table, Collections.unmodifiableSortedMap(new TreeMap<>(columns))));
        return Collections.unmodifiableSortedMap(copy);
    }

    private static <V> SortedMap<QualifiedName, SortedMap<String, V>> with(
            SortedMap<QualifiedName, SortedMap<String, V>> map, QualifiedName table, String column, V value) {
        TreeMap<QualifiedName, SortedMap<String, V>> more = new TreeMap<>(map);
        more.put(table, new TreeMap<>(more.getOrDefault(table, Collections.emptySortedMap())));
        more.get(table).put(column, value);
        return more;
    }

    private static <V> Optional<V> find(
            SortedMap<QualifiedName, SortedMap<String, V>> map, QualifiedName table, String column) {
        SortedMap<String, V> columns = map.get(table);
        return columns == null ? Optional.empty() : Optional.ofNullable(columns.get(column));
    }

    /** The initial value of one column. */
    public static InitialValues of(String table, String column, String literal) {
        return NONE.and(QualifiedName.parse(table), column, literal);
    }

    /** These and the initial value of another column. */
    public InitialValues and(QualifiedName table, String column, String literal) {
        return new InitialValues(with(byTable, table, column, literal), primitives, enums, discriminators);
    }

    /** These and a column that is never {@code null} in Java. */
    public InitialValues and(QualifiedName table, String column, Primitive primitive) {
        return new InitialValues(byTable, with(primitives, table, column, primitive), enums, discriminators);
    }

    /** These and a column with the constants of an enum. */
    public InitialValues and(QualifiedName table, String column, Constants constants) {
        return new InitialValues(byTable, primitives, with(enums, table, column, constants), discriminators);
    }

    /** These and a column that says of which class a row is. */
    public InitialValues discriminator(QualifiedName table, String column, Constants classes) {
        return new InitialValues(byTable, primitives, enums, with(discriminators, table, column, classes));
    }

    /**
     * The same, and what discriminator columns that are new say of the rows of before. That is known where one class of those
     * that share the table had a table then, and no column of that table may have told classes apart: all came from
     * attributes.
     *
     * @param past where classes were mapped to then
     * @param before the schema then
     */
    public InitialValues since(Origins past, Schema before) {
        Map<String, List<Place>> places = past.placesByOrigin();
        InitialValues all = this;
        for (Map.Entry<QualifiedName, SortedMap<String, Constants>> table : discriminators.entrySet()) {
            for (Map.Entry<String, Constants> column : table.getValue().entrySet()) {
                Constants classes = column.getValue();
                List<String> mapped = classes.names().stream()
                        .filter(name ->
                                places.getOrDefault(name, List.of()).stream().anyMatch(Place::isTable))
                        .toList();
                if (mapped.size() == 1
                        && places.getOrDefault(mapped.get(0), List.of()).stream()
                                .allMatch(place -> isOfOne(place, past, before))) {
                    String value = classes.stored().get(classes.names().indexOf(mapped.get(0)));
                    all = all.and(table.getKey(), column.getKey(), value);
                }
            }
        }
        return all;
    }

    private static boolean isOfOne(Place table, Origins past, Schema before) {
        return before.table(table.name())
                .filter(found -> found.columns().stream()
                        .noneMatch(column ->
                                past.of(Place.of(table.name(), column.name())).isEmpty()))
                .isPresent();
    }

    /** Returns the numbers that stand for constants of enums, for each column that stores such. */
    public SortedMap<Place, Map<String, String>> numbers() {
        TreeMap<Place, Map<String, String>> numbers = new TreeMap<>();
        enums.forEach((table, columns) -> columns.forEach((column, constants) -> {
            if (constants.areNumbers()) {
                numbers.put(Place.of(table, column), constants.byName());
            }
        }));
        return numbers;
    }

    /** Returns the SQL literals that stand for classes, by their names, for each discriminator column. */
    public SortedMap<Place, Map<String, String>> classes() {
        TreeMap<Place, Map<String, String>> classes = new TreeMap<>();
        discriminators.forEach((table, columns) ->
                columns.forEach((column, known) -> classes.put(Place.of(table, column), known.byName())));
        return classes;
    }

    /**
     * Returns the same, with the numbers that stood for constants of enums when the newest migration was written.
     *
     * @param earlier what {@link #numbers} returned then
     */
    public InitialValues since(Map<Place, Map<String, String>> earlier) {
        return constants((place, constants) -> constants.since(earlier.get(place)));
    }

    /**
     * Returns the same, with the columns whose attribute could be {@code null} before and cannot now.
     *
     * @param nullable whether a column was one of such an attribute
     */
    public InitialValues since(Predicate<Place> nullable) {
        TreeMap<QualifiedName, SortedMap<String, Primitive>> all = new TreeMap<>();
        primitives.forEach((table, columns) -> {
            TreeMap<String, Primitive> changed = new TreeMap<>(columns);
            changed.replaceAll((column, known) -> nullable.test(Place.of(table, column))
                    ? new Primitive(known.value(), known.rows(), known.embedded(), true)
                    : known);
            all.put(table, changed);
        });
        return new InitialValues(byTable, all, enums, discriminators);
    }

    /** Returns the same for the way back: the constants that were are those that will be. */
    public InitialValues reversed() {
        TreeMap<QualifiedName, SortedMap<String, Primitive>> old = new TreeMap<>();
        primitives.forEach((table, columns) -> {
            TreeMap<String, Primitive> kept = new TreeMap<>(columns);
            kept.values().removeIf(Primitive::isNew);
            old.put(table, kept);
        });
        return new InitialValues(byTable, old, enums, discriminators)
                .constants((place, constants) -> constants.reversed());
    }

    /** Returns the same without what was before in some columns, because their rows are converted already. */
    public InitialValues settled(Set<Place> columns) {
        return constants((place, constants) -> columns.contains(place) ? constants.since(null) : constants);
    }

    private InitialValues constants(BiFunction<Place, Constants, Constants> changed) {
        TreeMap<QualifiedName, SortedMap<String, Constants>> all = new TreeMap<>();
        enums.forEach((table, columns) -> {
            TreeMap<String, Constants> byColumn = new TreeMap<>(columns);
            byColumn.replaceAll((column, constants) -> changed.apply(Place.of(table, column), constants));
            all.put(table, byColumn);
        });
        return new InitialValues(byTable, primitives, all, discriminators);
    }

    /** The initial value of a column as a SQL literal, if one is known. */
    public Optional<String> find(QualifiedName table, String column) {
        return find(byTable, table, column);
    }

    /** What is to be known of a column that is never {@code null} in Java. */
    public Optional<Primitive> primitive(QualifiedName table, String column) {
        return find(primitives, table, column);
    }

    /** The constants of a column whose attribute is a Java enum. */
    public Optional<Constants> constants(QualifiedName table, String column) {
        return find(enums, table, column);
    }
}
