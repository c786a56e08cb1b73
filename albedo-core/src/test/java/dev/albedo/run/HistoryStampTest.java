package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.revision.RevisionNode;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is recorded without being run. */
class HistoryStampTest extends RunFixture {

    private static TestMigrations branches() {
        return MigratorTest.three()
                .add("ddd4", "create table d (id int)", "drop table d", "bbb2")
                .add("eee5", "create table e (id int)", "drop table e", "ddd4");
    }

    private List<String> recorded() throws SQLException {
        return query("revision, state, steps", "albedo_history order by applied_at, revision");
    }

    private static List<String> added(StampResult stamped) {
        return stamped.added().stream().map(RevisionNode::id).toList();
    }

    private static List<String> removed(StampResult stamped) {
        return stamped.removed().stream().map(AppliedRevision::id).toList();
    }

    @Test
    void goesUpAndDownAndSideways() throws SQLException {
        Migrator migrator = migrator(branches());
        assertThat(added(migrator.stamp(List.of("ccc3"), false))).containsExactly("aaa1", "bbb2", "ccc3");
        assertThat(recorded()).containsExactly("aaa1 applied 1", "bbb2 applied 1", "ccc3 applied 1");
        assertThat(query("to_regclass('a')", "(values (1)) v"))
                .as("nothing is run")
                .containsExactly("");
        assertThat(migrator.status().edited()).isEmpty();

        StampResult down = migrator.stamp(List.of("aaa1"), false);
        assertThat(added(down)).isEmpty();
        assertThat(removed(down)).containsExactly("bbb2", "ccc3");

        StampResult both = migrator.stamp(List.of("ccc3", "ddd4"), false);
        assertThat(added(both)).containsExactlyInAnyOrder("bbb2", "ccc3", "ddd4");
        assertThat(removed(migrator.stamp(List.of("eee5"), false))).containsExactly("ccc3");
        assertThat(migrator.stamp(List.of("eee5"), false)).isEqualTo(new StampResult(List.of(), List.of()));
        assertThat(removed(migrator.stamp(List.of("base"), false))).hasSize(4);
        assertThat(recorded()).isEmpty();
        assertThat(query("event, outcome, revision, request", "albedo_history_log order by id"))
                .startsWith(
                        "run began stamp ccc3",
                        "stamp done aaa1",
                        "stamp done bbb2",
                        "stamp done ccc3",
                        "run done",
                        "run began stamp aaa1",
                        "unstamp done ccc3",
                        "unstamp done bbb2",
                        "run done")
                .hasSize(5 + 4 + 5 + 4 + 6);
    }

    @Test
    void isWhatRunsGoOnFrom() throws SQLException {
        database.execute("create table a (id int)", "create table b (id int)");
        migrator(MigratorTest.three()).stamp(List.of("bbb2"), false);
        assertThat(migrator(MigratorTest.three()).migrate("head")).hasSize(1);
        migrator(MigratorTest.three()).rollbackTo("base");
        assertThat(query("to_regclass('a'), to_regclass('b')", "(values (1)) v"))
                .containsExactly("");
    }

    @Test
    void refusesWhatItWouldHide() throws SQLException {
        TestMigrations halfway = new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.sql("create table a (id int)");
                            op.createIndexConcurrently("a", index("ix_a", "id"));
                            op.sql("broken");
                        },
                        op -> {});
        assertThatThrownBy(() -> migrator(halfway).migrate("head")).isInstanceOf(RunException.class);
        assertThatThrownBy(() -> migrator(halfway).stamp(List.of("head"), false))
                .isInstanceOf(RunException.class)
                .hasMessage(
                        "revision aaa1 (M_aaa1) was begun and not finished: 2 of its steps are done; run migrate, which"
                                + " finishes it, or stamp with purge, which forgets it and leaves in the database what was done of"
                                + " it");
        TestMigrations other = new TestMigrations().add("zzz9", "select 1", "select 1");
        StampResult purged = migrator(other).stamp(List.of("head"), true);
        assertThat(removed(purged)).containsExactly("aaa1");
        assertThat(added(purged)).containsExactly("zzz9");
        assertThatThrownBy(() -> migrator(halfway).stamp(List.of("head"), false))
                .hasMessageContaining("the database has revision zzz9, which this project does not have");
        assertThat(recorded()).containsExactly("zzz9 applied 1");
    }

    @Test
    void recordsAnewWhatStaysWhenItIsPurged() throws SQLException {
        migrator(MigratorTest.three()).migrate("head");
        TestMigrations edited = new TestMigrations().add("aaa1", "select 1", "select 1");
        StampResult purged = migrator(edited).stamp(List.of("aaa1"), true);
        assertThat(removed(purged)).containsExactly("aaa1", "bbb2", "ccc3");
        assertThat(added(purged)).containsExactly("aaa1");
        assertThat(migrator(edited).status().edited()).isEmpty();
        assertThat(query("event, count(*)", "albedo_history_log where event <> 'run' group by event order by 1"))
                .containsExactly("stamp 1", "unstamp 3", "up 3");
    }
}
