package dev.albedo.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Breaks runs off. The next run must finish the work, and catalog, data and history must then be those of a run that nobody
 * disturbed; what the log says last of each revision must be what the history says.
 *
 * <p>A build tries some places, {@code -Dalbedo.faults=all} every one. How many were tried and survived is printed, and in
 * a file of the test class in {@code target}.
 */
abstract class FaultFixture {

    static final boolean ALL = "all".equals(System.getProperty("albedo.faults"));

    private static final String LOG_CONTRADICTS_HISTORY =
            "select revision from (select distinct on (revision) revision, event from albedo_history_log"
                    + " where outcome = 'done' and revision is not null order by revision, id desc) l"
                    + " full join albedo_history h using (revision)"
                    + " where (l.event is not distinct from 'up') <> (h.state is not distinct from 'applied')";

    /** For each kind of fault how many were tried, and how many were survived. */
    private static final Map<String, int[]> COUNTS = new TreeMap<>();

    private static final Map<FaultCase, String> UNDISTURBED = new TreeMap<>();

    /** Every which place is tried, if not all are. */
    static int stride(int inABuild) {
        return ALL ? 1 : inABuild;
    }

    static ConnectionSource connections(TestDatabase database) {
        return ConnectionSource.of(database.dataSource());
    }

    /** An empty database is made so, because a new one for each place takes most of the time. */
    static void prepare(TestDatabase database, FaultCase scenario) throws SQLException {
        database.execute("drop schema public cascade", "create schema public");
        database.execute(FaultMigrations.SURROUNDINGS);
        if (scenario.broken == Direction.DOWN) {
            FaultCase.run(scenario.migrator(connections(database)), Direction.UP);
        }
    }

    /** The run after one that was broken off, by somebody who looks where Albedo cannot know. */
    static void goOn(TestDatabase database, FaultCase scenario) throws SQLException {
        Migrator migrator = scenario.migrator(connections(database));
        try {
            FaultCase.run(migrator, scenario.next);
        } catch (RunException e) {
            if (!e.getMessage().contains("-Dalbedo.step=done")) {
                throw e;
            }
            settle(database, migrator);
            FaultCase.run(migrator, scenario.next);
        }
    }

    static void settle(TestDatabase database, Migrator migrator) throws SQLException {
        boolean happened = database.query("select ((n = 1) = (state = 'started'))::text from outside.counter,"
                        + " albedo_history where in_doubt")
                .equals(List.of("true"));
        migrator.settle(happened ? StepOutcome.DONE : StepOutcome.AGAIN);
    }

    static String everything(TestDatabase database) throws SQLException {
        StringBuilder text = new StringBuilder(CatalogDump.everything().of(database));
        List<String> tables = database.query("select c.oid::regclass::text from pg_class c where relkind = 'r'"
                + " and relnamespace in ('public'::regnamespace, to_regnamespace('outside')) order by 1");
        // What was attempted depends on what was broken off; that it fits what is there, see below.
        tables.remove("albedo_history_log");
        for (String table : tables) {
            String columns = table.equals("albedo_history")
                    ? "concat_ws(' ', revision, name, state, steps, in_doubt, checksum)"
                    : "left(t::text, 20) || md5(t::text)";
            database.query("select " + columns + " from " + table + " t order by 1")
                    .forEach(row -> text.append(table).append(": ").append(row).append('\n'));
        }
        return text.toString();
    }

    static void expectUndisturbed(TestDatabase database, FaultCase scenario, String where) throws SQLException {
        if (!UNDISTURBED.containsKey(scenario)) {
            try (TestDatabase reference = TestDatabases.create()) {
                prepare(reference, scenario);
                FaultCase.run(scenario.migrator(connections(reference)), scenario.broken);
                FaultCase.run(scenario.migrator(connections(reference)), scenario.next);
                UNDISTURBED.put(scenario, everything(reference));
            }
        }
        assertThat(everything(database)).as(scenario + ", broken off " + where).isEqualTo(UNDISTURBED.get(scenario));
        expectTruthfulLog(database, scenario + ", broken off " + where);
    }

    static void expectTruthfulLog(TestDatabase database, String where) throws SQLException {
        assertThat(database.query(LOG_CONTRADICTS_HISTORY))
                .as(where + ": the last word of the log on each revision is the history's")
                .isEmpty();
        assertThat(database.query("select pid from pg_locks where locktype = 'advisory'"
                        + " and database = (select oid from pg_database where datname = current_database())"))
                .as(where + ": the lock is let go")
                .isEmpty();
    }

    static boolean finishes(Tap tap, FaultCase scenario) {
        try {
            FaultCase.run(scenario.migrator(tap), scenario.broken);
            return true;
        } catch (RunException e) {
            assertThat(e.getMessage()).containsAnyOf("run it again", "cannot connect");
            return false;
        }
    }

    static void tried(String kind) {
        COUNTS.computeIfAbsent(kind, key -> new int[2])[0]++;
    }

    static void survived(String kind) {
        COUNTS.get(kind)[1]++;
    }

    /** Prints what a class counted, and writes it to its own file. */
    static void report(Class<?> test) {
        String text = COUNTS.entrySet().stream()
                .map(entry ->
                        entry.getKey() + ": tried " + entry.getValue()[0] + ", survived " + entry.getValue()[1] + "\n")
                .collect(Collectors.joining());
        System.out.print(text);
        try {
            Files.writeString(Path.of("target", test.getSimpleName() + ".txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        COUNTS.clear();
    }
}
