package dev.albedo.snapshot;

import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
     */
    public record Primitive(
            @Nullable String value, @Nullable String rows, List<String> embedded) {
        public Primitive {
            embedded = List.copyOf(embedded);
        }
    }

    /**
     * The constants of an enum, or the classes that a discriminator tells apart.
     *
     * @param names in the order of their ordinals, or of their names
     * @param stored how the model stores each of them, as SQL literals in the same order
     */
    public record Constants(List<String> names, List<String> stored) {
        public Constants {
            names = List.copyOf(names);
            stored = List.copyOf(stored);
            if (names.size() != stored.size()) {
                throw new IllegalArgumentException(
                        "an enum or discriminator with " + names + " does not store " + stored);
            }
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
