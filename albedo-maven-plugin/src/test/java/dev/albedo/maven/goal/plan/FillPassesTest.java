package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.proof.ProofFixture;
import dev.albedo.maven.goal.report.Person;
import dev.albedo.maven.writer.MigrationWriter;
import dev.albedo.operation.Operation;
import dev.albedo.run.JdbcSink;
import dev.albedo.safety.rows.FillPasses;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SchemaDsl;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.testing.LiveSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several columns of one table that become NOT NULL: one pass over the table where that changes no value. */
class FillPassesTest extends ProofFixture {

    private static final QualifiedName T = QualifiedName.of("t");

    private Plan plan(Connection connection, Schema model, String fills, InitialValues values) throws Exception {
        Comparison comparison = comparison(connection);
        Schema start = LiveSchema.read(connection, FILTER);
        FoundDifference found = comparison.ofDatabase(connection, start, model, Optional.empty(), Snapshots.NO_SEARCH);
        return Fills.parse(fills)
                .into(comparison.plan(found, values), comparison.dialect(), new Person())
                .inFewPasses();
    }

    private void run(Connection connection, List<Operation> operations) throws SQLException {
        for (Operation operation : operations) {
            JdbcSink.run(connection, comparison(connection).dialect(), operation);
        }
    }

    private boolean isReached(Connection connection, Schema schema) throws SQLException {
        return comparison(connection)
                .left(connection, LiveSchema.read(connection, FILTER), schema)
                .isEmpty();
    }

    private String text(String query) throws SQLException {
        return database.query(query).get(0);
    }

    private static String source(Plan plan) {
        return MigrationWriter.source(new MigrationWriter.Draft(
                        "shop",
                        "M1_More",
                        "8f3c1a9b27d4",
                        List.of(),
                        List.of(),
                        List.of(),
                        "2026-11-22T21:30:05Z",
                        plan.up(),
                        plan.down())
                .with(plan.comments()));
    }

    /** A trigger counts the statements that update the table, and the rows that they change. */
    private void counting(String table) throws SQLException {
        database.execute(
                "create table counted (what text)",
                "create function count_it() returns trigger language plpgsql as $$ begin insert into counted values"
                        + " (tg_level); return null; end $$",
                "create trigger each_statement after update on " + table + " execute function count_it()",
                "create trigger each_row after update on " + table + " for each row execute function count_it()");
    }

    private String counts() throws SQLException {
        return text("select count(*) filter (where what = 'STATEMENT') || ' statements, '"
                + " || count(*) filter (where what = 'ROW') || ' rows' from counted");
    }

    @Test
    void existingColumnsOfOneTableAreFilledInOnePass() throws Exception {
        StringBuilder columns = new StringBuilder();
        List<Column> model = new ArrayList<>(List.of(column("id", integer()), column("name", varchar(20))));
        List<String> fills = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            columns.append(", c").append(i).append(i % 2 == 0 ? " integer" : " varchar(20)");
            model.add(column("c" + i, i % 2 == 0 ? integer() : varchar(20)));
            fills.add("t.c" + i + "=" + (i % 2 == 0 ? "7 + id" : i == 1 ? "upper(name)" : "'new'"));
        }
        database.execute(
                "create table t (id integer primary key, name varchar(20) not null" + columns + ")",
                "insert into t (id, name) values (1, 'ada'), (2, 'bob')",
                "insert into t (id, name, c1, c2) values (3, 'eve', 'old', 70)",
                "insert into t select 4, 'joe', 'a', 1, 'b', 2, 'c', 3, 'd', 4, 'e'");
        counting("t");
        try (Connection connection = database.connect()) {
            Schema wanted = LiveSchema.read(connection, FILTER)
                    .with(new Table(T, model, List.of(primaryKey("t_pkey", "id")), List.of(), null));
            Plan plan = plan(connection, wanted, String.join(",\n", fills), InitialValues.NONE);

            assertThat(plan.up())
                    .filteredOn(Operation.BackfillColumns.class::isInstance)
                    .hasSize(1);
            assertThat(plan.up()).noneMatch(Operation.Backfill.class::isInstance);
            assertThat(source(plan))
                    .contains("op.backfill(\"t\", fill(\"c1\", varchar(20), \"upper(name)\"), fill(\"c2\","
                            + " integer(), \"7 + id\"),");
            proveAll(proof(PlanProof.Place.DATABASE), plan);
            run(connection, plan.up());
            assertThat(counts()).isEqualTo("1 statements, 3 rows");
            assertThat(database.query("select concat_ws(' ', id, c1, c2, c3, c8, c9) from t order by id"))
                    .containsExactly("1 ADA 8 new 8 new", "2 BOB 9 new 9 new", "3 old 70 new 10 new", "4 a 1 b 4 e");
            assertThat(isReached(connection, plan.wanted())).isTrue();
            run(connection, plan.down());
            assertThat(isReached(connection, plan.start())).isTrue();
            assertThat(text("select count(*)::text from t")).isEqualTo("4");
        }
    }

    /** What takes back a drop of NOT NULL on several columns fills them again, in one pass too. */
    @Test
    void theWayBackIsOnePassAndAProposalIsMarked() throws Exception {
        database.execute(
                "create table t (id integer primary key, a integer not null, b integer not null, c integer)",
                "insert into t values (1, 2, 3, null)");
        counting("t");
        InitialValues values = InitialValues.of("t", "a", "5")
                .and(T, "b", new InitialValues.Primitive("0", null, List.of()))
                .and(T, "c", new InitialValues.Primitive("0", null, List.of()));
        try (Connection connection = database.connect()) {
            Schema wanted = LiveSchema.read(connection, FILTER)
                    .with(table(
                            "t",
                            column("id", integer()),
                            column("a", integer()).nullable(),
                            column("b", integer()).nullable(),
                            column("c", integer()).nullable(),
                            primaryKey("t_pkey", "id")));
            Plan plan = plan(connection, wanted, "", values);

            assertThat(source(plan))
                    .contains(
                            "// REVIEW: proposed value for existing rows: b = 0\n        op.backfill(\"t\", fill(\"b\","
                                    + " integer(), \"0\"), fill(\"a\", integer(), \"5\"));");
            proveAll(proof(PlanProof.Place.DATABASE), plan);
            run(connection, plan.up());
            database.execute("insert into t values (2, null, null, 9), (3, 8, null, 9)");
            run(connection, plan.down());
            assertThat(counts()).isEqualTo("1 statements, 2 rows");
            assertThat(database.query("select concat_ws(' ', id, a, b, c) from t order by id"))
                    .containsExactly("1 2 3", "2 5 0 9", "3 8 0 9");
            assertThat(isReached(connection, plan.start())).isTrue();
        }
    }

    @Test
    void aFillThatReadsAFilledColumnIsTakenApart() throws Exception {
        database.execute(
                "create table t (id integer primary key, a integer, b integer, c integer)",
                "insert into t values (1, null, null, null), (2, 5, null, null)");
        Schema model = Schema.of(table(
                "t",
                column("id", integer()),
                column("a", integer()),
                column("b", integer()),
                column("c", integer()),
                primaryKey("t_pkey", "id")));
        try (Connection connection = database.connect()) {
            Plan plan = plan(connection, model, "t.a=10, t.b=a + 1, t.c=id", InitialValues.NONE);

            assertThat(plan.up())
                    .extracting(Operation::describe)
                    .containsExactly(
                            "fill column t.a with 10 where it is NULL",
                            "alter column t.a: not null",
                            "fill columns t.b with a + 1, t.c with id, each where it is NULL",
                            "alter column t.b: not null",
                            "alter column t.c: not null");
            proveAll(proof(PlanProof.Place.DATABASE), plan);
            run(connection, plan.up());
            assertThat(database.query("select concat_ws(' ', id, a, b, c) from t order by id"))
                    .containsExactly("1 10 11 1", "2 5 6 2");
            assertThat(isReached(connection, plan.wanted())).isTrue();
        }
    }

    /** A row that lacks one value keeps the others: no existing value goes through the type of a new one. */
    @Test
    void existingValuesAreNotConverted() throws Exception {
        database.execute(
                "create table t (id integer primary key, big bigint, moment timestamp, code char(4), bits bit(8),"
                        + " label varchar(3), words varchar(5)[], nothing integer)");
        database.execute("insert into t values (1, 9007199254740993, '2026-10-25 02:30', 'a', b'00000011', 'xy',"
                + " '{abcd}', null), (2, null, null, null, null, null, null, 1)");
        List<Operation> fills = List.of(new Operation.BackfillColumns(
                T,
                List.of(
                        SchemaDsl.fill("big", bigint(), "1.5::double precision"),
                        SchemaDsl.fill("moment", new SqlType.Simple("timestamp", List.of("6")), "timestamptz 'epoch'"),
                        SchemaDsl.fill("code", new SqlType.Simple("char", List.of("4")), "'z'::text"),
                        SchemaDsl.fill("bits", new SqlType.Simple("bit", List.of("8")), "b'10000000'"),
                        SchemaDsl.fill("label", varchar(3), "'n' || id -- its own"),
                        SchemaDsl.fill("words", new SqlType.Array(varchar(5)), "array['w']")
                                .where("id > 1 OR false -- not the first"),
                        SchemaDsl.fill("nothing", integer(), "1"))));
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("set time zone 'Europe/Berlin'");
            run(connection, fills);
        }
        assertThat(database.query(
                        "select concat_ws('|', big, moment, code || '.', bits, label, words) from t order by id"))
                .containsExactly(
                        "9007199254740993|2026-10-25 02:30:00|a.|00000011|xy|{abcd}",
                        "2|1970-01-01 01:00:00|z.|10000000|n2|{w}");
        try (Connection connection = database.connect()) {
            database.execute("update t set label = null");
            assertThatThrownBy(() -> run(
                            connection,
                            List.of(new Operation.BackfillColumns(
                                    T,
                                    List.of(
                                            SchemaDsl.fill("label", varchar(3), "'long'"),
                                            SchemaDsl.fill("nothing", integer(), "1"))))))
                    .hasMessageContaining("value too long for type character varying(3)");
        }
    }

    private static List<String> joined(Operation... operations) {
        Schema schema = Schema.of(
                table(
                        "t",
                        column("a", integer()).nullable(),
                        column("b", integer()).nullable(),
                        column("c", integer()).nullable()),
                table(
                        "u",
                        column("a", integer()).nullable(),
                        column("x", integer()).nullable()));
        return FillPasses.of(List.of(operations), schema, schema).stream()
                .map(Operation::describe)
                .toList();
    }

    private static Operation fill(String table, String column, String value) {
        return new Operation.Backfill(QualifiedName.of(table), column, value);
    }

    @Test
    void onlyWhatChangesNoValueIsJoined() {
        String both = "fill columns t.a with 1, t.b with 2, each where it is NULL";
        Operation a = fill("t", "a", "1");
        Operation b = fill("t", "b", "2");

        assertThat(joined(a, b)).containsExactly(both);
        assertThat(joined(a, fill("u", "x", "3"), b)).containsExactly("fill column u.x with 3 where it is NULL", both);
        assertThat(joined(a, fill("u", "x", "(select max(a) from t)"), b)).hasSize(3);
        assertThat(joined(fill("t", "a", "(select max(x) from u)"), fill("u", "x", "3"), b))
                .hasSize(3);
        assertThat(joined(a, new Operation.RunSql("update t set b = a", null), b))
                .hasSize(3);
        assertThat(joined(a, new Operation.Backfill(T, "b", null))).hasSize(2);
        assertThat(joined(a, fill("t", "b", "default"))).hasSize(2);
        assertThat(joined(a, fill("t", "b", "(select count(*) from t)"))).hasSize(2);
        assertThat(joined(
                        a,
                        new Operation.Backfill(T, "b", "2", SchemaDsl.batches(5).by("a"))))
                .hasSize(2);
        assertThat(joined(a, new Operation.Backfill(T, "a", "3", null, "b > 0")))
                .hasSize(2);
        assertThat(joined(
                        fill("t", "a", "c"),
                        new Operation.AlterColumn(
                                T,
                                column("c", integer()).nullable(),
                                column("c", bigint()).nullable(),
                                null),
                        b))
                .hasSize(3);
    }
}
