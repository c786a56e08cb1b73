package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.maven.goal.origins.RowMeanings;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.safety.DataSkeleton;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hierarchies of classes that change how they are mapped to tables, with rows of each class. */
class InheritanceRowsTest extends DataSkeletonFixture {

    private static final Map<String, String> VALUES = Map.of(
            "shop.Person",
            "'P'",
            "shop.Employee",
            "'E'",
            "shop.Manager",
            "'M'",
            "shop.Intern",
            "'I'",
            "shop.Guest",
            "'G'");

    private static final Origins SINGLE_ORIGINS = Origins.parse(List.of(
            "person = shop.Person",
            "person.id = shop.Person#id",
            "person.pin = shop.Employee#pin",
            "person.team = shop.Manager#team"));

    private static final Origins JOINED_ORIGINS = Origins.parse(List.of(
            "employee = shop.Employee",
            "employee.id = shop.Employee#id",
            "employee.pin = shop.Employee#pin",
            "guest = shop.Guest",
            "guest.id = shop.Guest#id",
            "intern = shop.Intern",
            "intern.id = shop.Intern#id",
            "manager = shop.Manager",
            "manager.id = shop.Manager#id",
            "manager.team = shop.Manager#team",
            "person = shop.Person",
            "person.id = shop.Person#id"));

    private static final Schema JOINED = Schema.of(
            table("person", column("id", bigint()), primaryKey("pk_person", "id")),
            continuing("employee", "person", column("pin", integer())),
            continuing("intern", "employee"),
            continuing("guest", "person"),
            continuing("manager", "employee", column("team", varchar(20)).nullable()));

    private static final Schema SINGLE = Schema.of(table(
            "person",
            column("dtype", varchar(31)),
            column("id", bigint()),
            column("pin", integer()).nullable(),
            column("team", varchar(20)).nullable(),
            primaryKey("pk_person", "id"),
            check("ck_pin", "dtype NOT IN ('E', 'I', 'M') OR pin IS NOT NULL")));

    private static Table continuing(String name, String parent, Column... columns) {
        return table(
                        name,
                        column("id", bigint()),
                        primaryKey("pk_" + name, "id"),
                        foreignKey("fk_" + name, "id").references(parent, "id"))
                .columns(Stream.concat(Stream.of(column("id", bigint())), Stream.of(columns))
                        .toList());
    }

    static RowMeanings classes(String column, Map<String, String> values) {
        TreeMap<Place, Map<String, String>> classes = new TreeMap<>();
        classes.put(Place.parseColumn(column), new TreeMap<>(values));
        return new RowMeanings(new TreeMap<>(), classes, new TreeMap<>());
    }

    private static InitialValues discriminator() {
        List<String> names = VALUES.keySet().stream().sorted().toList();
        return InitialValues.NONE.discriminator(
                QualifiedName.of("person"),
                "dtype",
                new InitialValues.Constants(
                        names, names.stream().map(VALUES::get).toList()));
    }

    private void single() throws SQLException {
        database.execute(
                "create table person (dtype varchar(31) not null, id bigint constraint pk_person primary key, pin integer,"
                        + " team varchar(20), constraint ck_pin check (dtype not in ('E', 'I', 'M') or pin is not null))",
                "insert into person values ('P', 1, null, null), ('E', 2, 20, null), ('M', 3, 30, 'red'), ('M', 4, 40, null),"
                        + " ('I', 5, 50, null), ('G', 6, null, null)");
        before = SINGLE_ORIGINS;
        now = JOINED_ORIGINS;
    }

    private void joined() throws SQLException {
        database.execute(
                "create table person (id bigint constraint pk_person primary key)",
                "create table employee (id bigint constraint pk_employee primary key constraint fk_employee references person,"
                        + " pin integer not null)",
                "create table guest (id bigint constraint pk_guest primary key constraint fk_guest references person)",
                "create table intern (id bigint constraint pk_intern primary key constraint fk_intern references employee)",
                "create table manager (id bigint constraint pk_manager primary key constraint fk_manager references employee,"
                        + " team varchar(20))",
                "insert into person values (1), (2), (3), (4), (5), (6)",
                "insert into employee values (2, 20), (3, 30), (4, 40), (5, 50)",
                "insert into guest values (6)",
                "insert into intern values (5)",
                "insert into manager values (3, 'red'), (4, null)");
        before = JOINED_ORIGINS;
        now = SINGLE_ORIGINS;
        initial = discriminator();
    }

    private static final List<String> SINGLE_ROWS =
            List.of("P|1|null|null", "E|2|20|null", "M|3|30|red", "M|4|40|null", "I|5|50|null", "G|6|null|null");

    private void hasJoinedRows() throws SQLException {
        assertThat(rows("select id from person order by id")).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(rows("select id, pin from employee order by id")).containsExactly("2|20", "3|30", "4|40", "5|50");
        assertThat(rows("select id, team from manager order by id")).containsExactly("3|red", "4|null");
        assertThat(rows("select id from intern")).containsExactly("5");
        assertThat(rows("select id from guest")).containsExactly("6");
    }

    @Test
    void tablesGetTheRowsOfTheirClassesByTheDiscriminator() throws Exception {
        single();
        constants = classes("person.dtype", VALUES);

        bothWays(JOINED, Map.of(), Map.of(), this::hasJoinedRows);

        assertThat(rows("select dtype, id, pin, team from person order by id")).containsExactlyElementsOf(SINGLE_ROWS);
    }

    @Test
    void valuesThatAreNotKnownAreFilledIn() throws Exception {
        single();

        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, JOINED, before).orElseThrow();

            assertThat(DataSkeleton.unfinished(plan.up()))
                    .filteredOn(Operation.RunSql.class::isInstance)
                    .extracting(operation -> ((Operation.RunSql) operation).sql())
                    .anySatisfy(text -> assertThat(text)
                            .contains("FILL IN which rows of person are of the class and of its subclasses"));
        }
    }

    @Test
    void aDiscriminatorGetsTheMostSpecificClass() throws Exception {
        joined();

        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, SINGLE, before).orElseThrow();
            assertThat(Readiness.unfilled(plan.up())).isEmpty();
            assertThat(plan.proposed().values())
                    .contains("CASE WHEN id IN (SELECT id FROM intern) THEN 'I' WHEN id IN (SELECT id FROM manager)"
                            + " THEN 'M' WHEN id IN (SELECT id FROM employee) THEN 'E' WHEN id IN (SELECT id FROM guest)"
                            + " THEN 'G' ELSE 'P' END");
        }

        bothWays(
                SINGLE,
                Map.of(),
                Map.of(),
                () -> assertThat(rows("select dtype, id, pin, team from person order by id"))
                        .containsExactlyElementsOf(SINGLE_ROWS));

        hasJoinedRows();
    }

    @Test
    void aDiscriminatorBesideJoinedTables() throws Exception {
        joined();
        now = JOINED_ORIGINS;

        bothWays(
                JOINED.with(
                        JOINED.table(QualifiedName.of("person")).orElseThrow().with(column("dtype", varchar(31)))),
                Map.of(),
                Map.of(),
                () -> assertThat(rows("select dtype, id from person order by id"))
                        .containsExactly("P|1", "E|2", "M|3", "M|4", "I|5", "G|6"));
    }
}
