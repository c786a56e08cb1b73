package dev.albedo.dialect.postgresql;

/**
 * In which schema names without one are looked up and made, as SQL with one parameter. What the session had in its path
 * comes after it, so that extensions are still found.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH">The schema search path</a>
 */
public final class SearchPath {

    /** Tells the path: one row. */
    public static final String SHOW = "select current_setting('search_path')";

    /** Sets the path to what {@link #SHOW} told. */
    public static final String RESTORE = "select set_config('search_path', ?, false)";

    /** Puts the schema of this name first. */
    public static final String ENTER =
            "select set_config('search_path', quote_ident(?) || ', ' || current_setting('search_path'), false)";

    /** The schema that things are made in: one row, null if no schema of the path exists. */
    public static final String CURRENT = "select current_schema()";

    private SearchPath() {}
}
