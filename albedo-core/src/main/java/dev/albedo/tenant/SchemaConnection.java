package dev.albedo.tenant;

import dev.albedo.dialect.postgresql.SearchPath;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A connection that is in a schema until it is closed. */
final class SchemaConnection implements InvocationHandler {

    /** PostgreSQL manual, appendix A. */
    private static final String INVALID_SCHEMA_NAME = "3F000";

    private final Connection connection;
    private final @Nullable String path;

    private SchemaConnection(Connection connection, @Nullable String path) {
        this.connection = connection;
        this.path = path;
    }

    static Connection enter(Connection connection, String schema) throws SQLException {
        try {
            SchemaConnection handler = new SchemaConnection(connection, text(connection, SearchPath.SHOW));
            set(connection, SearchPath.ENTER, schema);
            if (!schema.equals(text(connection, SearchPath.CURRENT))) {
                set(connection, SearchPath.RESTORE, handler.path);
                throw new SQLException(
                        "there is no schema " + schema
                                + " in which this user may look; create it, or grant usage on it",
                        INVALID_SCHEMA_NAME);
            }
            return (Connection) Proxy.newProxyInstance(
                    SchemaConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
        } catch (SQLException | RuntimeException e) {
            try (connection) {
                throw e;
            }
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            close();
            return null;
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** Without a transaction around it, whose end could take the old path back again. */
    private void close() throws SQLException {
        try (connection) {
            if (!connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                set(connection, SearchPath.RESTORE, path);
            }
        }
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
