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
    ENUM_BY_NAME(Family.ENUM, "@Enumerated(EnumType.STRING) {target}", "'{constant}'", "'{constant}'"),
    ENUM_BY_NUMBER(Family.ENUM, "@Enumerated(EnumType.ORDINAL) {target}", "%d - 1", "0", "1"),
    ENUM_TYPE(Family.ENUM, "@JdbcTypeCode(SqlTypes.NAMED_ENUM) {target}", "'{constant}'", "'{constant}'"),
    MANY_TO_ONE(Family.REFERENCE, "@ManyToOne {target}", ""),
    ONE_TO_ONE(Family.REFERENCE, "@OneToOne {target}", ""),
    ELEMENTS(Family.COLLECTION, "@ElementCollection java.util.Set<String>", ""),
    MANY_TO_MANY(Family.COLLECTION, "@ManyToMany java.util.Set<{target}>", "");

    /** Kinds that may become each other with rows in the table, except for {@link #OTHER}, {@link #ENUM}. */
    enum Family {
        NUMBER,
        TEXT,
        ENUM,
        REFERENCE,
        COLLECTION,
        OTHER
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

    /** Java, before the name. */
    String declaration(String target) {
        return declaration.replace("{target}", target);
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

    boolean hasColumn() {
        return family != Family.COLLECTION;
    }
}
