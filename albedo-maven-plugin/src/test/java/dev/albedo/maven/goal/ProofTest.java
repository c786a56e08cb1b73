package dev.albedo.maven.goal;

import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.varchar;
import static dev.albedo.schema.Words.check;
import static dev.albedo.schema.Words.column;
import static dev.albedo.schema.Words.enumType;
import static dev.albedo.schema.Words.foreignKey;
import static dev.albedo.schema.Words.index;
import static dev.albedo.schema.Words.primaryKey;
import static dev.albedo.schema.Words.table;
import static dev.albedo.schema.Words.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.Dialects;
import dev.albedo.diff.NamingConvention;
import dev.albedo.diff.ObjectFilter;
import dev.albedo.diff.Renames;
import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.connect.SetupException;
import dev.albedo.maven.database.DatabaseReader;
import dev.albedo.maven.database.SchemaFilter;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Column;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import dev.albedo.schema.Table;
import dev.albedo.schema.Words;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProofTest {

    private static final SchemaFilter FILTER = SchemaFilter.without("albedo_history");
    private static final QualifiedName CUSTOMER = QualifiedName.of("customer");

    private final Said said = new Said();
    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private Comparison comparison(Connection connection) throws SQLException {
        return new Comparison(Dialects.of(connection), NamingConvention.DEFAULT, Renames.NONE, ObjectFilter.ALL);
    }

    private Proof proof(Proof.Place place) {
        return proof(place, ScratchServer.beside(drivers(), this::settings));
    }

    private Proof proof(Proof.Place place, ScratchServer scratch) {
        return new Proof(place, Duration.ofMillis(300), Duration.ofMillis(800), scratch, said);
    }

    private static Drivers drivers() {
        return new Drivers(ProofTest.class.getClassLoader());
    }

    private ConnectionSettings settings() {
        return ConnectionSettings.of(database.url(), "the test");
    }

    /** Plans what leads to the model, and proves it. */
    private void prove(Proof proof, Schema model) throws Exception {
        try (Connection connection = database.connect()) {
            Comparison comparison = comparison(connection);
            Schema start = DatabaseReader.read(connection, FILTER);
            Comparison.Found found =
                    comparison.ofDatabase(connection, start, model, Optional.empty(), Comparison.Search.NONE);
            assertThat(found.diff().isEmpty()).as("no plan").isFalse();
            proveAll(proof, comparison.plan(start, found, InitialValues.NONE));
        }
    }

    /** Proves, and looks whether anything of it is left in the database. */
    private void proveAll(Proof proof, Plan plan) throws Exception {
        String before = CatalogDump.everything().of(database);
        try (Connection connection = database.connect()) {
            proof.of(connection, comparison(connection), FILTER, plan);
            assertThat(connection.getAutoCommit()).isTrue();
        } finally {
            assertThat(CatalogDump.everything().of(database)).isEqualTo(before);
            assertThat(scratchDatabases()).isZero();
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private long scratchDatabases() throws SQLException {
        return number("select count(*) from pg_database where datname like 'albedo\\_scratch%'");
    }

    private static Table customer(Column... more) {
        Table table = table(
                "customer",
                column("id", integer()),
                column("email", varchar(50)).nullable());
        for (Column column : more) {
            table = table.with(column);
        }
        return table.with(primaryKey("customer_pkey", "id"));
    }

    private void customers() throws SQLException {
        database.execute(
                "create table customer (id int primary key, email varchar(50))",
                "insert into customer values (1, 'a@example.org'), (2, 'a@example.org'), (3, null)");
    }

    static List<Arguments> rowsStandAgainst() {
        return List.of(
                Arguments.of(
                        Schema.of(customer().with(unique("uq", "email"))),
                        "expect unique (email) on customer fails (ERROR: customer has 2 rows whose email occurs more than"
                                + " once; Hint: See them with SELECT email, count(*) FROM customer WHERE email IS NOT NULL"
                                + " GROUP BY email HAVING count(*) > 1)"),
                Arguments.of(
                        Schema.of(customer().with(index("ix", "email").unique(true))),
                        "customer has 2 rows whose email occurs more than once"),
                Arguments.of(
                        Schema.of(customer().with(check("ck", "email <> 'a@example.org'"))),
                        "customer has 2 rows for which this is false: email <> 'a@example.org'"),
                Arguments.of(
                        Schema.of(
                                customer().with(foreignKey("fk", "id").references("country", "id")),
                                table("country", column("id", integer()), primaryKey("pk_country", "id"))),
                        "Key (id)=(1) is not present in table \"country\""),
                Arguments.of(
                        Schema.of(table(
                                "customer",
                                column("id", integer()),
                                column("email", varchar(5)).nullable(),
                                primaryKey("customer_pkey", "id"))),
                        "customer has 2 rows for which this is false: char_length(email) <= 5"));
    }

    @ParameterizedTest
    @MethodSource
    void rowsStandAgainst(Schema model, String reason) throws Exception {
        customers();

        assertThatThrownBy(() -> prove(proof(Proof.Place.DATABASE), model))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("The plan is right, but the rows in this database stand against it: ")
                .hasMessageContaining(reason)
                .hasMessageContaining("-Dalbedo.verify=scratch");

        prove(proof(Proof.Place.SCRATCH), model);
        assertThat(said.lines()).containsExactly("Tried it on a scratch database without rows, up and down");
    }

    @Test
    void anEnumValueThatRowsHave() throws Exception {
        database.execute(
                "create type state as enum ('NEW', 'OLD')",
                "create table job (state state not null)",
                "insert into job values ('OLD')");
        Schema model = Schema.of(table("job", column("state", named("state")))).with(enumType("state", "NEW"));

        assertThatThrownBy(() -> prove(proof(Proof.Place.DATABASE), model))
                .hasMessageStartingWith("The plan is right, but the rows in this database stand against it: ")
                .hasMessageContaining("job has 1 row for which this is false: state::text NOT IN ('OLD')");
    }

    @Test
    void aValueThatIsNotFilledInYet() throws Exception {
        customers();

        prove(proof(Proof.Place.DATABASE), Schema.of(customer(column("age", integer()))));

        assertThat(said.lines())
                .containsExactly(
                        "What some rows get is not filled in yet, so the plan is tried on a scratch database",
                        "Tried it on a scratch database without rows, up and down");
    }

    @Test
    void aWayBackThatRowsStandAgainstIsSaidAndWritten() throws Exception {
        customers();
        database.execute(
                "alter table customer add age int not null default 1", "alter table customer alter age drop default");

        prove(proof(Proof.Place.DATABASE), Schema.of(customer()));

        assertThat(said.lines()).isEmpty();
        assertThat(said.warnings())
                .singleElement()
                .asString()
                .startsWith("Tried it on the database and rolled back: up works; down stops at fill column"
                        + " customer.age, with what is not said yet, where it is NULL (ERROR: customer has 3 rows without a"
                        + " value for age, and the migration does not say which they get; Hint: See them with SELECT * FROM"
                        + " customer WHERE age IS NULL) because of the rows that are there");
    }

    @Test
    void aNameThatIsTakenByWhatTheModelDoesNotKnow() throws Exception {
        customers();
        database.execute("create view ix_customer_email as select 1");

        assertThatThrownBy(() ->
                        prove(proof(Proof.Place.DATABASE), Schema.of(customer().with(index(null, "email")))))
                .isInstanceOf(GoalException.class)
                .hasMessage("The plan does not work: the database refuses to create index (email) on customer"
                        + " (ix_customer_email) (ERROR: relation \"ix_customer_email\" already exists). Nothing was"
                        + " changed and nothing was written; put the model or the configuration of albedo-maven-plugin"
                        + " right and run mvn albedo:create again, or with -Dalbedo.verify=off, which writes the"
                        + " migration untried");
    }

    @Test
    void aValueInTheStatementIsNotBlamedOnRows() throws Exception {
        customers();
        Operation wrong = new Operation.AddColumn(
                CUSTOMER, column("age", integer()).nullable().defaultTo("'many'"));

        assertThatThrownBy(() -> proveAll(
                        proof(Proof.Place.DATABASE),
                        new Plan(Schema.of(customer()), Schema.of(customer()), List.of(wrong), List.of())))
                .hasMessageStartingWith("The plan does not work: the database refuses to add column customer.age");
    }

    @Test
    void aPlanThatDoesNotLeadToTheModel() throws Exception {
        customers();
        Column age = column("age", integer()).nullable();
        Column size = column("size", integer()).nullable();
        Schema start = Schema.of(customer());
        Plan plan = new Plan(
                start,
                Schema.of(customer(age, size)),
                List.of(new Operation.AddColumn(CUSTOMER, age)),
                List.of(new Operation.DropColumn(CUSTOMER, "age", age)));

        for (Proof.Place place : List.of(Proof.Place.DATABASE, Proof.Place.SCRATCH)) {
            assertThatThrownBy(() -> proveAll(proof(place), plan))
                    .isInstanceOf(GoalException.class)
                    .hasMessageStartingWith("The plan does not lead to what the model expects: after it there is still"
                            + " to add column customer.size integer. Nothing was written.");
        }
    }

    @Test
    void aPlanThatDoesNotLeadBack() throws Exception {
        customers();
        Column age = column("age", integer()).nullable();
        Plan plan = new Plan(
                Schema.of(customer()),
                Schema.of(customer(age)),
                List.of(new Operation.AddColumn(CUSTOMER, age)),
                List.of());

        assertThatThrownBy(() -> proveAll(proof(Proof.Place.DATABASE), plan))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("The plan cannot be taken back: after its down() there is still to drop column"
                        + " customer.age");
    }

    @Test
    void aWayBackThatIsRefused() throws Exception {
        customers();
        Column age = column("age", integer()).nullable();
        Plan plan = new Plan(
                Schema.of(customer()),
                Schema.of(customer(age)),
                List.of(new Operation.AddColumn(CUSTOMER, age)),
                List.of(new Operation.DropColumn(CUSTOMER, "aeg", age)));

        assertThatThrownBy(() -> proveAll(proof(Proof.Place.DATABASE), plan))
                .hasMessageStartingWith("The plan cannot be taken back: the database refuses to drop column");
    }

    @Test
    void aTableThatOthersUse() throws Exception {
        customers();
        Schema model = Schema.of(customer(column("age", integer()).nullable()));
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update customer set email = 'b' where id = 1");
            long start = System.nanoTime();

            assertThatThrownBy(() -> prove(proof(Proof.Place.DATABASE), model))
                    .isInstanceOf(GoalException.class)
                    .hasMessageStartingWith("The plan could not be tried: add column customer.age integer waits for"
                            + " another session that uses the table (ERROR: canceling statement due to lock timeout).")
                    .hasMessageContaining("Nothing was changed and nothing was written")
                    .hasMessageContaining("-Dalbedo.verify=scratch");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            prove(proof(Proof.Place.SCRATCH), model);
            other.rollback();
        }
        prove(proof(Proof.Place.DATABASE), model);
        assertThat(said.lines())
                .containsExactly(
                        "Tried it on a scratch database without rows, up and down",
                        "Tried it on the database, up and down, and rolled back");
    }

    @Test
    void aStatementThatTakesTooLong() throws Exception {
        customers();
        Plan plan = new Plan(
                Schema.of(customer()),
                Schema.of(customer()),
                List.of(new Operation.RunSql("select pg_sleep(30)", null)),
                List.of());

        assertThatThrownBy(() -> proveAll(proof(Proof.Place.DATABASE), plan))
                .hasMessageContaining("takes so long that it was broken off")
                .hasMessageContaining("-Dalbedo.verify.timeout");
    }

    @Test
    void anIndexThatIsMadeConcurrently() throws Exception {
        customers();
        var index = index("ix", "email");
        Operation up = new Operation.CreateIndex(CUSTOMER, index, true);
        Plan plan =
                new Plan(Schema.of(customer()), Schema.of(customer().with(index)), List.of(up), List.of(up.reverse()));

        proveAll(proof(Proof.Place.DATABASE), plan);
        proveAll(proof(Proof.Place.SCRATCH), plan);

        assertThat(said.lines())
                .containsExactly(
                        "Tried it on the database, up and down, and rolled back",
                        "Tried it on a scratch database without rows, up and down");
    }

    @Test
    void anEnumValueIsAdded() throws Exception {
        database.execute(
                "create type state as enum ('NEW', 'OLD')",
                "create table job (state state not null default 'NEW', constraint ck check (state <> 'OLD'))",
                "insert into job values ('NEW')");

        prove(
                proof(Proof.Place.DATABASE),
                Schema.of(table(
                                "job",
                                column("state", named("state")).defaultTo("'NEW'"),
                                check("ck", "state <> 'OLD'")))
                        .with(enumType("state", "NEW", "HELD", "OLD")));

        assertThat(said.lines()).containsExactly("Tried it on the database, up and down, and rolled back");
    }

    @Test
    void whatTransactionsCheckAtTheirEndIsChecked() throws Exception {
        customers();
        database.execute("alter table customer add constraint later unique (id, email) deferrable initially deferred");
        Schema model = Schema.of(
                customer().with(unique("later", "id", "email").deferrability(Deferrability.INITIALLY_DEFERRED)));
        Plan plan = new Plan(
                model,
                model,
                List.of(new Operation.RunSql(
                        "insert into customer values (4, 'b'); alter table customer drop constraint customer_pkey;"
                                + " insert into customer values (4, 'b')",
                        null)),
                List.of());

        assertThatThrownBy(() -> proveAll(proof(Proof.Place.DATABASE), plan))
                .hasMessageContaining("duplicate key value violates unique constraint \"later\"");
    }

    @Test
    void sequencesStayWhereTheyAre() throws Exception {
        customers();
        database.execute("create sequence number increment 5", "select nextval('number')", "select nextval('number')");
        Sequence number = Words.sequence("number").incrementBy(5);
        Schema model = Schema.of(customer(column("no", bigint()).defaultTo("nextval('number')")))
                .with(number);

        prove(proof(Proof.Place.DATABASE), model);

        assertThat(said.lines()).containsExactly("Tried it on the database, up and down, and rolled back");
        assertThat(number("select last_value from number")).isEqualTo(6);
        assertThat(number("select nextval('number')")).isEqualTo(11);
    }

    @Test
    void aSequenceThatOthersUse() throws Exception {
        customers();
        database.execute("create sequence number");
        Schema model = Schema.of(customer(column("no", bigint()).defaultTo("nextval('number')")))
                .with(Words.sequence("number"));
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("alter sequence number cache 2");

            assertThatThrownBy(() -> prove(proof(Proof.Place.DATABASE), model))
                    .isInstanceOf(GoalException.class)
                    .hasMessageStartingWith("The plan could not be tried: add column customer.no");
        }
    }

    @Test
    void aScratchDatabaseHasTheExtensions() throws Exception {
        database.execute(
                "create schema tools",
                "create extension hstore schema tools",
                "create extension pg_trgm",
                "create table product (name text, facts tools.hstore)",
                "create index ix on product using gin (name gin_trgm_ops)");
        Schema start;
        try (Connection connection = database.connect()) {
            start = DatabaseReader.read(connection, FILTER);
        }
        Table product = start.tables().get(QualifiedName.of("product"));

        prove(
                proof(Proof.Place.SCRATCH),
                start.with(product.with(column("code", text()).nullable())));

        assertThat(said.lines()).containsExactly("Tried it on a scratch database without rows, up and down");
    }

    @Test
    void aScratchDatabaseCanBeMadeOfOneThatHasWhatIsNeeded() throws Exception {
        database.execute("create domain code as text", "create table product (code code)");
        Schema model = Schema.of(table("product", column("code", named("code")).nullable(), column("n", text())));

        assertThatThrownBy(() -> prove(proof(Proof.Place.SCRATCH), model))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("The database's schema cannot be made again on a scratch database, where the"
                        + " plan was to be tried: create table product (ERROR: type \"code\" does not exist")
                .hasMessageContaining("albedo.scratch.url");

        try (TestDatabase template = TestDatabases.create()) {
            template.execute("create domain code as text");
            prove(
                    proof(
                            Proof.Place.SCRATCH,
                            ScratchServer.copying(
                                    drivers(), () -> ConnectionSettings.of(template.url(), "albedo.scratch.url"))),
                    model);
        }
        assertThat(said.lines()).containsExactly("Tried it on a scratch database without rows, up and down");
    }

    @Test
    void aUserWhoMayMakeNoDatabases() throws Exception {
        customers();
        database.execute("drop role if exists small", "create role small login");
        String url = database.url().replaceFirst("user=[^&]*", "user=small");

        assertThatThrownBy(() -> prove(
                        proof(
                                Proof.Place.SCRATCH,
                                ScratchServer.beside(drivers(), () -> ConnectionSettings.of(url, "the test"))),
                        Schema.of(customer(column("n", integer()).nullable()))))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("A scratch database cannot be made at ")
                .hasMessageContaining("permission denied to create database")
                .hasMessageEndingWith("or name another one with albedo.scratch.url");
    }

    @Test
    void offIsSaid() throws Exception {
        customers();

        prove(proof(Proof.Place.OFF), Schema.of(customer(column("n", integer()).nullable())));

        assertThat(said.warnings()).containsExactly("The plan was not tried (albedo.verify=off)");
    }

    @Test
    void placesHaveNames() {
        assertThat(Set.of(Proof.Place.parse("database"), Proof.Place.parse("scratch"), Proof.Place.parse("off")))
                .hasSize(3);
        assertThatThrownBy(() -> Proof.Place.parse("embedded"))
                .hasMessage(
                        "albedo.verify is embedded: use database, scratch (a database of its own) or off (nothing is"
                                + " tried)");
    }
}
