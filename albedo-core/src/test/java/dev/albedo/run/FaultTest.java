package dev.albedo.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import dev.albedo.testing.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

/**
 * Breaks runs off at every place between two statements. The next run must finish the work, and catalog, data and history
 * must then be those of a run that nobody disturbed.
 *
 * <p>Connections are cut at every place. Processes and servers, which take longer to come back, are killed at every eighth,
 * or at every one with {@code -Dalbedo.faults=all}.
 */
class FaultTest {

    private static final int STRIDE = "all".equals(System.getProperty("albedo.faults")) ? 1 : 8;

    private static final String LOG_CONTRADICTS_HISTORY =
            "select count(*) from (select distinct on (revision) revision, event from albedo_history_log"
                    + " where outcome = 'done' and revision is not null order by revision, id desc) l"
                    + " full join albedo_history h on h.revision = l.revision"
                    + " where (l.event is not distinct from 'up') <> (h.state is not distinct from 'applied')";

    private final Map<String, String> undisturbed = new TreeMap<>();

    /** What breaks a run off, and what is asked of the run after it. */
    private enum Case {
        UP(Direction.UP, Direction.UP, 1),
        DOWN(Direction.DOWN, Direction.DOWN, 4),
        /** Up again, after the way down was broken off. */
        DOWN_THEN_UP(Direction.DOWN, Direction.UP, 7);

        final Direction broken;
        final Direction next;

        /** Where to begin, so that the cases differ in the places they try. */
        final int first;

        Case(Direction broken, Direction next, int first) {
            this.broken = broken;
            this.next = next;
            this.first = first;
        }
    }

    static Migrator migrator(ConnectionSource connections) {
        return new Migrator(
                connections,
                FaultMigrations.create(),
                RunSettings.DEFAULT.lockPatience(Duration.ofSeconds(20)),
                RunListener.NONE);
    }

    static void run(Migrator migrator, Direction direction) {
        if (direction == Direction.UP) {
            migrator.migrate("head");
        } else {
            migrator.rollbackTo("base");
        }
    }

    private static void run(TestDatabase database, Direction direction) {
        run(migrator(ConnectionSource.of(database.dataSource())), direction);
    }

    /** An empty database is made so, because a new one for each place takes most of the time. */
    private static void prepare(TestDatabase database, Case scenario) throws SQLException {
        database.execute("drop schema public cascade", "create schema public");
        if (scenario.broken == Direction.DOWN) {
            run(database, Direction.UP);
        }
    }

    private static String everything(TestDatabase database) throws SQLException {
        StringBuilder text = new StringBuilder(CatalogDump.everything().of(database));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select relname from pg_class where relkind = 'r'"
                    + " and relnamespace = 'public'::regnamespace order by 1")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            // What was attempted depends on what was broken off; that it fits what is there, see below.
            tables.remove("albedo_history_log");
            for (String table : tables) {
                String columns = table.equals("albedo_history")
                        ? "concat_ws(' ', revision, name, state, steps, in_doubt, checksum)"
                        : "t::text";
                try (ResultSet rows =
                        statement.executeQuery("select " + columns + " from " + table + " t order by 1")) {
                    while (rows.next()) {
                        text.append(table)
                                .append(": ")
                                .append(rows.getString(1))
                                .append('\n');
                    }
                }
            }
        }
        return text.toString();
    }

    private void expectUndisturbed(TestDatabase database, Case scenario, String where) throws SQLException {
        if (!undisturbed.containsKey(scenario.name())) {
            try (TestDatabase reference = TestDatabases.create()) {
                prepare(reference, scenario);
                run(reference, scenario.broken);
                run(reference, scenario.next);
                undisturbed.put(scenario.name(), everything(reference));
            }
        }
        assertThat(everything(database))
                .as(scenario + ", broken off " + where)
                .isEqualTo(undisturbed.get(scenario.name()));
        assertThat(count(database, LOG_CONTRADICTS_HISTORY))
                .as(scenario + ", broken off " + where + ": the last word of the log on each revision is the history's")
                .isZero();
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
    void survivesThatTheConnectionIsCut(Case scenario) throws SQLException {
        int survived = 0;
        try (TestDatabase database = TestDatabases.create()) {
            for (int last = 1; ; last++) {
                prepare(database, scenario);
                int stopAt = last;
                Tap tap = new Tap(ConnectionSource.of(database.dataSource()), true, (event, connection) -> {
                    if (event == stopAt) {
                        terminate(database, connection);
                    }
                });
                boolean finished = finishes(tap, scenario);
                String where = "after " + tap.events.get(Math.min(last, tap.events.size()) - 1);
                run(database, scenario.next);
                expectUndisturbed(database, scenario, where);
                survived++;
                if (finished && tap.events.size() < last) {
                    break;
                }
            }
        }
        System.out.println(scenario + ": connection cut at " + survived + " places");
    }

    private static boolean finishes(Tap tap, Case scenario) {
        try {
            run(migrator(tap), scenario.broken);
            return true;
        } catch (RunException e) {
            assertThat(e.getMessage()).containsAnyOf("run it again", "cannot connect");
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesThatTheProcessIsKilled(Case scenario) throws SQLException, IOException, InterruptedException {
        int survived = 0;
        boolean killed = true;
        try (TestDatabase database = TestDatabases.create()) {
            for (int last = Math.min(scenario.first, STRIDE); killed; last += STRIDE) {
                prepare(database, scenario);
                killed = killsAt(database, scenario, last);
                run(database, scenario.next);
                expectUndisturbed(database, scenario, "at event " + last);
                survived++;
            }
        }
        System.out.println(scenario + ": process killed at " + survived + " places");
    }

    private static boolean killsAt(TestDatabase database, Case scenario, int event)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        database.url(),
                        scenario.broken.name(),
                        String.valueOf(event))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            assertThat(line).isIn("at " + event, "done");
            return !"done".equals(line);
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    @ParameterizedTest
    @EnumSource
    void survivesThatTheServerIsKilled(Case scenario) throws SQLException, IOException {
        int survived = 0;
        try (TestServer server = TestDatabases.privateServer();
                TestDatabase database = server.create()) {
            for (int last = Math.min(scenario.first, STRIDE); ; last += STRIDE) {
                prepare(database, scenario);
                int stopAt = last;
                Tap tap = new Tap(ConnectionSource.of(database.dataSource()), true, (event, connection) -> {
                    if (event == stopAt) {
                        kill(server);
                    }
                });
                boolean finished = finishes(tap, scenario);
                if (finished && tap.events.size() < last) {
                    break;
                }
                server.restart();
                run(database, scenario.next);
                expectUndisturbed(database, scenario, "after " + tap.events.get(tap.events.size() - 1));
                survived++;
            }
        }
        System.out.println(scenario + ": server killed at " + survived + " places");
    }

    private static void kill(TestServer server) {
        try {
            server.kill();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void dropsTheInvalidIndexOfABuildThatWasBrokenOffInTheMiddle() throws SQLException, InterruptedException {
        try (TestDatabase database = TestDatabases.create()) {
            run(database, Direction.UP);
            migrator(ConnectionSource.of(database.dataSource())).rollbackTo("three3");
            String before = everything(database);
            migrator(ConnectionSource.of(database.dataSource())).rollbackTo("two2");
            try (Connection blocker = database.connect();
                    Statement snapshot = blocker.createStatement()) {
                blocker.setAutoCommit(false);
                blocker.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                snapshot.execute("select count(*) from b");
                // A concurrent build waits for this snapshot, its index being there and not valid yet.
                Connection[] victim = new Connection[1];
                Tap tap = new Tap(ConnectionSource.of(database.dataSource()), false, (event, connection) -> {
                    victim[0] = connection;
                });
                Thread runner = new Thread(() -> finishes(tap, Case.UP));
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
            migrator(ConnectionSource.of(database.dataSource())).migrate("three3");
            assertThat(everything(database)).isEqualTo(before);
        }
    }

    private static int count(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
