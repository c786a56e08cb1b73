package dev.albedo.snapshot;

import dev.albedo.schema.QualifiedName;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the model's Java code says of the values of columns. It is no part of the schema, since no database knows it, but it
 * is what old rows can get where they have nothing, and what their values mean.
 *
 * @param byTable the constants that fields are initialised with, such as {@code private int stars = 3}, as SQL literals by
 *     table and column
 * @param primitives the columns that may be NULL and whose Java type cannot be {@code null}
 * @param enums the columns of attributes whose type is a Java enum
 */
public record InitialValues(
        SortedMap<QualifiedName, SortedMap<String, String>> byTable,
        SortedMap<QualifiedName, SortedMap<String, Primitive>> primitives,
        SortedMap<QualifiedName, SortedMap<String, Constants>> enums) {

    /** None is known. */
    public static final InitialValues NONE =
            new InitialValues(Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap());

    public InitialValues {
        byTable = copy(byTable);
        primitives = copy(primitives);
        enums = copy(enums);
    }

    /**
     * A column that may be NULL in the database and never is in Java, so that a row without a value cannot be loaded.
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
     * The constants of an enum.
     *
     * @param names in the order of their ordinals
     * @param stored how the model stores each of them, as SQL literals in the same order
     */
    public record Constants(List<String> names, List<String> stored) {
        public Constants {
            names = List.copyOf(names);
            stored = List.copyOf(stored);
            if (names.size() != stored.size()) {
                throw new IllegalArgumentException("an enum with the constants " + names + " does not store " + stored);
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
        return new InitialValues(with(byTable, table, column, literal), primitives, enums);
    }

    /** These and a column that is never {@code null} in Java. */
    public InitialValues and(QualifiedName table, String column, Primitive primitive) {
        return new InitialValues(byTable, with(primitives, table, column, primitive), enums);
    }

    /** These and a column with the constants of an enum. */
    public InitialValues and(QualifiedName table, String column, Constants constants) {
        return new InitialValues(byTable, primitives, with(enums, table, column, constants));
    }

    /** The initial value of a column as a SQL literal, if one is known. */
    public Optional<String> find(QualifiedName table, String column) {
        return find(byTable, table, column);
    }

    /** What is to be known of a column that may be NULL and is never {@code null} in Java. */
    public Optional<Primitive> primitive(QualifiedName table, String column) {
        return find(primitives, table, column);
    }

    /** The constants of a column whose attribute is a Java enum. */
    public Optional<Constants> constants(QualifiedName table, String column) {
        return find(enums, table, column);
    }
}
