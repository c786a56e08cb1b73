package dev.albedo.maven.random;

import java.util.List;

/** What an attribute is: how it is declared, and which values its column takes. */
enum Kind {
    SHORT(Family.NUMBER, "Short", "%d", "0", "7"),
    INT(Family.NUMBER, "Integer", "%d", "0", "-1", "(1 + 2)"),
    LONG(Family.NUMBER, "Long", "%d", "0", "12345678901"),
    DECIMAL(Family.NUMBER, "java.math.BigDecimal", "%d", "0", "1.5"),
    DOUBLE(Family.NUMBER, "Double", "%d", "0", "1.5"),
    BOOLEAN(Family.OTHER, "Boolean", "(%d = 2)", "true", "false"),
    STRING(Family.TEXT, "String", "'%d'", "'x'", "''", "upper('y')"),
    TEXT(Family.TEXT, "@JdbcTypeCode(SqlTypes.LONG32VARCHAR) String", "'%d'", "'x'", "'it''s'"),
    CHARACTER(Family.OTHER, "Character", "'%d'", "'x'"),
    DATE(Family.OTHER, "java.time.LocalDate", "'2020-01-0%d'", "current_date", "'2020-01-01'"),
    TIME(Family.OTHER, "java.time.LocalTime", "'10:00:0%d'", "'10:00'"),
    DATE_TIME(Family.OTHER, "java.time.LocalDateTime", "'2020-01-0%d 10:00'", "localtimestamp", "'2020-01-01 10:00'"),
    INSTANT(Family.OTHER, "java.time.Instant", "'2020-01-0%d 10:00+00'", "now()", "current_timestamp"),
    DURATION(Family.OTHER, "java.time.Duration", "%d", "0"),
    UUID(Family.OTHER, "java.util.UUID", "'00000000-0000-0000-0000-00000000000%d'", "gen_random_uuid()"),
    BYTES(Family.OTHER, "byte[]", "'\\x0%d'", "'\\x00'"),
    JSON(Family.OTHER, "@JdbcTypeCode(SqlTypes.JSON) java.util.Map<String, String>", "'{\"a\": \"%d\"}'", "'{}'"),
    STRINGS(Family.OTHER, "String[]", "'{%d}'", "'{}'", "array['a', 'b']"),
    INTS(Family.OTHER, "Integer[]", "'{%d}'", "'{}'", "'{1,2}'"),
    ENUM_BY_NAME(Family.ENUM, "@Enumerated(EnumType.STRING) {enum}", "'{constant}'", "'{constant}'"),
    ENUM_BY_NUMBER(Family.ENUM, "@Enumerated(EnumType.ORDINAL) {enum}", "%d - 1", "0", "1"),
    ENUM_TYPE(Family.ENUM, "@JdbcTypeCode(SqlTypes.NAMED_ENUM) {enum}", "'{constant}'", "'{constant}'"),
    ENUMS(Family.ENUM, "{enum}[]", "array[%d - 1]", "'{}'"),
    MANY_TO_ONE(Family.REFERENCE, "@ManyToOne {entity}", ""),
    ONE_TO_ONE(Family.REFERENCE, "@OneToOne {entity}", ""),
    EMBEDDED(Family.EMBEDDED, "@Embedded {embeddable}", ""),
    ELEMENTS(Family.COLLECTION, "@ElementCollection java.util.Set<String>", ""),
    ELEMENT_LIST(Family.COLLECTION, "@ElementCollection @OrderColumn java.util.List<Integer>", ""),
    ELEMENT_MAP(Family.COLLECTION, "@ElementCollection java.util.Map<String, java.time.LocalDate>", ""),
    ELEMENT_ENUMS(Family.COLLECTION, "@ElementCollection @Enumerated(EnumType.STRING) java.util.Set<{enum}>", ""),
    ELEMENT_EMBEDDED(Family.COLLECTION, "@ElementCollection java.util.Collection<{embeddable}>", ""),
    MANY_TO_MANY(Family.COLLECTION, "@ManyToMany java.util.Set<{entity}>", ""),
    MANY_TO_MANY_LIST(Family.COLLECTION, "@ManyToMany @OrderColumn java.util.List<{entity}>", ""),
    ONE_TO_MANY(Family.COLLECTION, "@OneToMany java.util.Set<{entity}>", ""),
    ONE_TO_MANY_KEY(Family.COLLECTION, "@OneToMany java.util.Set<{entity}>", "");

    /** Kinds that may become each other with rows in the table, except for {@link #OTHER}, {@link #ENUM}. */
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
    private final String literal;
    private final List<String> defaults;

    Kind(Family family, String declaration, String literal, String... defaults) {
        this.family = family;
        this.declaration = declaration;
        this.literal = literal;
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

    /** The value of its column in the row of this number, 1 or 2. */
    String literal(int row, List<String> constants) {
        return literal.formatted(row).replace("{constant}", constants.isEmpty() ? "" : constants.get(row - 1));
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
