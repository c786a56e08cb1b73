package dev.albedo.diff;

/**
 * When an operation has its turn. What stands in the way goes first, what nothing needs any more goes last, so that
 * whoever reviews a migration can move data between what is new and what is about to go.
 */
enum Phase {
    CREATE_SCHEMA,
    DROP_FOREIGN_KEY,
    DROP_INDEX,
    DROP_CONSTRAINT,
    RELEASE_SEQUENCE,
    RELEASE_DEFAULT,
    DROP_COMPUTED_COLUMN,
    CREATE_ENUM,
    ALTER_ENUM,
    CREATE_COMPOSITE,
    ALTER_COMPOSITE,
    CREATE_SEQUENCE,
    ALTER_SEQUENCE,
    CREATE_TABLE,
    COMMENT_TABLE,
    ADD_COLUMN,
    ALTER_COLUMN,
    ADD_COMPUTED_COLUMN,
    ALTER_COMPUTED_COLUMN,
    OWN_SEQUENCE,
    ADD_CONSTRAINT,
    CREATE_INDEX,
    ADD_FOREIGN_KEY,
    DROP_COLUMN,
    DROP_TABLE,
    DROP_SEQUENCE,
    DROP_COMPOSITE,
    DROP_ENUM,
    DROP_SCHEMA
}
