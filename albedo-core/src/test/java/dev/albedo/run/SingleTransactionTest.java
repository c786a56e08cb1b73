package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.revision.RevisionNode;
import dev.albedo.schema.QualifiedName;
import dev.albedo.testing.CatalogDump;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All revisions of a run as one transaction: all of them, or nothing of any. */
class SingleTransactionTest extends RunFixture {

    private static final RunSettings SINGLE = RunSettings.DEFAULT.singleTransaction(true);

    private static TestMigrations migrations() {
        return new TestMigrations()
                .add("aaa1", "create table a (id int unique)", "drop table a")
                .add(
                        "bbb2",
                        op -> {
                            op.sql("insert into a values (1), (2)");
                            op.data("one more", data -> data.update("insert into a values (3)"));
                            op.sql("update a set id = id + 10");
                        },
                        op -> op.sql("delete from a"))
                .add("ccc3", "create table c ()", "drop table c");
    }

    private Migrator single(MigrationSource migrations) {
        return new Migrator(ConnectionSource.of(database.dataSource()), migrations, SINGLE, RunListener.NONE);
    }

    private List<String> log() throws SQLException {
        return query("event, outcome, revision, steps", "albedo_history_log order by id");
    }

    private List<String> history() throws SQLException {
        return query("revision, state, steps", "albedo_history order by applied_at");
    }

    @Test
    void appliesAllAndTakesAllBack() throws SQLException {
        List<String> told = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void started(Direction direction, RevisionNode revision) {
                told.add("started " + revision.id());
            }

            @Override
            public void finished(Direction direction, RevisionNode revision, Duration duration) {
                assertThat(duration).isPositive();
                told.add("finished " + revision.id());
            }
        };
        Migrator migrator = new Migrator(ConnectionSource.of(database.dataSource()), migrations(), SINGLE, listener);
        assertThat(migrator.migrate("head")).hasSize(3);
        assertThat(told)
                .containsExactly(
                        "started aaa1",
                        "started bbb2",
                        "started ccc3",
                        "finished aaa1",
                        "finished bbb2",
                        "finished ccc3");
        assertThat(query("id", "a order by 1")).containsExactly("11", "12", "13");
        assertThat(history()).containsExactly("aaa1 applied 1", "bbb2 applied 3", "ccc3 applied 1");
        assertThat(migrator.migrate("head")).isEmpty();

        assertThat(migrator.rollbackTo("base")).hasSize(3);
        assertThat(history()).isEmpty();
        assertThat(query("to_regclass('a'), to_regclass('c')", "(values (1)) v"))
                .containsExactly("");
        assertThat(log())
                .containsExactly(
                        "run began",
                        "up done aaa1 1",
                        "up done bbb2 3",
                        "up done ccc3 1",
                        "run done",
                        "run began",
                        "down done ccc3 1",
                        "down done bbb2 1",
                        "down done aaa1 1",
                        "run done");
    }

    @Test
    void leavesNothingIfTheLastOneFails() throws SQLException {
        TestMigrations failing = migrations()
                .add(
                        "ddd4",
                        op -> {
                            op.sql("create table d ()");
                            op.sql("insert into a values (11)");
                        },
                        op -> {});
        assertThatThrownBy(() -> single(failing).migrate("head"))
                .hasMessageStartingWith(
                        "revision ddd4 (M_ddd4), step 2 of 2 (run SQL: insert into a values (11)) failed:"
                                + " ERROR: duplicate key value")
                .hasMessageEndingWith("Nothing was changed: the revisions of this run are one transaction.");
        assertThat(history()).isEmpty();
        assertThat(query("relname", "pg_class where relname in ('a', 'c', 'd')"))
                .isEmpty();
        assertThat(log()).containsExactly("run began", "up failed ddd4 0", "run failed");

        assertThat(single(migrations()).migrate("head")).hasSize(3);
    }

    @Test
    void sendsLittle() {
        Tap tap = Tap.counting(ConnectionSource.of(database.dataSource()));
        new Migrator(tap, MigratorTest.three(), RunSettings.DEFAULT, RunListener.NONE).migrate("head");
        int apart = tap.events.size();
        migrator(MigratorTest.three()).rollbackTo("base");
        tap.events.clear();
        new Migrator(tap, MigratorTest.three(), SINGLE, RunListener.NONE).migrate("head");
        assertThat(tap.events)
                .as("one commit instead of three, and the history is read instead of created (2) and looked at")
                .hasSize(apart - 2 - 3 + 1);
    }

    @Test
    void triesTheWholeAgainWhenALockIsInTheWay() throws SQLException, InterruptedException {
        migrator(migrations()).migrate("aaa1");
        Retry shortPauses = new Retry(Duration.ofSeconds(30), Duration.ofMillis(50), Duration.ofMillis(200));
        List<String> contended = new ArrayList<>();
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table a in access exclusive mode");
            RunListener listener = new RunListener() {
                @Override
                public void contended(
                        Direction direction, RevisionNode revision, String reason, int attempt, Duration pause) {
                    contended.add(revision.id());
                    if (attempt == 2) {
                        try {
                            other.rollback();
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }
            };
            TestMigrations more = migrations();
            Migrator migrator = new Migrator(
                    ConnectionSource.of(database.dataSource()),
                    more.add("ddd4", "create table d ()", "drop table d"),
                    SINGLE.limits(Limits.DEFAULT.lock(Duration.ofMillis(200)).contention(shortPauses)),
                    listener);
            assertThat(migrator.migrate("head")).hasSize(3);
        }
        assertThat(contended).containsExactly("bbb2", "bbb2");
        assertThat(query("id", "a order by 1")).containsExactly("11", "12", "13");
        assertThat(log())
                .containsExactly(
                        "run began",
                        "up done aaa1 1",
                        "run done",
                        "run began",
                        "up failed bbb2 0",
                        "up failed bbb2 0",
                        "up done bbb2 3",
                        "up done ccc3 1",
                        "up done ddd4 1",
                        "run done");
    }

    @Test
    void isRefusedBeforeAnythingIsRunIfARevisionCannotBeInATransaction() throws SQLException {
        String empty = CatalogDump.everything().of(database);
        TestMigrations concurrent = migrations()
                .add(
                        "ddd4",
                        op -> {
                            op.sql("create table d (id int)");
                            op.createIndexConcurrently("d", index("ix_d", "id"));
                        },
                        op -> op.sql("drop table d"));
        String refusal = "step 2 of revision ddd4 (M_ddd4) (create index (id) on d (ix_d)) cannot be in a"
                + " transaction, and all revisions of this run are to be one; ";
        assertThatThrownBy(() -> single(concurrent).planMigrate("head"))
                .hasMessage(refusal
                        + "run without singleTransaction, or up to the revision before it. Nothing was changed");
        assertThat(CatalogDump.everything().of(database)).isEqualTo(empty);
        assertThatThrownBy(() -> single(concurrent).migrate("head")).hasMessageStartingWith(refusal);
        assertThat(log()).isEmpty();
        assertThatThrownBy(() -> script(concurrent, true).up("base", "head")).hasMessageStartingWith(refusal);

        TestMigrations divided = migrations().addDivided("eee5", op -> {}, op -> {});
        assertThatThrownBy(() -> single(divided).migrate("head"))
                .hasMessageStartingWith("revision eee5 (M_eee5) is declared with transactional = false, and all");

        migrator(concurrent).migrate("head");
        database.execute("update albedo_history set state = 'started', steps = 1 where revision = 'ddd4'");
        assertThatThrownBy(() -> single(concurrent).migrate("head"))
                .hasMessageStartingWith("revision ddd4 (M_ddd4) is begun and not finished, and all revisions");
    }

    private static Script script(MigrationSource migrations, boolean idempotent) {
        return new Script(new PostgresDialect(18), migrations, QualifiedName.of("albedo_history"), idempotent, true);
    }

    private static TestMigrations withoutJava(String last) {
        return new TestMigrations()
                .add("aaa1", "create table a (id int unique)", "drop table a")
                .add("bbb2", "insert into a values (1), (2)", "delete from a")
                .add("ccc3", last, "select 1");
    }

    @Test
    void isAScriptThatDoesAllOrNothing() throws SQLException {
        for (boolean idempotent : new boolean[] {true, false}) {
            database.execute("drop schema public cascade", "create schema public");
            String failing = script(withoutJava("insert into a values (1)"), idempotent)
                    .up("base", "head")
                    .text();
            assertThat(failing.split("(?m)^BEGIN;$")).hasSize(2);
            assertThat(failing.split("(?m)^COMMIT;$")).hasSize(2);
            assertThatThrownBy(() -> ScriptTest.run(database, failing)).hasMessageContaining("duplicate key");
            assertThat(query("relname", "pg_class where relnamespace = 'public'::regnamespace"))
                    .isEmpty();

            String up = script(withoutJava("insert into a values (3)"), idempotent)
                    .up("base", "head")
                    .text();
            ScriptTest.run(database, up);
            if (idempotent) {
                ScriptTest.run(database, up);
            }
            assertThat(history()).containsExactly("aaa1 applied 1", "bbb2 applied 1", "ccc3 applied 1");
            assertThat(query("id", "a order by 1")).containsExactly("1", "2", "3");
            ScriptTest.run(
                    database,
                    script(withoutJava("insert into a values (3)"), idempotent)
                            .down("head", "base")
                            .text());
            assertThat(history()).isEmpty();
        }
    }
}
