package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.revision.RevisionNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What becomes of a run that meets the locks of others, and of the limits it sets for that. */
class ContentionTest extends RunFixture {

    private static final Retry SHORT_PAUSES =
            new Retry(Duration.ofSeconds(30), Duration.ofMillis(50), Duration.ofMillis(200));
    private static final Limits LIMITS =
            Limits.DEFAULT.lock(Duration.ofMillis(300)).contention(SHORT_PAUSES);
    private static final String LOG = "albedo_history_log where event = 'up' order by id";

    /** Says what happens, and does something after the second attempt. */
    private static final class Told implements RunListener {
        final List<String> told = new ArrayList<>();
        private final ThrowingAction afterSecond;

        Told(ThrowingAction afterSecond) {
            this.afterSecond = afterSecond;
        }

        @Override
        public void contended(Direction direction, RevisionNode revision, String reason, int attempt, Duration pause) {
            told.add(direction + " " + revision.id() + " " + attempt + " " + reason);
            if (attempt == 2) {
                try {
                    afterSecond.run();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @FunctionalInterface
    private interface ThrowingAction {
        void run() throws SQLException;
    }

    private Migrator migrator(MigrationSource migrations, Limits limits, RunListener listener) {
        return new Migrator(
                ConnectionSource.of(database.dataSource()), migrations, RunSettings.DEFAULT.limits(limits), listener);
    }

    private static TestMigrations altersT() {
        return new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.sql("create table made ()");
                            op.sql("alter table t add x int");
                        },
                        op -> op.sql("drop table made"));
    }

    private Connection blocker() throws SQLException {
        Connection other = DriverManager.getConnection(database.url() + "&ApplicationName=somebody");
        other.setAutoCommit(false);
        return other;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    /** As a pool gives it: still open when it was closed. */
    static Connection pooled(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                ContentionTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @Test
    void limitsHoldForTheRevisionAndForNothingAfterIt() throws SQLException {
        String seen = " as select current_setting('lock_timeout') as l, current_setting('statement_timeout') as s";
        TestMigrations migrations = new TestMigrations()
                .add("aaa1", "create table one" + seen, "drop table one")
                .add(
                        "bbb2",
                        op -> {
                            op.data("java first", data -> data.update("create table two" + seen));
                            op.createIndexConcurrently("one", index("ix_one", "l"));
                            op.sql("create table three" + seen);
                        },
                        op -> op.sql("drop table two, three"))
                .add("ccc3", "create table four" + seen + "; select 1 / 0", "drop table four");
        try (Connection real = database.connect()) {
            execute(real, "set lock_timeout = '77s'; set statement_timeout = '88s'");
            Limits limits = Limits.DEFAULT.statement(Duration.ofMinutes(9));
            Migrator pooled =
                    new Migrator(() -> pooled(real), migrations, RunSettings.DEFAULT.limits(limits), RunListener.NONE);
            assertThat(pooled.migrate("bbb2")).hasSize(2);
            assertThat(show(real, "lock_timeout")).isEqualTo("77s");
            assertThat(show(real, "statement_timeout")).isEqualTo("88s");
            assertThatThrownBy(() -> pooled.migrate("head")).hasMessageContaining("division by zero");
            assertThat(show(real, "lock_timeout")).isEqualTo("77s");
            assertThat(show(real, "statement_timeout")).isEqualTo("88s");
            assertThat(query("l, s", "(select * from one union all select * from two union all select * from three) t"))
                    .containsExactly("5s 9min", "5s 9min", "5s 9min");

            new Migrator(() -> pooled(real), migrations, RunSettings.DEFAULT.limits(Limits.NONE), RunListener.NONE)
                    .rollback(1);
            execute(real, "drop table one");
            new Migrator(() -> pooled(real), migrations, RunSettings.DEFAULT.limits(Limits.NONE), RunListener.NONE)
                    .stamp(List.of("base"), false);
            new Migrator(() -> pooled(real), migrations, RunSettings.DEFAULT.limits(Limits.NONE), RunListener.NONE)
                    .migrate("aaa1");
            assertThat(query("l, s", "one"))
                    .as("no limit leaves what the session has")
                    .containsExactly("77s 88s");
        }
    }

    @Test
    void aStatementThatTakesTooLongIsBrokenOff() throws SQLException {
        TestMigrations sleeps = new TestMigrations().add("aaa1", "select pg_sleep(60)", "select 1");
        assertThatThrownBy(() -> migrator(sleeps, Limits.DEFAULT.statement(Duration.ofMillis(200)), RunListener.NONE)
                        .migrate("head"))
                .hasMessageContaining(
                        "step 1 of 1 (run SQL: select pg_sleep(60)) failed: ERROR: canceling statement due to statement timeout");
        assertThat(query("outcome", LOG)).containsExactly("failed");
    }

    /** Says what it met, and ends the other session's transaction after the second attempt. */
    private static RunListener endsAfterSecond(Connection other, List<String> told) {
        return new RunListener() {
            @Override
            public void contended(String what, String reason, int attempt, Duration pause) {
                told.add(what + " " + attempt + " " + reason);
                if (attempt == 2) {
                    try {
                        other.rollback();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        };
    }

    @Test
    void makesTheHistoryWhenTheLockIsFree() throws SQLException {
        try (Connection other = blocker()) {
            execute(other, "create table albedo_history (revision text)");
            List<String> told = new ArrayList<>();
            TestMigrations migrations = new TestMigrations().add("aaa1", "create table t ()", "drop table t");
            assertThat(migrator(migrations, LIMITS, endsAfterSecond(other, told))
                            .migrate("head"))
                    .hasSize(1);
            assertThat(told)
                    .containsExactly(
                            "the creation of the history table 1 ERROR: canceling statement due to lock timeout",
                            "the creation of the history table 2 ERROR: canceling statement due to lock timeout");
        }
    }

    @Test
    void stampsAndRepairsWhenTheLockIsFree() throws SQLException {
        TestMigrations migrations = new TestMigrations().add("aaa1", "create table t ()", "drop table t");
        migrator(migrations).migrate("head");
        TestMigrations edited = new TestMigrations().add("aaa1", "create table t (id int)", "drop table t");
        try (Connection other = blocker()) {
            execute(other, "lock table albedo_history in share mode");
            List<String> told = new ArrayList<>();
            assertThat(migrator(edited, LIMITS, endsAfterSecond(other, told)).repair(List.of()))
                    .hasSize(1);
            assertThat(told)
                    .containsExactly(
                            "the repair 1 ERROR: canceling statement due to lock timeout",
                            "the repair 2 ERROR: canceling statement due to lock timeout");

            told.clear();
            execute(other, "lock table albedo_history in share mode");
            migrator(edited, LIMITS, endsAfterSecond(other, told)).stamp(List.of("base"), false);
            assertThat(told).hasSize(2);

            execute(other, "lock table albedo_history in share mode");
            int pid = other.unwrap(org.postgresql.PGConnection.class).getBackendPID();
            assertThatThrownBy(() -> migrator(edited, LIMITS.contention(Retry.NONE), RunListener.NONE)
                            .stamp(List.of("head"), false))
                    .hasMessageMatching(
                            "(?s)the stamp failed: ERROR: canceling statement due to lock timeout.* \\(1 attempt"
                                    + " in 0 s\\); in the way is a lock of process " + pid
                                    + ".*\nNothing was changed.");
        }
    }

    @Test
    void triesAgainUntilTheLockIsFree() throws SQLException {
        database.execute("create table t (id int)");
        try (Connection other = blocker()) {
            execute(other, "lock table t in access share mode");
            Told listener = new Told(other::rollback);
            assertThat(migrator(altersT(), LIMITS, listener).migrate("head")).hasSize(1);
            assertThat(listener.told)
                    .containsExactly(
                            "UP aaa1 1 ERROR: canceling statement due to lock timeout",
                            "UP aaa1 2 ERROR: canceling statement due to lock timeout");
        }
        assertThat(query("outcome, steps, error", LOG))
                .containsExactly(
                        "failed 0 ERROR: canceling statement due to lock timeout",
                        "failed 0 ERROR: canceling statement due to lock timeout",
                        "done 2");
        assertThat(query("state", "albedo_history")).containsExactly("applied");
        assertThat(migrator(altersT()).migrate("head")).isEmpty();
        assertThat(query("x", "t")).isEmpty();
    }

    @Test
    void saysWhoIsInTheWayWhenItGivesUp() throws SQLException {
        database.execute("create table t (id int)");
        Limits limits = LIMITS.contention(SHORT_PAUSES.patience(Duration.ofSeconds(3)));
        try (Connection other = blocker()) {
            int pid = other.unwrap(PGConnection.class).getBackendPID();
            execute(other, "lock table t in access share mode");
            assertThatThrownBy(
                            () -> migrator(altersT(), limits, RunListener.NONE).migrate("head"))
                    .isInstanceOf(RunException.class)
                    .hasMessageMatching(
                            "revision aaa1 \\(M_aaa1\\), step 2 of 2 \\(run SQL: alter table t add x int\\) failed:"
                                    + " ERROR: canceling statement due to lock timeout \\([0-9]+ attempts in [2-9] s\\); in the way is"
                                    + " a lock of process " + pid
                                    + " \\(\"somebody\", idle in transaction, since 20[0-9: +-]+\\);"
                                    + " wait until it is done, or end it in the database with pg_terminate_backend\\("
                                    + pid
                                    + "\\), and run it again\nSQL: alter table t add x int\nNothing of this revision was changed;"
                                    + " what was done before it stays.");
        }
        assertThat(query("outcome", LOG)).hasSizeGreaterThan(2).containsOnly("failed");
        assertThat(query("to_regclass('made')", "(select) t")).containsExactly("");
        assertThat(query("state", "albedo_history")).isEmpty();
        assertThat(migrator(altersT()).migrate("head")).hasSize(1);
    }

    /** The server hides state and times of sessions of other roles. */
    @Test
    void aRoleWithoutStatisticsIsToldWhatTheServerTells() throws SQLException {
        String role = "few_rights_on_" + database.name();
        database.execute(
                "create role " + role + " login",
                "grant create on schema public to " + role,
                "create table t (id int)",
                "alter table t owner to " + role);
        String url = database.url().replace("user=postgres", "user=" + role);
        try (Connection other = blocker()) {
            int pid = other.unwrap(PGConnection.class).getBackendPID();
            execute(other, "lock table t in access share mode");
            assertThatThrownBy(() -> new Migrator(
                                    () -> DriverManager.getConnection(url),
                                    altersT(),
                                    RunSettings.DEFAULT.limits(LIMITS.contention(Retry.NONE)),
                                    RunListener.NONE)
                            .migrate("head"))
                    .hasMessageContaining("in the way is a lock of process " + pid + " (\"somebody\");");
        }
        assertThat(new LockHolder(7, "shop", "").describe()).isEqualTo("process 7 (\"shop\")");
        assertThat(new LockHolder(7, "", "").describe()).isEqualTo("process 7");
        assertThat(new LockHolder(7, "shop", "2026").describe())
                .isEqualTo("process 7 (\"shop\", connected since 2026)");
    }

    @Test
    void withoutPatienceThereIsOneAttemptThatNamesTheStatement() throws SQLException {
        database.execute("create table t (id int)");
        try (Connection other = blocker()) {
            execute(other, "lock table t in access share mode");
            assertThatThrownBy(() -> migrator(altersT(), LIMITS.contention(Retry.NONE), RunListener.NONE)
                            .migrate("head"))
                    .hasMessageContaining("step 2 of 2 (run SQL: alter table t add x int) failed")
                    .hasMessageContaining("(1 attempt in ");
        }
        assertThat(query("outcome", LOG)).containsExactly("failed");
    }

    @Test
    void aDeadlockIsTriedAgain() throws SQLException, InterruptedException {
        database.execute("create table a (id int)", "create table b (id int)");
        CountDownLatch hasA = new CountDownLatch(1);
        List<String> calls = new ArrayList<>();
        TestMigrations migrations = new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.sql("lock table a");
                            op.data("say so", data -> {
                                calls.add("called");
                                hasA.countDown();
                            });
                            op.sql("lock table b");
                        },
                        op -> {});
        try (Connection other = blocker()) {
            execute(other, "lock table b");
            Thread crossing = new Thread(() -> {
                try {
                    hasA.await();
                    // The one that has waited for deadlock_timeout, a second, first is the victim.
                    Thread.sleep(300);
                    execute(other, "lock table a");
                    other.rollback();
                } catch (SQLException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            crossing.start();
            Told listener = new Told(() -> {});
            assertThat(migrator(migrations, Limits.DEFAULT, listener).migrate("head"))
                    .hasSize(1);
            crossing.join();
            assertThat(listener.told).containsExactly("UP aaa1 1 ERROR: deadlock detected");
        }
        assertThat(calls).hasSize(2);
        assertThat(query("outcome", LOG)).containsExactly("failed", "done");
    }

    @Test
    void whatCannotBeSerializedIsTriedAgainStepByStepToo() throws SQLException {
        database.execute("create sequence tries", "create table t (id int)");
        String failsTwice = "do $$ begin if nextval('tries') % 3 <> 0 then raise exception 'could not serialize access'"
                + " using errcode = '40001'; end if; end $$";
        TestMigrations migrations = new TestMigrations()
                .add("aaa1", failsTwice, "select 1")
                .add(
                        "bbb2",
                        op -> {
                            op.createIndexConcurrently("t", index("ix_t", "id"));
                            op.sql("insert into t values (7)");
                            op.sql(failsTwice);
                        },
                        op -> {});
        Told listener = new Told(() -> {});
        assertThat(migrator(migrations, LIMITS, listener).migrate("head")).hasSize(2);
        assertThat(listener.told)
                .containsExactly(
                        "UP aaa1 1 ERROR: could not serialize access",
                        "UP aaa1 2 ERROR: could not serialize access",
                        "UP bbb2 1 ERROR: could not serialize access",
                        "UP bbb2 2 ERROR: could not serialize access");
        assertThat(query("id", "t")).containsExactly("7");
        assertThat(query("revision, outcome, steps", LOG))
                .containsExactly(
                        "aaa1 failed 0",
                        "aaa1 failed 0",
                        "aaa1 done 1",
                        "bbb2 began 0",
                        "bbb2 failed 1",
                        "bbb2 failed 1",
                        "bbb2 done 3");
    }

    private static TestMigrations indexesT() {
        return new TestMigrations()
                .add(
                        "aaa1",
                        op -> op.createIndexConcurrently("t", index("ix_t", "id")),
                        op -> op.dropIndexConcurrently("t", "ix_t"));
    }

    private void takeSnapshot(Connection other) throws SQLException {
        other.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        execute(other, "select count(*) from elsewhere");
    }

    @Test
    void aConcurrentIndexBuildWaitsLongerThanTheLockTimeout() throws SQLException, InterruptedException {
        database.execute("create table t (id int)", "create table elsewhere ()");
        try (Connection other = blocker()) {
            takeSnapshot(other);
            Thread later = new Thread(() -> {
                try {
                    Thread.sleep(1500);
                    other.rollback();
                } catch (SQLException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            later.start();
            assertThat(migrator(indexesT(), LIMITS, RunListener.NONE).migrate("head"))
                    .hasSize(1);
            later.join();
        }
        assertThat(query("indisvalid", "pg_index where indexrelid = 'ix_t'::regclass"))
                .containsExactly("t");
        assertThat(query("outcome", LOG)).containsExactly("began", "done");
    }

    @Test
    void aConcurrentIndexBuildThatWaitsForTooLongIsBrokenOffAndLeavesNothing() throws SQLException {
        database.execute("create table t (id int)", "create table elsewhere ()");
        Limits limits = LIMITS.contention(SHORT_PAUSES.patience(Duration.ofSeconds(1)));
        try (Connection other = blocker()) {
            int pid = other.unwrap(PGConnection.class).getBackendPID();
            takeSnapshot(other);
            assertThatThrownBy(
                            () -> migrator(indexesT(), limits, RunListener.NONE).migrate("head"))
                    .hasMessageStartingWith(
                            "revision aaa1 (M_aaa1), step 1 of 1 (create index (id) on t (ix_t)) failed:"
                                    + " waited for a lock for 1 s (1 attempt in ")
                    .hasMessageContaining(
                            "in the way is a lock of process " + pid + " (\"somebody\", idle in transaction")
                    .hasMessageContaining("pg_terminate_backend(" + pid + "), and run it again");
            assertThat(query("indexrelid::regclass", "pg_index where indrelid = 't'::regclass"))
                    .isEmpty();
        }
        assertThat(query("outcome", LOG)).containsExactly("began", "failed");
        assertThat(migrator(indexesT()).migrate("head")).hasSize(1);
        assertThat(query("indisvalid", "pg_index where indexrelid = 'ix_t'::regclass"))
                .containsExactly("t");
    }
}
