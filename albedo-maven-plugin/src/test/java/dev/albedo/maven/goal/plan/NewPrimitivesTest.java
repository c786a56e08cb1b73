package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.maven.goal.origins.KeptOrigins;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.InitialValues.Primitive;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Attributes that become primitive while their column stays nullable, as those of embeddables do. */
class NewPrimitivesTest extends DataSkeletonFixture {

    private static final QualifiedName ROOM = QualifiedName.of("room");

    private static final Origins ORIGINS = Origins.parse(List.of(
            "room = shop.Room",
            "room.floor = shop.Room#place.floor",
            "room.id = shop.Room#id",
            "room.seats = shop.Room#place.seats"));

    private static final Schema MODEL = Schema.of(table(
            "room",
            column("id", bigint()),
            column("floor", varchar(9)).nullable(),
            column("seats", integer()).nullable(),
            primaryKey("pk_room", "id")));

    private void rows() throws Exception {
        database.execute(
                "create table room (id bigint constraint pk_room primary key, floor varchar(9), seats integer)",
                "insert into room values (1, 'a', 5), (2, 'b', null), (3, null, null)");
        before = ORIGINS;
        now = ORIGINS;
    }

    @Test
    void rowsWithAnObjectGetTheValueAndOthersNone() throws Exception {
        rows();
        initial = InitialValues.NONE.and(ROOM, "seats", new Primitive("0", null, List.of("floor")));

        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, MODEL, before).orElseThrow();

            assertThat(plan.up()).extracting(Operation::describe).hasSize(1);
            assertThat(plan.planned().get(0).proposed()).contains("0");
            assertThat(plan.down()).isEmpty();
            run(connection, plan.up(), Map.of());
            assertThat(rows("select id, seats from room order by id")).containsExactly("1|5", "2|0", "3|null");

            constants = KeptOrigins.NONE.after("aaa1", model(MODEL)).meanings();
            assertThat(plan(connection, MODEL, now)).as("a second plan").isEmpty();
        }
    }

    @Test
    void aValueThatIsNotKnownIsFilledIn() throws Exception {
        rows();
        initial = InitialValues.NONE.and(ROOM, "seats", new Primitive(null, null, List.of()));

        try (Connection connection = database.connect()) {
            assertThat(Readiness.unfilled(
                            plan(connection, MODEL, before).orElseThrow().up()))
                    .hasSize(1);
        }
    }

    @Test
    void anotherChangeAtTheSameTime() throws Exception {
        rows();
        initial = InitialValues.NONE.and(ROOM, "seats", new Primitive("0", null, List.of("floor")));
        constants = KeptOrigins.NONE.meanings();

        bothWays(
                MODEL.with(MODEL.table(ROOM)
                        .orElseThrow()
                        .with(column("note", varchar(9)).nullable())),
                Map.of(),
                Map.of(),
                () -> {
                    assertThat(rows("select id, seats from room order by id")).containsExactly("1|5", "2|0", "3|null");
                    constants = KeptOrigins.NONE.after("aaa1", model(MODEL)).meanings();
                });
    }

    @Test
    void anAttributeThatWasPrimitiveNeedsNothing() throws Exception {
        rows();
        initial = InitialValues.NONE.and(ROOM, "seats", new Primitive("0", null, List.of("floor")));
        constants = KeptOrigins.NONE.after("aaa1", model(MODEL)).meanings();

        try (Connection connection = database.connect()) {
            assertThat(plan(connection, MODEL, before)).isEmpty();
        }
    }

    @Test
    void theFileGoesBackWithItsMigration() {
        now = ORIGINS;
        KeptOrigins first = KeptOrigins.NONE.after("aaa1", model(MODEL));
        initial = InitialValues.NONE.and(ROOM, "seats", new Primitive("0", null, List.of("floor")));
        KeptOrigins second = first.after("bbb2", model(MODEL));

        assertThat(second.meanings().primitives()).hasSize(1);
        assertThat(second.without("bbb2").meanings()).isEqualTo(first.meanings());
    }
}
