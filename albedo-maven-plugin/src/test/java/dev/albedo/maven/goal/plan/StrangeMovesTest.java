package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.Person;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.safety.DataSkeleton;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Schema;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Moves and fills of several kinds in one plan, with odd names. */
class StrangeMovesTest extends DataSkeletonFixture {

    private static Operation filled(Operation operation, String update, String insert) {
        if (operation instanceof Operation.RunSql run) {
            return new Operation.RunSql(
                    run.sql().replace("/* FILL IN */ NULL", run.sql().contains("INSERT") ? insert : update),
                    null,
                    run.effect());
        }
        return operation instanceof Operation.Expect expect && expect.constraint() instanceof Constraint.Check check
                ? new Operation.Expect(
                        expect.table(),
                        new Constraint.Check(check.name(), check.expression().replace("/* FILL IN */ NULL", update)))
                : operation;
    }

    @Test
    void twoTargetsOfWhichOneIsLinkedAndOneIsNew() throws Exception {
        database.execute(
                "create table \"Order\" (\"Id\" bigint constraint pk_order primary key, \"the note\" varchar(50) not null,"
                        + " \"select\" varchar(50) not null, keep integer not null)",
                "create table profile (id bigint constraint pk_profile primary key, order_id bigint not null"
                        + " constraint fk_profile references \"Order\")",
                "insert into \"Order\" values (1, 'it''s', 's1', 5), (2, 'bad', 's2', 6)",
                "insert into profile values (7, 2), (8, 1)");
        before = Origins.parse(List.of("Order.select = shop.Order#sel", "Order.the note = shop.Order#note"));
        now = Origins.parse(List.of("Choice.select = shop.Order#sel", "profile.the note = shop.Order#note"));
        Schema model = Schema.of(
                table("Order", column("Id", bigint()), column("keep", integer()), primaryKey("pk_order", "Id")),
                table("Choice", column("Id", bigint()), column("select", varchar(50)), primaryKey("pk_choice", "Id")),
                table(
                        "profile",
                        column("id", bigint()),
                        column("order_id", bigint()),
                        column("the note", varchar(50)),
                        primaryKey("pk_profile", "id"),
                        foreignKey("fk_profile", "order_id").references("Order", "Id")));
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, model, before).orElseThrow();
            proveAll(proof(PlanProof.Place.DATABASE), plan);
            assertThat(DataSkeleton.unfinished(plan.up())).hasSize(2);
            run(
                    connection,
                    plan.up().stream()
                            .map(each -> filled(each, "kept.\"Id\" = \"Order\".\"Id\"", "\"Order\".\"Id\""))
                            .toList(),
                    Map.of());
            assertThat(rows("select * from \"Choice\" order by 1")).containsExactly("1|s1", "2|s2");
            assertThat(rows("select id, \"the note\" from profile order by 1")).containsExactly("7|bad", "8|it's");
            assertThat(plan(connection, model, now)).isEmpty();
            run(
                    connection,
                    plan.down().stream()
                            .map(each -> filled(each, "kept.\"Id\" = \"Choice\".\"Id\"", ""))
                            .toList(),
                    Map.of());
            assertThat(rows("select \"Id\", \"the note\", \"select\", keep from \"Order\" order by 1"))
                    .containsExactly("1|it's|s1|5", "2|bad|s2|6");
        }
    }

    @Test
    void fillsOfOddColumnsInOnePass() throws Exception {
        database.execute(
                "create schema shop",
                "create type shop.\"Mood\" as enum ('SAD', 'OK')",
                "create table shop.\"Odd T\" (\"Id\" integer constraint pk_odd primary key, \"a b\" varchar(9), \"Order\""
                        + " shop.\"Mood\", c integer, \"Tags\" text[])",
                "insert into shop.\"Odd T\" values (1, null, null, 4, null), (2, 'x', 'SAD', null, '{a}')");
        filter = FILTER.schemas(Set.of("public", "shop"));
        Schema model = Schema.of(table(
                        "shop.Odd T",
                        column("Id", integer()),
                        column("a b", varchar(9)),
                        column("Order", named("shop.Mood")),
                        column("c", bigint()),
                        column("Tags", new dev.albedo.schema.SqlType.Array(dev.albedo.schema.Types.text())),
                        primaryKey("pk_odd", "Id")))
                .with(enumType("shop.Mood", "SAD", "OK"))
                .schemas(Set.of("shop"));
        try (Connection connection = database.connect()) {
            Comparison comparison = comparison(connection);
            Plan plan = Fills.parse("\"shop\".\"Odd T\".\"a b\"='it''s', shop.\"Odd T\".\"Order\"='OK',"
                            + " shop.\"Odd T\".c=7, shop.\"Odd T\".\"Tags\"=array[\"a b\"]")
                    .into(plan(connection, model, before).orElseThrow(), comparison.dialect(), new Person())
                    .inFewPasses();
            proveAll(proof(PlanProof.Place.DATABASE), plan);
            assertThat(plan.up().stream().map(Operation::describe).toList())
                    .filteredOn(each -> each.startsWith("fill"))
                    .hasSizeBetween(2, 3);
            run(connection, plan.up(), Map.of());
            assertThat(rows("select * from shop.\"Odd T\" order by 1"))
                    .containsExactly("1|it's|OK|4|{it's}", "2|x|SAD|7|{a}");
            assertThat(plan(connection, model, now)).isEmpty();
            run(connection, plan.down(), Map.of());
            assertThat(rows("select c from shop.\"Odd T\" order by 1")).hasSize(2);
        }
    }
}
