package dev.albedo.snapshot;

import dev.albedo.schema.QualifiedName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a new object has in a column before anybody sets it, because its field is initialised with a constant:
 * {@code private int stars = 3}. It is no part of the schema, since no database knows it, but it is what old rows can get
 * where they have nothing.
 *
 * @param byTable SQL literals by table and column
 */
public record InitialValues(SortedMap<QualifiedName, SortedMap<String, String>> byTable) {

    /** None is known. */
    public static final InitialValues NONE = new InitialValues(Collections.emptySortedMap());

    public InitialValues {
        TreeMap<QualifiedName, SortedMap<String, String>> copy = new TreeMap<>();
        byTable.forEach((table, columns) -> copy.put(table, Collections.unmodifiableSortedMap(new TreeMap<>(columns))));
        byTable = Collections.unmodifiableSortedMap(copy);
    }

    /** That of one column. */
    public static InitialValues of(String table, String column, String literal) {
        return NONE.and(QualifiedName.parse(table), column, literal);
    }

    /** These and that of another column. */
    public InitialValues and(QualifiedName table, String column, String literal) {
        TreeMap<QualifiedName, SortedMap<String, String>> more = new TreeMap<>(byTable);
        more.put(table, new TreeMap<>(more.getOrDefault(table, Collections.emptySortedMap())));
        more.get(table).put(column, literal);
        return new InitialValues(more);
    }

    /** The SQL literal for a column, if one is known. */
    public Optional<String> find(QualifiedName table, String column) {
        return Optional.ofNullable(byTable.getOrDefault(table, Collections.emptySortedMap()))
                .map((Map<String, String> columns) -> columns.get(column));
    }
}
