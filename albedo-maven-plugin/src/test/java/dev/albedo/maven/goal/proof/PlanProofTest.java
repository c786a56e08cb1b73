package dev.albedo.maven.goal.proof;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.expression;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.Capability;
import dev.albedo.dialect.Dialects;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.FoundDifference;
import dev.albedo.maven.goal.plan.Plan;
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Column;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SchemaDsl;
import dev.albedo.schema.Sequence;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.testing.ChangedDialect;
import dev.albedo.testing.LiveSchema;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanProofTest extends ProofFixture {

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
                        "customer has 3 rows for which this is false: id IS NULL"),
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

        assertThatThrownBy(() -> prove(proof(PlanProof.Place.DATABASE), model))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("The plan is valid, but rows in this database prevent it: ")
                .hasMessageContaining(reason)
                .hasMessageContaining("-Dalbedo.verify=scratch");

        prove(proof(PlanProof.Place.SCRATCH), model);
        assertThat(said.lines()).containsExactly("Tested on a scratch database without rows, up and down");
    }

    @Test
    void anEnumValueThatRowsHave() throws Exception {
        database.execute(
                "create type state as enum ('NEW', 'OLD')",
                "create table job (state state not null)",
                "insert into job values ('OLD')");
        Schema model = Schema.of(table("job", column("state", named("state")))).with(enumType("state", "NEW"));

        assertThatThrownBy(() -> prove(proof(PlanProof.Place.DATABASE), model))
                .hasMessageStartingWith("The plan is valid, but rows in this database prevent it: ")
                .hasMessageContaining("job has 1 row for which this is false: state::text NOT IN ('OLD')");
    }

    @Test
    void aValueThatIsNotFilledInYet() throws Exception {
        customers();

        prove(proof(PlanProof.Place.DATABASE), Schema.of(customer(column("age", integer()))));

        assertThat(said.lines())
                .containsExactly(
                        "The plan lacks values for existing rows, so it is tested on a scratch database",
                        "Tested on a scratch database without rows, up and down");
    }

    @Test
    void aWayBackThatRowsStandAgainstIsSaidAndWritten() throws Exception {
        customers();
        database.execute(
                "alter table customer add age int not null default 1", "alter table customer alter age drop default");

        prove(proof(PlanProof.Place.DATABASE), Schema.of(customer()));

        assertThat(said.lines()).isEmpty();
        assertThat(said.warnings())
                .singleElement()
                .asString()
                .startsWith("Tested on the database and rolled back: up works, but down stops at fill column"
                        + " customer.age, with what is not said yet, where it is NULL (ERROR: customer has 3 rows without a"
                        + " value for age, and the migration does not say which they get; Hint: See them with SELECT * FROM"
                        + " customer WHERE age IS NULL) because of existing rows. Write the");
    }

    @Test
    void aNameThatIsTakenByWhatTheModelDoesNotKnow() throws Exception {
        customers();
        database.execute("create view ix_customer_email as select 1");

        assertThatThrownBy(() -> prove(
                        proof(PlanProof.Place.DATABASE), Schema.of(customer().with(index(null, "email")))))
                .isInstanceOf(GoalException.class)
                .hasMessage("The database rejects the plan: it cannot create index (email) on customer"
                        + " (ix_customer_email) (ERROR: relation \"ix_customer_email\" already exists). Nothing was"
                        + " changed and nothing was written; remove what the error names, or write the change by hand with"
                        + " mvn albedo:create-empty; -Dalbedo.verify=off writes the plan untested");
    }

    @Test
    void aValueInTheStatementIsNotBlamedOnRows() throws Exception {
        customers();
        Operation wrong = new Operation.AddColumn(
                CUSTOMER, column("age", integer()).nullable().defaultTo("'many'"));

        assertThatThrownBy(() -> proveAll(
                        proof(PlanProof.Place.DATABASE),
                        new Plan(Schema.of(customer()), Schema.of(customer()), List.of(wrong), List.of())))
                .hasMessageStartingWith("The database rejects the plan: it cannot add column customer.age");
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

        for (PlanProof.Place place : List.of(PlanProof.Place.DATABASE, PlanProof.Place.SCRATCH)) {
            assertThatThrownBy(() -> proveAll(proof(place), plan))
                    .isInstanceOf(GoalException.class)
                    .hasMessageStartingWith("The plan does not lead to the model. Remaining: add column"
                            + " customer.size integer. Nothing was written.");
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

        assertThatThrownBy(() -> proveAll(proof(PlanProof.Place.DATABASE), plan))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("The plan cannot be rolled back. Remaining after its down():"
                        + " drop column"
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

        assertThatThrownBy(() -> proveAll(proof(PlanProof.Place.DATABASE), plan))
                .hasMessageStartingWith("The database rejects the rollback of the plan: it cannot drop column");
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

            assertThatThrownBy(() -> prove(proof(PlanProof.Place.DATABASE), model))
                    .isInstanceOf(GoalException.class)
                    .hasMessageStartingWith("Cannot test the plan: add column customer.age integer waits for"
                            + " another session that uses the table (ERROR: canceling statement due to lock timeout).")
                    .hasMessageContaining("Nothing was changed and nothing was written")
                    .hasMessageContaining("-Dalbedo.verify=scratch");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            prove(proof(PlanProof.Place.SCRATCH), model);
            other.rollback();
        }
        prove(proof(PlanProof.Place.DATABASE), model);
        assertThat(said.lines())
                .containsExactly(
                        "Tested on a scratch database without rows, up and down",
                        "Tested on the database, up and down, and rolled back");
    }

    @Test
    void aStatementThatTakesTooLong() throws Exception {
        customers();
        Plan plan = new Plan(
                Schema.of(customer()),
                Schema.of(customer()),
                List.of(new Operation.RunSql("select pg_sleep(30)", null)),
                List.of());

        assertThatThrownBy(() -> proveAll(proof(PlanProof.Place.DATABASE), plan))
                .hasMessageContaining("was cancelled because it takes too long")
                .hasMessageContaining("-Dalbedo.verify.timeout");
    }

    @Test
    void anIndexThatIsMadeConcurrently() throws Exception {
        customers();
        var index = index("ix", "email");
        Operation up = new Operation.CreateIndex(CUSTOMER, index, true);
        Plan plan =
                new Plan(Schema.of(customer()), Schema.of(customer().with(index)), List.of(up), List.of(up.reverse()));

        proveAll(proof(PlanProof.Place.DATABASE), plan);
        proveAll(proof(PlanProof.Place.SCRATCH), plan);

        assertThat(said.lines())
                .containsExactly(
                        "Tested on the database, up and down, and rolled back",
                        "Tested on a scratch database without rows, up and down");
    }

    @Test
    void anEnumValueIsAdded() throws Exception {
        database.execute(
                "create type state as enum ('NEW', 'OLD')",
                "create table job (state state not null default 'NEW', constraint ck check (state <> 'OLD'))",
                "insert into job values ('NEW')");

        prove(
                proof(PlanProof.Place.DATABASE),
                Schema.of(table(
                                "job",
                                column("state", named("state")).defaultTo("'NEW'"),
                                check("ck", "state <> 'OLD'")))
                        .with(enumType("state", "NEW", "HELD", "OLD")));

        assertThat(said.lines()).containsExactly("Tested on the database, up and down, and rolled back");
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

        assertThatThrownBy(() -> proveAll(proof(PlanProof.Place.DATABASE), plan))
                .hasMessageContaining("duplicate key value violates unique constraint \"later\"");
    }

    @Test
    void sequencesStayWhereTheyAre() throws Exception {
        customers();
        database.execute("create sequence number increment 5", "select nextval('number')", "select nextval('number')");
        Sequence number = SchemaDsl.sequence("number").incrementBy(5);
        Schema model = Schema.of(customer(column("no", bigint()).defaultTo("nextval('number')")))
                .with(number);

        prove(proof(PlanProof.Place.DATABASE), model);

        assertThat(said.lines()).containsExactly("Tested on the database, up and down, and rolled back");
        assertThat(number("select last_value from number")).isEqualTo(6);
        assertThat(number("select nextval('number')")).isEqualTo(11);
    }

    @Test
    void aSequenceThatOthersUse() throws Exception {
        customers();
        database.execute("create sequence number");
        Schema model = Schema.of(customer(column("no", bigint()).defaultTo("nextval('number')")))
                .with(SchemaDsl.sequence("number"));
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("alter sequence number cache 2");

            assertThatThrownBy(() -> prove(proof(PlanProof.Place.DATABASE), model))
                    .isInstanceOf(GoalException.class)
                    .hasMessageStartingWith("Cannot test the plan: add column customer.no");
        }
    }

    @Test
    void everythingThatTheDatabaseRefusesIsSaidAtOnce() throws Exception {
        customers();
        Schema model = Schema.of(
                customer(
                                column("age", integer()).nullable().defaultTo("'many'"),
                                column("size", integer()).nullable())
                        .with(check("ck_size", "size > nowhere()"))
                        .with(index("ix_age", "age")),
                table(
                        "account",
                        column("id", integer()),
                        column("owner", integer()),
                        column("kind", varchar(10)).defaultTo("unknown_default()"),
                        column("rest", integer()).nullable().generatedAs("missing + 1"),
                        primaryKey("pk_account", "id"),
                        check("ck_kind", "kind = any (nothing)"),
                        foreignKey("fk_owner", "owner").references("customer", "id")));

        for (PlanProof.Place place : List.of(PlanProof.Place.DATABASE, PlanProof.Place.SCRATCH)) {
            assertThatThrownBy(() -> prove(proof(place), model))
                    .isInstanceOf(GoalException.class)
                    .hasMessageStartingWith("The database rejects the plan: it cannot\n    ")
                    .hasMessageContaining("nowhere()")
                    .hasMessageContaining("\"many\"")
                    .hasMessageContaining("unknown_default()")
                    .hasMessageContaining("\"missing\"")
                    .hasMessageContaining("\"nothing\"")
                    .hasMessageContaining("\nNothing was changed and nothing was written; remove what the error names")
                    .satisfies(thrown -> assertThat(thrown.getMessage().lines().filter(line -> line.startsWith("    ")))
                            .as("the errors: none for an index on a column that was refused")
                            .hasSize(5));
        }
    }

    @Test
    void faultsOfRowsAreToldFromThoseOfTheModel() throws Exception {
        database.execute(
                "create table customer (id int primary key, email varchar(50))",
                "insert into customer values (1, 'a'), (2, 'a')");
        Schema model = Schema.of(customer()
                .with(check("ck_unknown", "email = nowhere()"))
                .with(index("ix_number", expression("email::integer"))));

        assertThatThrownBy(() -> prove(proof(PlanProof.Place.DATABASE), model))
                .isInstanceOf(GoalException.class)
                .hasMessageMatching("(?s)The database rejects the plan: it cannot\n    [^\n]*nowhere\\(\\)[^\n]*\n"
                        + "Besides, rows in this database prevent it:\n    create index [^\n]*"
                        + "invalid input syntax for type integer: \"a\"\\)\n.*");
    }

    @Test
    void aRowThatAnIndexCannotTakeIsNoFaultOfTheModel() throws Exception {
        customers();
        Schema model = Schema.of(customer().with(index("ix_number", expression("email::integer"))));

        assertThatThrownBy(() -> prove(proof(PlanProof.Place.DATABASE), model))
                .hasMessageStartingWith("The plan is valid, but rows in this database prevent it: create index")
                .hasMessageContaining("invalid input syntax for type integer");

        prove(proof(PlanProof.Place.SCRATCH), model);
        assertThat(said.lines()).containsExactly("Tested on a scratch database without rows, up and down");
    }

    @Test
    void aRowFromWhichAColumnCannotBeComputedIsNoFaultOfTheModel() throws Exception {
        customers();
        Schema model = Schema.of(customer(column("number", integer()).nullable().generatedAs("email::integer")));

        assertThatThrownBy(() -> prove(proof(PlanProof.Place.DATABASE), model))
                .hasMessageStartingWith("The plan is valid, but rows in this database prevent it: add column");
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSACTIONAL_DDL", "SAVEPOINTS"})
    void aDatabaseThatTakesNoPlanBackIsNotTriedOn(Capability missing) throws Exception {
        customers();
        try (Connection connection = database.connect()) {
            Comparison comparison = new Comparison(
                    ChangedDialect.of(
                            Dialects.of(connection), "capabilities", EnumSet.complementOf(EnumSet.of(missing))),
                    NamingConvention.DEFAULT,
                    Renames.NONE,
                    ObjectFilter.ALL);
            FoundDifference found = comparison.ofDatabase(
                    connection,
                    LiveSchema.read(connection, FILTER),
                    Schema.of(customer(column("age", integer()).nullable())),
                    Optional.empty(),
                    Snapshots.NO_SEARCH);
            proof(PlanProof.Place.DATABASE)
                    .of(connection, comparison, FILTER, comparison.plan(found, InitialValues.NONE));
        }
        assertThat(said.lines())
                .containsExactly(
                        "A part of the plan cannot run in a transaction, so it is tested on a scratch database",
                        "Tested on a scratch database without rows, up and down");
    }
}
