package dev.albedo.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The connection that a step in Java gets: it cannot end the transaction that the step is a part of. */
final class GuardedConnection implements InvocationHandler {

    private static final Set<String> FORBIDDEN = Set.of("commit", "rollback", "close", "abort", "setAutoCommit");

    private final Connection connection;
    private final Consumer<Statement> made;

    private GuardedConnection(Connection connection, Consumer<Statement> made) {
        this.connection = connection;
        this.made = made;
    }

    /**
     * A guard.
     *
     * @param made is told of every statement that is made
     */
    static Connection of(Connection connection, Consumer<Statement> made) {
        return (Connection) Proxy.newProxyInstance(
                GuardedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new GuardedConnection(connection, made));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean toSavepoint = Arrays.equals(method.getParameterTypes(), new Class<?>[] {Savepoint.class});
        if (FORBIDDEN.contains(method.getName()) && !toSavepoint) {
            throw new IllegalStateException("a data step must not call " + method.getName()
                    + "() on its connection: it is one transaction with its revision");
        }
        try {
            Object result = method.invoke(connection, arguments);
            if (result instanceof Statement statement) {
                made.accept(statement);
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
