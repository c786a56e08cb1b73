package dev.albedo.maven.connect;

import dev.albedo.run.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Refuses connections that would create the objects of the default schema in another schema. */
public final class DefaultSchemaCheck {

    private DefaultSchemaCheck() {}

    /**
     * Returns connections whose current schema is the default schema.
     *
     * @param defaultSchema as the project states it
     * @param shownUrl of the database, without a password
     */
    public static ConnectionSource of(ConnectionSource connections, String defaultSchema, String shownUrl) {
        return () -> {
            Connection connection = connections.open();
            try {
                require(connection, defaultSchema, shownUrl);
                return connection;
            } catch (SQLException | RuntimeException e) {
                try (connection) {
                    throw e;
                }
            }
        };
    }

    private static void require(Connection connection, String defaultSchema, String shownUrl) throws SQLException {
        @Nullable String current = connection.getSchema();
        if (!defaultSchema.equals(current)) {
            throw new SetupException(
                    "albedo.defaultSchema is " + defaultSchema + ", but the current schema of the connection to "
                            + shownUrl + " is " + (current == null ? "none" : current)
                            + ", so migrations would change another schema. Add currentSchema=" + defaultSchema
                            + " to the URL, or set the search_path of the role; the schema must exist");
        }
    }
}
