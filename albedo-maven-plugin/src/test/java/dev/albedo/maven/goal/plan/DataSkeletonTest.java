package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.numeric;
import static dev.albedo.schema.Types.uuid;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.origin.Origins;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes that move values by statements to review: rows survive them both ways, and a second plan is empty. */
class DataSkeletonTest extends DataSkeletonFixture {

    private static Schema orders(dev.albedo.schema.SqlType id) {
        return Schema.of(
                table("customer", column("id", id), column("name", varchar(20)), primaryKey("pk_customer", "id")),
                table(
                        "purchase",
                        column("id", bigint()),
                        column("buyer", id),
                        column("giver", id).nullable(),
                        primaryKey("pk_purchase", "id"),
                        foreignKey("fk_buyer", "buyer").references("customer", "id"),
                        foreignKey("fk_giver", "giver").references("customer", "id"),
                        unique("uq_buyer", "buyer", "id"),
                        index("ix_giver", "giver")));
    }

    private void orders() throws SQLException {
        database.execute(
                "create table customer (id bigint constraint pk_customer primary key, name varchar(20) not null)",
                "create table purchase (id bigint constraint pk_purchase primary key, buyer bigint not null constraint"
                        + " fk_buyer references customer, giver bigint constraint fk_giver references customer,"
                        + " constraint uq_buyer unique (buyer, id))",
                "create index ix_giver on purchase (giver)",
                "insert into customer values (1, 'Ada'), (2, 'Bob')",
                "insert into purchase values (10, 1, null), (11, 2, 1), (12, 1, 2)");
    }

    private static final String ORDERS = "select p.id, b.name, g.name from purchase p join customer b on b.id = p.buyer"
            + " left join customer g on g.id = p.giver order by p.id";

    @Test
    void anIdentifierThatBecomesAUuidWithTheReferencesToIt() throws Exception {
        orders();

        bothWays(
                orders(uuid()),
                Map.of("customer.id_new", "gen_random_uuid()"),
                Map.of("customer.id_new", "CASE name WHEN 'Ada' THEN 1 ELSE 2 END"),
                () -> {
                    assertThat(rows(ORDERS)).containsExactly("10|Ada|null", "11|Bob|Ada", "12|Ada|Bob");
                    assertThat(rows("select distinct length(id::text) from customer"))
                            .containsExactly("36");
                });

        assertThat(rows("select * from (select id, buyer, giver from purchase) p order by id"))
                .containsExactly("10|1|null", "11|2|1", "12|1|2");
    }

    @Test
    void aKeyThatRefersToItsOwnTable() throws Exception {
        database.execute(
                "create table node (id integer constraint pk_node primary key, parent integer constraint fk_node"
                        + " references node)",
                "insert into node values (1, null), (2, 1), (3, 2)");
        Schema model = Schema.of(table(
                "node",
                column("id", uuid()),
                column("parent", uuid()).nullable(),
                primaryKey("pk_node", "id"),
                foreignKey("fk_node", "parent").references("node", "id")));

        bothWays(
                model,
                Map.of("node.id_new", "lpad(id::text, 32, '0')::uuid"),
                Map.of("node.id_new", "right(id::text, 4)::integer"),
                () -> assertThat(rows("select right(id::text, 2), right(parent::text, 2) from node order by id"))
                        .containsExactly("01|null", "02|01", "03|02"));

        assertThat(rows("select id, parent from node order by id")).containsExactly("1|null", "2|1", "3|2");
    }

    @Test
    void aPlanWithoutAValueIsNotReady() throws Exception {
        orders();
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, orders(uuid()), before).orElseThrow();

            assertThat(Readiness.unfilled(plan.up()))
                    .extracting(backfill -> backfill.table() + "." + backfill.column())
                    .containsExactly("customer.id_new");
            assertThat(Readiness.unfilled(plan.down()))
                    .extracting(backfill -> backfill.table() + "." + backfill.column())
                    .containsExactly("customer.id_new");
            plan.print(said);
        }
        assertThat(said.warnings()).anySatisfy(line -> assertThat(line).contains("FILL IN: customer.id_new"));
        assertThat(said.warnings()).anySatisfy(line -> assertThat(line).contains("REVIEW"));
    }

    @Test
    void bytesBecomeNumbersOnlyByAPerson() throws Exception {
        database.execute(
                "create table t (id integer constraint pk_t primary key, code bytea)",
                "insert into t values (1, '\\x31')");
        Schema model = Schema.of(
                table("t", column("id", integer()), column("code", integer()).nullable(), primaryKey("pk_t", "id")));

        bothWays(
                model,
                Map.of("t.code_new", "convert_from(code, 'UTF8')::integer"),
                Map.of(),
                () -> assertThat(rows("select id, code from t")).containsExactly("1|1"));

        assertThat(rows("select id, convert_from(code, 'UTF8') from t")).containsExactly("1|1");
    }

    private void singleTable() throws SQLException {
        database.execute(
                "create table person (dtype varchar(31) not null, id bigint constraint pk_person primary key,"
                        + " name varchar(20), salary numeric(10,2), bonus integer)",
                "insert into person values ('Person', 1, 'Ada', null, null), ('Employee', 2, 'Bob', 10.50, null),"
                        + " ('Employee', 3, 'Eve', null, 7), ('Employee', 4, 'Joe', null, null)");
        before = Origins.parse(List.of(
                "person = shop.Person",
                "person.bonus = shop.Employee#bonus",
                "person.id = shop.Person#id",
                "person.name = shop.Person#name",
                "person.salary = shop.Employee#salary"));
        now = Origins.parse(List.of(
                "employee = shop.Employee",
                "employee.bonus = shop.Employee#bonus",
                "employee.salary = shop.Employee#salary",
                "person = shop.Person",
                "person.id = shop.Person#id",
                "person.name = shop.Person#name"));
        constants = InheritanceRowsTest.classes(
                "person.dtype", Map.of("shop.Employee", "'Employee'", "shop.Person", "'Person'"));
    }

    private static final Schema JOINED = Schema.of(
            table(
                    "person",
                    column("id", bigint()),
                    column("name", varchar(20)).nullable(),
                    primaryKey("pk_person", "id")),
            table(
                    "employee",
                    column("id", bigint()),
                    column("salary", numeric(10, 2)).nullable(),
                    column("bonus", integer()).nullable(),
                    primaryKey("pk_employee", "id"),
                    foreignKey("fk_employee", "id").references("person", "id")));

    @Test
    void aSingleTableBecomesJoinedTables() throws Exception {
        singleTable();

        bothWays(
                JOINED,
                Map.of(),
                Map.of(),
                () -> assertThat(rows("select id, salary, bonus from employee order by id"))
                        .containsExactly("2|10.50|null", "3|null|7", "4|null|null"));

        assertThat(rows("select id, salary, bonus from person order by id"))
                .containsExactly("1|null|null", "2|10.50|null", "3|null|7", "4|null|null");
        assertThat(rows("select dtype from person order by id"))
                .containsExactly("Person", "Employee", "Employee", "Employee");
    }

    @Test
    void aTableIsSplitInTwo() throws Exception {
        database.execute(
                "create table customer (id bigint constraint pk_customer primary key, street varchar(50), city"
                        + " varchar(50))",
                "insert into customer values (1, 'High Street', 'Bath'), (2, null, null), (3, null, 'York')");
        before = Origins.parse(List.of(
                "customer = shop.Customer",
                "customer.city = shop.Address#city",
                "customer.id = shop.Customer#id",
                "customer.street = shop.Address#street"));
        now = Origins.parse(List.of(
                "address = shop.Address",
                "address.city = shop.Address#city",
                "address.street = shop.Address#street",
                "customer = shop.Customer",
                "customer.id = shop.Customer#id"));
        Schema model = Schema.of(
                        table(
                                "customer",
                                column("id", bigint()),
                                column("address_id", bigint()).nullable(),
                                primaryKey("pk_customer", "id"),
                                foreignKey("fk_address", "address_id").references("address", "id")),
                        table(
                                "address",
                                column("id", bigint()),
                                column("street", varchar(50)).nullable(),
                                column("city", varchar(50)).nullable(),
                                primaryKey("pk_address", "id")))
                .with(sequence("address_seq").incrementBy(50));

        bothWays(
                model,
                Map.of(),
                Map.of(),
                () -> assertThat(rows("select c.id, a.street, a.city from customer c left join address a on a.id ="
                                + " c.address_id order by c.id"))
                        .containsExactly("1|High Street|Bath", "2|null|null", "3|null|York"));

        assertThat(rows("select id, street, city from customer order by id"))
                .containsExactly("1|High Street|Bath", "2|null|null", "3|null|York");
    }

    @Test
    void attributesMoveToATableThatRefersToTheOldOne() throws Exception {
        database.execute(
                "create table customer (id bigint constraint pk_customer primary key, note varchar(50))",
                "create table profile (id bigint constraint pk_profile primary key, customer_id bigint not null"
                        + " constraint fk_profile references customer)",
                "insert into customer values (1, 'good'), (2, 'bad')",
                "insert into profile values (7, 2), (8, 1)");
        before = Origins.parse(List.of("customer.note = shop.Customer#note"));
        now = Origins.parse(List.of("profile.note = shop.Customer#note"));
        Schema model = Schema.of(
                table("customer", column("id", bigint()), primaryKey("pk_customer", "id")),
                table(
                        "profile",
                        column("id", bigint()),
                        column("customer_id", bigint()),
                        column("note", varchar(50)).nullable(),
                        primaryKey("pk_profile", "id"),
                        foreignKey("fk_profile", "customer_id").references("customer", "id")));

        bothWays(
                model,
                Map.of(),
                Map.of(),
                () -> assertThat(rows("select id, note from profile order by id"))
                        .containsExactly("7|bad", "8|good"));

        assertThat(rows("select id, note from customer order by id")).containsExactly("1|good", "2|bad");
    }

    @Test
    void aValueThatNoRowTakesStopsTheMove() throws Exception {
        database.execute(
                "create table customer (id bigint constraint pk_customer primary key, note varchar(50))",
                "create table profile (id bigint constraint pk_profile primary key, customer_id bigint not null"
                        + " constraint fk_profile references customer)",
                "insert into customer values (1, 'good'), (2, 'bad')",
                "insert into profile values (7, 2)");
        before = Origins.parse(List.of("customer.note = shop.Customer#note"));
        now = Origins.parse(List.of("profile.note = shop.Customer#note"));
        Schema model = Schema.of(
                table("customer", column("id", bigint()), primaryKey("pk_customer", "id")),
                table(
                        "profile",
                        column("id", bigint()),
                        column("customer_id", bigint()),
                        column("note", varchar(50)).nullable(),
                        primaryKey("pk_profile", "id"),
                        foreignKey("fk_profile", "customer_id").references("customer", "id")));

        assertThatThrownBy(() -> bothWays(model, Map.of(), Map.of(), () -> {}))
                .hasMessageStartingWith("The plan is valid, but rows in this database prevent it: expect check")
                .hasMessageContaining("customer has 1 row for which this is false");
        assertThat(rows("select id, note from customer order by id")).containsExactly("1|good", "2|bad");
    }

    @Test
    void anIdentityThatBecomesAUuidAndBackGoesOnBehindItsRows() throws Exception {
        database.execute(
                "create table \"Odd Customer\" (\"Id\" bigint generated by default as identity constraint pk_odd primary"
                        + " key, name varchar(20))",
                "create table \"order\" (id integer constraint pk_order primary key, \"the Customer\" bigint constraint"
                        + " fk_odd references \"Odd Customer\")",
                "create view names as select name from \"Odd Customer\"",
                "insert into \"Odd Customer\" (name) values ('Ada'), ('Bob')",
                "insert into \"order\" values (1, 2)");
        Schema model = Schema.of(
                table(
                        "\"Odd Customer\"",
                        column("Id", uuid()),
                        column("name", varchar(20)).nullable(),
                        primaryKey("pk_odd", "Id")),
                table(
                        "\"order\"",
                        column("id", integer()),
                        column("the Customer", uuid()).nullable(),
                        primaryKey("pk_order", "id"),
                        foreignKey("fk_odd", "the Customer").references("\"Odd Customer\"", "Id")));

        bothWays(
                model,
                Map.of("Odd Customer.Id_new", "gen_random_uuid()"),
                Map.of("Odd Customer.Id_new", "length(name) + CASE name WHEN 'Ada' THEN 10 ELSE 20 END"),
                () -> assertThat(rows("select o.id, c.name from \"order\" o join \"Odd Customer\" c on c.\"Id\" ="
                                + " o.\"the Customer\""))
                        .containsExactly("1|Bob"));

        database.execute("insert into \"Odd Customer\" (name) values ('Eve')");
        assertThat(rows("select \"Id\", name from \"Odd Customer\" order by 1"))
                .containsExactly("13|Ada", "23|Bob", "24|Eve");
        assertThat(rows("select \"the Customer\" from \"order\"")).containsExactly("23");
    }

    @Test
    void joinedTablesBecomeASingleTable() throws Exception {
        database.execute(
                "create table person (id bigint constraint pk_person primary key, name varchar(20))",
                "create table employee (id bigint constraint pk_employee primary key constraint fk_employee references"
                        + " person, salary numeric(10,2))",
                "insert into person values (1, 'Ada'), (2, 'Bob')",
                "insert into employee values (2, 10.50)");
        before = Origins.parse(List.of(
                "employee = shop.Employee",
                "employee.salary = shop.Employee#salary",
                "person = shop.Person",
                "person.id = shop.Person#id",
                "person.name = shop.Person#name"));
        now = Origins.parse(List.of(
                "person = shop.Employee, shop.Person",
                "person.id = shop.Person#id",
                "person.name = shop.Person#name",
                "person.salary = shop.Employee#salary"));
        Schema model = Schema.of(table(
                "person",
                column("dtype", varchar(31)),
                column("id", bigint()),
                column("name", varchar(20)).nullable(),
                column("salary", numeric(10, 2)).nullable(),
                primaryKey("pk_person", "id")));

        bothWays(
                model,
                Map.of("person.dtype", "CASE WHEN id IN (SELECT id FROM employee) THEN 'Employee' ELSE 'Person' END"),
                Map.of(),
                () -> assertThat(rows("select id, name, salary from person order by id"))
                        .containsExactly("1|Ada|null", "2|Bob|10.50"));

        assertThat(rows("select id, salary from employee")).containsExactly("2|10.50");
    }

    @Test
    void aHierarchyOfThreeBecomesJoinedTablesAndComesFromTwoTables() throws Exception {
        database.execute(
                "create table person (kind varchar(31) not null, id bigint constraint pk_person primary key, salary"
                        + " integer, level integer)",
                "create table badge (id bigint constraint pk_badge primary key constraint fk_badge references person,"
                        + " color varchar(9))",
                "insert into person values ('P', 1, null, null), ('E', 2, 10, null), ('M', 3, 20, 7), ('M', 4, null,"
                        + " null)",
                "insert into badge values (3, 'red'), (2, null)");
        before = Origins.parse(List.of(
                "badge = shop.Badge",
                "badge.color = shop.Manager#color",
                "person = shop.Person",
                "person.level = shop.Manager#level",
                "person.salary = shop.Employee#salary"));
        constants = InheritanceRowsTest.classes(
                "person.kind", Map.of("shop.Person", "'P'", "shop.Employee", "'E'", "shop.Manager", "'M'"));
        now = Origins.parse(List.of(
                "badge = shop.Badge",
                "employee = shop.Employee",
                "employee.salary = shop.Employee#salary",
                "manager = shop.Manager",
                "manager.color = shop.Manager#color",
                "manager.level = shop.Manager#level",
                "person = shop.Person"));
        Schema model = Schema.of(
                table("person", column("id", bigint()), primaryKey("pk_person", "id")),
                table(
                        "badge",
                        column("id", bigint()),
                        primaryKey("pk_badge", "id"),
                        foreignKey("fk_badge", "id").references("manager", "id")),
                table(
                        "employee",
                        column("id", bigint()),
                        column("salary", integer()).nullable(),
                        primaryKey("pk_employee", "id"),
                        foreignKey("fk_employee", "id").references("person", "id")),
                table(
                        "manager",
                        column("id", bigint()),
                        column("level", integer()).nullable(),
                        column("color", varchar(9)).nullable(),
                        primaryKey("pk_manager", "id"),
                        foreignKey("fk_manager", "id").references("employee", "id")));

        database.execute("delete from badge where id = 2");
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, model, before).orElseThrow();
            run(connection, plan.up(), Map.of());
            assertThat(
                            rows(
                                    "select m.id, level, color, salary from manager m join employee e on e.id = m.id order by 1"))
                    .containsExactly("3|7|red|20", "4|null|null|null");
            assertThat(rows("select id, salary from employee order by id")).containsExactly("2|10", "3|20", "4|null");
            assertThat(plan(connection, model, now)).isEmpty();
            run(connection, plan.down(), Map.of());
        }
        assertThat(rows("select kind, id, salary, level from person order by id"))
                .containsExactly("P|1|null|null", "E|2|10|null", "M|3|20|7", "M|4|null|null");
        assertThat(rows("select id, color from badge")).containsExactly("3|red");
    }
}
