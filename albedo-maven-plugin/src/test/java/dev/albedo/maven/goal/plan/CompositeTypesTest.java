package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.compositeType;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.goal.AdoptedProject;
import dev.albedo.safety.loss.DataLoss;
import dev.albedo.schema.CompositeType;
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

/** Composite types of a database that was made by hand, with rows, nested and in arrays. */
class CompositeTypesTest {

    private static final Table CUSTOMER = table(
            "customer",
            column("id", bigint()),
            column("home", named("address")).nullable(),
            column("past", array(named("address"))).nullable(),
            primaryKey(null, "id"));

    private static final CompositeType PLACE =
            compositeType("place", column("city", varchar(20)), column("Zip code", varchar(10)));
    private static final CompositeType ADDRESS =
            compositeType("address", column("number", integer()), column("place", named("place")));

    @TempDir
    private Path sources;

    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
        database.execute(
                "create type place as (city varchar(20), \"Zip code\" varchar(10))",
                "create type address as (number integer, place place)",
                "create type unknown_to_the_model as (a integer, b text collate \"C\")",
                "comment on type address is 'by hand'",
                "create table customer (id bigint primary key, home address, past address[])",
                "create view homes as select id, (home).number, ((home).place).city from customer",
                "insert into customer values (1, row(7, row('Rome', 'I-1')), array[row(1, row('Oslo', null))::address, null]),"
                        + " (2, null, null), (3, row(null, null), '{}')");
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private static Snapshot model(Table table, CompositeType... types) {
        return Snapshots.of(Schema.of(table).composites(List.of(types)));
    }

    private List<String> rows() throws SQLException {
        return database.query("select id || ': ' || coalesce(home::text, '-') || ' ' || coalesce(past::text, '-')"
                + " from customer order by id");
    }

    private String dump() throws SQLException {
        return CatalogDump.everything()
                .without("albedo_history", "albedo_history_log")
                .of(database);
    }

    @Test
    void aDatabaseWithThemIsAdopted() throws Exception {
        Snapshot model = model(CUSTOMER, PLACE, ADDRESS);
        AdoptedProject project = new AdoptedProject(database, sources).baseline(model);

        assertThat(project.adopted().composites().values()).contains(PLACE, ADDRESS);
        assertThat(project.said().lines())
                .anySatisfy(line -> assertThat(line).contains("comment of type address"))
                .anySatisfy(line -> assertThat(line).contains("type unknown_to_the_model"));
        project.assertNothingToDo(model);
    }

    @Test
    void anAttributeInTheMiddleOfANestedTypeKeepsAllValues() throws Exception {
        AdoptedProject project = new AdoptedProject(database, sources).baseline(model(CUSTOMER, PLACE, ADDRESS));
        List<String> rows = rows();
        String before = dump();
        CompositeType changed = compositeType(
                "place", column("city", varchar(40)), column("country", varchar(2)), column("Zip code", varchar(10)));

        project.create(model(CUSTOMER, changed, ADDRESS));

        assertThat(rows())
                .containsExactly("1: (7,\"(Rome,,I-1)\") {\"(1,\\\"(Oslo,,)\\\")\",NULL}", "2: - -", "3: (,) {}");
        assertThat(database.query("select id || coalesce(city, '-') from homes order by id"))
                .containsExactly("1Rome", "2-", "3-");
        project.backToBaseline();
        assertThat(rows()).isEqualTo(rows);
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void anAttributeThatGoesIsMarkedAsALoss() throws Exception {
        AdoptedProject project = new AdoptedProject(database, sources).baseline(model(CUSTOMER, PLACE, ADDRESS));
        String before = dump();
        Table checked = CUSTOMER.with(check("ck", "(home).number > 0"));

        Plan plan = project.plan(
                        model(checked, PLACE.attributes(PLACE.attributes().subList(0, 1)), ADDRESS))
                .orElseThrow();
        assertThat(plan.up().stream().flatMap(operation -> DataLoss.of(operation).stream()))
                .containsExactly("attribute Zip code of type place");
        project.create(model(checked, PLACE.attributes(PLACE.attributes().subList(0, 1)), ADDRESS));

        assertThat(rows().get(0)).isEqualTo("1: (7,\"(Rome)\") {\"(1,\\\"(Oslo)\\\")\",NULL}");
        project.backToBaseline();
        assertThat(rows().get(0)).isEqualTo("1: (7,\"(Rome,)\") {\"(1,\\\"(Oslo,)\\\")\",NULL}");
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void aValueThatIsTooLongStopsThePlanAndIsNotCut() throws Exception {
        AdoptedProject project = new AdoptedProject(database, sources).baseline(model(CUSTOMER, PLACE, ADDRESS));
        List<String> rows = rows();
        CompositeType shorter = compositeType("place", column("city", varchar(3)), column("Zip code", varchar(10)));

        assertThatThrownBy(() -> project.plan(model(CUSTOMER, shorter, ADDRESS)))
                .hasMessageContaining("rows in this database prevent it")
                .hasMessageContaining("value too long for type character varying(3)");
        assertThat(rows()).isEqualTo(rows);
    }

    @Test
    void aTypeThatNothingUsesAnyMoreIsDropped() throws Exception {
        AdoptedProject project = new AdoptedProject(database, sources).baseline(model(CUSTOMER, PLACE, ADDRESS));
        database.execute("drop view homes");

        assertThat(project.create(model(CUSTOMER.columns(CUSTOMER.columns().subList(0, 1)))))
                .containsExactly(
                        "drop column customer.home",
                        "drop column customer.past",
                        "drop composite type address",
                        "drop composite type place");
    }
}
