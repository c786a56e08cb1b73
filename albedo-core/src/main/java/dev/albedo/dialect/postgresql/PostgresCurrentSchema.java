package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.CurrentSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The first schema of the search path. The path that the session had follows it, so that extensions are still found.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH">The schema search path</a>
 */
final class PostgresCurrentSchema implements CurrentSchema {

    /** PostgreSQL manual, appendix A. */
    private static final String INVALID_SCHEMA_NAME = "3F000";

    @Override
    public @Nullable String enter(Connection connection, String schema) throws SQLException {
        @Nullable String before = text(connection, "select current_setting('search_path')");
        set(
                connection,
                "select set_config('search_path', quote_ident(?) || ', ' || current_setting('search_path'), false)",
                schema);
        if (!schema.equals(text(connection, "select current_schema()"))) {
            restore(connection, before);
            throw new SQLException(
                    "there is no schema " + schema + " in which this user may look; create it, or grant usage on it",
                    INVALID_SCHEMA_NAME);
        }
        return before;
    }

    @Override
    public void restore(Connection connection, @Nullable String before) throws SQLException {
        set(connection, "select set_config('search_path', ?, false)", before);
    }

    private static @Nullable String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void set(Connection connection, String sql, @Nullable String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.execute();
        }
    }
}
