package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.Operations;
import dev.albedo.revision.RevisionNode;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run does not do without being told to. */
class AdmissionTest {

    private final List<String> told = new ArrayList<>();
    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private Migrator migrator(MigrationSource migrations, RunSettings settings) {
        return new Migrator(ConnectionSource.of(database.dataSource()), migrations, settings, new RunListener() {
            @Override
            public void deletes(Direction direction, RevisionNode revision, List<String> what) {
                told.add(direction + " " + revision.id() + " " + what);
            }
        });
    }

    private Migrator migrator(MigrationSource migrations) {
        return migrator(migrations, RunSettings.DEFAULT);
    }

    private static TestMigrations customers(Consumer<Operations> second, Consumer<Operations> back) {
        return new TestMigrations()
                .add(
                        "aaa1",
                        op -> op.createTable(
                                "customer",
                                column("id", integer()),
                                column("email", varchar(20)).nullable(),
                                column("loud", text()).nullable().generatedAs("upper(email)")),
                        op -> op.dropTable("customer"))
                .add("bbb2", second, back);
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = database.connect();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void aValueThatNobodyHasSaidStopsItBeforeAnything() throws SQLException {
        TestMigrations migrations = customers(
                op -> {
                    op.addColumn("customer", column("name", text()).nullable());
                    op.backfill("customer", "name");
                    op.alterColumn("customer", column("name", text()).nullable(), column("name", text()));
                },
                op -> op.dropColumn("customer", "name"));

        assertThatThrownBy(() -> migrator(migrations).migrate("head"))
                .isInstanceOf(RunException.class)
                .hasMessage(
                        "nothing was run: revision bbb2 (M_bbb2) does not say what the rows of customer get in column"
                                + " name: write op.backfill(\"customer\", \"name\", \"...\") with the SQL of a value in it");
        assertThat(one("select to_regclass('customer')")).isNull();
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsDeletedMustBeSaidOrAllowed() throws SQLException {
        TestMigrations migrations = customers(
                op -> {
                    op.allowDataLoss("column customer.id");
                    op.dropColumn("customer", "loud");
                    op.dropColumn("customer", "email");
                    op.dropColumn("customer", "id");
                },
                op -> op.addColumn("customer", column("id", integer()).nullable()));

        assertThatThrownBy(() -> migrator(migrations).migrate("head"))
                .isInstanceOf(RunException.class)
                .hasMessage(
                        "nothing was run: revision bbb2 (M_bbb2) deletes data: column customer.email. If that is meant,"
                                + " write op.allowDataLoss(\"column customer.email\") before it, or allow it for this run with"
                                + " -Dalbedo.allowDestructive=true");
        assertThat(one("select to_regclass('customer')")).isNull();

        assertThat(migrator(migrations, RunSettings.DEFAULT.allowDestructive(true))
                        .migrate("head"))
                .hasSize(2);
        assertThat(told).containsExactly("UP bbb2 [column customer.loud, column customer.email, column customer.id]");
    }

    @Test
    void whatIsSaidInTheMigrationIsEnoughAlsoLater() throws SQLException {
        Consumer<Operations> drop = op -> op.dropColumn("customer", "email");
        Consumer<Operations> back =
                op -> op.addColumn("customer", column("email", varchar(20)).nullable());
        TestMigrations silent = customers(
                op -> {
                    op.dropColumn("customer", "loud");
                    drop.accept(op);
                },
                back);
        TestMigrations said = customers(
                op -> {
                    op.dropColumn("customer", "loud");
                    op.allowDataLoss("column customer.email");
                    drop.accept(op);
                },
                back);

        migrator(said).migrate("head");
        assertThat(migrator(silent).status().edited()).isEmpty();
        assertThat(migrator(said).status().edited()).isEmpty();
    }

    @Test
    void aRollbackThatDeletesNothingIsNotHeldUp() throws SQLException {
        TestMigrations migrations = customers(
                op -> op.addColumn("customer", column("age", integer()).nullable()), op -> {
                    op.dropColumn("customer", "age");
                    op.addColumn("customer", column("born", integer()).nullable());
                    op.backfill("customer", "born");
                    op.alterColumn("customer", column("born", integer()).nullable(), column("born", integer()));
                });
        migrator(migrations).migrate("head");
        database.execute("insert into customer (id) values (1), (2)");

        assertThatThrownBy(() -> migrator(migrations).rollback(1))
                .isInstanceOf(RunException.class)
                .hasMessageStartingWith("nothing was taken back: down() of revision ")
                .hasMessageContaining(
                        "does not say what the rows of customer get in column born: write op.backfill(\"customer\", \"born\",");
        assertThat(told).isEmpty();

        database.execute("delete from customer");
        assertThat(migrator(migrations).rollback(2)).hasSize(2);
    }

    @Test
    void aMissingValueStopsARollbackOfSeveralRevisionsBeforeTheFirst() throws SQLException {
        TestMigrations migrations = new TestMigrations()
                .add(
                        "aaa1",
                        op -> op.createTable("customer", column("id", integer()), column("age", integer())),
                        op -> op.dropTable("customer"))
                .add(
                        "bbb2",
                        op -> op.alterColumn(
                                "customer",
                                column("age", integer()),
                                column("age", integer()).nullable()),
                        op -> {
                            op.backfill("customer", "age");
                            op.alterColumn("customer", column("age", integer()).nullable(), column("age", integer()));
                        })
                .add("ccc3", op -> op.createTable("other", column("id", integer())), op -> op.dropTable("other"));
        migrator(migrations).migrate("head");
        database.execute("insert into customer values (1, null)");
        assertThat(migrator(migrations)
                        .incompleteBack(migrations.graph().find("bbb2").orElseThrow()))
                .singleElement()
                .asString()
                .startsWith(
                        "down() of revision bbb2 (M_bbb2) does not say what the rows of customer get in column age");

        assertThatThrownBy(() -> migrator(migrations).rollback(2))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("does not say what the rows of customer get in column age");
        assertThat(migrator(migrations).status().applied()).hasSize(3);

        database.execute("update customer set age = 1");
        assertThat(migrator(migrations).rollback(2)).hasSize(2);
    }

    @Test
    void rowsThatBreakWhatIsExpectedAreSaidBeforeAnythingOfTheRevision() throws SQLException {
        TestMigrations migrations = customers(
                op -> {
                    op.expect("customer", unique("uq_email", "email"));
                    op.expect("customer", "char_length(email) <= 3");
                    op.createTable("other", column("id", integer()));
                    op.addConstraint("customer", unique("uq_email", "email"));
                },
                op -> {});
        migrator(migrations).migrate("aaa1");
        database.execute("insert into customer (id, email) values (1, 'x'), (2, 'x'), (3, 'yyyy')");

        assertThatThrownBy(() -> migrator(migrations).migrate("head"))
                .isInstanceOf(RunException.class)
                .hasMessage("""
                        revision bbb2 (M_bbb2), step 1 of 4 (expect unique (email) on customer) failed: ERROR: customer has 2\
                         rows whose email occurs more than once
                          Hint: See them with SELECT email, count(*) FROM customer WHERE email IS NOT NULL GROUP BY email\
                         HAVING count(*) > 1
                        Nothing of this revision was changed; what was done before it stays.""");
        database.execute("update customer set email = ctid::text where email = 'x'");
        assertThatThrownBy(() -> migrator(migrations).migrate("head"))
                .hasMessageContaining("customer has 3 rows for which this is false: char_length(email) <= 3");
        assertThat(one("select to_regclass('other')")).isNull();
        database.execute("update customer set email = right(email, 2)");
        database.execute("delete from customer where email = 'yy'");
        assertThat(migrator(migrations).migrate("head")).hasSize(1);
    }

    @Test
    void aMoveThatIsNotFilledInIsRunInNeitherDirection() throws SQLException {
        String update = "update customer set email = 'x' where /* FILL IN */ NULL";
        TestMigrations unfinished = customers(op -> op.sql(update), op -> {});
        migrator(unfinished).migrate("aaa1");
        database.execute("insert into customer (id) values (1)");
        assertThatThrownBy(() -> migrator(unfinished).migrate("head"))
                .isInstanceOf(RefusedRunException.class)
                .hasMessageContaining(
                        "revision bbb2 (M_bbb2) does not say how rows move to another table: replace /* FILL"
                                + " IN */ NULL in 1 operation, as the text beside each describes");

        TestMigrations back = customers(
                op -> op.sql("select 1"),
                op -> op.expect("customer", "exists (select from customer where /* FILL IN */ NULL)"));
        migrator(back).migrate("head");
        assertThatThrownBy(() -> migrator(back).rollback(1))
                .isInstanceOf(RefusedRunException.class)
                .hasMessageStartingWith("nothing was taken back: revision bbb2 (M_bbb2) does not say how rows move");
        assertThat(one("select count(*) from customer where email is null")).isEqualTo("1");
    }
}
