package dev.albedo.maven.goal.origins;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.smallint;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.Dialects;
import dev.albedo.diff.rename.Rename;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.Fills;
import dev.albedo.maven.goal.plan.FoundDifference;
import dev.albedo.maven.goal.plan.Model;
import dev.albedo.maven.goal.plan.Plan;
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.proof.ProofFixture;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.run.JdbcSink;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.GraphText;
import dev.albedo.testing.LiveSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows keep the meaning of ordinals when constants of an enum move, though nothing in the schema shows it: {@code origins.txt}
 * knows which constants the newest migration left.
 */
class MovedConstantsTest extends ProofFixture {

    private static final QualifiedName ORDERS = QualifiedName.of("orders");

    private static InitialValues.Constants ordinals(String... constants) {
        return new InitialValues.Constants(
                List.of(constants),
                IntStream.range(0, constants.length).mapToObj(Integer::toString).toList());
    }

    private static Schema orders(String column, SqlType type, String check) {
        return Schema.of(table(
                "orders",
                column("id", bigint()),
                column(column, type).nullable(),
                primaryKey("pk_orders", "id"),
                check("ck_status", check)));
    }

    private static Snapshot snapshot(Schema schema, String column, InitialValues.Constants constants) {
        return Snapshots.of(schema, Origins.NONE, InitialValues.NONE.and(ORDERS, column, constants));
    }

    private static RowMeanings kept(String... lines) {
        return RowMeanings.parse(Map.of("constants", List.of(lines)));
    }

    private void rows(String type, String check) throws SQLException {
        database.execute(
                "create table orders (id bigint constraint pk_orders primary key, status " + type
                        + " constraint ck_status check (" + check + "))",
                "insert into orders values (1, 0), (2, 1), (3, 2), (4, null)");
    }

    private Optional<Plan> plan(Connection connection, Snapshot snapshot, RowMeanings before, Rename... renames)
            throws SQLException {
        Model model = new Model(snapshot, Origins.NONE, before, Fills.NONE, said);
        Comparison usual = comparison(connection);
        Comparison comparison = renames.length == 0
                ? usual
                : new Comparison(usual.dialect(), usual.naming(), Renames.NONE.and(List.of(renames)), usual.filter());
        Schema start = LiveSchema.read(connection, FILTER);
        FoundDifference found = comparison.ofDatabase(connection, start, snapshot.schema(), Optional.empty(), model);
        return comparison.isDone(found, model)
                ? Optional.empty()
                : Optional.of(comparison.plan(found, model).in(connection, Dialects.of(connection)));
    }

    private static void run(Connection connection, List<Operation> operations, String fill) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (Operation operation : operations) {
                Operation filled = operation instanceof Operation.Backfill backfill && backfill.value() == null
                        ? backfill.value(fill)
                        : operation;
                JdbcSink.run(connection, Dialects.of(connection), filled);
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private List<String> statuses(String column) throws SQLException {
        return database.query("select coalesce(" + column + "::text, 'NULL') from orders order by id");
    }

    private static final String CHECK = "status between 0 and 2";
    private static final String BEFORE = "orders.status = 0 NEW, 1 PAID, 2 SHIPPED";

    @Test
    void rowsFollowConstantsThatMoved() throws Exception {
        rows("smallint", CHECK);
        Snapshot model = snapshot(orders("status", smallint(), CHECK), "status", ordinals("NEW", "SHIPPED", "PAID"));
        try (Connection connection = database.connect()) {
            assertThat(plan(connection, model, RowMeanings.NONE))
                    .as("not known")
                    .isEmpty();
            Plan plan = plan(connection, model, kept(BEFORE)).orElseThrow();

            assertThat(plan.up()).hasSize(1);
            assertThat(plan.planned().get(0).proposed().orElseThrow())
                    .contains(
                            "the constants of orders.status were 0 NEW, 1 PAID, 2 SHIPPED and are 0 NEW, 1 SHIPPED, 2 PAID");
            proveAll(proof(PlanProof.Place.DATABASE), plan);
            run(connection, plan.up(), "");
            assertThat(statuses("status")).containsExactly("0", "2", "1", "NULL");
            assertThat(plan(connection, model, kept("orders.status = 0 NEW, 1 SHIPPED, 2 PAID")))
                    .isEmpty();
            run(connection, plan.down(), "");
            assertThat(statuses("status")).containsExactly("0", "1", "2", "NULL");
        }
    }

    @Test
    void elementsOfArraysFollowConstantsThatMoved() throws Exception {
        database.execute(
                "create table orders (id bigint constraint pk_orders primary key, status smallint[])",
                "insert into orders values (1, '{0,1,2}'), (2, '{2,NULL,1,1}'), (3, '{}'), (4, null)");
        SqlType array = new SqlType.Array(smallint());
        Schema schema = Schema.of(table(
                "orders", column("id", bigint()), column("status", array).nullable(), primaryKey("pk_orders", "id")));
        Snapshot model = snapshot(schema, "status", ordinals("NEW", "SHIPPED", "PAID"));
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, model, kept(BEFORE)).orElseThrow();

            assertThat(Readiness.unfilled(plan.up())).isEmpty();
            proveAll(proof(PlanProof.Place.DATABASE), plan);
            run(connection, plan.up(), "");
            assertThat(statuses("status")).containsExactly("{0,2,1}", "{1,NULL,2,2}", "{}", "NULL");
            assertThat(plan(connection, model, kept("orders.status = 0 NEW, 1 SHIPPED, 2 PAID")))
                    .isEmpty();
            run(connection, plan.down(), "");
            assertThat(statuses("status")).containsExactly("{0,1,2}", "{2,NULL,1,1}", "{}", "NULL");
        }
    }

    /** The check of before does not allow the new number, that of now may not allow an old one. */
    @Test
    void rowsFollowAConstantThatIsNewInTheMiddle() throws Exception {
        rows("smallint", CHECK);
        Snapshot model = snapshot(
                orders("status", smallint(), "status between 0 and 3"),
                "status",
                ordinals("NEW", "CHECKED", "PAID", "SHIPPED"));
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, model, kept(BEFORE)).orElseThrow();

            proveAll(proof(PlanProof.Place.DATABASE), plan);
            run(connection, plan.up(), "");
            assertThat(statuses("status")).containsExactly("0", "2", "3", "NULL");
            assertThat(plan(connection, model, kept("orders.status = 0 NEW, 1 CHECKED, 2 PAID, 3 SHIPPED")))
                    .isEmpty();
            run(connection, plan.down(), "");
            assertThat(statuses("status")).containsExactly("0", "1", "2", "NULL");

            run(connection, plan.up(), "");
            database.execute("insert into orders values (5, 1)");
            assertThatThrownBy(() -> run(connection, plan.down(), ""))
                    .as("CHECKED has no number in the enum of before")
                    .hasMessageContaining("status NOT IN (1)");
        }
    }

    @Test
    void aConstantThatIsGoneMayHaveNoRows() throws Exception {
        rows("smallint", CHECK);
        Snapshot model =
                snapshot(orders("status", smallint(), "status between 0 and 1"), "status", ordinals("NEW", "SHIPPED"));
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, model, kept(BEFORE)).orElseThrow();

            assertThatThrownBy(() -> run(connection, plan.up(), "")).hasMessageContaining("status NOT IN (1)");
            database.execute("delete from orders where status = 1");
            run(connection, plan.up(), "");
            assertThat(statuses("status")).containsExactly("0", "1", "NULL");
            assertThat(plan(connection, model, kept("orders.status = 0 NEW, 1 SHIPPED")))
                    .isEmpty();
            run(connection, plan.down(), "");
            assertThat(statuses("status")).containsExactly("0", "2", "NULL");
        }
    }

    /** REFUNDED may be SHIPPED under another name, or another constant: only a person can tell. */
    @Test
    void aConstantThatWasExchangedIsAPersonsToSay() throws Exception {
        rows("smallint", CHECK);
        Snapshot model = snapshot(orders("status", smallint(), CHECK), "status", ordinals("NEW", "PAID", "REFUNDED"));
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, model, kept(BEFORE)).orElseThrow();

            assertThat(Readiness.unfilled(plan.up())).hasSize(1);
            assertThat(Readiness.unfilled(plan.down())).hasSize(1);
            assertThat(plan.planned())
                    .anyMatch(planned -> planned.fillIn().isPresent()
                            && planned.notes()
                                    .contains("the constants of orders.status were 0 NEW, 1 PAID, 2 SHIPPED and are"
                                            + " 0 NEW, 1 PAID, 2 REFUNDED"));
            run(connection, plan.up(), "case when status < 2 then status end");
            assertThat(statuses("status")).containsExactly("0", "1", "NULL", "NULL");
            assertThat(plan(connection, model, kept("orders.status = 0 NEW, 1 PAID, 2 REFUNDED")))
                    .isEmpty();
            run(connection, plan.down(), "status");
            assertThat(statuses("status")).containsExactly("0", "1", "NULL", "NULL");
        }
    }

    @Test
    void aColumnOfAnotherNameAndTypeConvertsByName() throws Exception {
        rows("smallint", CHECK);
        Snapshot model = snapshot(
                orders("state", integer(), "state between 0 and 2"), "state", ordinals("SHIPPED", "PAID", "NEW"));
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, model, kept(BEFORE), new Rename(Place.of(ORDERS, "status"), "state"))
                    .orElseThrow();

            run(connection, plan.up(), "");
            assertThat(statuses("state")).containsExactly("2", "1", "0", "NULL");
            assertThat(plan(connection, model, kept("orders.state = 0 SHIPPED, 1 PAID, 2 NEW")))
                    .isEmpty();
            run(connection, plan.down(), "");
            assertThat(statuses("status")).containsExactly("0", "1", "2", "NULL");
        }
    }

    @Test
    void ordinalsBecomeNamesByTheOrderOfBefore() throws Exception {
        rows("smallint", CHECK);
        List<String> names = List.of("SHIPPED", "NEW", "PAID");
        Snapshot model = snapshot(
                orders("status", varchar(9), "status in ('SHIPPED','NEW','PAID')"),
                "status",
                new InitialValues.Constants(
                        names, names.stream().map(name -> "'" + name + "'").toList()));
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, model, kept(BEFORE)).orElseThrow();

            assertThat(plan.planned())
                    .noneMatch(planned -> planned.notes().toString().contains("ordinals are read"));
            run(connection, plan.up(), "");
            assertThat(statuses("status")).containsExactly("NEW", "PAID", "SHIPPED", "NULL");
            assertThat(plan(connection, model, RowMeanings.NONE)).isEmpty();
            run(connection, plan.down(), "");
            assertThat(statuses("status")).containsExactly("0", "1", "2", "NULL");
        }
    }

    @Test
    void theFileGoesBackWithItsMigration(@TempDir Path folder) throws IOException {
        OriginsFile file = new OriginsFile(folder.resolve(OriginsFile.NAME));
        Schema schema = orders("status", smallint(), CHECK);
        KeptOrigins first = KeptOrigins.parse(List.of("orders = shop.Order"));
        assertThat(first.meanings()).as("a file of an older version").isEqualTo(RowMeanings.NONE);
        KeptOrigins second = first.with(snapshot(schema, "status", ordinals("NEW", "PAID")));
        KeptOrigins third = second.after("aaa1", snapshot(schema, "status", ordinals("PAID", "NEW")));

        assertThat(third.lines())
                .containsExactly(
                        "# format 1",
                        "# constants orders.status = 0 PAID, 1 NEW",
                        "# constants before aaa1: orders.status = 0 NEW, 1 PAID");
        assertThat(KeptOrigins.parse(third.lines())).isEqualTo(third);
        assertThat(third.without("aaa1")).isEqualTo(second);
        file.write(third);
        assertThatThrownBy(() -> file.read(GraphText.graph("bbb2")))
                .hasMessageContaining(
                        "of revision aaa1, which reused names for other attributes or numbers for other constants");
        file.write(second.after("aaa1", snapshot(schema, "status", ordinals("NEW", "PAID", "SHIPPED"))));
        assertThat(file.read(GraphText.graph("bbb2"))).as("only added").isEqualTo(second);
    }

    @Test
    void keepsWhatStandsForClasses() {
        InitialValues classes = InitialValues.NONE.discriminator(
                QualifiedName.of("person"),
                "dtype",
                new InitialValues.Constants(List.of("shop.Boss", "shop.Person"), List.of("'B = 1, 2'", "'P'")));
        KeptOrigins kept = KeptOrigins.NONE.after(
                "aaa1", Snapshots.of(Schema.of(table("person", column("dtype", varchar(31)))), Origins.NONE, classes));
        KeptOrigins without = kept.after("bbb2", Snapshots.of(Schema.EMPTY, Origins.NONE, InitialValues.NONE));

        assertThat(kept.lines())
                .contains("# class shop.Boss: person.dtype = 'B = 1, 2'", "# class shop.Person: person.dtype = 'P'");
        assertThat(KeptOrigins.parse(without.lines())).isEqualTo(without);
        assertThat(without.lines()).contains("# class before bbb2: shop.Person: person.dtype = 'P'");
        assertThat(without.without("bbb2").meanings()).isEqualTo(kept.meanings());
    }
}
