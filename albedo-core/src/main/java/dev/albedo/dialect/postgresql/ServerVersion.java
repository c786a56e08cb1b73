package dev.albedo.dialect.postgresql;

/**
 * What a version of PostgreSQL can do.
 *
 * @param major the first part of the version number
 */
record ServerVersion(int major) {

    /** The oldest version that is supported. */
    static final int OLDEST = 13;

    static final Feature NULLS_NOT_DISTINCT = new Feature("NULLS NOT DISTINCT", 15);
    static final Feature PUBLISHED_COLUMNS = new Feature("a publication of some columns or rows", 15);
    static final Feature INPUT_IS_VALID = new Feature("pg_input_is_valid", 16);
    static final Feature SET_EXPRESSION = new Feature("ALTER COLUMN SET EXPRESSION", 17);
    static final Feature VIRTUAL_COLUMNS = new Feature("a generated column that is not stored", 18);

    ServerVersion {
        if (major < OLDEST) {
            throw new IllegalArgumentException(
                    "PostgreSQL " + major + " is too old for Albedo, which needs " + OLDEST + " or newer");
        }
    }

    /**
     * Something that not every version has.
     *
     * @param name what it is
     * @param since the first version that has it
     */
    record Feature(String name, int since) {}

    boolean has(Feature feature) {
        return major >= feature.since();
    }

    /**
     * Refuses what this version cannot do.
     *
     * @param where the thing that needs it
     */
    void require(Feature feature, String where) {
        if (!has(feature)) {
            throw new IllegalArgumentException(where + " needs " + feature.name()
                    + ", which PostgreSQL has since version " + feature.since() + "; this is version " + major);
        }
    }
}
