package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.revision.RevisionException;
import dev.albedo.revision.RevisionNode;
import dev.albedo.schema.QualifiedName;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigratorTest {

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    static TestMigrations three() {
        return new TestMigrations()
                .add("aaa1", "create table a (id int)", "drop table a")
                .add("bbb2", "create table b (id int)", "drop table b")
                .add("ccc3", "create table c (id int)", "drop table c");
    }

    private Migrator migrator(MigrationSource migrations) {
        return migrator(migrations, RunListener.NONE);
    }

    private Migrator migrator(MigrationSource migrations, RunListener listener) {
        return new Migrator(ConnectionSource.of(database.dataSource()), migrations, RunSettings.DEFAULT, listener);
    }

    private List<String> tables() throws SQLException {
        return database.query(
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
                        + " and relname not in ('albedo_history', 'albedo_history_log') order by 1");
    }

    private static List<String> ids(List<RevisionNode> revisions) {
        return revisions.stream().map(RevisionNode::id).toList();
    }

    @Test
    void migratesAndRollsBack() throws SQLException {
        Migrator migrator = migrator(three());
        assertThat(migrator.status().atHead()).isFalse();
        assertThat(tables()).isEmpty();

        assertThat(ids(migrator.migrate("+1"))).containsExactly("aaa1");
        assertThat(ids(migrator.migrate("head"))).containsExactly("bbb2", "ccc3");
        assertThat(migrator.migrate("head")).isEmpty();
        assertThat(tables()).containsExactly("a", "b", "c");
        assertThat(migrator.status().atHead()).isTrue();
        assertThat(ids(migrator.status().current())).containsExactly("ccc3");

        assertThat(ids(migrator.rollback(2))).containsExactly("ccc3", "bbb2");
        assertThat(tables()).containsExactly("a");
        assertThat(ids(migrator.status().pending())).containsExactly("bbb2", "ccc3");

        migrator.migrate("heads");
        assertThat(ids(migrator.rollbackTo("-1"))).containsExactly("ccc3");
        assertThat(ids(migrator.rollbackTo("aaa"))).containsExactly("bbb2");
        assertThat(ids(migrator.rollbackTo("base"))).containsExactly("aaa1");
        assertThat(tables()).isEmpty();
        assertThat(migrator.status().history()).isEmpty();
    }

    @Test
    void keepsAHistoryThatPlainSqlReads() throws SQLException {
        migrator(three()).migrate("bbb2");
        assertThat(database.query("select concat_ws(' ', revision, name, state, steps, in_doubt, length(checksum),"
                        + " applied_at between now() - interval '1 minute' and now(), duration_ms between 0 and 9999,"
                        + " applied_by = current_user) from albedo_history order by applied_at"))
                .containsExactly("aaa1 M_aaa1 applied 1 f 34 t t t", "bbb2 M_bbb2 applied 1 f 34 t t t");
    }

    @Test
    void keepsItsHistoryWhereItIsTold() throws SQLException {
        RunSettings settings = RunSettings.DEFAULT.history(new QualifiedName("Ops \"x\"", "done's"));
        Migrator migrator =
                new Migrator(ConnectionSource.of(database.dataSource()), three(), settings, RunListener.NONE);
        migrator.migrate("head");
        assertThat(migrator.migrate("head")).isEmpty();
        assertThat(database.query("select count(*) from \"Ops \"\"x\"\"\".\"done's\""))
                .containsExactly("3");
        assertThat(tables()).containsExactly("a", "b", "c");
    }

    @Test
    void tellsTheListener() {
        List<String> told = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void planned(Direction direction, List<RevisionNode> revisions) {
                told.add("planned " + direction + " " + ids(revisions));
            }

            @Override
            public void started(Direction direction, RevisionNode revision) {
                told.add("started " + direction + " " + revision.id());
            }

            @Override
            public void finished(Direction direction, RevisionNode revision, java.time.Duration duration) {
                told.add("finished " + direction + " " + revision.id());
            }
        };
        migrator(three(), listener).migrate("aaa1");
        migrator(three(), listener).rollback(1);
        migrator(new TestMigrations(), listener).migrate("head");
        assertThat(told)
                .containsExactly(
                        "planned UP [aaa1]",
                        "started UP aaa1",
                        "finished UP aaa1",
                        "planned DOWN [aaa1]",
                        "started DOWN aaa1",
                        "finished DOWN aaa1",
                        "planned UP []");
    }

    @Test
    void namesTheStatementThatFailsAndChangesNothing() throws SQLException {
        TestMigrations migrations = three().add(
                        "ddd4",
                        op -> {
                            op.sql("create table d (id int)");
                            op.sql("create role r password 'sesame' in role nobody_at_all -- a comment");
                            op.sql("create table e (id int)");
                        },
                        op -> {});
        assertThatThrownBy(() -> migrator(migrations).migrate("head"))
                .isInstanceOf(RunException.class)
                .hasMessage("revision ddd4 (M_ddd4), step 2 of 3 (run SQL: create role r password '***' in role"
                        + " nobody_at_all -- a comment) failed: ERROR: role \"nobody_at_all\" does not exist\n"
                        + "SQL: create role r password '***' in role nobody_at_all -- a comment\n"
                        + "Nothing of this revision was changed; what was done before it stays.");
        assertThat(tables()).containsExactly("a", "b", "c");
        assertThat(ids(migrator(migrations).status().pending())).containsExactly("ddd4");
    }

    @Test
    void runsAStepInJavaInTheTransactionOfItsRevision() throws SQLException {
        List<String> calls = new ArrayList<>();
        TestMigrations migrations = new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.sql("create table a (id int)");
                            op.data("fill a", data -> {
                                calls.add("fill");
                                data.update("insert into a select generate_series(1, 3)");
                            });
                            op.sql("create table b as select * from a");
                            op.sql("create unique index on b ((1))");
                        },
                        op -> op.sql("drop table a, b"));
        assertThatThrownBy(() -> migrator(migrations).migrate("head"))
                .hasMessageContaining(
                        "step 4 of 4 (run SQL: create unique index on b ((1))) failed: ERROR: could not create");
        assertThat(tables()).isEmpty();
        assertThat(calls)
                .as("a step is not repeated to name what failed behind it")
                .containsExactly("fill");

        TestMigrations committing = new TestMigrations()
                .add("aaa1", op -> op.data("end it", data -> data.connection().commit()), op -> {});
        assertThatThrownBy(() -> migrator(committing).migrate("head"))
                .hasMessageContaining("step 1 of 1 (run step: end it) failed")
                .hasMessageContaining("must not call commit()");
    }

    @Test
    void whatCannotBeTakenBackStopsARollbackBeforeTheFirstStatement() throws SQLException {
        TestMigrations migrations = new TestMigrations()
                .addOneWay("aaa1", "create table a (id int)")
                .add("bbb2", "create table b (id int)", "drop table b");
        migrator(migrations).migrate("head");
        assertThatThrownBy(() -> migrator(migrations).rollbackTo("base"))
                .isInstanceOf(RunException.class)
                .hasMessage("revision aaa1 (M_aaa1) cannot be taken back: its data is gone; nothing was changed");
        assertThat(tables()).containsExactly("a", "b");
        assertThat(ids(migrator(migrations).rollback(1))).containsExactly("bbb2");
    }

    @Test
    void anUpThatThrowsStopsBeforeTheFirstStatement() throws SQLException {
        TestMigrations migrations = three().add(
                        "ddd4",
                        op -> {
                            throw new IllegalArgumentException("no such thing");
                        },
                        op -> {});
        assertThatThrownBy(() -> migrator(migrations).migrate("head"))
                .hasMessage("up() of revision ddd4 (M_ddd4) fails: java.lang.IllegalArgumentException: no such thing");
        assertThat(tables()).isEmpty();
    }

    @Test
    void refusesWhatDoesNotFitTheGraph() throws SQLException {
        migrator(three()).migrate("head");
        TestMigrations older = new TestMigrations().add("aaa1", "create table a (id int)", "drop table a");
        for (Runnable run : List.<Runnable>of(
                () -> migrator(older).migrate("head"),
                () -> migrator(older).rollback(1),
                () -> migrator(older).rollbackTo("base"))) {
            assertThatThrownBy(run::run)
                    .isInstanceOf(RevisionException.class)
                    .hasMessage(
                            "the database has revisions bbb2, ccc3, which this project does not have; get the version"
                                    + " of the project that has them, for example by a pull or another branch");
        }
        assertThat(migrator(older).status().unknown())
                .extracting(AppliedRevision::id)
                .containsExactly("bbb2", "ccc3");

        TestMigrations twoHeads = three().add("ddd4", "create table d ()", "drop table d", "bbb2");
        assertThatThrownBy(() -> migrator(twoHeads).migrate("head"))
                .isInstanceOf(RevisionException.class)
                .hasMessage("there are 2 heads: ccc3 (M_ccc3), ddd4 (M_ddd4); run mvn albedo:merge to join them, mvn"
                        + " albedo:rebase to put one on top of the other, or name the head you want");
        assertThatThrownBy(() -> migrator(three()).migrate("zzz"))
                .hasMessage("there is no revision \"zzz\" in this project; its head is ccc3 (M_ccc3)");
        assertThatThrownBy(() -> migrator(three()).migrate("base"))
                .hasMessage("\"base\" is before the first revision; to take revisions back, use rollback");
        assertThat(tables()).containsExactly("a", "b", "c");
    }

    @Test
    void showsWhatWasEditedAfterItWasApplied() {
        migrator(three()).migrate("head");
        TestMigrations edited = new TestMigrations()
                .add("aaa1", "create table a (id int)", "drop table if exists a")
                .add("bbb2", "create table b (id bigint)", "drop table b")
                .add("ccc3", "create table c (id int)", "drop table c");
        assertThat(migrator(edited).status().edited())
                .extracting(each -> each.revision().id())
                .containsExactly("bbb2");
        assertThat(migrator(three()).status().edited()).isEmpty();
    }

    @Test
    void sendsLittleAndLoadsLittle() {
        TestMigrations migrations = three();
        Tap tap = Tap.counting(ConnectionSource.of(database.dataSource()));
        Migrator migrator = new Migrator(tap, migrations, RunSettings.DEFAULT, RunListener.NONE);
        migrator.migrate("bbb2");
        assertThat(migrations.loaded).containsExactly("aaa1", "bbb2");
        assertThat(tap.events)
                .as(
                        "with the question what the server is, the creation of the history and a look at what was made, and two"
                                + " rows of the run in the log")
                .hasSize(1 + 8 + 2 + 2 * 2 + 1 + 1);

        tap.events.clear();
        migrations.loaded.clear();
        migrator.migrate("bbb2");
        assertThat(migrations.loaded)
                .as("a run with nothing to do loads no migration")
                .isEmpty();
        assertThat(tap.events)
                .as("connect, ask what the server is, find the history, read it")
                .hasSize(4);
    }

    @Test
    void goesOnWithARevisionThatFailedBetweenItsSteps() throws SQLException {
        TestMigrations migrations = new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.sql("create table a (id int)");
                            op.sql("insert into a values (1), (1)");
                            op.createIndexConcurrently("a", index("ix_a", "id").unique(true));
                            op.sql("create table b (id int)");
                        },
                        op -> op.sql("drop table a, b"));
        assertThatThrownBy(() -> migrator(migrations).migrate("head"))
                .hasMessageStartingWith(
                        "revision aaa1 (M_aaa1), step 3 of 4 (create unique index (id) on a (ix_a)) failed:"
                                + " ERROR: could not create unique index \"ix_a\"")
                .hasMessageEndingWith("Its steps before step 3 are done and recorded; once the cause is removed, run it"
                        + " again: it goes on at step 3.");
        assertThat(database.query("select indexrelid::regclass from pg_index where not indisvalid"))
                .isEmpty();
        assertThat(database.query("select concat_ws(' ', state, steps, in_doubt) from albedo_history"))
                .containsExactly("started 2 f");
        assertThat(migrator(migrations).status().unfinished()).hasSize(1);
        assertThatThrownBy(() -> migrator(migrations).rollback(1))
                .hasMessage(
                        "revision aaa1 (M_aaa1) is applied only up to its step 2; run migrate first, which finishes it,"
                                + " then roll back");
        TestMigrations edited = new TestMigrations().add("aaa1", "create table x ()", "drop table x");
        assertThatThrownBy(() -> migrator(edited).migrate("head"))
                .hasMessageContaining(
                        "up() of revision aaa1 (M_aaa1) was changed after its first 2 steps had been run");

        database.execute("delete from a");
        assertThat(ids(migrator(migrations).migrate("head"))).containsExactly("aaa1");
        assertThat(database.query("select concat_ws(' ', state, steps, in_doubt) from albedo_history"))
                .containsExactly("applied 4 f");
        assertThat(tables()).containsExactly("a", "b");
    }

    @Test
    void leavesAnIndexAloneThatIsNotItsOwn() throws SQLException {
        TestMigrations migrations = new TestMigrations()
                .add(
                        "aaa1",
                        op -> op.createIndexConcurrently("t", index("ix_t", "id")),
                        op -> op.dropIndexConcurrently("t", "ix_t"));
        database.execute("create table t (id int)", "create index ix_t on t (id)");
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> migrator(migrations).migrate("head"))
                    .hasMessageContaining("ERROR: relation \"ix_t\" already exists")
                    .hasMessageEndingWith("Nothing of this revision was changed; what was done before it stays.");
            assertThat(database.query("select indisvalid from pg_index where indexrelid = 'ix_t'::regclass"))
                    .containsExactly("t");
        }
        database.execute("drop index ix_t");
        migrator(migrations).migrate("head");
        assertThat(database.query("select state from albedo_history")).containsExactly("applied");
        migrator(migrations).rollback(1);
        assertThat(database.query("select to_regclass('ix_t')")).containsExactly((String) null);
        assertThat(database.query("select state from albedo_history")).isEmpty();
    }

    @Test
    void saysWhatItLacksWhereItMayNotWrite() throws SQLException {
        database.execute("create role reader_of_" + database.name() + " login");
        String url = database.url().replace("user=postgres", "user=reader_of_" + database.name());
        Migrator migrator =
                new Migrator(() -> DriverManager.getConnection(url), three(), RunSettings.DEFAULT, RunListener.NONE);
        assertThat(migrator.status().pending()).hasSize(3);
        assertThatThrownBy(() -> migrator.migrate("head"))
                .isInstanceOf(RunException.class)
                .hasMessage("cannot create the history table public.albedo_history: ERROR: permission denied for schema"
                        + " public; let its owner run \"grant create on schema public to reader_of_" + database.name()
                        + "\", or name a history table elsewhere");
        assertThat(tables()).isEmpty();
    }

    private static TestMigrations typed() {
        return new TestMigrations()
                .add("aaa1", op -> op.createTable("customer", column("id", integer())), op -> op.dropTable("customer"))
                .add("bbb2", op -> op.sql("insert into customer values (1)"), op -> {})
                .add("ccc3", op -> op.createTable("orders", column("id", integer())), op -> op.dropTable("orders"));
    }

    @Test
    void namesStampAndBaselineWhereTheTablesAreThereAndTheHistoryIsNot() throws SQLException {
        migrator(typed()).migrate("head");
        database.execute(
                "drop table albedo_history, albedo_history_log", "create schema other", "create table other.x ()");
        String refusal =
                "no revision is recorded in public.albedo_history, but tables that the migrations create are there"
                        + " already: customer, orders. If these migrations made them, record it with mvn albedo:stamp"
                        + " -Dto=head (or the revision that the database has); if something else made them, adopt them"
                        + " with mvn albedo:baseline. No revision was run";
        assertThatThrownBy(() -> migrator(typed()).planMigrate("head"))
                .isInstanceOf(RunException.class)
                .hasMessage(refusal);
        assertThatThrownBy(() -> migrator(typed()).migrate("head"))
                .isInstanceOf(RunException.class)
                .hasMessage(refusal);
        assertThat(database.query("select id from customer")).containsExactly("1");

        migrator(typed()).stamp(List.of("head"), false);
        assertThat(migrator(typed()).migrate("head")).isEmpty();
        database.execute("delete from customer");
        assertThat(migrator(typed()).rollbackTo("base")).hasSize(3);
        assertThat(migrator(typed()).migrate("head")).hasSize(3);
    }

    @Test
    void tablesOfTheSameNameElsewhereAreNotInTheWay() throws SQLException {
        database.execute(
                "create schema other", "create table other.customer (id int)", "create table public.orders (id int)");
        database.execute("alter database " + database.name() + " set search_path = public, other");
        TestMigrations drops = new TestMigrations()
                .add("aaa1", op -> op.createTable("customer", column("id", integer())), op -> op.dropTable("customer"))
                .add(
                        "bbb2",
                        op -> {
                            op.sql("drop table if exists orders");
                            op.createTable("orders", column("id", integer()));
                        },
                        op -> op.dropTable("orders"));
        assertThat(migrator(drops).migrate("head")).hasSize(2);
    }
}
