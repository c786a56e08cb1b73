package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.data.Data;
import dev.albedo.data.Row;
import dev.albedo.dialect.BulkCopy;
import dev.albedo.dialect.Dialects;
import dev.albedo.operation.Operation.RunStep;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a step in Java can do with rows. */
class DataTest extends RunFixture {

    private static final UUID ID = UUID.fromString("6f1c2f0a-7f59-4a0c-9d53-0a51e5c0ffee");

    private static final String KINDS = "create type mood as enum ('GOOD', 'so so');"
            + "create table kind (n int, t text, v varchar(9), m mood, j jsonb, u uuid, b bytea, ok boolean, s smallint,"
            + " i int, l bigint, d numeric, f float8, r real, day date, clock time, clocks timetz, moment timestamp,"
            + " moments timestamptz)";

    private static final List<String> COLUMNS = List.of(
            "n", "t", "v", "m", "j", "u", "b", "ok", "s", "i", "l", "d", "f", "r", "day", "clock", "clocks", "moment",
            "moments");

    private enum Mood {
        GOOD
    }

    private static List<Row> kinds() {
        OffsetDateTime moment = OffsetDateTime.of(2026, 11, 25, 7, 8, 9, 123_456_000, ZoneOffset.ofHours(-3));
        return List.of(
                row(
                        1,
                        "it's \\ \t\n\r\b\f\u000b\\N {call} ?",
                        "ä€😀",
                        Mood.GOOD,
                        "{\"a\": \"\\\\ ?\"}",
                        ID,
                        new byte[] {0, 92, -1},
                        true,
                        (short) -1,
                        -2,
                        Long.MIN_VALUE,
                        new BigDecimal("-1E+3"),
                        1e-300,
                        1.5f,
                        LocalDate.of(2026, 11, 25),
                        LocalTime.of(23, 59, 59),
                        OffsetTime.of(1, 2, 3, 0, ZoneOffset.ofHoursMinutes(5, 30)),
                        LocalDateTime.of(2026, 11, 25, 7, 8),
                        moment),
                row(
                        2,
                        "",
                        "\\.",
                        "so so",
                        "null",
                        ID.toString(),
                        new byte[0],
                        false,
                        (byte) 7,
                        0,
                        0L,
                        new BigInteger("123456789012345678901234567890"),
                        Double.NaN,
                        Float.NEGATIVE_INFINITY,
                        LocalDate.MAX,
                        LocalTime.MIDNIGHT,
                        OffsetTime.of(1, 2, 3, 0, ZoneOffset.UTC),
                        LocalDateTime.MIN,
                        moment.toInstant()),
                row(
                        3,
                        "\\N",
                        "x\ty",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new BigDecimal("0.10"),
                        Double.POSITIVE_INFINITY,
                        0.1f,
                        LocalDate.of(-43, 3, 15),
                        LocalTime.of(0, 0, 0, 1000),
                        null,
                        LocalDateTime.of(12026, 1, 1, 0, 0, 0, 1000),
                        ZonedDateTime.of(2026, 7, 1, 12, 0, 0, 0, ZoneId.of("Europe/Berlin"))),
                row(
                        4,
                        'c',
                        "\\\\.",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        LocalDate.MIN,
                        null,
                        null,
                        null,
                        Instant.MAX));
    }

    private void step(RunStep.Step step) {
        step(ConnectionSource.of(database.dataSource()), RunListener.NONE, step);
    }

    private static void step(ConnectionSource connections, RunListener listener, RunStep.Step step) {
        TestMigrations migrations = new TestMigrations().add("aaa1", op -> op.data("it", step), op -> {});
        new Migrator(connections, migrations, RunSettings.DEFAULT, listener).migrate("head");
    }

    /** Connections that claim to be of no driver at all, as some pools do. */
    private ConnectionSource withoutDriver() {
        return () -> {
            Connection real = database.connect();
            return (Connection) Proxy.newProxyInstance(
                    DataTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("isWrapperFor")) {
                            return false;
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        };
    }

    private List<String> all() throws SQLException {
        return database.query("select kind::text from kind order by n");
    }

    @Test
    void everyValueGetsThereInEveryWay() throws SQLException {
        database.execute(KINDS);
        String marks = String.join(", ", COLUMNS.stream().map(column -> "?").toList());
        step(data -> assertThat(data.batch("insert into kind values (" + marks + ")", kinds().stream()))
                .isEqualTo(4));
        List<String> bound = all();
        assertThat(bound)
                .hasSize(4)
                .anySatisfy(text -> assertThat(text).contains("infinity"))
                .anySatisfy(text -> assertThat(text).contains(" BC"));

        database.execute("delete from kind", "drop table albedo_history");
        step(data -> assertThat(data.insert("kind", COLUMNS, kinds().stream())).isEqualTo(4));
        assertThat(all()).as("by COPY").isEqualTo(bound);

        database.execute("delete from kind", "drop table albedo_history");
        step(
                withoutDriver(),
                RunListener.NONE,
                data -> assertThat(data.insert("kind", COLUMNS, kinds().stream()))
                        .isEqualTo(4));
        assertThat(all()).as("by INSERT").isEqualTo(bound);

        database.execute("delete from kind", "drop table albedo_history");
        TestMigrations migrations = new TestMigrations()
                .add("aaa1", op -> op.bulkInsert("kind", COLUMNS, kinds()), op -> op.sql("delete from kind"));
        migrator(migrations).migrate("head");
        assertThat(all()).as("by literals").isEqualTo(bound);
        migrator(migrations).rollback(1);

        String script = new Script(
                        new dev.albedo.dialect.postgresql.PostgresDialect(18),
                        migrations,
                        RunSettings.DEFAULT.history(),
                        false,
                        false)
                .up("base", "head")
                .text();
        database.execute(script);
        assertThat(all()).as("by a script").isEqualTo(bound);
    }

    @Test
    void parametersTakeTheTypeOfTheirPlace() throws SQLException {
        database.execute(KINDS);
        step(data -> {
            assertThat(data.update(
                            "insert into kind (n, m, j, u, moments) values (?, ?, ?, ?, ?)",
                            1,
                            Mood.GOOD,
                            "{\"k\": 1}",
                            ID.toString(),
                            Instant.EPOCH))
                    .isEqualTo(1);
            assertThat(data.update("update kind set t = ? where n = ? and t is null", "5", 1))
                    .isEqualTo(1);
            assertThat(data.query(
                            "select n from kind where u = ? and m = ? and j ?? ?",
                            row -> row.getInt(1),
                            ID,
                            "GOOD",
                            "k"))
                    .containsExactly(1);
            assertThat(data.query("select jsonb_build_object('a', ?::text)", row -> row.getString(1), "b"))
                    .containsExactly("{\"a\": \"b\"}");
            assertThat(data.query("select '{\"a\": 1}'::jsonb ? 'a', '{d x}'", row -> row.getString(2)))
                    .containsExactly("{d x}");
            assertThat(data.update("create table more ()")).isEqualTo(0);
        });
        assertThat(query("n, t, m, j, u, moments at time zone 'UTC'", "kind"))
                .containsExactly("1 5 GOOD {\"k\": 1} " + ID + " 1970-01-01 00:00:00");
        assertThatThrownBy(() -> row(1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "value 2 is of class java.time.Duration, which a database cannot be given: give null, a text,"
                                + " a number, a boolean, an enum constant, a UUID, a byte[], or a date, time or moment of"
                                + " java.time; for anything else give a text, and cast it in the SQL if it has to be");
    }

    @Test
    void manyRowsDoNotFillTheMemory() throws SQLException {
        int rows = 60_000;
        Set<Integer> most = new TreeSet<>();
        step(data -> {
            data.update("create table big (id int, t text)");
            assertThat(data.insert(
                            "big",
                            List.of("id", "t"),
                            IntStream.range(0, rows).mapToObj(i -> row(i, "x".repeat(1000)))))
                    .isEqualTo(rows);
            long[] seen = {0};
            data.forEach("select id, t from big", row -> {
                if (seen[0]++ % 20_000 == 0) {
                    data.update("update big set t = 'seen' where id = ?", row.getInt(1));
                    most.add(fetched(row));
                }
            });
            assertThat(seen[0]).isEqualTo(rows);
        });
        assertThat(most).as("rows at a time").containsExactly(1000);
        assertThat(query("count(*)", "big where t = 'seen'")).containsExactly("3");
    }

    private static int fetched(ResultSet rows) throws SQLException {
        return rows.getFetchSize();
    }

    @Test
    void copiesOnlyWhereThatIsTheSame() throws SQLException {
        database.execute(
                "create table base (id int, t text default 'd')",
                "create view seen as select * from base",
                "create table ruled (id int)",
                "create rule r as on insert to ruled do also insert into base values (new.id)",
                "create schema \"S 1\" create table \"T.x\" (\"a b\" int)");
        try (Connection connection = database.connect()) {
            BulkCopy copy = Dialects.of(connection).bulkCopy(connection).orElseThrow();
            assertThat(copy.suits(connection, dev.albedo.schema.QualifiedName.of("base")))
                    .isTrue();
            assertThat(copy.suits(connection, dev.albedo.schema.QualifiedName.of("seen")))
                    .isFalse();
            assertThat(copy.suits(connection, dev.albedo.schema.QualifiedName.of("ruled")))
                    .isFalse();
        }
        step(data -> {
            assertThat(data.insert("seen", List.of("id"), Stream.of(row(1), row(2))))
                    .isEqualTo(2);
            assertThat(data.insert("ruled", List.of("id"), Stream.of(row(3)))).isEqualTo(1);
            assertThat(data.insert("\"S 1\".\"T.x\"", List.of("a b"), Stream.of(row(4))))
                    .isEqualTo(1);
            assertThat(data.insert("base", List.of("id"), Stream.empty())).isZero();
        });
        assertThat(query("id, t", "base order by id")).containsExactly("1 d", "2 d", "3 d");
        assertThat(query("\"a b\"", "\"S 1\".\"T.x\"")).containsExactly("4");
    }

    @Test
    void manyRowsOfAMigrationGoByCopyAndFewByInsert() throws SQLException {
        database.execute(
                "create table seen (how text)",
                "create table t (id int, name text)",
                "create function see() returns trigger language plpgsql as $$ begin insert into seen values"
                        + " ((regexp_match(current_query(), 'COPY|INSERT'))[1]); return null; end $$",
                "create trigger see after insert on t for each statement execute function see()");
        List<Row> rows = IntStream.range(0, 2300)
                .mapToObj(i -> row(i, i % 7 == 0 ? null : "it's\t" + i))
                .toList();
        TestMigrations migrations = new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.bulkInsert("t", List.of("id"), row(-1), row(-2));
                            op.bulkInsert("t", List.of("id", "name"), rows);
                        },
                        op -> op.sql("delete from t"));
        migrator(migrations).migrate("head");
        assertThat(query("how", "seen")).containsExactly("INSERT", "COPY", "COPY", "COPY");
        List<String> copied = query("md5(string_agg(t::text, '' order by id))", "t");
        assertThat(query("steps", "albedo_history")).containsExactly("4");
        migrator(migrations).rollback(1);

        Migrator other = new Migrator(withoutDriver(), migrations, RunSettings.DEFAULT, RunListener.NONE);
        assertThat(other.migrate("head")).hasSize(1);
        assertThat(query("count(*)", "seen where how ilike 'insert'")).containsExactly("5");
        assertThat(query("md5(string_agg(t::text, '' order by id))", "t")).isEqualTo(copied);
        assertThat(other.migrate("head")).isEmpty();
    }

    @Test
    void aRowThatDoesNotFitIsNamedAndItsMillionNeighboursAreNot() {
        TestMigrations migrations = new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.sql("create table t (id int primary key)");
                            op.bulkInsert(
                                    "t",
                                    List.of("id"),
                                    IntStream.range(0, 500)
                                            .mapToObj(i -> row(i % 499))
                                            .toList());
                        },
                        op -> {});
        assertThatThrownBy(() -> migrator(migrations).migrate("head"))
                .hasMessageStartingWith(
                        "revision aaa1 (M_aaa1), step 2 of 2 (insert 500 rows into t (id)) failed: ERROR:"
                                + " duplicate key value violates unique constraint \"t_pkey\"")
                .hasMessageContaining("COPY t, line 500")
                .message()
                .hasSizeLessThan(400);
        assertThatThrownBy(() -> op().bulkInsert("t", List.of("a", "b"), row(1, 2), row(1)))
                .hasMessage("row 2 for t has 1 value, but the columns are [a, b]");
        assertThatThrownBy(() -> op().bulkInsert("t", List.of("a"), List.of()))
                .hasMessage("an insert into t needs a column and a row at least; leave it out");
    }

    private static dev.albedo.Operations op() {
        return operation -> {};
    }

    @Test
    void aCopyCanBeInterrupted() throws SQLException, InterruptedException {
        database.execute("create table t (id int)");
        List<String> failures = new ArrayList<>();
        Thread thread = new Thread(() -> {
            try {
                step(data -> data.insert(
                        "t", List.of("id"), Stream.iterate(0, i -> i + 1).map(i -> row(i))));
            } catch (RunException e) {
                failures.add(e.getMessage());
            }
        });
        thread.start();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (query("pid", "pg_stat_progress_copy where tuples_processed > 1000")
                .isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
        thread.interrupt();
        thread.join(30_000);
        assertThat(failures)
                .singleElement()
                .asString()
                .startsWith("the run was interrupted in revision aaa1 (M_aaa1). Nothing of this revision was changed");
        assertThat(query("id", "t limit 1")).isEmpty();
    }

    @Test
    void whatFailsFailsTheRevision() throws SQLException {
        database.execute("create table base (id int primary key)");
        assertThatThrownBy(() -> step(data -> data.insert("base", List.of("id"), Stream.of(row(1), row(1)))))
                .hasMessageContaining("run step: it) failed: ERROR: duplicate key value")
                .hasMessageContaining("COPY base, line 2");
        assertThatThrownBy(() -> step(data -> data.insert("base", List.of("id"), Stream.of(row(1), row(1, 2)))))
                .hasMessageContaining("a row for base has 2 values, but the columns are [id]");
        assertThatThrownBy(() -> step(data -> data.insert("base", List.of("id"), Stream.of(row("a\0b")))))
                .hasMessageContaining("cannot have the character 0 in it");
        assertThatThrownBy(() -> step(data -> data.update("update nope set a = ?", 1)))
                .hasMessageContaining("relation \"nope\" does not exist");
        assertThatThrownBy(() -> step(data -> data.connection().rollback()))
                .hasMessageContaining("a data step must not call rollback()");
        assertThat(query("id", "base")).isEmpty();
        List<Data> kept = new ArrayList<>();
        step(kept::add);
        assertThat(query("revision", "albedo_history")).containsExactly("aaa1");
    }

    @Test
    void tellsHowFarItIs() {
        List<String> told = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void progress(Progress progress) {
                told.add(progress.revision().id() + " " + progress.describe());
            }
        };
        step(ConnectionSource.of(database.dataSource()), listener, data -> {
            data.update("create table slow (id int)");
            data.insert("slow", List.of("id"), IntStream.range(0, 3).mapToObj(i -> {
                Sleep.sleep(Duration.ofMillis(1100), "the test");
                return row(i);
            }));
        });
        assertThat(told).containsExactly("aaa1 run step: it: 2 rows so far");
    }
}
