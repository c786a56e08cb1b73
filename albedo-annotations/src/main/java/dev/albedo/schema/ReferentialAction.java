package dev.albedo.schema;

/** What happens to the referencing rows when a referenced row is deleted or its key updated (SQL standard names). */
public enum ReferentialAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT
}
