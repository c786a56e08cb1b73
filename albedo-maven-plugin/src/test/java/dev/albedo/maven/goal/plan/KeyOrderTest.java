package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.maven.goal.AdoptedProject;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of a primary key's columns: the model's on a new table, what it is on an existing one, and said. */
class KeyOrderTest {

    private static final String SAID =
            "column order (region, id) of constraint reading.reading_pkey, in the model (id, region)";

    @TempDir
    private Path sources;

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
        database.execute(
                "create table reading (id bigint, region integer, primary key (region, id))",
                "create table note (id bigint primary key, reading bigint, region integer,"
                        + " foreign key (region, reading) references reading)",
                "insert into reading values (1, 2), (2, 1)",
                "insert into note values (1, 1, 2)");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private static Table reading(String... key) {
        return table("reading", column("id", bigint()), column("region", integer()), primaryKey(null, key));
    }

    private static final Table NOTE = table(
            "note",
            column("id", bigint()),
            column("reading", bigint()).nullable(),
            column("region", integer()).nullable(),
            primaryKey(null, "id"),
            foreignKey(null, "reading", "region").references("reading", "id", "region"));

    private static Snapshot model(Table... tables) {
        return Snapshots.of(Schema.of(tables));
    }

    @Test
    void anotherOrderIsSaidAndNeverADifference() throws Exception {
        AdoptedProject project = new AdoptedProject(database, sources).baseline(model(reading("id", "region"), NOTE));

        assertThat(project.said().lines()).anySatisfy(line -> assertThat(line).contains(SAID));
        project.assertNothingToDo(model(reading("id", "region"), NOTE));
        assertThat(project.said().lines()).anySatisfy(line -> assertThat(line).contains(SAID));
        project.assertNothingToDo(model(reading("region", "id"), NOTE));
        assertThat(project.said().lines()).noneMatch(line -> line.contains("column order"));
    }

    @Test
    void strictComparesItNeitherAndListsIt() throws Exception {
        Snapshot model = model(reading("id", "region"), NOTE);
        AdoptedProject project = new AdoptedProject(database, sources, new ComparisonPolicy(true, false));

        project.baseline(model).said();
        project.assertNothingToDo(model);
        assertThat(project.said().lines()).anySatisfy(line -> assertThat(line).contains(SAID));
    }

    @Test
    void anotherChangeIsMadeBesideIt() throws Exception {
        AdoptedProject project = new AdoptedProject(database, sources).baseline(model(reading("id", "region"), NOTE));
        String before = dump();

        assertThat(project.create(model(
                        reading("id", "region"), NOTE, table("more", column("id", bigint()), primaryKey(null, "id")))))
                .containsExactly("create table more");

        assertThat(dump()).contains("PRIMARY KEY (region, id)");
        project.backToBaseline();
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void aKeyWithAnotherColumnHasTheOrderOfTheModelAndTheWayBackTheOldOne() throws Exception {
        Table wide = table(
                "reading",
                column("id", bigint()),
                column("region", integer()),
                column("day", integer()).defaultTo("7"),
                primaryKey(null, "id", "region", "day"));
        Table plain = NOTE.constraints(NOTE.constraints().subList(0, 1));
        database.execute("alter table note drop constraint note_region_reading_fkey");
        AdoptedProject project = new AdoptedProject(database, sources).baseline(model(reading("id", "region"), plain));
        String before = dump();

        project.create(model(
                wide, plain, table("more", column("b", integer()), column("a", bigint()), primaryKey(null, "b", "a"))));

        assertThat(dump()).contains("PRIMARY KEY (id, region, day)").contains("PRIMARY KEY (b, a)");
        assertThat(database.query("select id || ' ' || region || ' ' || day from reading order by id"))
                .containsExactly("1 2 7", "2 1 7");
        project.backToBaseline();
        assertThat(dump()).isEqualTo(before).contains("PRIMARY KEY (region, id)");
    }

    @Test
    void aTableThatTheModelPartitionsIsSaidWhereItIsPlainAndCreatedWithItsKey() throws Exception {
        Table partitioned = reading("region", "id").partitionBy("range (region)");
        Table more =
                table("more", column("a", integer()), primaryKey(null, "a")).partitionBy("list (a)");
        AdoptedProject project = new AdoptedProject(database, sources).baseline(model(partitioned, NOTE));

        assertThat(project.said().lines())
                .anySatisfy(line -> assertThat(line)
                        .contains("table reading without partitions, in the model PARTITION BY range (region)"));
        project.assertNothingToDo(model(partitioned, NOTE));
        project.create(model(partitioned, NOTE, more));
        assertThat(dump()).contains("partitioned by LIST (a)").doesNotContain("partitioned by RANGE");
        project.backToBaseline();
    }

    private String dump() throws SQLException {
        return CatalogDump.everything().of(database);
    }
}
