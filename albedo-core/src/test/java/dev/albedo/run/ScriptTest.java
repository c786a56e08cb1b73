package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.revision.RevisionNode;
import dev.albedo.schema.QualifiedName;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/** Scripts, run as they are written: the outcome must be that of a run. */
class ScriptTest {

    private static final List<String> IDS = List.of("base", "aaa1", "bbb2", "ccc3", "ddd4");

    private static TestMigrations migrations() {
        return new TestMigrations()
                .add("aaa1", op -> op.createTable("a", column("id", integer())), op -> op.dropTable("a"))
                .add(
                        "bbb2",
                        op -> {
                            op.sql("insert into a values (1), (2) -- $albedo$ it's a \\ comment");
                            op.sql("create function f() returns int language sql as $$ select 1; $$");
                        },
                        op -> {
                            op.sql("drop function f()");
                            op.sql("delete from a");
                        })
                .add(
                        "ccc3",
                        op -> {
                            op.sql("alter table a add n int default 7");
                            op.createIndexConcurrently("a", index("ix_a", "n"));
                            op.sql("update a set n = n + id");
                            op.createIndexConcurrently("a", index("ix_n", "n").unique(true));
                        },
                        op -> {
                            op.dropIndexConcurrently("a", "ix_n");
                            op.dropIndexConcurrently("a", "ix_a");
                            op.sql("alter table a drop n");
                        })
                .add("ddd4", "create table d (x text)", "drop table d");
    }

    private static Script script(MigrationSource migrations, boolean idempotent) {
        return new Script(new PostgresDialect(18), migrations, QualifiedName.of("albedo_history"), idempotent, false);
    }

    /** Does what psql does: one statement after the other, and after {@code \gexec} what the query answers. */
    static void run(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.connect()) {
            run(connection, script);
        }
    }

    static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String part : script.replace(" \\gexec\n", ";--gexec\n").split("(?<=;--gexec\n)")) {
                List<NativeQuery> queries = Parser.parseJdbcSql(part, true, false, true, false, false);
                for (int i = 0; i < queries.size(); i++) {
                    boolean answers = part.endsWith(";--gexec\n")
                            && queries.get(i).nativeSql.contains(" WHERE ")
                            && queries.get(i)
                                    .nativeSql
                                    .strip()
                                    .replaceAll("(?m)^--.*\n", "")
                                    .startsWith("SELECT '");
                    if (answers) {
                        for (String sql : answers(statement, queries.get(i).nativeSql)) {
                            statement.execute(sql);
                        }
                    } else if (!queries.get(i).nativeSql.isBlank()) {
                        statement.execute(queries.get(i).nativeSql);
                    }
                }
            }
        }
    }

    private static List<String> answers(Statement statement, String query) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private static Migrator migrator(TestDatabase database) {
        return new Migrator(
                ConnectionSource.of(database.dataSource()),
                migrations(),
                RunSettings.DEFAULT.allowDestructive(true),
                RunListener.NONE);
    }

    /** A database that a run brought to a revision. */
    private static TestDatabase at(String revision) throws SQLException {
        TestDatabase database = TestDatabases.create();
        if (!revision.equals("base")) {
            migrator(database).migrate(revision);
        }
        return database;
    }

    private static String everything(TestDatabase database) throws SQLException {
        List<String> rows = new ArrayList<>(database.query(
                "select concat_ws(' ', revision, name, state, steps, in_doubt, checksum) from albedo_history order by"
                        + " applied_at"));
        if (!database.query("select to_regclass('a')::text where to_regclass('a') is not null")
                .isEmpty()) {
            rows.addAll(database.query("select t::text from a t order by 1"));
        }
        return CatalogDump.everything().of(database) + "\n" + String.join("\n", rows);
    }

    private static void expectAsAt(String revision, TestDatabase database) throws SQLException {
        try (TestDatabase reference = at("ddd4")) {
            if (!revision.equals("ddd4")) {
                migrator(reference).rollbackTo(revision);
            }
            assertThat(everything(database)).isEqualTo(everything(reference));
        }
    }

    @Test
    void doWhatARunDoes() throws SQLException {
        for (String[] range : new String[][] {{"base", "head"}, {"aaa1", "ccc3"}, {"bbb2", "+1"}}) {
            try (TestDatabase database = at(range[0])) {
                Script.Result result = script(migrations(), false).up(range[0], range[1]);
                assertThat(script(migrations(), false).up(range[0], range[1]).text())
                        .as("the same text each time")
                        .isEqualTo(result.text());
                run(database, result.text());
                expectAsAt(result.revisions().get(result.revisions().size() - 1).id(), database);
                assertThat(migrator(database).status().edited()).isEmpty();

                run(
                        database,
                        script(migrations(), false)
                                .down(range[1].equals("+1") ? "ccc3" : range[1], range[0])
                                .text());
                expectAsAt(range[0], database);
            }
        }
    }

    @Test
    void keepTheLogOfARun() throws SQLException {
        try (TestDatabase database = TestDatabases.create()) {
            run(database, script(migrations(), false).up("base", "ccc3").text());
            assertThat(database.query(
                            "select concat_ws(' ', event, outcome, revision, steps, request) from albedo_history_log"
                                    + " order by id"))
                    .containsExactly(
                            "run began script from base to ccc3",
                            "up done aaa1 1",
                            "up done bbb2 2",
                            "up began ccc3 0",
                            "up done ccc3 4",
                            "run done");
            assertThat(
                            database.query(
                                    "select bool_and(checksum = '1:' || left(encode(sha256(convert_to(operations, 'UTF8')), 'hex'), 32))"
                                            + " and count(distinct run) = 1 from albedo_history_log where revision is not null"))
                    .containsExactly("t");
        }
    }

    @Test
    void runOnADatabaseAtAnyRevisionIfTheyAreIdempotent() throws SQLException {
        String up = script(migrations(), true).up("base", "head").text();
        String down = script(migrations(), true).down("head", "base").text();
        for (String id : IDS) {
            try (TestDatabase database = at(id)) {
                run(database, up);
                expectAsAt("ddd4", database);
                run(database, up);
                expectAsAt("ddd4", database);
            }
            try (TestDatabase database = at(id)) {
                run(database, down);
                run(database, down);
                assertThat(database.query("select revision from albedo_history"))
                        .isEmpty();
                assertThat(database.query("select coalesce(to_regclass('a'), to_regclass('d'))::text"))
                        .containsExactly((String) null);
            }
        }
    }

    @Test
    void goOnWhereTheyWereBrokenOff() throws SQLException {
        for (boolean idempotent : new boolean[] {true, false}) {
            try (TestDatabase database = at("bbb2")) {
                database.execute("update a set id = 1");
                String script =
                        script(migrations(), idempotent).up("bbb2", "head").text();
                assertThatThrownBy(() -> run(database, script))
                        .hasMessageContaining("could not create unique index \"ix_n\"");
                assertThat(database.query("select concat_ws(' ', state, steps, in_doubt) from albedo_history"
                                + " where revision = 'ccc3'"))
                        .containsExactly("started 3 t");
                database.execute("update a set id = 2, n = 9 where ctid = (select max(ctid) from a)");
                if (idempotent) {
                    run(database, script);
                } else {
                    migrator(database).migrate("head");
                }
                expectAsAt("ddd4", database);
            }
        }
    }

    @Test
    void takeBackTheBranchThatARollbackDoes() throws SQLException {
        TestMigrations migrations = new TestMigrations()
                .add("aaa1", "create table a ()", "drop table a")
                .add("bbb2", "create table b ()", "drop table b", "aaa1")
                .add("ccc3", "create table c ()", "drop table c", "aaa1");
        Script script = script(migrations, false);
        Script.Result branch = script.down("heads", "bbb2@aaa1");
        assertThat(branch.revisions()).extracting(RevisionNode::id).containsExactly("bbb2");
        assertThatThrownBy(() -> script.down("aaa1", "heads"))
                .hasMessage("\"heads\" is more than one revision: bbb2, ccc3; name the one to roll back to");
        try (TestDatabase database = TestDatabases.create()) {
            run(database, script.up("base", "heads").text());
            run(database, branch.text());
            assertThat(database.query("select revision from albedo_history order by 1"))
                    .containsExactly("aaa1", "ccc3");
        }
    }

    @Test
    void stopOnAnotherDatabaseThanTheirs() throws SQLException {
        try (TestDatabase database = at("aaa1")) {
            String before = everything(database);
            assertThatThrownBy(() -> run(
                            database,
                            script(migrations(), false).up("base", "head").text()))
                    .hasMessageContaining(
                            "this script is for a database that has no revision and none of what it applies");
            assertThatThrownBy(() -> run(
                            database,
                            script(migrations(), false).up("bbb2", "head").text()))
                    .hasMessageContaining("this script is for a database that has bbb2 and none of what it applies");
            assertThatThrownBy(() -> run(
                            database,
                            script(migrations(), false).down("bbb2", "base").text()))
                    .hasMessageContaining("this script is for a database that has all of what it takes back");
            assertThat(everything(database)).isEqualTo(before);
        }
    }

    @Test
    void doNotTakeAnIndexOfSomebodyElseForTheirs() throws SQLException {
        try (TestDatabase database = at("bbb2")) {
            database.execute("create index ix_a on a (id)");
            assertThatThrownBy(() -> run(
                            database,
                            script(migrations(), true).up("bbb2", "head").text()))
                    .hasMessageContaining(
                            "what step 2 of revision ccc3 (M_ccc3) does is there already, and not by this script");
        }
    }

    @Test
    void markWhatTheyCannotHold() throws SQLException {
        TestMigrations migrations = new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.createTable("a", column("id", integer()));
                            op.data("fill a", data -> {});
                            op.sql("create role somebody password 'sesame'");
                            op.allowDataLoss("table b");
                            op.dropTable("b");
                        },
                        op -> {});
        for (boolean idempotent : new boolean[] {true, false}) {
            Script.Result result = script(migrations, idempotent).up("base", "head");
            assertThat(result.missing())
                    .containsExactly(
                            "step 2 of revision aaa1 (M_aaa1) (run step: fill a) is Java code",
                            "step 3 of revision aaa1 (M_aaa1) (run SQL: create role somebody password '***') has a password"
                                    + " in it");
            assertThat(result.text())
                    .contains(
                            "-- MISSING: step 2 of revision aaa1 (M_aaa1) (run step: fill a) is Java code; do it here by hand")
                    .contains("DELETES DATA: table b")
                    .doesNotContain("sesame");
            try (TestDatabase database = TestDatabases.create()) {
                database.execute("create table b ()");
                run(database, result.text());
                assertThat(database.query("select revision || steps from albedo_history"))
                        .containsExactly("aaa14");
            }
        }
    }

    @Test
    void saysForWhichDatabaseItIs() {
        Script script = script(migrations(), false);
        assertThat(script.up("base", "head").text())
                .contains(
                        "-- It is for a database that has none of the revisions which it applies, and stops at once on another"
                                + " one.\n");
        assertThat(script.up("bbb2", "head").text())
                .contains(
                        "-- It is for a database at bbb2 (M_bbb2) that has none of the revisions which it applies, and stops at"
                                + " once on another one.\n");
        assertThat(script.down("ddd4", "bbb2").text())
                .contains(
                        "-- It is for a database that has all of the revisions which it takes back, and stops at once on"
                                + " another one.\n");
    }
}
