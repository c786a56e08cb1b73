package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.Dialects;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.spi.PlanHook;
import dev.albedo.testing.CatalogDump;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Columns that move to another table in plans that hooks change, with rows, both ways. */
class HookedMovesTest extends DataSkeletonFixture {

    private static final Operation VIEW = new Operation.RunSql(
            "CREATE VIEW good AS SELECT id FROM profile WHERE note = 'good'",
            "DROP VIEW good",
            new Operation.RunSql.Effect(List.of()));

    private static final Operation FILL = new Operation.Backfill(QualifiedName.of("profile"), "points", "length(note)");

    private static final Schema MODEL = Schema.of(
            table("customer", column("id", bigint()), primaryKey("pk_customer", "id")),
            table(
                    "profile",
                    column("id", bigint()),
                    column("customer_id", bigint()),
                    column("points", integer()),
                    column("note", varchar(50)).nullable(),
                    primaryKey("pk_profile", "id"),
                    foreignKey("fk_profile", "customer_id").references("customer", "id")));

    private UnaryOperator<List<Operation>> rewriting = up -> up;

    private final PlanHook hook = new PlanHook() {
        @Override
        public List<Operation> rewrite(List<Operation> up, Context context) {
            return up.isEmpty() ? up : rewriting.apply(up);
        }
    };

    @Override
    public Comparison comparison(Connection connection) throws SQLException {
        return new Comparison(
                Dialects.of(connection),
                NamingConvention.DEFAULT,
                Renames.NONE,
                ObjectFilter.ALL,
                Hooks.of(List.of(hook)));
    }

    @BeforeEach
    void profiles() throws SQLException {
        database.execute(
                "create table customer (id bigint constraint pk_customer primary key, note varchar(50))",
                "create table profile (id bigint constraint pk_profile primary key, customer_id bigint not null"
                        + " constraint fk_profile references customer, points integer)",
                "insert into customer values (1, 'good'), (2, 'bad')",
                "insert into profile values (7, 2, null), (8, 1, 9)");
        before = Origins.parse(List.of("customer.note = shop.Customer#note"));
        now = Origins.parse(List.of("profile.note = shop.Customer#note"));
    }

    private static List<Operation> and(List<Operation> operations, int position, Operation... more) {
        List<Operation> all = new ArrayList<>(operations);
        all.addAll(position, List.of(more));
        return all;
    }

    private void walk() throws Exception {
        String start = CatalogDump.everything().of(database);
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, MODEL, before).orElseThrow();
            proveAll(proof(PlanProof.Place.DATABASE), plan);
            run(connection, plan.up(), Map.of());
            assertThat(rows("select id, note, points from profile order by id")).containsExactly("7|bad|3", "8|good|9");
            assertThat(plan(connection, MODEL, now)).as("a second plan").isEmpty();
            run(connection, plan.down(), Map.of());
        }
        assertThat(rows("select id, note from customer order by id")).containsExactly("1|good", "2|bad");
        assertThat(CatalogDump.everything().of(database).lines().sorted())
                .containsExactlyElementsOf(start.lines().sorted().toList());
    }

    @Test
    void whatHooksAddStaysBehindTheMove() throws Exception {
        rewriting = up -> and(and(up, up.size(), VIEW), 0, FILL);

        walk();
    }

    @Test
    void whatHooksAddStaysBeforeTheMove() throws Exception {
        database.execute("create schema audit", "create table audit.log (id bigint, note varchar(50))");
        rewriting = up -> and(
                up,
                0,
                FILL,
                new Operation.RunSql(
                        "INSERT INTO audit.log SELECT id, note FROM customer",
                        "DELETE FROM audit.log USING customer WHERE log.note = customer.note",
                        new Operation.RunSql.Effect(List.of())));

        walk();

        assertThat(rows("select * from audit.log")).isEmpty();
    }

    private void refuses() throws SQLException {
        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> plan(connection, MODEL, before))
                    .isInstanceOf(GoalException.class)
                    .hasMessage("The hooks (" + hook.getClass().getName()
                            + ") change the operations that move customer.note -> profile.note, so the values cannot be"
                            + " moved. Nothing was written; in rewrite(), keep the operations of these tables"
                            + " and add others only before or after all of them");
        }
    }

    @Test
    void whatHooksPutBetweenIsRefused() throws Exception {
        rewriting = up -> and(up, 1, VIEW);

        refuses();
    }

    /** The column would be dropped with its values, and no new one is there to take them. */
    @Test
    void aNewColumnThatHooksLeaveOutIsRefused() throws Exception {
        rewriting = up -> up.stream()
                .filter(operation -> !(operation instanceof Operation.AddColumn))
                .toList();

        refuses();
    }
}
