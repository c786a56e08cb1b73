package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.schema.QualifiedName;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What the log keeps, read with plain SQL. */
class HistoryLogTest extends RunFixture {

    private static final String WHAT = "event, outcome, revision, name, steps, request, error";
    private static final String LOG = "albedo_history_log order by id";

    private static TestMigrations two() {
        return new TestMigrations()
                .add("aaa1", op -> op.createTable("a", column("id", integer())), op -> op.dropTable("a"))
                .add("bbb2", "insert into a values (1);\n-- 'twice'\ninsert into a values (2)", "delete from a");
    }

    @Test
    void isMadeBeforeARunIfWished() throws SQLException {
        Migrator migrator = migrator(new TestMigrations().add("aaa1", "create table a ()", "drop table a"));
        assertThat(migrator.ensureHistory()).isTrue();
        assertThat(migrator.ensureHistory()).as("again").isFalse();
        assertThat(query(
                        "relname", "pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1"))
                .containsExactly("albedo_history", "albedo_history_log");
        assertThat(query("count(*)", "albedo_history_log")).containsExactly("0");
        assertThat(migrator.migrate("head")).hasSize(1);
    }

    @Test
    void hasARowForEachAttempt() throws SQLException {
        migrator(two()).migrate("head");
        migrator(two()).rollback(1);
        migrator(two()).migrate("aaa1");
        assertThat(query(WHAT, LOG))
                .containsExactly(
                        "run began migrate to head",
                        "up done aaa1 M_aaa1 1",
                        "up done bbb2 M_bbb2 1",
                        "run done",
                        "run began roll back 1",
                        "down done bbb2 M_bbb2 1",
                        "run done");
        assertThat(query("count(distinct run)", "albedo_history_log")).containsExactly("2");
        assertThat(query(
                        "bool_and(at between now() - interval '1 minute' and now()), bool_and(database_user = current_user),"
                                + " bool_and(client_address is not null), bool_and(application is not null),"
                                + " bool_and(albedo_version ~ '^[0-9]'),"
                                + " bool_and(duration_ms >= 0) filter (where outcome = 'done'),"
                                + " bool_and(duration_ms is null) filter (where outcome = 'began')",
                        "albedo_history_log"))
                .containsExactly("t t t t t t t");
    }

    @Test
    void keepsWhatWasDoneAsTheTextOfTheChecksumAndInWords() throws SQLException {
        migrator(two()).migrate("head");
        migrator(two()).rollback(1);
        assertThat(query("operations", "albedo_history_log where revision is not null order by id"))
                .containsExactly(
                        "create table \"a\" (column \"id\" (type \"integer\"))\n",
                        "run sql \"insert into a values (1);\\n-- 'twice'\\ninsert into a values (2)\"\n",
                        "run sql \"delete from a\"\n");
        assertThat(query("summary", "albedo_history_log where revision is not null order by id"))
                .containsExactly(
                        "create table a\n",
                        "run SQL: insert into a values (1); -- 'twice' insert into a values (2)\n",
                        "run SQL: delete from a\n");
        assertThat(query(
                        "count(*), bool_and(checksum = '1:' || left(encode(sha256(convert_to(operations, 'UTF8')), 'hex'), 32))",
                        "albedo_history_log where revision is not null"))
                .containsExactly("3 t");
        assertThat(query("count(*)", "albedo_history h join albedo_history_log l using (revision, checksum)"))
                .containsExactly("1");
    }

    @Test
    void saysWhatFailedAndHowFarItCame() throws SQLException {
        TestMigrations migrations = two().add(
                        "ccc3",
                        op -> {
                            op.createIndexConcurrently("a", index("ix_a", "id"));
                            op.sql("insert into a values ('x')");
                        },
                        op -> {});
        assertThatThrownBy(() -> migrator(migrations).migrate("head")).isInstanceOf(RunException.class);
        String failure = "revision ccc3 (M_ccc3), step 2 of 2 (run SQL: insert into a values ('x')) failed: ERROR:"
                + " invalid input syntax for type integer: \"x\"";
        assertThat(query(WHAT, LOG))
                .containsExactly(
                        "run began migrate to head",
                        "up done aaa1 M_aaa1 1",
                        "up done bbb2 M_bbb2 1",
                        "up began ccc3 M_ccc3 0",
                        "up failed ccc3 M_ccc3 1 " + failure,
                        "run failed " + failure);
        TestMigrations mended = two().add(
                        "ccc3",
                        op -> {
                            op.createIndexConcurrently("a", index("ix_a", "id"));
                            op.sql("insert into a values ('x')");
                        },
                        op -> {});
        database.execute(
                "create function text_to_int(text) returns int return 3",
                "create cast (text as int) with" + " function text_to_int as assignment");
        database.execute("alter table a alter id type text");
        migrator(mended).migrate("head");
        assertThat(query(WHAT, "albedo_history_log where id > 6 order by id"))
                .containsExactly("run began migrate to head", "up done ccc3 M_ccc3 2", "run done");
    }

    @Test
    void tellsARunThatWasKilled() throws SQLException {
        Tap tap = new Tap(ConnectionSource.of(database.dataSource()), false, (event, connection) -> {
            if (event == 14) {
                connection.abort(Runnable::run);
            }
        });
        assertThatThrownBy(() -> new Migrator(tap, two(), RunSettings.DEFAULT, RunListener.NONE).migrate("head"))
                .isInstanceOf(RunException.class);
        migrator(two()).migrate("head");
        assertThat(
                        query(
                                "request, (select string_agg(revision, ' ' order by id) from albedo_history_log l where l.run = b.run"
                                        + " and l.outcome = 'done' and l.event in ('up', 'down'))",
                                "albedo_history_log b where event = 'run' and outcome = 'began' and not exists (select from"
                                        + " albedo_history_log e where e.run = b.run and e.event = 'run' and e.outcome <> 'began')"))
                .containsExactly("migrate to head aaa1");
    }

    @Test
    void isMadeBesideAHistoryThatHasNone() throws SQLException {
        migrator(two()).migrate("aaa1");
        database.execute("drop table albedo_history_log");
        assertThat(migrator(two()).status().edited()).isEmpty();
        assertThat(migrator(two()).migrate("aaa1"))
                .as("a run with nothing to do makes nothing")
                .isEmpty();
        assertThat(query("to_regclass('albedo_history_log')", "(values (1)) v")).containsExactly("");
        migrator(two()).migrate("head");
        assertThat(query(WHAT, LOG)).containsExactly("run began migrate to head", "up done bbb2 M_bbb2 1", "run done");

        TestMigrations edited = new TestMigrations().add("aaa1", "select 1", "").add("bbb2", "select 2", "");
        assertThat(migrator(edited).status().edited().get(0).difference())
                .containsExactly("what was applied is not in the log; now it is", "+ run SQL: select 1");
    }

    @Test
    void isWhereTheHistoryIsAndNeedsOnlyToAdd() throws SQLException {
        RunSettings settings = RunSettings.DEFAULT.history(new QualifiedName("Ops \"x\"", "done's"));
        Migrator migrator = new Migrator(ConnectionSource.of(database.dataSource()), two(), settings, RunListener.NONE);
        migrator.migrate("aaa1");
        assertThat(query("count(*)", "\"Ops \"\"x\"\"\".\"done's_log\"")).containsExactly("3");
        assertThatThrownBy(() -> new Migrator(
                                ConnectionSource.of(database.dataSource()),
                                two(),
                                RunSettings.DEFAULT.history(QualifiedName.of("a".repeat(60))),
                                RunListener.NONE)
                        .migrate("head"))
                .hasMessage("the name of the history table is too long: its log would be " + "a".repeat(60)
                        + "_log, and the database cuts names after 63 bytes; choose a shorter one");

        String user = "only_adds_to_" + database.name();
        database.execute(
                "create role " + user + " login",
                "grant usage on schema \"Ops \"\"x\"\"\" to " + user,
                "grant select, insert, update, delete on \"Ops \"\"x\"\"\".\"done's\" to " + user,
                "grant select, insert on \"Ops \"\"x\"\"\".\"done's_log\" to " + user,
                "alter table a owner to " + user);
        String url = database.url().replace("user=postgres", "user=" + user);
        Migrator guarded =
                new Migrator(() -> java.sql.DriverManager.getConnection(url), two(), settings, RunListener.NONE);
        guarded.migrate("head");
        guarded.rollbackTo("aaa1");
        assertThat(database.query(
                        "select distinct database_user from \"Ops \"\"x\"\"\".\"done's_log\" where revision = 'bbb2'"))
                .containsExactly(user);
    }
}
