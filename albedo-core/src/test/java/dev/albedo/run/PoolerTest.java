package dev.albedo.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pooler that gives each transaction another session of the server. */
class PoolerTest extends RunFixture {

    /** Two sessions behind what looks like one connection. */
    private static final class TransactionPooler implements ConnectionSource {

        private final ConnectionSource server;
        private final int first;

        /**
         * A pooler.
         *
         * @param first the transaction, from 1, from which on it changes sessions; it may stay with one for a while
         */
        TransactionPooler(ConnectionSource server, int first) {
            this.server = server;
            this.first = first;
        }

        @Override
        public Connection open() throws SQLException {
            Connection[] sessions = {server.open(), server.open()};
            int[] statements = {0};
            int[] current = {0};
            return (Connection) Proxy.newProxyInstance(
                    PoolerTest.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            sessions[0].close();
                            sessions[1].close();
                            return null;
                        }
                        boolean begins =
                                method.getName().equals("createStatement") && sessions[current[0]].getAutoCommit();
                        if (begins && ++statements[0] >= first) {
                            current[0] = 1 - current[0];
                        }
                        try {
                            return method.invoke(sessions[current[0]], arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        }
    }

    private Migrator pooled(int first) {
        return new Migrator(
                new TransactionPooler(ConnectionSource.of(database.dataSource()), first),
                MigratorTest.three(),
                RunSettings.DEFAULT,
                RunListener.NONE);
    }

    @ParameterizedTest(name = "from transaction {0} on")
    @CsvSource({"1", "2", "3"})
    void isRefusedBeforeAnythingIsChanged(int first) throws SQLException {
        assertThatThrownBy(() -> pooled(first).migrate("head"))
                .isInstanceOf(RunException.class)
                .hasMessage("the statements of this run reach different sessions of the server, so it cannot keep other"
                        + " runs out: a pooler in transaction mode is before the database; connect to the database"
                        + " directly, or let the pooler pool sessions, and run it again. Nothing was changed");
        assertThat(query("relname", "pg_class where relnamespace = 'public'::regnamespace"))
                .isEmpty();
        assertThat(query("1", "pg_locks where locktype = 'advisory'"))
                .as("no lock is left")
                .isEmpty();
        assertThat(migrator(MigratorTest.three()).migrate("head")).hasSize(3);
    }

    @Test
    void oneThatKeepsItsSessionIsNone() {
        assertThat(pooled(Integer.MAX_VALUE).migrate("head")).hasSize(3);
        assertThat(pooled(1).migrate("head")).as("nothing to do needs no lock").isEmpty();
    }
}
