package dev.albedo.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * At places between two statements, another session takes the locks of all tables that it can get, and keeps them until the
 * run has given up: SQLSTATE 55P03 where a statement needs one of them. Deadlocks (40P01) and failures to serialize (40001),
 * which need statements made for them, are in {@link ContentionTest}.
 */
class FaultLockTest extends FaultFixture {

    private static final String KIND = "lock refused";

    /** A run that tries again for so short a time that it gives up. */
    private static final Limits IMPATIENT = Limits.DEFAULT
            .lock(Duration.ofMillis(60))
            .contention(new Retry(Duration.ofMillis(100), Duration.ofMillis(20), Duration.ofMillis(40)));

    @AfterAll
    static void count() {
        report(FaultLockTest.class);
    }

    @ParameterizedTest
    @EnumSource
    void survivesThatLocksAreRefused(FaultCase scenario) throws SQLException {
        int stride = stride(12);
        int refused = 0;
        try (TestDatabase database = TestDatabases.create()) {
            boolean over = false;
            for (int last = scenario.first(stride); !over; last += stride) {
                prepare(database, scenario);
                try (Connection other = database.connect()) {
                    other.setAutoCommit(false);
                    int stopAt = last;
                    Tap tap = new Tap(connections(database), true, (event, connection) -> {
                        if (event == stopAt) {
                            lockAll(database, other);
                        }
                    });
                    boolean failed = isRefused(tap, scenario);
                    over = tap.events.size() < last;
                    other.rollback();
                    if (failed) {
                        tried(KIND);
                    }
                    goOn(database, scenario);
                    expectUndisturbed(
                            database,
                            scenario,
                            "by locks after " + tap.events.get(Math.min(last, tap.events.size()) - 1));
                    if (failed) {
                        survived(KIND);
                        refused++;
                    }
                }
            }
        }
        assertThat(refused > 0 || scenario.single)
                .as("in one transaction nobody else gets a lock of what it makes")
                .isTrue();
    }

    /** Whether the run gave up because of a lock; at some places nothing that comes needs one of these tables. */
    private static boolean isRefused(Tap tap, FaultCase scenario) {
        try {
            FaultCase.run(scenario.migrator(tap, IMPATIENT), scenario.broken);
            return false;
        } catch (RunException e) {
            assertThat(e.getMessage()).contains("and run it again").containsAnyOf("lock timeout", "waited for a lock");
            return true;
        }
    }

    /** All but the tables of the history: those belong to the run, which has its own way to keep others out of them. */
    private static void lockAll(TestDatabase database, Connection other) throws SQLException {
        try (Statement statement = other.createStatement()) {
            for (String table : database.query("select oid::regclass::text from pg_class where relkind = 'r' and"
                    + " relnamespace in ('public'::regnamespace, 'outside'::regnamespace)"
                    + " and relname not like 'albedo%' order by 1")) {
                Savepoint before = other.setSavepoint();
                try {
                    statement.execute("lock table " + table + " in access exclusive mode nowait");
                } catch (SQLException e) {
                    assertThat(e.getSQLState())
                            .as("the run has it, or dropped it")
                            .isIn("55P03", "42P01");
                    other.rollback(before);
                }
            }
        }
    }
}
