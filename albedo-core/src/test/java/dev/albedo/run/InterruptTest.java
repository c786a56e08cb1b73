package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.index;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a run that is interrupted while the server works for it. */
class InterruptTest extends RunFixture {

    private static final String NAP = "select pg_sleep(seconds) from nap";
    private static final String STANDING =
            "the run was interrupted in revision bbb2 (M_bbb2). Nothing of this revision was"
                    + " changed; what was done before it stays. Before it this run has applied aaa1 (M_aaa1). Run it again, it"
                    + " goes on from there.";

    /** The second of them sleeps in SQL or in Java. */
    static TestMigrations migrations(String where) {
        return new TestMigrations()
                .add("aaa1", "create table a (id int)", "drop table a")
                .add(
                        "bbb2",
                        op -> {
                            op.sql("create table half (id int)");
                            if (where.equals("sql")) {
                                op.sql(NAP);
                            } else {
                                op.data("nap", data -> data.update(NAP));
                            }
                        },
                        op -> op.sql("drop table half"));
    }

    private void awaits(String condition) throws SQLException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!query(condition, "(select) t").equals(List.of("t"))) {
            assertThat(System.nanoTime()).as(condition).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private void awaitsActive(String sql) throws SQLException, InterruptedException {
        awaits("exists (select from pg_stat_activity where datname = current_database() and state = 'active'"
                + " and pid <> pg_backend_pid() and query like '" + sql + "%')");
    }

    /** The server does nothing for the run any more, and holds no lock for it. */
    private void expectQuiet() throws SQLException, InterruptedException {
        awaits("not exists (select from pg_locks l join pg_database d on d.oid = l.database"
                + " where d.datname = current_database() and l.locktype = 'advisory')");
        awaits("not exists (select from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid() and state <> 'idle')");
    }

    private void expectInterruptedInSecond() throws SQLException, InterruptedException {
        expectQuiet();
        assertThat(query("revision, state", "albedo_history")).containsExactly("aaa1 applied");
        assertThat(query("to_regclass('half')", "(select) t")).containsExactly("");
        assertThat(query("event, outcome, revision, error", "albedo_history_log order by id"))
                .containsExactly("run began", "up done aaa1", "up failed bbb2 " + STANDING, "run failed " + STANDING);
    }

    private void expectTheNextRunFinishes(String where) throws SQLException {
        database.execute("update nap set seconds = 0");
        assertThat(migrator(migrations(where)).migrate("head"))
                .extracting(revision -> revision.id())
                .containsExactly("bbb2");
        assertThat(migrator(migrations(where)).migrate("head")).isEmpty();
    }

    /** Runs on a thread, and gives what it ended with. */
    private final class Run {
        final List<String> told = Collections.synchronizedList(new ArrayList<>());
        final List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
        final List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
        final Thread thread;

        Run(MigrationSource migrations, RunSettings settings) {
            RunListener listener = new RunListener() {
                @Override
                public void interrupted(String standing) {
                    told.add(standing);
                }
            };
            Migrator migrator =
                    new Migrator(ConnectionSource.of(database.dataSource()), migrations, settings, listener);
            thread = new Thread(() -> {
                try {
                    migrator.migrate("head");
                } catch (RuntimeException e) {
                    failures.add(e);
                }
                flags.add(Thread.currentThread().isInterrupted());
            });
            thread.start();
        }

        void interrupt() throws InterruptedException {
            thread.interrupt();
            thread.join(Duration.ofSeconds(30).toMillis());
            assertThat(thread.isAlive()).isFalse();
            assertThat(failures).hasSize(1);
            assertThat(failures.get(0)).isInstanceOf(RunException.class);
            assertThat(flags).as("still interrupted").containsExactly(true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sql", "java"})
    void anInterruptBreaksOffTheStatementAndRollsBack(String where) throws SQLException, InterruptedException {
        database.execute("create table nap as select 600 as seconds");
        Run run = new Run(migrations(where), RunSettings.DEFAULT);
        awaitsActive(where.equals("sql") ? "%pg_sleep" : NAP);
        run.interrupt();
        assertThat(run.failures.get(0)).hasMessage(STANDING);
        assertThat(run.told).containsExactly(STANDING);
        expectInterruptedInSecond();
        expectTheNextRunFinishes(where);
    }

    @Test
    void sigtermBreaksOffTheStatementAndRollsBackBeforeTheProcessEnds()
            throws SQLException, InterruptedException, IOException {
        database.execute("create table nap as select 600 as seconds");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptedRun.class.getName(),
                        database.url())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            awaitsActive("%pg_sleep");
            // Not of the process itself, which would close its output.
            process.toHandle().destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualToIgnoringNewLines(STANDING);
            expectInterruptedInSecond();
        } finally {
            process.destroyForcibly();
        }
        expectTheNextRunFinishes("sql");
    }

    @Test
    void anInterruptedIndexBuildIsFinishedByTheNextRun() throws SQLException, InterruptedException {
        database.execute("create table t (id int)", "create table elsewhere ()");
        TestMigrations migrations = new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.sql("insert into t values (1)");
                            op.createIndexConcurrently("t", index("ix_t", "id"));
                        },
                        op -> op.dropIndexConcurrently("t", "ix_t"));
        try (Connection other = database.connect();
                Statement snapshot = other.createStatement()) {
            other.setAutoCommit(false);
            other.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            snapshot.execute("select count(*) from elsewhere");
            Run run = new Run(migrations, RunSettings.DEFAULT);
            awaits("exists (select from pg_index where not indisvalid)");
            run.interrupt();
            assertThat(run.failures.get(0))
                    .hasMessage(
                            "the run was interrupted in revision aaa1 (M_aaa1). Its steps before step 2 are done and"
                                    + " recorded; once the cause is removed, run it again: it goes on at step 2. Run it again, it"
                                    + " goes on from there.");
            assertThat(query("state, steps", "albedo_history")).containsExactly("started 1");
        }
        expectQuiet();
        assertThat(migrator(migrations).migrate("head")).hasSize(1);
        assertThat(query("indisvalid", "pg_index where indexrelid = 'ix_t'::regclass"))
                .containsExactly("t");
        assertThat(query("id", "t")).containsExactly("1");
    }

    @Test
    void anInterruptEndsTheWaitForALock() throws SQLException, InterruptedException {
        database.execute("create table nap as select 0 as seconds", "create table half (id int)");
        TestMigrations migrations = new TestMigrations()
                .add("aaa1", "create table a (id int)", "drop table a")
                .add("bbb2", "drop table half", "create table half (id int)");
        Limits limits = Limits.DEFAULT
                .lock(Duration.ofMillis(50))
                .contention(new Retry(Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofMinutes(1)));
        try (Connection other = database.connect();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table half");
            Run run = new Run(migrations, RunSettings.DEFAULT.limits(limits));
            awaits("to_regclass('albedo_history_log') is not null");
            awaits("exists (select from albedo_history_log where outcome = 'failed')");
            run.interrupt();
            assertThat(run.failures.get(0)).hasMessage(STANDING);
        }
        expectQuiet();
        assertThat(migrator(migrations).migrate("head")).hasSize(1);
    }
}
