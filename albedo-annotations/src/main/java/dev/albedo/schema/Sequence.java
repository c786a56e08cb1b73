package dev.albedo.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence that stands alone or is owned by a column; not the one behind an identity column.
 *
 * @param name the name
 * @param type {@code bigint} unless said otherwise
 * @param options how it counts
 * @param ownedBy the column with which the database drops it, if any
 * @param comment what {@code COMMENT ON SEQUENCE} says
 */
public record Sequence(
        QualifiedName name,
        SqlType type,
        SequenceOptions options,
        @Nullable Owner ownedBy,
        @Nullable String comment) {

    /**
     * The column that owns a sequence.
     *
     * @param table its table
     * @param column its name
     */
    public record Owner(QualifiedName table, String column) {}

    public Sequence named(QualifiedName changed) {
        return new Sequence(changed, type, options, ownedBy, comment);
    }

    public Sequence type(SqlType changed) {
        return new Sequence(name, changed, options, ownedBy, comment);
    }

    public Sequence options(SequenceOptions changed) {
        return new Sequence(name, type, changed, ownedBy, comment);
    }

    public Sequence startWith(long changed) {
        return options(options.startWith(changed));
    }

    public Sequence incrementBy(long changed) {
        return options(options.incrementBy(changed));
    }

    public Sequence ownedBy(String table, String column) {
        return ownedBy(new Owner(QualifiedName.parse(table), column));
    }

    public Sequence ownedBy(@Nullable Owner changed) {
        return new Sequence(name, type, options, changed, comment);
    }

    public Sequence comment(@Nullable String changed) {
        return new Sequence(name, type, options, ownedBy, changed);
    }
}
