package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.batches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.data.Batches;
import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.operation.Operation;
import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backfills that go batch by batch: the outcome must be that of one statement, whatever happens between two batches. */
class BackfillTest extends RunFixture {

    private static final String SUM = "coalesce(md5(string_agg(t::text, '|' order by t::text)), '')";

    private static TestMigrations filling(Batches batches) {
        return new TestMigrations()
                .add(
                        "aaa1",
                        op -> op.backfill("t", "code", "upper(name) -- loud", batches),
                        op -> op.sql("update t set code = null"));
    }

    /** Its rows count how often they were changed. */
    private void table(String key, String columns, String rows) throws SQLException {
        database.execute(
                "create table t (" + columns + ", name text, code text, changed int default 0, primary key (" + key
                        + "))",
                "insert into t (" + rows,
                "update t set code = 'old' where name like '%7'",
                "create function count_up() returns trigger language plpgsql as $$ begin new.changed := old.changed + 1;"
                        + " return new; end $$",
                "create trigger count_up before update of code on t for each row execute function count_up()");
    }

    private void numbers(int rows) throws SQLException {
        table("id", "id bigint", "id, name) select i * 3, 'n' || i from generate_series(1, " + rows + ") i");
    }

    private String sum() throws SQLException {
        return query(SUM, "t").get(0);
    }

    /** What one statement makes of the rows; puts them back. */
    private String expected() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update t set code = upper(name) where code is null");
            try (var row = statement.executeQuery("select " + SUM + " from t")) {
                row.next();
                return row.getString(1);
            } finally {
                connection.rollback();
            }
        }
    }

    private Migrator migrator(MigrationSource migrations, RunSettings settings, RunListener listener) {
        return new Migrator(ConnectionSource.of(database.dataSource()), migrations, settings, listener);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "id; id bigint; id, name) select i, 'n' || i from generate_series(-40, 60) i; 7",
                "id; id bigint; id, name) select i, 'n' || i from generate_series(1, 12) i; 1",
                "id; id bigint; id, name) select i, 'n' || i from generate_series(1, 12) i; 1000000",
                "id; id bigint; id, name) select 1, 'x' where false; 3",
                "a,b; a int, b text; a, b, name) select i % 5, 'it''s \\ \"' || i, 'n' || i from generate_series(1, 99) i; 8",
                "\"Id 1\"; \"Id 1\" uuid; \"Id 1\", name) select md5(i::text)::uuid, 'n' || i from generate_series(1, 99) i; 10",
                "at; at timestamptz; at, name) select '2026-03-29'::timestamptz + i * interval '11 minutes 0.123456 s', 'n'"
                        + " || i from generate_series(1, 99) i; 10",
                "d; d numeric; d, name) select i / 7.0, 'n' || i from generate_series(1, 99) i; 10",
                "f; f float8; f, name) select sqrt(i), 'n' || i from generate_series(1, 99) i; 10",
                "day,b; day date, b bytea; day, b, name) select date '2026-01-01' - i % 9, sha256(i::text::bytea), 'n' || i"
                        + " from generate_series(1, 99) i; 10",
            })
    void theOutcomeIsThatOfOneStatement(String key, String columns, String rows, int size) throws SQLException {
        table(key, columns, rows);
        String expected = expected();
        String[] names = key.replace("\"", "").split(",");
        TestMigrations migrations = filling(batches(size).by(names));
        assertThat(migrator(migrations).migrate("head")).hasSize(1);
        assertThat(sum()).isEqualTo(expected);
        assertThat(query("state, steps, in_doubt, position", "albedo_history")).containsExactly("applied 1 f");
        assertThat(query("event, outcome", "albedo_history_log where revision is not null order by id"))
                .containsExactly("up began", "up done");
        assertThat(migrator(migrations).migrate("head")).isEmpty();
        migrator(migrations).rollback(1);

        for (boolean idempotent : new boolean[] {false, true}) {
            database.execute("drop table albedo_history, albedo_history_log");
            database.execute("update t set code = 'old' where name like '%7'", "update t set changed = 0");
            run(new Script(new PostgresDialect(18), migrations, QualifiedName.of("albedo_history"), idempotent, false)
                    .up("base", "head")
                    .text());
            assertThat(sum()).as("by a script").isEqualTo(expected);
            assertThat(query("state, steps, position", "albedo_history")).containsExactly("applied 1");
            migrator(migrations).rollback(1);
        }
    }

    private void run(String script) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (var query : org.postgresql.core.Parser.parseJdbcSql(script, true, false, true, false, false)) {
                if (!query.nativeSql.isBlank()) {
                    statement.execute(query.nativeSql);
                }
            }
        }
    }

    @Test
    void aRunThatIsCutGoesOnAndRepeatsNoBatch() throws SQLException {
        numbers(100);
        String expected = expected();
        TestMigrations migrations = filling(batches(9).by("id"));
        int runs = 0;
        while (true) {
            int[] left = {4};
            Tap tap = new Tap(ConnectionSource.of(database.dataSource()), false, (event, connection) -> {
                if (left[0]-- == 0) {
                    connection.close();
                    throw new SQLException("cut", "08006");
                }
            });
            runs++;
            int allowed = 4 + 7 * runs;
            left[0] = allowed;
            try {
                new Migrator(tap, migrations, RunSettings.DEFAULT.retry(Retry.NONE), RunListener.NONE).migrate("head");
                break;
            } catch (RunException e) {
                assertThat(query("max(changed)", "t").get(0)).isIn("0", "1");
            }
        }
        assertThat(runs).isGreaterThan(3);
        assertThat(sum()).isEqualTo(expected);
    }

    @Test
    void aFailureSaysWhereItStandsAndTheNextRunGoesOnThere() throws SQLException {
        numbers(50);
        database.execute("update t set name = repeat('x', 99) where id = 90", "update t set changed = 0");
        String expected = expected();
        database.execute("alter table t add constraint short check (char_length(code) < 20)");
        TestMigrations migrations = new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.sql("create table before ()");
                            op.backfill("t", "code", "upper(name)", batches(10).by("id"));
                            op.sql("create table after ()");
                        },
                        op -> op.sql("drop table before, after"));
        assertThatThrownBy(() -> migrator(migrations).migrate("head"))
                .isInstanceOf(RunException.class)
                .hasMessageStartingWith(
                        "revision aaa1 (M_aaa1), step 2 of 3 (fill column t.code with upper(name) where it is"
                                + " NULL, in batches of 10 by id) failed: ERROR: new row for relation \"t\" violates check")
                .hasMessageEndingWith(
                        "Of step 2, 20 rows in 2 batches are done and recorded; once the cause is removed, run it"
                                + " again: it goes on from there.");
        assertThat(query("state, steps, in_doubt, position", "albedo_history"))
                .containsExactly("started 1 f {\"pass\":1,\"batches\":2,\"rows\":20,\"key\":{\"id\":\"66\"}}");
        assertThat(query("to_regclass('after')", "(select) x")).containsExactly("");

        database.execute("alter table t drop constraint short");
        migrator(migrations).migrate("head");
        assertThat(sum()).isEqualTo(expected);
        assertThat(query("max(changed)", "t")).containsExactly("1");
        assertThat(query("state, steps, position", "albedo_history")).containsExactly("applied 3");
    }

    @Test
    void aScriptThatIsCutIsFinishedByItselfOrByARun() throws SQLException {
        numbers(50);
        String expected = expected();
        database.execute(
                "create table bomb as select 5 as batches",
                "create function tick() returns trigger language plpgsql as"
                        + " $$ begin update bomb set batches = batches - 1; if (select batches < 0 from bomb) then raise 'boom'; end if;"
                        + " return null; end $$",
                "create trigger tick after update on t execute function tick()");
        TestMigrations migrations = filling(batches(4).by("id"));
        String script = new Script(new PostgresDialect(18), migrations, QualifiedName.of("albedo_history"), true, false)
                .up("base", "head")
                .text();
        assertThatThrownBy(() -> run(script)).hasMessageContaining("boom");
        assertThat(query("state, steps, position", "albedo_history"))
                .containsExactly("started 0 {\"key\": {\"id\": \"66\"}, \"pass\": 1, \"rows\": 20, \"batches\": 5}");
        database.execute("update bomb set batches = 3");
        assertThatThrownBy(() -> run(script)).hasMessageContaining("boom");
        database.execute("update bomb set batches = 2");
        assertThatThrownBy(() -> migrator(migrations).migrate("head")).hasMessageContaining("40 rows in 10 batches");
        database.execute("update bomb set batches = 1000");
        run(script);
        assertThat(sum()).isEqualTo(expected);
        assertThat(query("max(changed)", "t")).containsExactly("1");
        assertThat(query("state, steps, position", "albedo_history")).containsExactly("applied 1");
    }

    @Test
    void whatIsInsertedMeanwhileIsFilledToo() throws SQLException {
        numbers(40);
        database.execute(
                "create function more() returns trigger language plpgsql as $$ begin if new.id = 60 then"
                        + " insert into t (id, name) values (1, 'first'), (61, 'next'), (999, 'last'); end if; return null; end $$",
                "create trigger more after update on t for each row execute function more()");
        migrator(filling(batches(6).by("id"))).migrate("head");
        assertThat(query("count(*), count(code), max(changed)", "t")).containsExactly("43 43 1");
    }

    @Test
    void valuesThatStayNullEndTheRun() throws SQLException {
        numbers(40);
        database.execute("update t set name = null where id < 60");
        migrator(filling(batches(6).by("id"))).migrate("head");
        assertThat(query("count(*), count(code)", "t where name is null")).containsExactly("19 2");
    }

    @Test
    void theKeyMustNotBeNull() throws SQLException {
        database.execute("create table t (id int unique, name text, code text)", "insert into t values (null, 'a')");
        String why =
                "the batches of t go by [id], but id may be NULL; name a key of columns that are NOT NULL, such as the"
                        + " primary key";
        TestMigrations migrations = filling(batches(6).by("id"));
        assertThatThrownBy(() -> migrator(migrations).migrate("head")).hasMessageContaining(why);
        database.execute("drop table albedo_history, albedo_history_log");
        assertThatThrownBy(() -> run(new Script(
                                new PostgresDialect(18), migrations, QualifiedName.of("albedo_history"), false, false)
                        .up("base", "head")
                        .text()))
                .hasMessageContaining(why);
        assertThatThrownBy(() -> batches(0).by("id")).hasMessage("a batch of 0 rows does nothing");
        assertThatThrownBy(() -> batches(1).by("id", "id"))
                .hasMessage("the key of batches has one or more columns, each once, not [id, id]");
        assertThatThrownBy(() -> new Operation.Backfill(
                        QualifiedName.of("t"), "c", null, batches(1).by("id")))
                .hasMessage("batches of t are filled with nothing: say the value of c");
    }

    @Test
    void othersGetTheirTurnAndHearOfIt() throws SQLException {
        numbers(30);
        List<String> told = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void progress(Progress progress) {
                told.add(progress.describe());
            }
        };
        long start = System.nanoTime();
        migrator(filling(batches(5).by("id").pause(Duration.ofMillis(900))), RunSettings.DEFAULT, listener)
                .migrate("head");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(4500));
        assertThat(told)
                .isNotEmpty()
                .first()
                .isEqualTo(
                        "fill column t.code with upper(name) -- loud where it is NULL, in batches of 5 by id: 20 rows in 4"
                                + " batches so far");
    }

    @Test
    void aLockedRowIsTriedAgainBatchByBatch() throws SQLException {
        numbers(30);
        String expected = expected();
        List<String> contended = new ArrayList<>();
        try (Connection other = database.connect();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("select from t where id = 45 for update");
            RunListener listener = new RunListener() {
                @Override
                public void contended(
                        Direction direction,
                        dev.albedo.revision.RevisionNode revision,
                        String reason,
                        int attempt,
                        Duration pause) {
                    contended.add(reason);
                    try {
                        contended.add(query("position", "albedo_history").get(0));
                        other.rollback();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
            Limits limits = Limits.DEFAULT.lock(Duration.ofMillis(100));
            migrator(filling(batches(7).by("id")), RunSettings.DEFAULT.limits(limits), listener)
                    .migrate("head");
        }
        assertThat(contended).hasSize(2);
        assertThat(contended.get(1)).contains("\"batches\":1");
        assertThat(sum()).isEqualTo(expected);
        assertThat(query("max(changed)", "t")).containsExactly("1");
    }

    @Test
    void anInterruptBetweenBatchesSaysWhereItStands() throws SQLException, InterruptedException {
        numbers(30);
        String expected = expected();
        TestMigrations migrations = filling(batches(7).by("id").pause(Duration.ofMinutes(5)));
        List<String> failures = new ArrayList<>();
        Thread thread = new Thread(() -> {
            try {
                migrator(migrations).migrate("head");
            } catch (RunException e) {
                failures.add(e.getMessage());
            }
        });
        thread.start();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!query("count(*)", "t where changed = 1").equals(List.of("7"))) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
        Thread.sleep(200);
        thread.interrupt();
        thread.join(30_000);
        assertThat(failures)
                .containsExactly(
                        "the run was interrupted in revision aaa1 (M_aaa1). Of step 1, 7 rows in 1 batch are done and"
                                + " recorded; once the cause is removed, run it again: it goes on from there. Run it again, it goes on"
                                + " from there.");
        migrator(filling(batches(7).by("id"))).migrate("head");
        assertThat(sum()).isEqualTo(expected);
    }

    @Test
    void anotherKeyBeginsAnewAndNoneAtAllDoesTheRest() throws SQLException {
        for (Batches then : new Batches[] {batches(5).by("name"), null}) {
            database.execute("drop table if exists t, albedo_history, albedo_history_log");
            database.execute("drop function if exists count_up");
            numbers(30);
            database.execute("alter table t alter name set not null", "update t set changed = 0");
            String expected = expected();
            database.execute("alter table t add constraint stop check (id < 60 or code is null or code = 'old')");
            assertThatThrownBy(() -> migrator(filling(batches(6).by("id"))).migrate("head"))
                    .hasMessageContaining("12 rows in 2 batches");
            database.execute("alter table t drop constraint stop");
            TestMigrations changed = new TestMigrations()
                    .add(
                            "aaa1",
                            op -> op.apply(
                                    new Operation.Backfill(QualifiedName.of("t"), "code", "upper(name) -- loud", then)),
                            op -> {});
            migrator(changed).migrate("head");
            assertThat(sum()).isEqualTo(expected);
            assertThat(query("state, steps, position", "albedo_history")).containsExactly("applied 1");
        }
    }

    @Test
    void anOlderHistoryTableGetsItsColumn() throws SQLException {
        numbers(10);
        migrator(new TestMigrations().add("000", "select 1", "select 1")).migrate("head");
        database.execute("alter table albedo_history drop position");
        TestMigrations migrations = filling(batches(3).by("id"));
        TestMigrations two = new TestMigrations()
                .add("000", "select 1", "select 1")
                .add(
                        "aaa1",
                        op -> migrations
                                .load(migrations.graph().revision("aaa1"))
                                .up(op),
                        op -> {});
        assertThat(migrator(two).status().atHead()).isFalse();
        String user = "no_owner_of_" + database.name();
        database.execute(
                "create role " + user + " login", "grant all on albedo_history, albedo_history_log, t to " + user);
        String url = database.url().replace("user=postgres", "user=" + user);
        assertThatThrownBy(() -> new Migrator(
                                () -> java.sql.DriverManager.getConnection(url),
                                two,
                                RunSettings.DEFAULT,
                                RunListener.NONE)
                        .migrate("head"))
                .hasMessage(
                        "cannot add a column to the history table public.albedo_history, which an older Albedo made: ERROR:"
                                + " must be owner of table albedo_history; let its owner run \"alter table public.albedo_history add"
                                + " column if not exists position text\"");
        assertThat(migrator(two).migrate("head")).hasSize(1);
        assertThat(query("count(code)", "t")).containsExactly("10");
    }
}
