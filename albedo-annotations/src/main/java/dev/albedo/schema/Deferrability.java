package dev.albedo.schema;

/** When a constraint is checked (PostgreSQL manual, SET CONSTRAINTS). */
public enum Deferrability {
    /** At each statement, always. */
    NOT_DEFERRABLE,
    /** At each statement, unless the transaction defers it. */
    INITIALLY_IMMEDIATE,
    /** At commit. */
    INITIALLY_DEFERRED
}
