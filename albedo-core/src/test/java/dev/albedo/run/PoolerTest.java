package dev.albedo.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

/** A pooler that gives each transaction another session of the server. */
class PoolerTest extends RunFixture {

    private static final String REFUSAL =
            "the statements of this run reach different sessions of the server, so it cannot"
                    + " keep other runs out: a pooler in transaction mode is before the database; connect to the database directly,"
                    + " or let the pooler pool sessions, and run it again. ";

    /** Which session the pooler gives to a transaction, once it changes them. */
    private enum Habit {
        ALTERNATES(1),
        /** Takes longer, because it is hoped for a while that the session with the lock answers. */
        STAYS_WITH_THE_OTHER(8);

        final int stride;

        Habit(int stride) {
            this.stride = stride;
        }
    }

    /**
     * Two sessions behind what looks like one connection. They live on when that is closed, as a pooler's do, until the
     * pooler is closed.
     */
    private static final class TransactionPooler implements ConnectionSource, AutoCloseable {

        private final Connection[] sessions;
        private final Habit habit;
        private final int first;
        private int transactions;
        private int current;
        private boolean autoCommit = true;
        private boolean open;

        /**
         * A pooler.
         *
         * @param first the transaction, from 1, from which on it changes sessions; it stays with one before
         */
        TransactionPooler(TestDatabase server, Habit habit, int first) throws SQLException {
            this.sessions = new Connection[] {server.connect(), server.connect()};
            this.habit = habit;
            this.first = first;
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
                    PoolerTest.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> answer(method, arguments));
        }

        private Object answer(Method method, Object[] arguments) throws Throwable {
            switch (method.getName()) {
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
            try {
                return method.invoke(sessions[current], arguments);
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

    private static Migrator migrator(ConnectionSource connections) {
        return FaultCase.UP.migrator(connections);
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWhereverItChangesSessions(Habit habit) throws SQLException {
        List<Integer> refused = new ArrayList<>();
        boolean changed = true;
        for (int first = 2; changed; first += habit.stride) {
            FaultFixture.prepare(database, FaultCase.UP);
            try (TransactionPooler pooler = new TransactionPooler(database, habit, first)) {
                try {
                    migrator(pooler).migrate("head");
                    // Once everything is done and recorded, only the lock is left to be let go.
                    assertThat(pooler.transactions - first)
                            .as("from transaction " + first + " on")
                            .isLessThan(2);
                    changed = pooler.hasChangedSessions();
                    assertThat(query("pid", "pg_locks where locktype = 'advisory'"))
                            .isEmpty();
                } catch (RunException e) {
                    assertThat(pooler.hasChangedSessions()).isTrue();
                    assertThat(e.getMessage())
                            .as("from transaction " + first + " on")
                            .contains("pooler in transaction mode");
                    expectLetGo(habit, pooler, e);
                    refused.add(first);
                }
            }
            FaultFixture.goOn(database, FaultCase.UP);
            FaultFixture.expectUndisturbed(database, FaultCase.UP, "from transaction " + first + " on");
        }
        assertThat(refused).hasSizeGreaterThan(20 / habit.stride);
        System.out.println("a pooler that " + habit + ": noticed in each of " + refused.size() + " transactions");
    }

    /** If the session never answers again, the message says how to end it; one that is locked first is told at once. */
    private void expectLetGo(Habit habit, TransactionPooler pooler, RunException refusal) throws SQLException {
        List<String> left = query("pid", "pg_locks where locktype = 'advisory'");
        if (habit == Habit.ALTERNATES) {
            assertThat(left).as("no lock is left").isEmpty();
        } else if (!left.isEmpty()) {
            assertThat(left).containsExactly(String.valueOf(pooler.firstProcess()));
            String all = refusal.getMessage() + List.of(refusal.getSuppressed());
            assertThat(all).contains("pg_terminate_backend(" + left.get(0) + ")");
        }
    }

    @Test
    void isRefusedBeforeAnythingIsChangedIfItChangesAtOnce() throws SQLException {
        for (int first = 1; first <= 3; first++) {
            try (TransactionPooler pooler = new TransactionPooler(database, Habit.ALTERNATES, first)) {
                assertThatThrownBy(() -> migrator(pooler).migrate("head"))
                        .isInstanceOf(RunException.class)
                        .hasMessage(REFUSAL + "Nothing was changed");
            }
            assertThat(query("relname", "pg_class where relnamespace = 'public'::regnamespace"))
                    .isEmpty();
        }
    }

    @Test
    void oneThatKeepsItsSessionIsNone() throws SQLException {
        FaultFixture.prepare(database, FaultCase.UP);
        try (TransactionPooler pooler = new TransactionPooler(database, Habit.ALTERNATES, Integer.MAX_VALUE)) {
            assertThat(migrator(pooler).migrate("head")).hasSizeGreaterThan(3);
        }
        try (TransactionPooler pooler = new TransactionPooler(database, Habit.ALTERNATES, 1)) {
            assertThat(migrator(pooler).migrate("head"))
                    .as("nothing to do needs no lock")
                    .isEmpty();
        }
    }
}
