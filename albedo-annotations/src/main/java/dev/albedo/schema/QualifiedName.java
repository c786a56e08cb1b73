package dev.albedo.schema;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, sequence or type, with its schema where that is not the default one.
 *
 * <p>Names are kept exactly as the database stores them; quoting is the dialect's business.
 *
 * @param schema the schema, or {@code null} for the default schema of the connection
 * @param name the name within the schema, never empty
 */
public record QualifiedName(@Nullable String schema, String name) implements Comparable<QualifiedName> {

    private static final Comparator<QualifiedName> ORDER = Comparator.comparing(
                    QualifiedName::schema, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
            .thenComparing(QualifiedName::name);

    public QualifiedName {
        if (schema != null && schema.isEmpty()) {
            throw new IllegalArgumentException("a schema name is empty; use null for the default schema");
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a name is empty");
        }
    }

    /** A name in the default schema; dots in it are part of the name. */
    public static QualifiedName of(String name) {
        return new QualifiedName(null, name);
    }

    /**
     * Reads the spelling that {@link #toString} prints: {@code customer}, {@code shop.customer}, or with double quotes
     * around a part that has a dot or a quote in it.
     *
     * @throws IllegalArgumentException if there are more than two parts, an empty part or an unclosed quote
     */
    public static QualifiedName parse(String text) {
        String first = null;
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    part.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == '.' && !quoted) {
                if (first != null) {
                    throw new IllegalArgumentException("the name " + text + " has more than two parts");
                }
                first = part.toString();
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("the name " + text + " has an unclosed quote");
        }
        return new QualifiedName(first, part.toString());
    }

    /** The same schema, another name. */
    public QualifiedName sibling(String otherName) {
        return new QualifiedName(schema, otherName);
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return schema == null ? spell(name) : spell(Objects.requireNonNull(schema)) + "." + spell(name);
    }

    private static String spell(String part) {
        return part.indexOf('.') < 0 && part.indexOf('"') < 0 ? part : '"' + part.replace("\"", "\"\"") + '"';
    }
}
