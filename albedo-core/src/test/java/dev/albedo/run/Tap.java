package dev.albedo.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Connections that tell what goes over them, and may be stopped between any two things that do. Statements that are sent
 * together are told one by one if wished, so that there is a place to stop between them.
 */
final class Tap implements ConnectionSource {

    /** Is told after each thing that went over the connection. */
    @FunctionalInterface
    interface Stop {
        void after(int event, Connection connection) throws SQLException;
    }

    private final ConnectionSource source;
    private final boolean apart;
    private final Stop stop;

    /** Everything that was sent, commit and rollback among it. */
    final List<String> events = new ArrayList<>();

    Tap(ConnectionSource source, boolean apart, Stop stop) {
        this.source = source;
        this.apart = apart;
        this.stop = stop;
    }

    /** Only listens. */
    static Tap counting(ConnectionSource source) {
        return new Tap(source, false, (event, connection) -> {});
    }

    private void happened(String what, Connection connection) throws SQLException {
        events.add(what);
        stop.after(events.size(), connection);
    }

    @Override
    public Connection open() throws SQLException {
        Connection real = source.open();
        if (Thread.currentThread().getName().startsWith(Watch.THREADS)) {
            // Not the connection of the run.
            return real;
        }
        happened("connect", real);
        return (Connection) Proxy.newProxyInstance(
                Tap.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object result = call(() -> method.invoke(real, arguments));
                    if (method.getName().equals("commit") || method.getName().equals("rollback")) {
                        happened(method.getName(), real);
                    }
                    return result instanceof Statement statement
                            ? wrapped(statement, real, method.getReturnType())
                            : result;
                });
    }

    private Object wrapped(Statement real, Connection connection, Class<?> type) {
        return Proxy.newProxyInstance(Tap.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute") || arguments == null) {
                return call(() -> method.invoke(real, arguments));
            }
            String sql = (String) arguments[0];
            Object result = null;
            for (String part : apart ? sql.split(Pattern.quote("\n;\n")) : new String[] {sql}) {
                result = call(() -> method.invoke(real, part));
                happened(part, connection);
            }
            return result;
        });
    }

    private interface Call {
        Object run() throws ReflectiveOperationException;
    }

    private static Object call(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
