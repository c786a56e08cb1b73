package dev.albedo.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

/** Cuts the connection at every place between two statements. */
class FaultTest extends FaultFixture {

    private static final int CUT_STRIDE = stride(4);

    @AfterAll
    static void count() {
        report(FaultTest.class);
    }

    private static void terminate(TestDatabase database, Connection victim) throws SQLException {
        int pid = victim.unwrap(PGConnection.class).getBackendPID();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            // Waits until the process is gone, up to 5 seconds.
            statement.execute("select pg_terminate_backend(" + pid + ", 5000)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesThatTheConnectionIsCut(FaultCase scenario) throws SQLException {
        try (TestDatabase database = TestDatabases.create()) {
            boolean finished = false;
            for (int last = scenario.first(CUT_STRIDE); !finished; last += CUT_STRIDE) {
                prepare(database, scenario);
                int stopAt = last;
                Tap tap = new Tap(connections(database), true, (event, connection) -> {
                    if (event == stopAt) {
                        tried("connection cut");
                        terminate(database, connection);
                    }
                });
                finished = finishes(tap, scenario) && tap.events.size() < last;
                String where = "after " + tap.events.get(Math.min(last, tap.events.size()) - 1);
                goOn(database, scenario);
                expectUndisturbed(database, scenario, where);
                if (!finished) {
                    survived("connection cut");
                }
            }
        }
    }

    @Test
    void dropsTheInvalidIndexOfABuildThatWasBrokenOffInTheMiddle() throws SQLException, InterruptedException {
        try (TestDatabase database = TestDatabases.create()) {
            prepare(database, FaultCase.DOWN);
            FaultCase.UP.migrator(connections(database)).rollbackTo("three3");
            String before = everything(database);
            FaultCase.UP.migrator(connections(database)).rollbackTo("two2");
            try (Connection blocker = database.connect();
                    Statement snapshot = blocker.createStatement()) {
                blocker.setAutoCommit(false);
                blocker.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                snapshot.execute("select count(*) from b");
                // A concurrent build waits for this snapshot, its index being there and not valid yet.
                Connection[] victim = new Connection[1];
                Tap tap = new Tap(connections(database), false, (event, connection) -> {
                    victim[0] = connection;
                });
                Thread runner = new Thread(() -> finishes(tap, FaultCase.UP));
                runner.start();
                while (count(database, "select count(*) from pg_index where not indisvalid") == 0) {
                    Thread.sleep(20);
                }
                terminate(database, victim[0]);
                runner.join();
                assertThat(count(database, "select count(*) from pg_index where not indisvalid"))
                        .isEqualTo(1);
            }
            assertThat(count(database, "select count(*) from albedo_history where state = 'started' and in_doubt"))
                    .isEqualTo(1);
            FaultCase.UP.migrator(connections(database)).migrate("three3");
            assertThat(everything(database)).isEqualTo(before);
        }
    }

    private static int count(TestDatabase database, String sql) throws SQLException {
        return Integer.parseInt(database.query(sql).get(0));
    }
}
