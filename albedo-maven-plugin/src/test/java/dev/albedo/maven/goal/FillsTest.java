package dev.albedo.maven.goal;

import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static dev.albedo.schema.Words.column;
import static dev.albedo.schema.Words.primaryKey;
import static dev.albedo.schema.Words.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.database.DatabaseReader;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.run.JdbcSink;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import java.sql.Connection;
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
        Schema start = DatabaseReader.read(connection, FILTER);
        Comparison.Found found = comparison.ofDatabase(connection, start, MODEL, Optional.empty(), Snapshots.NO_SEARCH);
        return comparison.plan(start, found, InitialValues.NONE);
    }

    private List<String> filled(String said) throws Exception {
        customers();
        try (Connection connection = database.connect()) {
            return Fills.parse(said).into(plan(connection), person).up().stream()
                    .filter(Operation.Backfill.class::isInstance)
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
                .left(connection, DatabaseReader.read(connection, FILTER), wanted)
                .operations();
    }

    @Test
    void whatIsSaidIsTriedAndDoneAndTakenBack() throws Exception {
        customers();
        try (Connection connection = database.connect()) {
            Plan plan = Fills.parse("customer.nick='x, ''y''', customer.points = coalesce(id, 1)")
                    .into(plan(connection), person);

            proveAll(proof(Proof.Place.DATABASE), plan);
            assertThat(said.lines()).containsExactly("Tried it on the database, up and down, and rolled back");
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
            Plan plan = Fills.parse("customer.nick=nobody(), customer.points=1").into(plan(connection), person);

            assertThatThrownBy(() -> proveAll(proof(Proof.Place.DATABASE), plan))
                    .isInstanceOf(GoalException.class)
                    .hasMessageContaining("fill column customer.nick with nobody() where it is NULL")
                    .hasMessageContaining("function nobody() does not exist");
        }
    }

    @Test
    void aPersonIsAskedAboutTheOthers() throws Exception {
        person.answers.addAll(List.of("'it", "'it''s'"));

        assertThat(filled("customer.points=7"))
                .containsExactly(
                        "fill column customer.nick with 'it''s' where it is NULL",
                        "fill column customer.points with 7 where it is NULL");
        String question =
                "What do the rows of customer that are there get in nick? A SQL expression such as 'unknown', or"
                        + " nothing to say it later:";
        assertThat(person.lines)
                .containsExactly(question, "That does not work, because a quote is not closed", question);
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
            customer.nick        | albedo.fills: "customer.nick" is not right, because it is not of the form table.column=expression; write for example customer.email='unknown',customer.since=now()
            customer.nick=       | albedo.fills: "customer.nick=" is not right, because there is no expression; write for example customer.email='unknown',customer.since=now()
            customer.nick=1;2    | albedo.fills: "customer.nick=1;2" is not right, because it is more than one expression; write for example customer.email='unknown',customer.since=now()
            nick=1               | albedo.fills: "nick=1" is not right, because nick is not a column and its table
            a.b.c.d=1            | albedo.fills: "a.b.c.d=1" is not right, because a.b.c.d is not a column and its table
            a.b=1, a.b=2         | albedo.fills names a.b twice; leave one out
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
            Schema start = DatabaseReader.read(connection, FILTER);

            assertThatThrownBy(() -> FromDatabase.plan(
                            connection,
                            start,
                            comparison(connection),
                            Created.byAnyone(said),
                            new Model(Snapshots.of(wanted), Origins.NONE, person),
                            plan -> {}))
                    .isInstanceOf(GoalException.class)
                    .hasMessageContaining("-Dalbedo.renames=\"customer.email->mail\"\n")
                    .hasMessageEndingWith("\nExisting rows also need a value of customer.nick: add"
                            + " -Dalbedo.fills=\"customer.nick=...\" to the same command, with a SQL expression for each ..., or"
                            + " fill it in in the migration");
        }
    }
}
