package dev.albedo.dialect.postgresql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection that counts what goes to the server. */
record CountedConnection(Connection connection, AtomicInteger roundTrips) {

    static CountedConnection of(Connection connection) {
        AtomicInteger count = new AtomicInteger();
        return new CountedConnection(counted(Connection.class, connection, count), count);
    }

    private static <T> T counted(Class<T> type, T target, AtomicInteger count) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    String name = method.getName();
                    if (name.startsWith("execute") || name.equals("rollback") || name.endsWith("Savepoint")) {
                        count.incrementAndGet();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        if (result instanceof PreparedStatement statement) {
                            return counted(PreparedStatement.class, statement, count);
                        }
                        return result instanceof Statement statement
                                ? counted(Statement.class, statement, count)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(proxy);
    }
}
