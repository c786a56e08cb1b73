package dev.albedo.maven.random;

import java.util.List;

/** What an attribute is: how it is declared, and which values its column takes. */
enum Kind {
    SHORT(Family.NUMBER, "Short", "0", "7"),
    INT(Family.NUMBER, "Integer", "0", "-1", "(1 + 2)"),
    LONG(Family.NUMBER, "Long", "0", "12345678901"),
    DECIMAL(Family.NUMBER, "java.math.BigDecimal", "0", "1.5"),
    DOUBLE(Family.NUMBER, "Double", "0", "1.5"),
    BOOLEAN(Family.OTHER, "Boolean", "true", "false"),
    STRING(Family.TEXT, "String", "'x'", "''", "upper('y')"),
    TEXT(Family.TEXT, "@JdbcTypeCode(SqlTypes.LONG32VARCHAR) String", "'x'", "'it''s'"),
    CHARACTER(Family.OTHER, "Character", "'x'"),
    DATE(Family.OTHER, "java.time.LocalDate", "current_date", "'2020-01-01'"),
    TIME(Family.OTHER, "java.time.LocalTime", "'10:00'"),
    DATE_TIME(Family.OTHER, "java.time.LocalDateTime", "localtimestamp", "'2020-01-01 10:00'"),
    INSTANT(Family.OTHER, "java.time.Instant", "now()", "current_timestamp"),
    DURATION(Family.OTHER, "java.time.Duration", "0"),
    UUID(Family.OTHER, "java.util.UUID", "gen_random_uuid()"),
    BYTES(Family.OTHER, "byte[]", "'\\x00'"),
    JSON(Family.OTHER, "@JdbcTypeCode(SqlTypes.JSON) java.util.Map<String, String>", "'{}'"),
    STRINGS(Family.OTHER, "String[]", "'{}'", "array['a', 'b']"),
    INTS(Family.OTHER, "Integer[]", "'{}'", "'{1,2}'"),
    ENUM_BY_NAME(Family.ENUM, "@Enumerated(EnumType.STRING) {enum}", "'{constant}'"),
    ENUM_BY_NUMBER(Family.ENUM, "@Enumerated(EnumType.ORDINAL) {enum}", "0", "1"),
    ENUM_TYPE(Family.ENUM, "@JdbcTypeCode(SqlTypes.NAMED_ENUM) {enum}", "'{constant}'"),
    ENUMS(Family.ENUM, "{enum}[]", "'{}'"),
    MANY_TO_ONE(Family.REFERENCE, "@ManyToOne {entity}"),
    ONE_TO_ONE(Family.REFERENCE, "@OneToOne {entity}"),
    EMBEDDED(Family.EMBEDDED, "@Embedded {embeddable}"),
    ELEMENTS(Family.COLLECTION, "@ElementCollection java.util.Set<String>"),
    ELEMENT_LIST(Family.COLLECTION, "@ElementCollection @OrderColumn java.util.List<Integer>"),
    ELEMENT_MAP(Family.COLLECTION, "@ElementCollection java.util.Map<String, java.time.LocalDate>"),
    ELEMENT_ENUMS(Family.COLLECTION, "@ElementCollection @Enumerated(EnumType.STRING) java.util.Set<{enum}>"),
    ELEMENT_EMBEDDED(Family.COLLECTION, "@ElementCollection java.util.Collection<{embeddable}>"),
    MANY_TO_MANY(Family.COLLECTION, "@ManyToMany java.util.Set<{entity}>"),
    MANY_TO_MANY_LIST(Family.COLLECTION, "@ManyToMany @OrderColumn java.util.List<{entity}>"),
    ONE_TO_MANY(Family.COLLECTION, "@OneToMany java.util.Set<{entity}>"),
    ONE_TO_MANY_KEY(Family.COLLECTION, "@OneToMany java.util.Set<{entity}>");

    /** Kinds of which the same can be said. */
    enum Family {
        NUMBER,
        TEXT,
        ENUM,
        REFERENCE,
        EMBEDDED,
        COLLECTION,
        OTHER
    }

    /** What an attribute can be of. */
    enum Target {
        NOTHING,
        ENUM,
        ENTITY,
        EMBEDDABLE
    }

    private final Family family;
    private final String declaration;
    private final List<String> defaults;

    Kind(Family family, String declaration, String... defaults) {
        this.family = family;
        this.declaration = declaration;
        this.defaults = List.of(defaults);
    }

    Family family() {
        return family;
    }

    Target target() {
        for (Target target : Target.values()) {
            if (declaration.contains(placeholder(target))) {
                return target;
            }
        }
        return Target.NOTHING;
    }

    private static String placeholder(Target target) {
        return "{" + target.name().toLowerCase(java.util.Locale.ROOT) + "}";
    }

    /** Java, before the name. */
    String declaration(String target) {
        return declaration.replace(placeholder(target()), target);
    }

    /** What may be its default; there is none of a reference. */
    List<String> defaults(List<String> constants) {
        String first = constants.isEmpty() ? "" : constants.get(0);
        return defaults.stream().map(text -> text.replace("{constant}", first)).toList();
    }

    /** Whether it has one column, and that under its own name. */
    boolean hasColumn() {
        return family != Family.COLLECTION && family != Family.EMBEDDED;
    }

    /** Whether it has a table that may be named. */
    boolean hasTable() {
        return family == Family.COLLECTION && this != ONE_TO_MANY_KEY;
    }
}
