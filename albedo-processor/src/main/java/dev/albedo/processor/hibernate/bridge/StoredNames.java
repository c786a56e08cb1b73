package dev.albedo.processor.hibernate.bridge;

import dev.albedo.dialect.Dialects;
import dev.albedo.internal.sql.SqlText;
import dev.albedo.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hibernate.boot.model.naming.Identifier;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL makes of a name as Hibernate writes it (PostgreSQL manual, section 4.1.1). */
final class StoredNames {

    private static final int MAX_BYTES = Dialects.spelling().longestName();

    private final @Nullable String hibernateDefault;
    private final String connectionDefault;

    /**
     * Names within a default schema.
     *
     * @param hibernateDefault {@code hibernate.default_schema}
     * @param connectionDefault the schema that means no schema
     */
    StoredNames(@Nullable String hibernateDefault, String connectionDefault) {
        this.hibernateDefault =
                hibernateDefault == null || hibernateDefault.isBlank() ? null : stored(hibernateDefault);
        this.connectionDefault = connectionDefault;
    }

    /** A table or sequence. */
    QualifiedName qualified(@Nullable Identifier schema, Identifier name) {
        return new QualifiedName(schema(schema), stored(name));
    }

    /** A name as a statement spells it that Hibernate runs as it is: {@code hibernate.default_schema} does not matter. */
    QualifiedName inText(List<String> parts) {
        return new QualifiedName(parts.size() > 1 ? known(parts.get(0)) : null, parts.get(parts.size() - 1));
    }

    /** The setting {@code hibernate.default_schema} as the database stores it. */
    @Nullable
    String hibernateDefault() {
        return hibernateDefault;
    }

    /** A schema, {@code null} if it is the connection's current one. */
    @Nullable
    String schema(@Nullable Identifier schema) {
        return known(schema == null ? hibernateDefault : stored(schema));
    }

    /** A schema as the database stores it, {@code null} if it is the connection's current one. */
    @Nullable
    String known(@Nullable String stored) {
        return stored == null || stored.equals(connectionDefault) ? null : stored;
    }

    static String stored(Identifier identifier) {
        return identifier.isQuoted() ? cut(identifier.getText()) : cut(SqlText.folded(identifier.getText()));
    }

    /** A name as it stands in SQL: between quotes as it is, otherwise in lower case. */
    static String stored(String sql) {
        String text = sql.strip();
        if (text.length() > 1 && (text.startsWith("\"") || text.startsWith("`"))) {
            String quote = text.substring(0, 1);
            String inner = text.substring(1, text.endsWith(quote) ? text.length() - 1 : text.length());
            return cut(inner.replace(quote + quote, quote));
        }
        return cut(SqlText.folded(text));
    }

    /** PostgreSQL cuts names that are too long, between two characters. */
    static String cut(String name) {
        if (name.length() * 3 <= MAX_BYTES || name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES) {
            return name;
        }
        StringBuilder kept = new StringBuilder();
        int bytes = 0;
        for (int codePoint : name.codePoints().toArray()) {
            int size = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > MAX_BYTES) {
                break;
            }
            bytes += size;
            kept.appendCodePoint(codePoint);
        }
        return kept.toString();
    }
}
