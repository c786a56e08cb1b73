package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.testing.CatalogDump;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What would be done, without being done. */
class PlanTest extends RunFixture {

    private static List<String> told(List<Work> works) {
        return works.stream()
                .map(work -> work.direction() + " " + work.revision().id() + " "
                        + work.steps().stream()
                                .map(step ->
                                        step.number() + ": " + step.statement().sql())
                                .toList())
                .toList();
    }

    @Test
    void changesNothingAndWaitsForNobody() throws SQLException {
        String empty = CatalogDump.everything().of(database);
        assertThat(told(migrator(MigratorTest.three()).planMigrate("bbb2")))
                .containsExactly("UP aaa1 [1: create table a (id int)]", "UP bbb2 [1: create table b (id int)]");
        assertThat(CatalogDump.everything().of(database)).isEqualTo(empty);

        Tap tap = Tap.counting(ConnectionSource.of(database.dataSource()));
        new Migrator(tap, MigratorTest.three(), RunSettings.DEFAULT, RunListener.NONE).migrate("bbb2");
        String lock = tap.events.stream()
                .filter(sql -> sql.contains("pg_try_advisory_lock"))
                .findFirst()
                .orElseThrow();
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute(lock);
            assertThat(told(migrator(MigratorTest.three()).planMigrate("head")))
                    .containsExactly("UP ccc3 [1: create table c (id int)]");
            assertThat(told(migrator(MigratorTest.three()).planRollbackTo("base")))
                    .containsExactly("DOWN bbb2 [1: drop table b]", "DOWN aaa1 [1: drop table a]");
            assertThat(told(migrator(MigratorTest.three()).planRollback(1)))
                    .containsExactly("DOWN bbb2 [1: drop table b]");
        }
        assertThat(migrator(MigratorTest.three()).planMigrate("bbb2")).isEmpty();
        assertThat(query("count(*)", "albedo_history_log where event = 'run'")).containsExactly("2");
    }

    @Test
    void beginsWhereAnEarlierRunEnded() throws SQLException {
        TestMigrations migrations = new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.sql("create table a (id int)");
                            op.createIndexConcurrently("a", index("ix_a", "id"));
                            op.sql("insert into b values (1)");
                        },
                        op -> {});
        assertThatThrownBy(() -> migrator(migrations).migrate("head")).isInstanceOf(RunException.class);
        assertThat(told(migrator(migrations).planMigrate("head")))
                .containsExactly("UP aaa1 [3: insert into b values (1)]");
    }

    @Test
    void stopsWhereTheRunWould() {
        migrator(MigratorTest.three()).migrate("bbb2");
        TestMigrations edited = new TestMigrations()
                .add("aaa1", "select 1", "")
                .add("bbb2", "create table b (id int)", "")
                .add("ccc3", "create table c (id int)", "");
        assertThatThrownBy(() -> migrator(edited).planMigrate("head"))
                .hasMessageContaining("revision aaa1 (M_aaa1) was edited after it had been applied");
    }
}
