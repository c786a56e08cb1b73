package dev.albedo.origin;

import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table, a column of one, a sequence, or an enum type.
 *
 * @param kind which of them
 * @param name of the table, sequence or type
 * @param column the column, or {@code null} if it is none
 */
public record Place(Kind kind, QualifiedName name, @Nullable String column) implements Comparable<Place> {

    /** What is somewhere. */
    public enum Kind {
        TABLE,
        COLUMN,
        SEQUENCE,
        ENUM_TYPE
    }

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::name)
            .thenComparing(Place::column, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(Place::kind);

    public Place {
        if ((kind == Kind.COLUMN) != (column != null)) {
            throw new IllegalArgumentException("a column is a place with a column, and nothing else is: " + name);
        }
    }

    public static Place of(QualifiedName table) {
        return new Place(Kind.TABLE, table, null);
    }

    public static Place of(QualifiedName table, String column) {
        return new Place(Kind.COLUMN, table, column);
    }

    public static Place ofSequence(QualifiedName sequence) {
        return new Place(Kind.SEQUENCE, sequence, null);
    }

    public static Place ofEnumType(QualifiedName type) {
        return new Place(Kind.ENUM_TYPE, type, null);
    }

    public boolean isTable() {
        return kind == Kind.TABLE;
    }

    public boolean isColumn() {
        return kind == Kind.COLUMN;
    }

    /** Returns the column that is here in a schema; nothing if it is not there, or if this is no place of a column. */
    public Optional<Column> columnIn(Schema schema) {
        return column == null ? Optional.empty() : schema.column(name, column);
    }

    public boolean isEnumType() {
        return kind == Kind.ENUM_TYPE;
    }

    public boolean isSequence() {
        return kind == Kind.SEQUENCE;
    }

    /** {@code table}, {@code column}, {@code sequence} or {@code enum type}. */
    public String describeKind() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The name of a column in its table, of anything else in its schema. */
    public String lastName() {
        return column == null ? name.name() : column;
    }

    /** The same with another {@link #lastName}. */
    public Place sibling(String lastName) {
        return column == null ? new Place(kind, name.sibling(lastName), null) : of(name, lastName);
    }

    /** Whether another place is of the same kind and in the same table, or else schema, so that a rename leads there. */
    public boolean isSibling(Place other) {
        return other.kind == kind && other.equals(sibling(other.lastName()));
    }

    /**
     * Reads a column as {@link #toString} prints it.
     *
     * @throws IllegalArgumentException if it has not two or three parts
     */
    public static Place parseColumn(String text) {
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
        return column == null ? name.toString() : name + "." + QualifiedName.of(column);
    }
}
