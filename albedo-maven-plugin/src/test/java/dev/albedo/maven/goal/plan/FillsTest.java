package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.goal.FromDatabase;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.proof.ProofFixture;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Person;
import dev.albedo.maven.writer.MigrationWriter;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.run.JdbcSink;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.testing.LiveSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rows get in columns that become required. */
class FillsTest extends ProofFixture {

    private static final Schema MODEL = Schema.of(customer(
            column("nick", varchar(20)),
            column("points", integer()),
            column("city", varchar(20)).nullable()));

    private final Person person = new Person();

    private Plan plan(Connection connection) throws Exception {
        Comparison comparison = comparison(connection);
        Schema start = LiveSchema.read(connection, FILTER);
        FoundDifference found = comparison.ofDatabase(connection, start, MODEL, Optional.empty(), Snapshots.NO_SEARCH);
        return comparison.plan(found, InitialValues.NONE);
    }

    private List<String> filled(String said) throws Exception {
        customers();
        try (Connection connection = database.connect()) {
            return Fills.parse(said)
                    .into(plan(connection), comparison(connection).dialect(), person)
                    .up()
                    .stream()
                    .filter(operation -> !(operation instanceof Operation.AddColumn)
                            && !operation.describe().contains("not null"))
                    .map(Operation::describe)
                    .toList();
        }
    }

    private void run(Connection connection, List<Operation> operations) throws Exception {
        for (Operation operation : operations) {
            JdbcSink.run(connection, comparison(connection).dialect(), operation);
        }
    }

    private List<Operation> left(Connection connection, Schema wanted) throws Exception {
        return comparison(connection)
                .left(connection, LiveSchema.read(connection, FILTER), wanted)
                .operations();
    }

    @Test
    void whatIsSaidIsTriedAndDoneAndTakenBack() throws Exception {
        customers();
        try (Connection connection = database.connect()) {
            Plan plan = Fills.parse("customer.nick='x, ''y''', customer.points = coalesce(id, 1)")
                    .into(plan(connection), comparison(connection).dialect(), person);

            proveAll(proof(PlanProof.Place.DATABASE), plan);
            assertThat(said.lines()).containsExactly("Tested on the database, up and down, and rolled back");
            run(connection, plan.up());
            assertThat(number("select sum(points) from customer where nick = 'x, ''y'''"))
                    .isEqualTo(6);
            assertThat(left(connection, plan.wanted())).isEmpty();
            run(connection, plan.down());
            assertThat(left(connection, plan.start())).isEmpty();
        }
        assertThat(person.lines).isEmpty();
    }

    @Test
    void whatTheDatabaseDoesNotAcceptIsRefusedByTheTrial() throws Exception {
        customers();
        try (Connection connection = database.connect()) {
            Plan plan = Fills.parse("customer.nick=nobody(), customer.points=1")
                    .into(plan(connection), comparison(connection).dialect(), person);

            assertThatThrownBy(() -> proveAll(proof(PlanProof.Place.DATABASE), plan))
                    .isInstanceOf(GoalException.class)
                    .hasMessageContaining("fill column customer.nick with nobody() where it is NULL")
                    .hasMessageContaining("function nobody() does not exist");
        }
    }

    private void doesNotFit(String said, String message) throws Exception {
        try (Connection connection = database.connect()) {
            Plan plan = Fills.parse(said)
                    .into(plan(connection), comparison(connection).dialect(), person);

            assertThatThrownBy(() -> proveAll(proof(PlanProof.Place.DATABASE), plan))
                    .isInstanceOf(GoalException.class)
                    .hasMessageStartingWith(message);
        }
    }

    @Test
    void aValueThatDoesNotFitItsColumnIsSaidWithBoth() throws Exception {
        customers();
        String tooLong = "'" + "x".repeat(300) + "'";

        doesNotFit(
                "customer.nick=" + tooLong + ", customer.points=1",
                "The value " + tooLong
                        + " for existing rows does not fit column customer.nick (ERROR: value too long for type");
        doesNotFit(
                "customer.nick=repeat('x', 300 + id * 0), customer.points=1",
                "The value repeat('x', 300 + id * 0) for existing rows does not fit column customer.nick (ERROR: value too long");
        doesNotFit(
                "customer.nick='a', customer.points='abc'",
                "The value 'abc' for existing rows does not fit column customer.points (ERROR: invalid input syntax for type");
        doesNotFit(
                "customer.nick='a', customer.points=now()",
                "The value now() for existing rows does not fit column customer.points (ERROR: column \"points\" is of type");
    }

    @Test
    void aPersonIsAskedAboutTheOthers() throws Exception {
        person.answers.addAll(List.of("'it", "'it''s'"));

        assertThat(filled("customer.points=7"))
                .containsExactly(
                        "alter column customer.nick: default 'it''s' -> none",
                        "alter column customer.points: default 7 -> none");
        String question =
                "Value of customer.nick for existing rows (a SQL expression such as 'unknown'; empty to decide"
                        + " later):";
        assertThat(person.lines).containsExactly(question, "Invalid expression: a quote is not closed", question);
    }

    @Test
    void nothingIsAnAnswerToo() throws Exception {
        person.answers.add("");

        assertThat(filled(""))
                .containsExactly(
                        "fill column customer.nick, with what is not said yet, where it is NULL",
                        "fill column customer.points, with what is not said yet, where it is NULL");
        assertThat(person.lines).hasSize(2);
    }

    @Test
    void whatNeedsNoValueIsRefused() {
        assertThatThrownBy(() -> filled("customer.city='x', customer.nick='y'"))
                .isInstanceOf(GoalException.class)
                .hasMessage(
                        "albedo.fills names customer.city, for which this migration needs no value; it needs one for"
                                + " customer.nick, customer.points");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customer.nick        | albedo.fills: "customer.nick" is invalid, because it is not of the form table.column=expression; write for example customer.email='unknown',customer.since=now()
            customer.nick=       | albedo.fills: "customer.nick=" is invalid, because there is no expression; write for example customer.email='unknown',customer.since=now()
            customer.nick=1;2    | albedo.fills: "customer.nick=1;2" is invalid, because it is more than one expression; write for example customer.email='unknown',customer.since=now()
            nick=1               | albedo.fills: "nick=1" is invalid, because nick is not a column and its table
            a.b.c.d=1            | albedo.fills: "a.b.c.d=1" is invalid, because a.b.c.d is not a column and its table
            a.b=1, a.b=2         | albedo.fills names a.b twice; remove one
            """)
    void refusesAnotherForm(String text, String message) {
        assertThatThrownBy(() -> Fills.parse(text))
                .isInstanceOf(GoalException.class)
                .hasMessage(message);
    }

    @Test
    void aQuestionAboutARenameSaysWhichColumnsNeedAValueAsWell() throws Exception {
        customers();
        Schema wanted = Schema.of(table(
                "customer",
                column("id", integer()),
                column("mail", varchar(50)).nullable(),
                column("nick", varchar(20)),
                primaryKey("customer_pkey", "id")));
        try (Connection connection = database.connect()) {
            Schema start = LiveSchema.read(connection, FILTER);

            assertThatThrownBy(() -> FromDatabase.plan(
                            connection,
                            start,
                            comparison(connection),
                            DropScope.byAnyone(said),
                            new Model(Snapshots.of(wanted), Origins.NONE, person),
                            plan -> {}))
                    .isInstanceOf(GoalException.class)
                    .hasMessageContaining("-Dalbedo.renames=\"customer.email->mail\"\n")
                    .hasMessageEndingWith("\nExisting rows also need a value of customer.nick: add"
                            + " -Dalbedo.fills=\"customer.nick=...\" to the same command, with a SQL expression"
                            + " for each ..., or write the values into the migration");
        }
    }

    private String text(String query) throws Exception {
        try (Connection connection = database.connect();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** No row is written again: neither has the table another file, nor any row another version. */
    @Test
    void constantsAreMomentaryDefaultsAndWriteNoRow() throws Exception {
        customers();
        database.execute(
                "create table wide (id integer primary key)", "insert into wide select generate_series(1, 100)");
        Table wide = table("wide", column("id", integer()), primaryKey("wide_pkey", "id"));
        List<String> fills = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            wide = wide.with(i % 2 == 0 ? column("c" + i, integer()) : column("c" + i, varchar(20)));
            fills.add("wide.c" + i + "=" + (i % 2 == 0 ? "7" : "'new'"));
        }
        String versions =
                "select pg_relation_filenode('wide') || ' ' || string_agg(ctid || ' ' || xmin, ',') from wide";
        String before = text(versions);
        try (Connection connection = database.connect()) {
            Comparison comparison = comparison(connection);
            Schema start = LiveSchema.read(connection, FILTER);
            FoundDifference found =
                    comparison.ofDatabase(connection, start, start.with(wide), Optional.empty(), Snapshots.NO_SEARCH);
            Plan plan = Fills.parse(String.join(",", fills))
                    .into(comparison.plan(found, InitialValues.NONE), comparison.dialect(), person);

            proveAll(proof(PlanProof.Place.DATABASE), plan);
            run(connection, plan.up());

            assertThat(plan.up())
                    .noneMatch(Operation.Backfill.class::isInstance)
                    .hasSize(18);
            assertThat(source(plan).lines().filter(line -> line.contains("op.addFilledColumn(\"wide\"")))
                    .hasSize(9);
            assertThat(source(plan)).doesNotContain("op.alterColumn(", "op.addColumn(");
            assertThat(text(versions)).isEqualTo(before);
            assertThat(number("select count(*) from wide where c1 = 'new' and c8 = 7 and c9 = 'new'"))
                    .isEqualTo(100);
            assertThat(left(connection, plan.wanted())).isEmpty();
            run(connection, plan.down());
            assertThat(left(connection, plan.start())).isEmpty();
        }
    }

    private static InitialValues primitive(String column, String value) {
        return InitialValues.NONE.and(CUSTOMER, column, new InitialValues.Primitive(value, null, List.of()));
    }

    private Plan proposed(Connection connection, String said, InitialValues values) throws Exception {
        Comparison comparison = comparison(connection);
        Schema start = LiveSchema.read(connection, FILTER);
        FoundDifference found = comparison.ofDatabase(connection, start, MODEL, Optional.empty(), Snapshots.NO_SEARCH);
        return Fills.parse(said).into(comparison.plan(found, values), comparison.dialect(), person);
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

    @Test
    void aRequiredPrimitiveIsProposedAndReviewed() throws Exception {
        customers();
        try (Connection connection = database.connect()) {
            Plan plan = proposed(connection, "customer.nick='x'", primitive("points", "0"));

            plan.print(said);
            assertThat(said.warnings())
                    .containsExactly(
                            "  add column customer.points integer, existing rows get 0  REVIEW: proposed value for existing rows");
            assertThat(source(plan))
                    .contains("// REVIEW: proposed value for existing rows\n        op.addFilledColumn(\"customer\","
                            + " column(\"points\", integer()), \"0\");")
                    .containsOnlyOnce("REVIEW");
            proveAll(proof(PlanProof.Place.DATABASE), plan);
            run(connection, plan.up());
            assertThat(number("select count(*) from customer where points <> 0"))
                    .isZero();
            assertThat(left(connection, plan.wanted())).isEmpty();
            run(connection, plan.down());
            assertThat(left(connection, plan.start())).isEmpty();
        }
    }

    @Test
    void whatIsSaidGoesBeforeAProposal() throws Exception {
        customers();
        try (Connection connection = database.connect()) {
            Plan plan = proposed(connection, "customer.nick='x', customer.points=9", primitive("points", "0"));

            assertThat(source(plan)).doesNotContain("REVIEW").contains("column(\"points\", integer()), \"9\")");
            assertThatThrownBy(() -> proposed(
                            connection,
                            "customer.nick='x', customer.points=9",
                            InitialValues.of("customer", "points", "3")))
                    .as("an initial value is no proposal")
                    .hasMessageContaining(
                            "albedo.fills names customer.points, for which this migration needs no value");
        }
    }

    /** A boxed attribute that becomes primitive: rows without a value get Java's default, to be reviewed. */
    @Test
    void aColumnThatBecomesRequiredAndPrimitiveIsProposed() throws Exception {
        database.execute(
                "create table customer (id integer primary key, email varchar(50), nick varchar(20) not null, points"
                        + " integer, city varchar(20))",
                "insert into customer values (1, 'a', 'n', 5, null), (2, 'b', 'm', null, null)");
        try (Connection connection = database.connect()) {
            Plan plan = proposed(connection, "", primitive("points", "0"));

            assertThat(source(plan))
                    .contains("// REVIEW: proposed value for existing rows\n"
                            + "        op.backfill(\"customer\", \"points\", \"0\");");
            run(connection, plan.up());
            assertThat(number("select sum(points) from customer")).isEqualTo(5);
            assertThat(left(connection, plan.wanted())).isEmpty();
            run(connection, plan.down());
            assertThat(left(connection, plan.start())).isEmpty();
        }
    }
}
