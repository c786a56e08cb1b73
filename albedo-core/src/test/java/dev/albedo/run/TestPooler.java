package dev.albedo.run;

import dev.albedo.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Two sessions behind what looks like one connection. They live on when that is closed, as a pooler's do, until the
 * pooler is closed.
 */
final class TestPooler implements ConnectionSource, AutoCloseable {

    /** Which session the pooler gives to a transaction, once it changes them. */
    enum Habit {
        ALTERNATES(1),
        /** Takes longer, because it is hoped for a while that the session with the lock answers. */
        STAYS_WITH_THE_OTHER(8);

        final int stride;

        Habit(int stride) {
            this.stride = stride;
        }
    }

    private final Connection[] sessions;
    private final Habit habit;
    private final int first;
    private int transactions;
    private int current;
    private boolean autoCommit = true;
    private boolean announced;
    private boolean open;

    /**
     * A pooler.
     *
     * @param first the transaction, from 1, from which on it changes sessions; it stays with one before
     */
    TestPooler(TestDatabase server, Habit habit, int first) throws SQLException {
        this.sessions = new Connection[] {server.connect(), server.connect()};
        this.habit = habit;
        this.first = first;
    }

    /** It tells the driver a process id of its own, as PgBouncer does. */
    TestPooler announced() {
        announced = true;
        return this;
    }

    int transactions() {
        return transactions;
    }

    boolean hasChangedSessions() {
        return transactions >= first;
    }

    int firstProcess() throws SQLException {
        return sessions[0].unwrap(PGConnection.class).getBackendPID();
    }

    @Override
    public Connection open() {
        return (Connection) Proxy.newProxyInstance(
                TestPooler.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> answer(method, arguments));
    }

    private Object answer(Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "unwrap" -> {
                return announced ? driver() : sessions[current].unwrap((Class<?>) arguments[0]);
            }
            case "close" -> {
                return null;
            }
            case "setAutoCommit" -> {
                autoCommit = (Boolean) arguments[0];
                open = false;
                sessions[0].setAutoCommit(autoCommit);
                sessions[1].setAutoCommit(autoCommit);
                return null;
            }
            case "commit", "rollback" -> open = false;
            case "createStatement" -> begin();
            default -> {
                // The session that there is answers.
            }
        }
        return invoke(method, sessions[current], arguments);
    }

    private PGConnection driver() {
        return (PGConnection) Proxy.newProxyInstance(
                TestPooler.class.getClassLoader(), new Class<?>[] {PGConnection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getBackendPID")) {
                        return -1;
                    }
                    return invoke(method, sessions[current].unwrap(PGConnection.class), arguments);
                });
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** A pooler chooses a session when a transaction begins. */
    private void begin() {
        if (autoCommit || !open) {
            open = !autoCommit;
            if (++transactions >= first) {
                current = habit == Habit.ALTERNATES ? 1 - current : 1;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        sessions[0].close();
        sessions[1].close();
    }
}
