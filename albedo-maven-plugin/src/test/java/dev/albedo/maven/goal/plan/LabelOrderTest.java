package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.named;
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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of an enum type's labels: Hibernate's on a new type, what it is on an existing one, and said. */
class LabelOrderTest {

    private static final String SAID = "label order [HAPPY, SAD, MEH] of type mood, in the model [HAPPY, MEH, SAD]";

    private static final Table DAY =
            table("day", column("id", bigint()), column("mood", named("mood")), primaryKey(null, "id"));

    @TempDir
    private Path sources;

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
        database.execute(
                "create type mood as enum ('HAPPY', 'SAD', 'MEH')",
                "create table day (id bigint primary key, mood mood not null)",
                "create index on day (mood)",
                "insert into day values (1, 'MEH'), (2, 'SAD'), (3, 'HAPPY')");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    /** As Hibernate states them: sorted by name. */
    private static Snapshot model(String... labels) {
        return model(List.of(DAY), labels);
    }

    private static Snapshot model(List<Table> tables, String... labels) {
        return Snapshots.of(Schema.of(List.of(), tables, List.of(), List.of(enumType("mood", labels))));
    }

    private AdoptedProject adopted() throws Exception {
        return new AdoptedProject(database, sources).baseline(model("HAPPY", "MEH", "SAD"));
    }

    @Test
    void anotherOrderIsSaidOnceAndNeverADifference() throws Exception {
        AdoptedProject project = adopted();

        assertThat(project.said().lines())
                .filteredOn(line -> line.contains(SAID))
                .hasSize(1);
        project.assertNothingToDo(model("HAPPY", "MEH", "SAD"));
        assertThat(project.said().lines())
                .filteredOn(line -> line.contains(SAID))
                .hasSize(1);
        project.assertNothingToDo(model("HAPPY", "SAD", "MEH"));
        assertThat(project.said().lines()).noneMatch(line -> line.contains("label order"));
    }

    @Test
    void strictComparesItNeitherAndListsIt() throws Exception {
        Snapshot model = model("HAPPY", "MEH", "SAD");
        AdoptedProject project =
                new AdoptedProject(database, sources, new ComparisonPolicy(true, false)).baseline(model);
        project.said();

        project.assertNothingToDo(model);
        assertThat(project.said().lines()).anySatisfy(line -> assertThat(line).contains(SAID));
    }

    @Test
    void anotherChangeIsMadeBesideIt() throws Exception {
        AdoptedProject project = adopted();
        String before = dump();

        assertThat(project.create(model(
                        List.of(DAY, table("more", column("mood", named("mood")), primaryKey(null, "mood"))),
                        "HAPPY",
                        "MEH",
                        "SAD")))
                .containsExactly("create table more");

        assertThat(inOrder()).containsExactly("3 HAPPY", "2 SAD", "1 MEH");
        project.backToBaseline();
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void newLabelsComeBehindTheirPredecessorOrAtTheEndAndNothingIsMadeAnew() throws Exception {
        AdoptedProject project = adopted();
        String before = dump();
        String type = oid();

        assertThat(project.create(model("ANGRY", "HAPPY", "MEH", "MILD", "SAD", "SHY")))
                .containsExactly("alter enum type mood from [HAPPY, SAD, MEH] to [HAPPY, SAD, SHY, MEH, MILD, ANGRY]");

        assertThat(oid()).as("the same type").isEqualTo(type);
        assertThat(labels()).containsExactly("HAPPY", "SAD", "SHY", "MEH", "MILD", "ANGRY");
        database.execute("insert into day values (4, 'ANGRY'), (5, 'SHY')");
        assertThat(inOrder()).containsExactly("3 HAPPY", "2 SAD", "5 SHY", "1 MEH", "4 ANGRY");
        database.execute("delete from day where id > 3");
        project.backToBaseline();
        assertThat(dump()).isEqualTo(before);
        assertThat(inOrder()).containsExactly("3 HAPPY", "2 SAD", "1 MEH");
    }

    @Test
    void theLabelsThatStayKeepTheirOrderWhenOneGoes() throws Exception {
        AdoptedProject project = adopted();
        database.execute("delete from day where id = 3");
        String before = dump();

        assertThat(project.create(model("MEH", "SAD")))
                .endsWith("alter enum type mood from [HAPPY, SAD, MEH] to [SAD, MEH]");

        assertThat(inOrder()).containsExactly("2 SAD", "1 MEH");
        project.backToBaseline();
        assertThat(dump()).isEqualTo(before);
        assertThat(inOrder()).containsExactly("2 SAD", "1 MEH");
    }

    @Test
    void aNewTypeHasTheOrderOfTheModel() throws Exception {
        database.execute("drop table day", "drop type mood", "create table note (id bigint primary key)");
        Table note = table("note", column("id", bigint()), primaryKey(null, "id"));

        new AdoptedProject(database, sources)
                .baseline(Snapshots.of(Schema.of(note)))
                .create(model(List.of(note, DAY), "HAPPY", "MEH", "SAD"));

        assertThat(labels()).containsExactly("HAPPY", "MEH", "SAD");
    }

    private List<String> inOrder() throws SQLException {
        return database.query("select id || ' ' || mood from day order by mood");
    }

    private List<String> labels() throws SQLException {
        return database.query("select label::text from unnest(enum_range(null::mood)) label");
    }

    private String oid() throws SQLException {
        return database.query("select 'mood'::regtype::oid::text").get(0);
    }

    private String dump() throws SQLException {
        return CatalogDump.everything().of(database);
    }
}
