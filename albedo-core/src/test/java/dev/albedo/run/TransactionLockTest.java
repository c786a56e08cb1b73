package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.RunLock;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.TestPooler.Habit;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** A pooler in transaction mode of which the driver knows: each transaction takes the lock of the run itself. */
class TransactionLockTest extends RunFixture {

    private TestPooler pooler;

    @BeforeEach
    void start() throws SQLException {
        pooler = new TestPooler(database, Habit.ALTERNATES, 1).announced();
    }

    @AfterEach
    void stop() throws SQLException {
        assertThat(query("pid", "pg_locks where locktype = 'advisory'"))
                .as("no lock is left")
                .isEmpty();
        pooler.close();
    }

    private static TestMigrations migrations() {
        return new TestMigrations()
                .add("aaa1", "create table a (id int primary key, t text)", "drop table a")
                .add(
                        "bbb2",
                        op -> {
                            op.bulkInsert("a", List.of("id", "t"), row(1, "one"), row(2, "two"));
                            op.data("three and four", data -> {
                                data.update("insert into a values (?, ?)", 3, "three");
                                data.update("insert into a values (?, ?)", 4, "four");
                            });
                        },
                        op -> op.sql("delete from a"))
                .add("ccc3", "create table c (id int)", "drop table c")
                .add("ddd4", "create table d (id int)", "drop table d");
    }

    private Migrator pooled(MigrationSource migrations, RunListener listener) {
        return new Migrator(pooler, migrations, RunSettings.DEFAULT, listener);
    }

    private Migrator pooled() {
        return pooled(migrations(), RunListener.NONE);
    }

    private static List<String> ids(List<RevisionNode> revisions) {
        return revisions.stream().map(RevisionNode::id).toList();
    }

    @Test
    void everyKindOfRunWorks() throws SQLException {
        assertThat(ids(pooled().migrate("ccc3"))).containsExactly("aaa1", "bbb2", "ccc3");
        assertThat(pooler.hasChangedSessions()).isTrue();
        assertThat(query("id, t", "a order by id")).containsExactly("1 one", "2 two", "3 three", "4 four");
        assertThat(ids(pooled().rollback(2))).containsExactly("ccc3", "bbb2");
        assertThat(query("count(*)", "a")).containsExactly("0");
        assertThat(ids(pooled().migrate("head"))).containsExactly("bbb2", "ccc3", "ddd4");
        assertThat(pooled().stamp(List.of("ccc3"), false).removed()).hasSize(1);
        TestMigrations edited = migrations();
        edited.add("eee5", "select 1", "select 1");
        database.execute("update albedo_history set checksum = 'other' where revision = 'aaa1'");
        assertThat(pooled(edited, RunListener.NONE).repair(List.of())).hasSize(1);
        assertThat(pooled().ensureHistory()).isFalse();
        assertThat(pooled().status().pending()).hasSize(1);
        assertThat(query("event, outcome", "albedo_history_log where outcome = 'failed'"))
                .isEmpty();
        assertThat(query("revision", "albedo_history order by revision")).containsExactly("aaa1", "bbb2", "ccc3");
    }

    @Test
    void aFailureLeavesNothingOfItsRevision() throws SQLException {
        TestMigrations failing = migrations().add("eee5", "create table e (id int); select 1 / 0", "drop table e");
        assertThatThrownBy(() -> pooled(failing, RunListener.NONE).migrate("head"))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("revision eee5 (M_eee5)")
                .hasMessageContaining("division by zero");
        assertThat(query("revision", "albedo_history order by revision"))
                .containsExactly("aaa1", "bbb2", "ccc3", "ddd4");
        assertThat(database.query("select to_regclass('e')")).containsExactly((String) null);
        assertThat(query("revision, outcome", "albedo_history_log where revision = 'eee5'"))
                .containsExactly("eee5 failed");
    }

    @Test
    void allAsOneTransactionWorks() throws SQLException {
        Migrator one =
                new Migrator(pooler, migrations(), RunSettings.DEFAULT.singleTransaction(true), RunListener.NONE);
        assertThat(one.migrate("head")).hasSize(4);
        assertThat(query("count(distinct applied_at)", "albedo_history")).containsExactly("4");
        assertThat(one.rollbackTo("base")).hasSize(4);
    }

    /** Another run has its turn after the first revision, and does the second. */
    @Test
    void aRunThatHadItsTurnInBetweenIsAccountedFor() throws SQLException {
        RunListener other = new RunListener() {
            private boolean had;

            @Override
            public void finished(Direction direction, RevisionNode revision, Duration time) {
                if (!had) {
                    had = true;
                    migrator(migrations()).migrate("bbb2");
                }
            }
        };
        assertThat(ids(pooled(migrations(), other).migrate("head"))).containsExactly("aaa1", "ccc3", "ddd4");
        assertThat(query(
                        "revision, count(*)",
                        "albedo_history_log where event = 'up' and outcome = 'done'"
                                + " group by revision order by revision"))
                .containsExactly("aaa1 1", "bbb2 1", "ccc3 1", "ddd4 1");
    }

    @Test
    void aRollbackStopsIfTheHistoryChangedInBetween() throws SQLException {
        pooled().migrate("head");
        RunListener other = new RunListener() {
            private boolean had;

            @Override
            public void finished(Direction direction, RevisionNode revision, Duration time) {
                if (!had) {
                    had = true;
                    migrator(migrations()).migrate("head");
                }
            }
        };
        assertThatThrownBy(() -> pooled(migrations(), other).rollback(2))
                .isInstanceOf(RunException.class)
                .hasMessage(
                        "another run changed the history of this database in the meantime; what is recorded as done stays."
                                + " Run it again");
        assertThat(query("revision", "albedo_history order by revision"))
                .as("what the other run has applied stays")
                .containsExactly("aaa1", "bbb2", "ccc3", "ddd4");
        assertThat(database.query("select to_regclass('d') is not null")).containsExactly("t");
    }

    /** A run over a connection of its own has the lock of its session, and lets it go while this one waits. */
    @Test
    void aRunThatIsAtWorkIsWaitedFor() throws SQLException {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            RunLock lock = Dialects.of(other).runLock("'public.albedo_history'");
            int session = other.unwrap(PGConnection.class).getBackendPID();
            List<String> met = new ArrayList<>();
            RunListener patient = new RunListener() {
                @Override
                public void waiting(LockHolder holder, Duration waited) {
                    met.add("at the start");
                    execute("select pg_advisory_unlock_all()");
                }

                @Override
                public void finished(Direction direction, RevisionNode revision, Duration time) {
                    if (revision.id().equals("aaa1")) {
                        try {
                            assertThat(lock.take(other, session)).contains(true);
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }

                @Override
                public void contended(
                        Direction direction, RevisionNode revision, String reason, int attempt, Duration pause) {
                    met.add(revision.id() + ": " + reason);
                    execute("select pg_advisory_unlock_all()");
                }

                private void execute(String sql) {
                    try {
                        statement.execute(sql);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
            assertThat(lock.take(other, session)).contains(true);
            assertThat(ids(pooled(migrations(), patient).migrate("head")))
                    .containsExactly("aaa1", "bbb2", "ccc3", "ddd4");
            assertThat(met).containsExactly("at the start", "bbb2: another run is at work on this database");
        }
    }

    @Test
    void aStepOutsideOfTransactionsIsRefusedWithTheAddressOfTheServer() throws SQLException {
        TestMigrations divided = migrations().addDivided("eee5", op -> op.sql("vacuum a"), op -> {});
        String address = database.query("select host(inet_server_addr()) || ':' || inet_server_port()")
                .get(0);
        assertThatThrownBy(() -> pooled(divided, RunListener.NONE).migrate("head"))
                .isInstanceOf(RunException.class)
                .hasMessage(
                        "a pooler in transaction mode is before the database, and step 1 of revision eee5 (M_eee5) (run"
                                + " SQL: vacuum a) cannot be in a transaction, for which the run needs a session of its own; connect"
                                + " to the server itself (it listens at " + address
                                + ") with -Dalbedo.url, or through a pool in session mode. No revision was run");
        assertThat(query("count(*)", "albedo_history")).containsExactly("0");
    }

    @Test
    void aPoolInSessionModeHasTheLockOfASession() throws SQLException {
        TestMigrations divided = migrations().addDivided("eee5", op -> op.sql("vacuum a"), op -> {});
        List<TestPooler> poolers = new ArrayList<>();
        ConnectionSource sessions = () -> {
            TestPooler ofOne = new TestPooler(database, Habit.ALTERNATES, Integer.MAX_VALUE).announced();
            poolers.add(ofOne);
            return ofOne.open();
        };
        assertThat(new Migrator(sessions, divided, RunSettings.DEFAULT, RunListener.NONE).migrate("head"))
                .hasSize(5);
        for (TestPooler each : poolers) {
            each.close();
        }
    }
}
