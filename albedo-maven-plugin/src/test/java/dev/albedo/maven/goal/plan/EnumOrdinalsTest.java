package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.array;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialects;
import dev.albedo.maven.goal.proof.ProofFixture;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.run.JdbcSink;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.TableElement;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.LiveSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ordinals of an enum become names only by an order that may be right, which the migration shows; else a person says. */
class EnumOrdinalsTest extends ProofFixture {

    private static Schema orders(TableElement... elements) {
        dev.albedo.schema.Table orders = table("orders", column("id", bigint()), primaryKey("pk_orders", "id"));
        for (TableElement element : elements) {
            orders = orders.with(element);
        }
        return Schema.of(orders);
    }

    private Optional<Plan> plan(Connection connection, Schema schema, String... constants) throws SQLException {
        List<String> names = List.of(constants);
        return plan(
                connection,
                schema,
                new InitialValues.Constants(
                        names, names.stream().map(name -> "'" + name + "'").toList()));
    }

    private Optional<Plan> plan(Connection connection, Schema schema, InitialValues.Constants constants)
            throws SQLException {
        InitialValues values = InitialValues.NONE.and(QualifiedName.of("orders"), "status", constants);
        Snapshot snapshot = new Snapshot(schema, Origins.NONE, new TreeMap<>(), values, List.of(), new TreeMap<>(), "");
        Model model = new Model(snapshot, Origins.NONE, said);
        Comparison comparison = comparison(connection);
        Schema start = LiveSchema.read(connection, FILTER);
        FoundDifference found = comparison.ofDatabase(connection, start, schema, Optional.empty(), model);
        return found.diff().isEmpty()
                ? Optional.empty()
                : Optional.of(comparison.plan(found, model).in(connection, Dialects.of(connection)));
    }

    private static void run(Connection connection, List<Operation> operations, String fill) throws SQLException {
        connection.setAutoCommit(false);
        for (Operation operation : operations) {
            Operation filled = operation instanceof Operation.Backfill backfill && backfill.value() == null
                    ? backfill.value(fill)
                    : operation;
            JdbcSink.run(connection, Dialects.of(connection), filled);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static List<String> statuses(Connection connection) throws SQLException {
        List<String> statuses = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select status::text from orders order by id")) {
            while (row.next()) {
                statuses.add(row.getString(1));
            }
        }
        return statuses;
    }

    @Test
    void theOrderIsShownWhereItMayBeRight() throws Exception {
        Schema named = orders(
                column("status", varchar(9)).nullable(), check("ck_status", "status in ('NEW','SHIPPED','RETURNED')"));
        database.execute(
                "create table orders (id bigint constraint pk_orders primary key, status smallint"
                        + " constraint ck_status check (status between 0 and 2))",
                "insert into orders values (1, 0), (2, 2), (3, null)");
        String order = "ordinals are read by the present order of the constants: 0 NEW, 1 SHIPPED, 2 RETURNED; correct"
                + " it if the constants changed too";
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, named, "NEW", "SHIPPED", "RETURNED").orElseThrow();

            assertThat(plan.planned()).anyMatch(planned -> planned.notes().contains(order));
            for (List<Operation> way : List.of(plan.up(), plan.down())) {
                assertThat(way.stream()
                                .filter(Operation.AlterColumn.class::isInstance)
                                .map(alter -> plan.comments().get(alter)))
                        .containsExactly(List.of(order));
            }
            run(connection, plan.up(), "");
            assertThat(statuses(connection)).containsExactly("NEW", "RETURNED", null);
            assertThat(plan(connection, named, "NEW", "SHIPPED", "RETURNED")).isEmpty();
            run(connection, plan.down(), "");
            assertThat(statuses(connection)).containsExactly("0", "2", null);
        }
    }

    @Test
    void constantsThatChangedAreSaidByAPerson() throws Exception {
        Schema named =
                orders(column("status", varchar(9)).nullable(), check("ck_status", "status in ('NEW','SHIPPED')"));
        database.execute(
                "create table orders (id bigint constraint pk_orders primary key, status smallint"
                        + " constraint ck_status check (status between 0 and 2))",
                "insert into orders values (1, 0), (2, 2), (3, null)");
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, named, "NEW", "SHIPPED").orElseThrow();

            assertThat(Readiness.unfilled(plan.up())).hasSize(1);
            assertThat(Readiness.unfilled(plan.down())).hasSize(1);
            run(connection, plan.up(), "case status when 0 then 'NEW' when 2 then 'SHIPPED' end");
            assertThat(statuses(connection)).containsExactly("NEW", "SHIPPED", null);
            assertThat(plan(connection, named, "NEW", "SHIPPED")).isEmpty();
            run(connection, plan.down(), "case status when 'NEW' then 0 when 'SHIPPED' then 2 end");
            assertThat(statuses(connection)).containsExactly("0", "2", null);
        }
    }

    @Test
    void elementsOfArraysAreConvertedInTheirOrder() throws Exception {
        Schema named = orders(column("status", array(varchar(255))).nullable());
        database.execute(
                "create table orders (id bigint constraint pk_orders primary key, status smallint[])",
                "insert into orders values (1, '{2,NULL,0,2}'), (2, '{}'), (3, null)");
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, named, "NEW", "PAID", "SHIPPED").orElseThrow();

            assertThat(plan.planned())
                    .anyMatch(planned -> planned.proposed().isPresent()
                            && planned.notes().toString().contains("0 NEW, 1 PAID, 2 SHIPPED"));
            run(connection, plan.up(), "");
            assertThat(statuses(connection)).containsExactly("{SHIPPED,NULL,NEW,SHIPPED}", "{}", null);
            assertThat(plan(connection, named, "NEW", "PAID", "SHIPPED")).isEmpty();
            run(connection, plan.down(), "");
            assertThat(statuses(connection)).containsExactly("{2,NULL,0,2}", "{}", null);
        }
    }

    /** One after the other, both would become the same. */
    @Test
    void elementsThatChangePlacesAreConvertedToo() throws Exception {
        Schema swapped = orders(column("status", array(varchar(9))).nullable());
        InitialValues.Constants constants = new InitialValues.Constants(List.of("NEW", "OLD"), List.of("'1'", "'0'"));
        database.execute(
                "create table orders (id bigint constraint pk_orders primary key, status smallint[])",
                "insert into orders values (1, '{0,1}')");
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, swapped, constants).orElseThrow();

            assertThat(Readiness.unfilled(plan.up())).isEmpty();
            run(connection, plan.up(), "");
            assertThat(statuses(connection)).containsExactly("{1,0}");
            assertThat(plan(connection, swapped, constants)).isEmpty();
            run(connection, plan.down(), "");
            assertThat(statuses(connection)).containsExactly("{0,1}");
        }
    }
}
