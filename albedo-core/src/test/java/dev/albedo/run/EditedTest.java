package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.revision.RevisionNode;
import dev.albedo.revision.StepCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What happens to migrations that are edited after they have been applied. */
class EditedTest extends RunFixture {

    private static TestMigrations applied(int length, String middle) {
        return new TestMigrations()
                .add(
                        "aaa1",
                        op -> op.createTable("a", column("id", integer()), column("name", varchar(length))),
                        op -> op.dropTable("a"))
                .add(
                        "bbb2",
                        op -> {
                            op.sql("select 1");
                            op.sql("select 2");
                            op.sql(middle);
                            op.sql("select 4");
                            op.sql("select 5");
                            op.sql("select 6");
                        },
                        op -> {});
    }

    private static TestMigrations more(TestMigrations migrations) {
        return migrations.add("ccc3", "create table c ()", "drop table c");
    }

    private static final String SAID = "nothing was run, because what was applied is not what is in the project:\n"
            + "revision aaa1 (M_aaa1) was edited after it had been applied:\n"
            + "  ~ column a.name: varchar(100) -> varchar(200)\n"
            + "revision bbb2 (M_bbb2) was edited after it had been applied:\n"
            + "    (1 the same)\n"
            + "    run SQL: select 2\n"
            + "  - run SQL: select 3\n"
            + "  + run SQL: select 33\n"
            + "    run SQL: select 4\n"
            + "    (2 the same)\n"
            + "Restore the revision and write the change as a new one; or, if the database matches the edited"
            + " revision, accept it with repair";

    @Test
    void stopARunThatHasSomethingToDo() throws SQLException {
        migrator(applied(100, "select 3")).migrate("head");
        TestMigrations edited = more(applied(200, "select 33"));
        assertThatThrownBy(() -> migrator(edited).migrate("head"))
                .isInstanceOf(RunException.class)
                .hasMessage(SAID);
        assertThat(query("to_regclass('c')", "(values (1)) v")).containsExactly("");
        assertThat(query("count(*)", "albedo_history_log where event = 'run'"))
                .as("such a run does not begin")
                .containsExactly("2");
        edited.loaded.clear();
        assertThat(migrator(edited).migrate("bbb2")).isEmpty();
        assertThat(edited.loaded).as("nothing to do, nothing to load").isEmpty();
    }

    @Test
    void stopARollbackOfThemselves() throws SQLException {
        migrator(more(applied(100, "select 3"))).migrate("head");
        TestMigrations edited = more(applied(200, "select 3"));
        migrator(edited).rollback(2);
        assertThatThrownBy(() -> migrator(edited).rollback(1))
                .hasMessageStartingWith(
                        "nothing was run, because what was applied is not what is in the project:\n"
                                + "revision aaa1 (M_aaa1) was edited after it had been applied:\n  ~ column a.name: varchar(100)");
        assertThat(query("to_regclass('a')", "(values (1)) v")).containsExactly("a");
    }

    @Test
    void areAcceptedByARepair() throws SQLException {
        migrator(applied(100, "select 3")).migrate("head");
        TestMigrations edited = more(applied(200, "select 33"));
        assertThatThrownBy(() -> migrator(edited).repair(List.of("ccc3")))
                .hasMessage("revision ccc3 (M_ccc3) is not to be repaired: it is not applied");
        assertThat(migrator(edited).repair(List.of("bbb")))
                .extracting(each -> each.revision().id())
                .containsExactly("bbb2");
        assertThatThrownBy(() -> migrator(edited).repair(List.of("bbb2")))
                .hasMessage("revision bbb2 (M_bbb2) is not to be repaired: it is what was applied");
        assertThat(migrator(edited).status().edited())
                .extracting(each -> each.revision().id())
                .containsExactly("aaa1");
        assertThat(migrator(edited).repair(List.of())).hasSize(1);
        assertThatThrownBy(() -> migrator(edited).repair(List.of()))
                .hasMessage("nothing is to be repaired: no applied revision was edited");
        assertThat(query("event, outcome, revision, request", "albedo_history_log where id > 4 order by id"))
                .containsExactly(
                        "run began repair bbb",
                        "repair done bbb2",
                        "run done",
                        "run began repair",
                        "repair done aaa1",
                        "run done");
        assertThat(migrator(edited).migrate("head")).hasSize(1);

        assertThat(migrator(more(applied(300, "select 33")))
                        .status()
                        .edited()
                        .get(0)
                        .difference())
                .as("what was accepted is what it is compared with")
                .containsExactly("~ column a.name: varchar(200) -> varchar(300)");
    }

    /** The words are cut, so the piece that is different is shown. */
    @Test
    void mayHaveEditedTheEndOfALongStatement() {
        migrator(applied(100, "select '" + "a".repeat(200) + "', 1")).migrate("head");
        assertThat(migrator(applied(100, "select '" + "a".repeat(200) + "', 2"))
                        .status()
                        .edited()
                        .get(0)
                        .difference())
                .contains("~ run sql ..." + "a".repeat(37) + "', 1 -> ..." + "a".repeat(37) + "', 2");
    }

    /** What an Albedo without formats had recorded, whose canonical text was another. */
    @Test
    void ofAnOlderFormatAreComparedByTheirWords() throws SQLException {
        migrator(applied(100, "select 3")).migrate("head");
        database.execute(
                "update albedo_history set checksum = 'old' || revision",
                "update albedo_history_log set checksum = 'old' || revision, operations = 'Old(' || operations");
        notEdited(migrator(applied(100, "select 3")).status().edited());
        assertThat(migrator(applied(100, "select 33")).status().edited().get(0).difference())
                .containsExactly(
                        "  (1 the same)",
                        "  run SQL: select 2",
                        "- run SQL: select 3",
                        "+ run SQL: select 33",
                        "  run SQL: select 4",
                        "  (2 the same)");
        TestMigrations edited = more(applied(100, "select 33"));
        assertThatThrownBy(() -> migrator(edited).migrate("head")).hasMessageEndingWith("accept it with repair");
        assertThat(migrator(edited).repair(List.of())).hasSize(1);
        assertThat(query("left(checksum, 2)", "albedo_history order by revision"))
                .containsExactly("ol", "1:");
        assertThat(migrator(edited).migrate("head")).hasSize(1);
        assertThat(migrator(edited).rollback(3)).hasSize(3);
    }

    @Test
    void ofANewerFormatAreNotRead() throws SQLException {
        migrator(applied(100, "select 3")).migrate("head");
        database.execute("update albedo_history set checksum = '2:' || substr(checksum, 3) where revision = 'bbb2'");
        TestMigrations more = more(applied(100, "select 3"));
        for (Consumer<Migrator> use : List.<Consumer<Migrator>>of(
                each -> each.migrate("head"),
                each -> each.rollback(1),
                Migrator::status,
                each -> each.repair(List.of()),
                each -> each.stamp(List.of("head"), true))) {
            assertThatThrownBy(() -> use.accept(migrator(more)))
                    .isInstanceOf(RunException.class)
                    .hasMessage("revision bbb2 in public.albedo_history was recorded by a newer Albedo (format 2;"
                            + " Albedo " + AlbedoVersion.current()
                            + " reads up to format 1); use that version or a newer one");
        }
        assertThat(query("to_regclass('c')", "(values (1)) v")).containsExactly("");
    }

    /** A later Albedo may know a secret that this one did not. */
    @Test
    void areNotEditedIfMoreIsTakenForASecretThanBefore() throws SQLException {
        migrator(new TestMigrations().add("aaa1", "select set_config('app.password', 'x1', true)", ""))
                .migrate("head");
        String text = "run sql \"select set_config('app.password', 'x1', true)\"\n";
        database.execute("update albedo_history_log set operations = '"
                + text.replace("'", "''").replace("\n", "")
                + "' || chr(10), checksum = '1:before' where revision = 'aaa1'");
        database.execute("update albedo_history set checksum = '1:before'");
        notEdited(migrator(new TestMigrations().add("aaa1", "select set_config('app.password', 'x1', true)", ""))
                .status()
                .edited());
    }

    private static TestMigrations step(String code, String sql) {
        return new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.sql(sql);
                            op.data("fill", connection -> {});
                        },
                        op -> {})
                .code(new StepCode(code, ""));
    }

    /** A later Albedo may read the same code in another way. */
    @Test
    void areNotEditedIfTheCodeWasReadInAnotherFormat() {
        migrator(step("1:0123", "select 1")).migrate("head");
        assertThat(migrator(step("1:4567", "select 1")).status().edited()).hasSize(1);
        notEdited(migrator(step("2:4567", "select 1")).status().edited());
        assertThat(migrator(step("2:4567", "select 2")).status().edited()).hasSize(1);
    }

    private static void notEdited(List<EditedRevision> edited) {
        assertThat(edited).isEmpty();
    }

    @Test
    void mayHaveEditedTheCodeOfAStep() {
        migrator(step("0123", "select 1")).migrate("head");
        notEdited(migrator(step("0123", "select 1")).status().edited());
        assertThat(migrator(step("4567", "select 1")).status().edited().get(0).difference())
                .containsExactly("  run SQL: select 1", "~ run step fill: its code is another");
    }

    @Test
    void areNotEditedIfOnlyOneCompilerReadTheCode() {
        migrator(step("0123", "select 1")).migrate("head");
        notEdited(migrator(step("", "select 1")).status().edited());
        assertThat(migrator(step("", "select 2")).status().edited()).hasSize(1);
        migrator(step("", "select 1")).rollback(1);

        migrator(step("", "select 1")).migrate("head");
        notEdited(migrator(step("0123", "select 1")).status().edited());
        assertThat(migrator(step("0123", "select 2")).status().edited()).hasSize(1);
    }

    @Test
    void mayHaveAnotherDownOrAnotherPassword() {
        migrator(new TestMigrations().add("aaa1", "create role albedo_edited_test password 'one'", "select 1"))
                .migrate("head");
        assertThat(migrator(new TestMigrations()
                                .add(
                                        "aaa1",
                                        "create role albedo_edited_test password 'two'",
                                        "drop role albedo_edited_test"))
                        .rollback(1))
                .hasSize(1);
    }

    /** What takes it back is its down(), which does not fail. */
    @Test
    void anUpThatFailsStopsNeitherRollbackNorStatus() throws SQLException {
        TestMigrations sound = new TestMigrations()
                .add("aaa1", "create table a (id int)", "drop table a")
                .add("bbb2", "create table b (id int)", "drop table b");
        migrator(sound).migrate("head");
        TestMigrations broken = new TestMigrations()
                .add("aaa1", "create table a (id int)", "drop table a")
                .add(
                        "bbb2",
                        op -> {
                            throw new IllegalStateException("no such file: countries.csv");
                        },
                        op -> op.sql("drop table b"));
        List<String> told = new ArrayList<>();
        Migrator migrator = new Migrator(
                ConnectionSource.of(database.dataSource()), broken, RunSettings.DEFAULT, new RunListener() {
                    @Override
                    public void unverified(RevisionNode revision, String reason) {
                        told.add(reason);
                    }
                });
        String reason =
                "up() of revision bbb2 (M_bbb2) fails: java.lang.IllegalStateException: no such file: countries.csv";
        assertThat(migrator.status().edited()).isEmpty();
        assertThat(migrator.planRollback(1)).hasSize(1);
        assertThat(told).containsExactly(reason, reason);
        assertThat(migrator.rollback(1)).hasSize(1);
        assertThat(told).hasSize(3);
        assertThat(query("revision", "albedo_history")).containsExactly("aaa1");
        assertThatThrownBy(() -> migrator.migrate("head"))
                .isInstanceOf(RunException.class)
                .hasMessage(reason);
    }
}
