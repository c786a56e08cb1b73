package dev.albedo.diff;

/** What a change of a column means for whatever uses the column; each more than the one before. */
enum Impact {
    /** The column stays what it is: type, values. */
    NONE,
    /** The same type with other arguments, another collation, or an enum type that gets other values. */
    RESIZED,
    /** Another type: SQL and foreign keys that were right for the old one may not be for the new one. */
    RETYPED,
    /** Another column, or none: dropped, computed otherwise. */
    REPLACED
}
