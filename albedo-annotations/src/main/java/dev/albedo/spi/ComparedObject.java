package dev.albedo.spi;

import org.jspecify.annotations.Nullable;

/**
 * An object that the comparison is about to look at: on one side or, with the same name, on both.
 *
 * @param kind what it is
 * @param schema the schema it is in; {@code null} for the default one, and for a schema itself
 * @param table the table that a column, constraint or index is of; {@code null} for the others
 * @param name its own name
 * @param existing as it is in the database, or as the migrations made it where no database is asked; {@code null} if it is
 *     not there. A {@code Table}, {@code Column}, {@code Constraint}, {@code Index}, {@code Sequence}, {@code EnumType} or
 *     {@code CompositeType} of {@code dev.albedo.schema}, of a schema its name
 * @param expected as the model expects it; {@code null} if it does not
 */
public record ComparedObject(
        Kind kind,
        @Nullable String schema,
        @Nullable String table,
        String name,
        @Nullable Object existing,
        @Nullable Object expected) {

    /** What an object can be. */
    public enum Kind {
        SCHEMA,
        TABLE,
        COLUMN,
        CONSTRAINT,
        INDEX,
        SEQUENCE,
        ENUM,
        COMPOSITE
    }

    /** In words: {@code column shop.customer.email}. */
    public String describe() {
        StringBuilder words = new StringBuilder(
                switch (kind) {
                    case SCHEMA -> "schema ";
                    case TABLE -> "table ";
                    case COLUMN -> "column ";
                    case CONSTRAINT -> "constraint ";
                    case INDEX -> "index ";
                    case SEQUENCE -> "sequence ";
                    case ENUM -> "enum type ";
                    case COMPOSITE -> "composite type ";
                });
        for (String part : new String[] {schema, table}) {
            words.append(part == null ? "" : part + ".");
        }
        return words.append(name).toString();
    }
}
