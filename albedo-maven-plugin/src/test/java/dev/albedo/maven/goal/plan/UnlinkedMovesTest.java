package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.uuid;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.writer.MigrationWriter;
import dev.albedo.maven.writer.Recorded;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.Admission;
import dev.albedo.safety.DataSkeleton;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that move to a table without a foreign key, to another type or to another schema, with rows, both ways. */
class UnlinkedMovesTest extends DataSkeletonFixture {

    @TempDir
    private Path directory;

    private static List<Operation> filled(List<Operation> operations, String sql) {
        return operations.stream().map(operation -> filled(operation, sql)).toList();
    }

    private static Operation filled(Operation operation, String sql) {
        if (operation instanceof Operation.RunSql run) {
            return new Operation.RunSql(run.sql().replace("/* FILL IN */ NULL", sql), null, run.effect());
        }
        return operation instanceof Operation.Expect expect && expect.constraint() instanceof Constraint.Check check
                ? new Operation.Expect(
                        expect.table(),
                        new Constraint.Check(check.name(), check.expression().replace("/* FILL IN */ NULL", sql)))
                : operation;
    }

    private void payments() throws SQLException {
        database.execute(
                "create table payment (id bigint constraint pk_payment primary key, number varchar(50), holder"
                        + " varchar(50))",
                "insert into payment values (1, '4711', 'Ada'), (2, null, null), (3, '0815', null)");
        before = Origins.parse(List.of(
                "payment = shop.Payment",
                "payment.holder = shop.CardPayment#holder",
                "payment.number = shop.CardPayment#number"));
        now = Origins.parse(List.of(
                "card = shop.CardPayment",
                "card.holder = shop.CardPayment#holder",
                "card.number = shop.CardPayment#number",
                "payment = shop.Payment"));
    }

    private static final Schema CARDS = Schema.of(
            table("payment", column("id", bigint()), primaryKey("pk_payment", "id")),
            table(
                    "card",
                    column("id", bigint()),
                    column("holder", varchar(50)).nullable(),
                    column("number", varchar(50)).nullable(),
                    primaryKey("pk_card", "id")));

    @Test
    void toANewTableWithoutAForeignKey() throws Exception {
        payments();
        String rows = "select id, number, holder from payment order by id";
        List<String> start = rows(rows);
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, CARDS, before).orElseThrow();

            proveAll(proof(PlanProof.Place.DATABASE), plan);
            String source = MigrationWriter.source(new MigrationWriter.Draft(
                            "shop",
                            "M1_Cards",
                            "8f3c1a9b27d4",
                            List.of(),
                            List.of(),
                            List.of(),
                            "now",
                            plan.up(),
                            plan.down())
                    .with(plan.comments()));
            assertThat(source)
                    .contains("// FILL IN: replace each /* FILL IN */ NULL with the condition that"
                            + " matches the rows");
            Recorded compiled = Recorded.from(directory, "shop", "M1_Cards", source);
            assertThat(DataSkeleton.unfinished(compiled.up())).isEqualTo(DataSkeleton.unfinished(plan.up()));
            assertThat(DataSkeleton.unfinished(compiled.down())).isEqualTo(DataSkeleton.unfinished(plan.down()));
            plan.print(said);
            assertThat(said.warnings())
                    .anySatisfy(line ->
                            assertThat(line).contains("REVIEW: ").contains("FILL IN: which rows belong together"));
            assertThat(DataSkeleton.unfinished(plan.up())).hasSize(2);
            assertThat(DataSkeleton.unfinished(plan.down())).hasSize(2);
            assertThatThrownBy(() -> run(connection, plan.up(), Map.of()))
                    .as("without the review it does not run")
                    .isInstanceOf(SQLException.class);
            connection.rollback();
            connection.setAutoCommit(true);
            assertThat(rows(rows)).isEqualTo(start);

            List<Operation> up = plan.up().stream()
                    .map(operation -> filled(
                            operation, operation instanceof Operation.RunSql ? "payment.id" : "kept.id = payment.id"))
                    .toList();
            run(connection, up, Map.of());
            assertThat(rows("select id, number, holder from card order by id"))
                    .containsExactly("1|4711|Ada", "3|0815|null");
            assertThat(plan(connection, CARDS, now)).as("a second plan").isEmpty();

            run(connection, filled(plan.down(), "kept.id = card.id"), Map.of());
            assertThat(rows(rows)).isEqualTo(start);
        }
    }

    @Test
    void aWrongConditionLosesNoValue() throws Exception {
        payments();
        database.execute(
                "create table card (id bigint constraint pk_card primary key)", "insert into card values (1), (4)");
        String rows = "select id, number, holder from payment order by id";
        List<String> start = rows(rows);
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, CARDS, before).orElseThrow();

            proveAll(proof(PlanProof.Place.DATABASE), plan);
            for (String condition : List.of("false", "true", "kept.id = payment.id", "kept.id > payment.id")) {
                assertThatThrownBy(() -> run(connection, filled(plan.up(), condition), Map.of()))
                        .as(condition)
                        .hasMessageContaining("payment has ");
                connection.rollback();
                connection.setAutoCommit(true);
            }
            assertThat(rows(rows)).isEqualTo(start);
            run(connection, filled(plan.up(), "kept.id = CASE payment.id WHEN 3 THEN 4 ELSE payment.id END"), Map.of());
            assertThat(rows("select * from card order by id")).containsExactly("1|Ada|4711", "4|null|0815");
            assertThat(plan(connection, CARDS, now)).isEmpty();
            run(connection, filled(plan.down(), "kept.id = least(card.id, 3)"), Map.of());
            assertThat(rows(rows)).isEqualTo(start);
        }
    }

    @Test
    void aPlanIsNotRunUntilItIsFilledIn() throws Exception {
        payments();
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, CARDS, before).orElseThrow();
            RevisionNode revision = new RevisionNode(
                    "8f3c1a9b27d4", "M1_Cards", List.of(), List.of(), List.of(), "2026-11-22T21:30:05Z");

            assertThat(Admission.objections(revision, plan.up(), true))
                    .containsExactly("revision 8f3c1a9b27d4 (M1_Cards) does not say how rows move to another table:"
                            + " replace /* FILL IN */ NULL in 2 operations, as the text beside each describes");
            assertThat(Admission.objections(revision, filled(plan.up(), "true"), true))
                    .isEmpty();
        }
    }

    private Schema profiles(SqlType type) throws SQLException {
        database.execute(
                "create table customer (id bigint constraint pk_customer primary key, note varchar(50))",
                "create table profile (id bigint constraint pk_profile primary key, customer_id bigint not null"
                        + " constraint fk_profile references customer)",
                "insert into customer values (1, '12'), (2, '345')",
                "insert into profile values (7, 2), (8, 1)");
        before = Origins.parse(List.of("customer.note = shop.Customer#note"));
        now = Origins.parse(List.of("profile.note = shop.Customer#note"));
        return Schema.of(
                table("customer", column("id", bigint()), primaryKey("pk_customer", "id")),
                table(
                        "profile",
                        column("id", bigint()),
                        column("customer_id", bigint()),
                        column("note", type).nullable(),
                        primaryKey("pk_profile", "id"),
                        foreignKey("fk_profile", "customer_id").references("customer", "id")));
    }

    @Test
    void toAnotherTypeWithAProposedConversion() throws Exception {
        Schema model = profiles(integer());
        bothWays(
                model,
                Map.of(),
                Map.of(),
                () -> assertThat(rows("select id, note + 1 from profile order by id"))
                        .containsExactly("7|346", "8|13"));

        assertThat(rows("select id, note from customer order by id")).containsExactly("1|12", "2|345");
        try (Connection connection = database.connect()) {
            assertThat(plan(connection, model, before).orElseThrow().up())
                    .anySatisfy(operation -> assertThat(operation.toString())
                            .contains("REVIEW: ")
                            .contains("; proposed conversion of customer.note from varchar(50) to integer"));
        }
    }

    /** A cast to a shorter type cuts off without a word. */
    @Test
    void aValueThatIsTooLongStopsTheMove() throws Exception {
        Schema model = profiles(varchar(2));

        assertThatThrownBy(() -> bothWays(model, Map.of(), Map.of(), () -> {}))
                .hasMessageStartingWith("The plan is valid, but rows in this database prevent it: expect check")
                .hasMessageContaining("customer has 1 row for which this is false");
        assertThat(rows("select id, note from customer order by id")).containsExactly("1|12", "2|345");
        database.execute("update customer set note = '34' where id = 2");
        bothWays(
                model,
                Map.of(),
                Map.of(),
                () -> assertThat(rows("select id, note from profile order by id"))
                        .containsExactly("7|34", "8|12"));
    }

    @Test
    void toATypeWithoutAConversion() throws Exception {
        Schema model = profiles(uuid());
        database.execute("alter table customer alter note type integer using note::integer");
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, model, before).orElseThrow();

            proveAll(proof(PlanProof.Place.DATABASE), plan);
            assertThat(DataSkeleton.unfinished(plan.up())).isNotEmpty();
            assertThatThrownBy(() -> run(connection, plan.up(), Map.of())).hasMessageContaining("customer has 2 rows");
            connection.rollback();
            connection.setAutoCommit(true);
            run(connection, filled(plan.up(), "lpad(old.note::text, 32, '0')"), Map.of());
            assertThat(rows("select id, right(note::text, 4)::integer from profile order by id"))
                    .containsExactly("7|345", "8|12");
            assertThat(plan(connection, model, now)).isEmpty();
            run(connection, filled(plan.down(), "right(old.note::text, 4)"), Map.of());
            assertThat(rows("select id, note from customer order by id")).containsExactly("1|12", "2|345");
        }
    }

    /** Two tables of one name, which the statements must tell apart. */
    @Test
    void toATableOfTheSameNameInAnotherSchema() throws Exception {
        database.execute(
                "create schema \"Odd Hr\"",
                "create table person (id bigint constraint pk_person primary key, \"Pay\" varchar(9))",
                "create table \"Odd Hr\".person (id bigint constraint pk_hr primary key)",
                "insert into person values (1, 'a'), (2, null)",
                "insert into \"Odd Hr\".person values (11), (12)");
        filter = FILTER.schemas(Set.of("public", "Odd Hr"));
        before = Origins.parse(List.of("person.Pay = shop.Person#pay"));
        now = Origins.parse(List.of("Odd Hr.person.Pay = shop.Person#pay"));
        Schema model = Schema.of(
                        table("person", column("id", bigint()), primaryKey("pk_person", "id")),
                        table(
                                "Odd Hr.person",
                                column("id", bigint()),
                                column("Pay", text()).nullable(),
                                primaryKey("pk_hr", "id")))
                .schemas(Set.of("Odd Hr"));
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, model, before).orElseThrow();

            proveAll(proof(PlanProof.Place.DATABASE), plan);
            run(connection, filled(plan.up(), "kept.id = person.id + 10"), Map.of());
            assertThat(rows("select id, \"Pay\" from \"Odd Hr\".person order by id"))
                    .containsExactly("11|a", "12|null");
            assertThat(plan(connection, model, now)).isEmpty();
            run(connection, filled(plan.down(), "kept.id = person.id - 10"), Map.of());
            assertThat(rows("select id, \"Pay\" from person order by id")).containsExactly("1|a", "2|null");
        }
    }
}
