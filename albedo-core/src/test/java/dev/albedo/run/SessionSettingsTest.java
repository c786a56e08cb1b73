package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.batches;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.type;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.Operations;
import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.SqlType;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever runs a migration, with whatever settings of the session, the rows are the same. */
class SessionSettingsTest {

    private static final List<String> SETTINGS = List.of(
            "TimeZone",
            "DateStyle",
            "IntervalStyle",
            "bytea_output",
            "extra_float_digits",
            "standard_conforming_strings",
            "xmloption",
            "lc_monetary",
            "lock_timeout",
            "statement_timeout");

    private static final Map<String, String> NEW_YORK = Map.of(
            "TimeZone", "America/New_York",
            "DateStyle", "ISO, DMY",
            "IntervalStyle", "sql_standard",
            "bytea_output", "escape",
            "extra_float_digits", "-5",
            "xmloption", "document",
            "lc_monetary", "C",
            "lock_timeout", "17s");

    private static final Map<String, String> TOKYO = Map.of(
            "TimeZone", "Asia/Tokyo",
            "DateStyle", "ISO, YMD",
            "IntervalStyle", "iso_8601",
            "standard_conforming_strings", "off",
            "statement_timeout", "4min");

    /** Each pair of types whose cast depends on a setting, as columns of one table. */
    private static TestMigrations migrations() {
        return new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.sql(
                                    "create table t (id bigint primary key, at timestamp, tz timestamptz, day date, tt timetz,"
                                            + " iv interval, f float8, raw bytea, doc text, s text)");
                            op.sql("insert into t select i, '2020-07-01 12:30:00.25', '2020-07-01 12:30:00+00',"
                                    + " '2020-07-01', '12:30+02', '1 day -02:03', 0.1::float8 + 0.2, '\\xff00'::bytea,"
                                    + " 'a<b/>', '02/01/2020' from generate_series(1, 5) i");
                        },
                        op -> op.dropTable("t"))
                .add("bbb2", SessionSettingsTest::convert, SessionSettingsTest::back)
                .add(
                        "ccc3",
                        op -> {
                            op.addColumn("t", column("filled", text()).nullable());
                            op.backfill(
                                    "t",
                                    "filled",
                                    "tz::text || f::text",
                                    batches(2).by("id"));
                            op.sql("create table u (at timestamptz default '2020-01-01 00:00')");
                            op.data(
                                    "reads what the server prints",
                                    data -> data.update("insert into u values ('2020-01-01 10:00')"));
                            op.sql("insert into u default values");
                        },
                        op -> {
                            op.dropTable("u");
                            op.dropColumn("t", "filled");
                        })
                .addDivided(
                        "ddd4",
                        op -> {
                            op.sql("alter table u alter at type text");
                            op.createIndexConcurrently("u", index("ix_u", "at"));
                        },
                        op -> {
                            op.dropIndexConcurrently("u", "ix_u");
                            op.sql("alter table u alter at type timestamptz using at::timestamptz");
                        });
    }

    private static void convert(Operations op) {
        op.sql("alter table t alter at type timestamptz");
        change(op, "tz", type("timestamptz"), text(), null);
        op.sql("alter table t alter day type timestamptz");
        change(op, "tt", type("timetz"), text(), null);
        change(op, "iv", type("interval"), varchar(40), null);
        change(op, "f", type("double precision"), text(), null);
        change(op, "raw", type("bytea"), text(), "raw::text");
        change(op, "doc", text(), type("xml"), "doc::xml");
        change(op, "s", text(), type("date"), "s::date");
    }

    private static void back(Operations op) {
        op.sql("alter table t alter at type timestamp");
        change(op, "tz", text(), type("timestamptz"), "tz::timestamptz");
        op.sql("alter table t alter day type date");
        change(op, "tt", text(), type("timetz"), "tt::timetz");
        change(op, "iv", varchar(40), type("interval"), "iv::interval");
        change(op, "f", text(), type("double precision"), "f::double precision");
        change(op, "raw", text(), type("bytea"), "raw::bytea");
        change(op, "doc", type("xml"), text(), null);
        change(op, "s", type("date"), text(), null);
    }

    private static void change(Operations op, String name, SqlType from, SqlType to, @Nullable String using) {
        if (using == null) {
            op.alterColumn("t", column(name, from).nullable(), column(name, to).nullable());
        } else {
            op.alterColumn("t", column(name, from).nullable(), column(name, to).nullable(), using);
        }
    }

    private static void set(Connection connection, Map<String, String> settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                statement.execute("set " + setting.getKey() + " = '" + setting.getValue() + "'");
            }
        }
    }

    private static Map<String, String> settings(Connection connection) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : SETTINGS) {
                try (ResultSet row = statement.executeQuery("show " + name)) {
                    row.next();
                    found.put(name, row.getString(1));
                }
            }
        }
        return found;
    }

    /** Runs on one connection that stays open, and looks that the run left its settings alone. */
    private static void run(TestDatabase database, Map<String, String> settings, Consumer<Migrator> work)
            throws SQLException {
        try (Connection connection = database.connect()) {
            set(connection, settings);
            Map<String, String> before = settings(connection);
            work.accept(new Migrator(
                    () -> ContentionTest.pooled(connection),
                    migrations(),
                    RunSettings.DEFAULT.allowDestructive(true),
                    RunListener.NONE));
            assertThat(settings(connection)).isEqualTo(before);
        }
    }

    private static void script(TestDatabase database, Map<String, String> settings, Script.Result script)
            throws SQLException {
        try (Connection connection = database.connect()) {
            set(connection, settings);
            Map<String, String> before = settings(connection);
            ScriptTest.run(connection, script.text());
            assertThat(settings(connection)).isEqualTo(before);
        }
    }

    private static String rows(TestDatabase database) throws SQLException {
        String second = database.query("select coalesce(to_regclass('u')::text, '')")
                        .get(0)
                        .isEmpty()
                ? ""
                : " union all select to_jsonb(u)::text from u";
        return String.join(
                "\n", database.query("select * from (select to_jsonb(t)::text r from t" + second + ") x order by r"));
    }

    private static final List<Step> STEPS = List.of(
            new Step("up to bbb2", migrator -> migrator.migrate("bbb2")),
            new Step("up to head", migrator -> migrator.migrate("head")),
            new Step("down to bbb2", migrator -> migrator.rollbackTo("bbb2")),
            new Step("down to aaa1", migrator -> migrator.rollbackTo("aaa1")));

    private record Step(String name, Consumer<Migrator> work) {}

    @Test
    void theSameMigrationMakesTheSameRows() throws SQLException {
        try (TestDatabase usual = TestDatabases.create();
                TestDatabase newYork = TestDatabases.create();
                TestDatabase tokyo = TestDatabases.create()) {
            for (Step step : STEPS) {
                run(usual, Map.of(), step.work());
                run(newYork, NEW_YORK, step.work());
                run(tokyo, TOKYO, step.work());
                assertThat(rows(newYork)).as(step.name()).isEqualTo(rows(usual));
                assertThat(rows(tokyo)).as(step.name()).isEqualTo(rows(usual));
            }
            assertThat(rows(usual))
                    .contains(
                            "\"at\": \"2020-07-01T12:30:00.25\"",
                            "\"day\": \"2020-07-01\"",
                            "\"f\": 0.30000000000000004");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void soDoesItsScript(boolean idempotent) throws SQLException {
        Script scripts = new Script(
                new PostgresDialect(18), migrations(), QualifiedName.of("albedo_history"), idempotent, false);
        try (TestDatabase usual = TestDatabases.create();
                TestDatabase tokyo = TestDatabases.create()) {
            run(usual, Map.of(), migrator -> migrator.migrate("bbb2"));
            script(tokyo, TOKYO, scripts.up("base", "bbb2"));
            assertThat(rows(tokyo)).isEqualTo(rows(usual));

            run(usual, Map.of(), migrator -> migrator.migrate("head"));
            script(tokyo, TOKYO, scripts.up("bbb2", "head"));
            // What is Java is missing in a script.
            assertThat(rows(tokyo).lines())
                    .isSubsetOf(rows(usual).lines().toList())
                    .hasSize(6);

            run(usual, Map.of(), migrator -> migrator.rollbackTo("aaa1"));
            script(tokyo, TOKYO, scripts.down("head", "aaa1"));
            assertThat(rows(tokyo)).isEqualTo(rows(usual));
        }
    }
}
