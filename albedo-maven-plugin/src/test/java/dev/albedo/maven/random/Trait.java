package dev.albedo.maven.random;

/** What else can be said of an entity or attribute. Each is a text, often only its presence counts. */
enum Trait {
    ROLE,
    PARENT,
    STRATEGY,
    ABSTRACT,
    SCHEMA,
    TABLE,
    TABLE_COMMENT,
    KEY,
    ALLOCATION,
    INITIAL,
    COLUMN,
    COLLECTION_TABLE,
    PREFIX,
    REQUIRED,
    UNIQUE,
    LENGTH,
    DIGITS,
    DEFAULT,
    COMMENT,
    CHECK,
    COLLATION,
    ON_DELETE,
    KEY_NAME
}
