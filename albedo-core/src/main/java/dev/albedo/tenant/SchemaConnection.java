package dev.albedo.tenant;

import dev.albedo.dialect.CurrentSchema;
import dev.albedo.dialect.Dialects;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection that is in a schema until it is closed. */
final class SchemaConnection implements InvocationHandler {

    private final Connection connection;
    private final CurrentSchema current;
    private final @Nullable String before;

    private SchemaConnection(Connection connection, CurrentSchema current, @Nullable String before) {
        this.connection = connection;
        this.current = current;
        this.before = before;
    }

    static Connection enter(Connection connection, String schema) throws SQLException {
        try {
            CurrentSchema current = Dialects.told(connection).currentSchema();
            SchemaConnection handler = new SchemaConnection(connection, current, current.enter(connection, schema));
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
                current.restore(connection, before);
            }
        }
    }
}
