package dev.albedo.origin;

import dev.albedo.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table, or a column of one.
 *
 * @param table the table
 * @param column the column, or {@code null} for the table as a whole
 */
public record Place(QualifiedName table, @Nullable String column) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::table)
            .thenComparing(Place::column, Comparator.nullsFirst(Comparator.<String>naturalOrder()));

    public static Place of(QualifiedName table) {
        return new Place(table, null);
    }

    public static Place of(QualifiedName table, String column) {
        return new Place(table, column);
    }

    /** Reads a table as {@link #toString} prints it. */
    static Place parseTable(String text) {
        return of(QualifiedName.parse(text));
    }

    /**
     * Reads a column as {@link #toString} prints it.
     *
     * @throws IllegalArgumentException if it has not two or three parts
     */
    static Place parseColumn(String text) {
        List<Integer> dots = new ArrayList<>();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (text.charAt(i) == '.' && !quoted) {
                dots.add(i);
            }
        }
        if (dots.isEmpty() || dots.size() > 2) {
            throw new IllegalArgumentException(text + " is not a column and its table");
        }
        int last = dots.get(dots.size() - 1);
        return of(
                QualifiedName.parse(text.substring(0, last)),
                QualifiedName.parse(text.substring(last + 1)).name());
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code customer}, {@code customer.email}, {@code shop.customer.email}; quotes as in {@link QualifiedName}. */
    @Override
    public String toString() {
        return column == null ? table.toString() : table + "." + QualifiedName.of(column);
    }
}
