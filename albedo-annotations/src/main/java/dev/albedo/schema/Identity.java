package dev.albedo.schema;

/**
 * An identity column's options (PostgreSQL manual section 5.3).
 *
 * @param kind who may give a value
 * @param options of the sequence behind the column
 */
public record Identity(Kind kind, SequenceOptions options) {

    /** Who may give a value. */
    public enum Kind {
        /** Only the database, unless a statement says OVERRIDING SYSTEM VALUE. */
        ALWAYS,
        /** The database where the statement gives none. */
        BY_DEFAULT
    }

    public Identity options(SequenceOptions changed) {
        return new Identity(kind, changed);
    }
}
