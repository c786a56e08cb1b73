package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.schema.QualifiedName;
import dev.albedo.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Revisions with {@code transactional = false}. */
class DividedTest extends RunFixture {

    /** Ends its transaction, so it cannot be called in one, and leaves a row each time it is called. */
    private static final String PROCEDURE = "create procedure happen() language plpgsql as"
            + " $$ begin insert into happened values (1); commit; end $$";

    private static final String DOUBT = "step 3 of revision bbb2 (M_bbb2) was sent to the server outside of any"
            + " transaction, and its run ended before the server had answered, so only you can find out whether it happened;"
            + " look, then say it with mvn albedo:repair -Dalbedo.step=done, or -Dalbedo.step=again to have it sent once"
            + " more, and run it again\nSQL: call happen()";

    private static TestMigrations migrations(String alone) {
        return new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.sql("create table a (id int)");
                            op.sql("create table happened (n int)");
                            op.sql(PROCEDURE);
                        },
                        op -> op.sql("select 1"))
                .addDivided(
                        "bbb2",
                        op -> {
                            op.data("fill a", data -> data.update("insert into a values (1)"));
                            op.addColumn("a", column("n", integer()).nullable());
                            op.sql(alone);
                            op.createIndexConcurrently("a", index("ix_a", "id"));
                        },
                        op -> {
                            op.dropIndexConcurrently("a", "ix_a");
                            op.data("empty a", data -> data.update("delete from a"));
                            op.sql(alone);
                            op.dropColumn("a", "n");
                        });
    }

    private static TestMigrations migrations() {
        return migrations("call happen()");
    }

    private Migrator on(ConnectionSource connections, MigrationSource migrations) {
        return new Migrator(connections, migrations, RunSettings.DEFAULT.allowDestructive(true), RunListener.NONE);
    }

    private Migrator on(MigrationSource migrations) {
        return on(ConnectionSource.of(database.dataSource()), migrations);
    }

    private List<String> happened() throws SQLException {
        return query("count(*)", "happened");
    }

    private List<String> history() throws SQLException {
        return query("revision, state, steps, in_doubt", "albedo_history where revision = 'bbb2'");
    }

    @Test
    void recordsEachStepByItselfAndSendsSqlOutsideOfTransactions() throws SQLException {
        Tap tap = Tap.counting(ConnectionSource.of(database.dataSource()));
        assertThat(on(tap, migrations()).migrate("head")).hasSize(2);
        assertThat(tap.events.stream().filter("commit"::equals))
                .as("the history, aaa1, two steps, the mark and the record of each of two alone")
                .hasSize(2 + 2 + 2 * 2);
        assertThat(happened()).containsExactly("1");
        assertThat(history()).containsExactly("bbb2 applied 4 f");
        assertThat(query("event, outcome, steps", "albedo_history_log where revision = 'bbb2' order by id"))
                .containsExactly("up began 0", "up done 4");

        assertThat(on(migrations()).rollback(1)).hasSize(1);
        assertThat(happened()).containsExactly("2");
        assertThat(query("count(*)", "a")).containsExactly("0");
        assertThat(on(migrations("vacuum a")).status().edited())
                .as("taken back")
                .isEmpty();
        assertThat(on(migrations("vacuum a")).migrate("head")).hasSize(1);
    }

    @Test
    void doesEachStepOnceWhereverTheConnectionIsCut() throws SQLException {
        int asked = 0;
        boolean finished = false;
        for (int last = 1; !finished; last++) {
            database.execute("drop schema public cascade", "create schema public");
            on(migrations()).migrate("aaa1");
            int stopAt = last;
            Tap tap = new Tap(ConnectionSource.of(database.dataSource()), true, (event, connection) -> {
                if (event == stopAt) {
                    connection.abort(Runnable::run);
                }
            });
            try {
                on(tap, migrations()).migrate("head");
                finished = tap.events.size() < last;
            } catch (RunException e) {
                assertThat(e.getMessage()).containsAnyOf("run it again", "cannot connect");
            }
            String where = "after " + tap.events.get(tap.events.size() - 1);
            String answer = String.join("", happened());
            if (history().equals(List.of("bbb2 started 2 t"))) {
                asked++;
                assertThatThrownBy(() -> on(migrations()).planMigrate("head")).hasMessage(DOUBT);
                assertThatThrownBy(() -> on(migrations()).migrate("head")).hasMessage(DOUBT);
                assertThat(happened()).as("nothing is guessed").containsExactly(answer);
                List<SettledStep> settled =
                        on(migrations()).settle(answer.equals("1") ? StepOutcome.DONE : StepOutcome.AGAIN);
                assertThat(settled).extracting(each -> each.step().number()).containsExactly(3);
                assertThat(query(
                                "event, outcome, steps, request",
                                "albedo_history_log where event = 'repair' and revision = 'bbb2'"))
                        .containsExactly(
                                answer.equals("1") ? "repair done 3 step 3 done" : "repair done 2 step 3 again");
            }
            on(migrations()).migrate("head");
            assertThat(happened()).as(where).containsExactly("1");
            assertThat(query("id", "a")).as(where).containsExactly("1");
            assertThat(history()).as(where).containsExactly("bbb2 applied 4 f");
        }
        assertThat(asked).as("before, and after the statement").isGreaterThanOrEqualTo(2);
    }

    @Test
    void goesOnByItselfAfterTheServerHasSaidThatTheStepFailed() throws SQLException {
        TestMigrations failing = migrations("call nothing_of_that_name()");
        assertThatThrownBy(() -> on(failing).migrate("head"))
                .hasMessageContaining("step 3 of 4 (run SQL: call nothing_of_that_name()) failed: ERROR: procedure")
                .hasMessageEndingWith(
                        "it goes on at step 3. What the statement did before it failed is not taken back, as"
                                + " it is outside of a transaction.");
        assertThat(history()).containsExactly("bbb2 started 2 f");
        database.execute("create procedure nothing_of_that_name() language sql as 'select 1'");
        assertThat(on(failing).migrate("head")).hasSize(1);
    }

    @Test
    void settlesTheWayBackToo() throws SQLException {
        on(migrations()).migrate("head");
        Tap tap = new Tap(ConnectionSource.of(database.dataSource()), true, (event, connection) -> {
            if (happened().equals(List.of("2"))) {
                connection.abort(Runnable::run);
            }
        });
        assertThatThrownBy(() -> on(tap, migrations()).rollback(1)).hasMessageContaining("run it again");
        assertThat(history()).containsExactly("bbb2 undoing 2 t");
        assertThatThrownBy(() -> on(migrations()).rollback(1))
                .hasMessageStartingWith("step 3 of revision bbb2 (M_bbb2) was sent");
        on(migrations()).settle(StepOutcome.DONE);
        on(migrations()).migrate("head");
        assertThat(happened()).as("down once, and up again").containsExactly("3");
        assertThatThrownBy(() -> on(migrations()).settle(StepOutcome.AGAIN))
                .hasMessage("no step is in doubt, so nothing was changed; mvn albedo:status says how things stand");
    }

    @Test
    void doesNotGuessWhenTheRevisionHasBecomeATransaction() throws SQLException {
        on(migrations()).migrate("aaa1");
        on(migrations()).migrate("head");
        database.execute(
                "update albedo_history set state = 'started', steps = 2, in_doubt = true where revision = 'bbb2'");
        TestMigrations changed = new TestMigrations()
                .add("aaa1", op -> {}, op -> {})
                .add(
                        "bbb2",
                        op -> {
                            op.data("fill a", connection -> {});
                            op.addColumn("a", column("n", integer()).nullable());
                            op.sql("call happen()");
                            op.createIndexConcurrently("a", index("ix_a", "id"));
                        },
                        op -> {});
        assertThatThrownBy(() -> on(changed).planMigrate("head")).hasMessageStartingWith("step 3 of revision bbb2");
    }

    @Test
    void isAScript() throws SQLException {
        TestMigrations migrations = new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.sql("create table happened (n int)");
                            op.sql(PROCEDURE);
                        },
                        op -> op.sql("select 1"))
                .addDivided(
                        "bbb2",
                        op -> {
                            op.sql("call happen()");
                            op.sql("vacuum happened");
                        },
                        op -> op.sql("call happen()"));
        for (boolean idempotent : new boolean[] {true, false}) {
            database.execute("drop schema public cascade", "create schema public");
            Script script = new Script(
                    new PostgresDialect(18), migrations, QualifiedName.of("albedo_history"), idempotent, false);
            String up = script.up("base", "head").text();
            ScriptTest.run(database, up);
            assertThat(happened()).containsExactly("1");
            assertThat(history()).containsExactly("bbb2 applied 2 f");
            if (idempotent) {
                ScriptTest.run(database, up);
                assertThat(happened()).as("run twice").containsExactly("1");
                leaveInDoubt(database);
                assertThatThrownBy(() -> ScriptTest.run(database, up))
                        .hasMessageContaining("whether step 1 of revision bbb2 (M_bbb2) happened is not known");
                assertThat(happened()).containsExactly("1");
                on(migrations).settle(StepOutcome.DONE);
                ScriptTest.run(database, up);
                assertThat(happened()).containsExactly("1");
            }
            ScriptTest.run(database, script.down("head", "aaa1").text());
            assertThat(happened()).containsExactly("2");
            assertThat(history()).isEmpty();
        }
    }

    private static void leaveInDoubt(TestDatabase database) throws SQLException {
        database.execute(
                "update albedo_history set state = 'started', steps = 0, in_doubt = true where revision = 'bbb2'");
    }

    @Test
    void printsNoPassword() throws SQLException {
        String secret = "alter role somebody password 'sesame'";
        TestMigrations migrations = new TestMigrations().addDivided("bbb2", op -> op.sql(secret), op -> {});
        assertThatThrownBy(() -> on(migrations).migrate("head"))
                .hasMessageContaining("password '***'")
                .satisfies(failure ->
                        assertThat(failure.getMessage() + failure.getCause()).doesNotContain("sesame"));
        database.execute("update albedo_history set in_doubt = true");
        assertThatThrownBy(() -> on(migrations).migrate("head"))
                .hasMessageEndingWith("SQL: alter role somebody password '***'");
        on(migrations).settle(StepOutcome.AGAIN);
        assertThat(database.query("select l::text from albedo_history_log l").toString())
                .doesNotContain("sesame");
    }
}
