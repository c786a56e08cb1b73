package dev.albedo.run;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.type;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;
import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.operation.Operation;
import dev.albedo.revision.RevisionNode;
import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import dev.albedo.schema.QualifiedName;
import dev.albedo.tenant.Tenant;
import dev.albedo.tenant.TenantListener;
import dev.albedo.tenant.TenantRun;
import dev.albedo.tenant.Tenants;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rollback deletes only if it is told to. */
class RollbackGuardTest {

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

    private Migrator allowed(MigrationSource migrations) {
        return migrator(migrations, RunSettings.DEFAULT.allowDestructive(true));
    }

    /** Three revisions: a table and a sequence, a column, and new names for both. */
    private static TestMigrations shop(Consumer<Operations> dropEmail) {
        return new TestMigrations()
                .add(
                        "aaa1",
                        op -> {
                            op.sql("create sequence customer_seq");
                            op.createTable("customer", column("id", integer()));
                        },
                        op -> {
                            op.dropTable("customer");
                            op.dropSequence("customer_seq");
                        })
                .add(
                        "bbb2",
                        op -> op.addColumn(
                                "customer", column("email", varchar(20)).nullable()),
                        dropEmail)
                .add(
                        "ccc3",
                        op -> {
                            op.renameTable("customer", "client");
                            op.renameColumn("client", "email", "mail");
                        },
                        op -> {
                            op.renameColumn("client", "mail", "email");
                            op.renameTable("client", "customer");
                        });
    }

    private static TestMigrations shop() {
        return shop(op -> op.dropColumn("customer", "email"));
    }

    private List<String> state() throws SQLException {
        return database.query("select id || ' ' || coalesce(mail, '-') from client order by id");
    }

    @Test
    void theWholeRunIsRefusedAtOnceWithTheNumbersOfRows() throws SQLException {
        migrator(shop()).migrate("head");
        database.execute(
                "insert into client select n, case when n % 3 = 0 then 'x' end from generate_series(1, 1200) n",
                "select nextval('customer_seq') from generate_series(1, 51)");

        assertThatThrownBy(() -> migrator(shop()).rollbackTo("base"))
                .isInstanceOf(RunException.class)
                .hasMessage("""
                        nothing was taken back: it deletes data:
                            bbb2  column customer.email, 400 rows with a value
                            aaa1  table customer, 1,200 rows
                            aaa1  the position of sequence customer_seq, which is at 51
                          If that is meant, allow it for this run with -Dalbedo.allowDestructive=true, or write\
                         op.allowDataLoss("column customer.email"), op.allowDataLoss("table customer"),\
                         op.allowDataLoss("the position of sequence customer_seq") before it in down()""");
        assertThatThrownBy(() -> migrator(shop()).planRollbackTo("base"))
                .hasMessageContaining("column customer.email, 400 rows");

        assertThat(state()).hasSize(1200);
        assertThat(migrator(shop()).status().atHead()).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsAllowedIsSaidWithTheNumbersOfRows() throws SQLException {
        migrator(shop()).migrate("head");
        database.execute("insert into client values (1, 'x'), (2, null)");

        assertThat(allowed(shop()).planRollbackTo("base").stream().flatMap(work -> work.deletes().stream()))
                .containsExactly("column customer.email, 1 row with a value", "table customer, 2 rows");
        assertThat(allowed(shop()).rollbackTo("base")).hasSize(3);
        assertThat(told)
                .containsExactly(
                        "DOWN bbb2 [column customer.email, 1 row with a value]", "DOWN aaa1 [table customer, 2 rows]");
    }

    @Test
    void whatTheMigrationAcknowledgesIsDoneAndSaid() throws SQLException {
        Consumer<Operations> said = op -> {
            op.allowDataLoss("column customer.email");
            op.dropColumn("customer", "email");
        };
        migrator(shop()).migrate("head");
        database.execute("insert into client values (1, 'x')");

        assertThat(migrator(shop(said)).rollback(2)).hasSize(2);
        assertThat(told).containsExactly("DOWN bbb2 [column customer.email, 1 row with a value]");
        assertThatThrownBy(() -> migrator(shop(said)).rollback(1))
                .hasMessageContaining("aaa1  table customer, 1 row\n");
    }

    @Test
    void anEmptyTableAndAColumnWithoutValuesNeedNoWord() throws SQLException {
        migrator(shop()).migrate("head");
        database.execute("insert into client values (1, null)");

        assertThat(migrator(shop()).rollback(2)).hasSize(2);
        database.execute("delete from customer");
        assertThat(migrator(shop()).rollback(1)).hasSize(1);
        assertThat(told).isEmpty();
        assertThat(database.query("select to_regclass('customer')")).containsOnlyNulls();
    }

    @Test
    void aRowThatComesBetweenTheCountAndTheDropStopsIt() throws SQLException {
        TestMigrations migrations = new TestMigrations()
                .add("aaa1", op -> op.createTable("customer", column("id", integer())), op -> {
                    op.sql("insert into customer values (7)");
                    op.dropTable("customer");
                });
        migrator(migrations).migrate("head");

        assertThatThrownBy(() -> migrator(migrations).rollback(1))
                .hasMessageContaining("table customer had no data when this run began, and has some now")
                .hasMessageContaining("Run it again; it then says how much there is.");
        assertThat(database.query("select count(*) from customer")).containsExactly("0");
        assertThat(migrator(migrations).status().pending()).isEmpty();
    }

    @Test
    void rowsThatAPolicyHidesAreNotTakenForNone() throws SQLException {
        TestMigrations migrations = new TestMigrations()
                .add("aaa1", op -> op.createTable("customer", column("id", integer())), op -> op.dropTable("customer"));
        migrator(migrations).migrate("head");
        database.execute(
                "insert into customer values (1)",
                "create role hidden_" + database.name() + " login",
                "grant all on schema public to hidden_" + database.name(),
                "grant select on albedo_history to hidden_" + database.name(),
                "alter table customer owner to hidden_" + database.name(),
                "alter table customer enable row level security",
                "alter table customer force row level security");
        ConnectionSource hidden = () -> {
            Connection connection = database.connect();
            connection.createStatement().execute("set role hidden_" + database.name());
            return connection;
        };
        try {
            assertThatThrownBy(() ->
                            new Migrator(hidden, migrations, RunSettings.DEFAULT, RunListener.NONE).planRollback(1))
                    .hasMessageContaining("table customer, an unknown number of rows (ERROR: query would be affected by"
                            + " row-level security policy for table \"customer\")");
        } finally {
            database.execute("drop owned by hidden_" + database.name(), "drop role hidden_" + database.name());
        }
    }

    /** A change of the clock repeats times: rows may become the same, so it is asked where there are rows. */
    @Test
    void aConversionOfNoValuesNeedsNoWord() throws SQLException {
        Column zoned = column("since", type("timestamptz")).nullable();
        Column zoneless = column("since", type("timestamp")).nullable();
        TestMigrations migrations = new TestMigrations()
                .add(
                        "aaa1",
                        op -> op.createTable("visit", column("id", integer()), zoneless),
                        op -> op.dropTable("visit"))
                .add(
                        "bbb2",
                        op -> op.apply(new Operation.AlterColumn(
                                QualifiedName.of("visit"), zoneless, zoned, "since AT TIME ZONE 'Europe/Berlin'")),
                        op -> op.apply(new Operation.AlterColumn(
                                QualifiedName.of("visit"), zoned, zoneless, "since AT TIME ZONE 'Europe/Berlin'")));
        allowed(migrations).migrate("head");
        database.execute("insert into visit values (1, null)");
        told.clear();
        assertThat(migrator(migrations).rollback(1)).hasSize(1);
        assertThat(told).isEmpty();

        allowed(migrations).migrate("head");
        database.execute("insert into visit values (2, '2026-06-01 12:00+00')");
        assertThatThrownBy(() -> migrator(migrations).rollback(1))
                .hasMessageContaining(
                        "bbb2  times that a change of the clock skips or repeats in column visit.since, 1 row with a value\n");
        assertThat(database.query("select pg_typeof(since) from visit limit 1"))
                .containsExactly("timestamp with time zone");
    }

    @Test
    void anAttributeWithoutValuesNeedsNoWord() throws SQLException {
        Column street = column("street", varchar(20)).nullable();
        Column city = column("city", varchar(20)).nullable();
        CompositeType one = new CompositeType(QualifiedName.of("address"), List.of(street), null);
        CompositeType two = new CompositeType(QualifiedName.of("address"), List.of(street, city), null);
        TestMigrations migrations = new TestMigrations()
                .add("aaa1", op -> op.createComposite(one), op -> op.dropComposite("address"))
                .add("bbb2", op -> op.alterComposite(one, two), op -> op.alterComposite(two, one))
                .add(
                        "ccc3",
                        op -> op.sql("create table firm (id int, seat address, others address[])"),
                        op -> op.sql("alter table firm rename to company"));
        migrator(migrations).migrate("bbb2");
        assertThat(migrator(migrations).rollback(1)).as("no column").hasSize(1);

        migrator(migrations).migrate("bbb2");
        database.execute(
                "create table firm (id int, seat address, others address[])",
                "insert into firm values (1, row('Main Street', null), null), (2, null, null)");
        assertThat(migrator(migrations).rollback(1)).as("no city").hasSize(1);
        assertThat(told).isEmpty();

        migrator(migrations).migrate("bbb2");
        database.execute("update firm set seat = row('Main Street', 'Springfield') where id = 1");
        assertThatThrownBy(() -> migrator(migrations).rollback(1))
                .hasMessageContaining(
                        "\n    bbb2  attribute city of type address in firm.seat, 1 row with a value\n  If that is meant")
                .hasMessageContaining("or write op.allowDataLoss(\"attribute city of type address\") before it");
        database.execute("update firm set seat = null, others = array[row('A', null)::address] where id = 1");
        assertThatThrownBy(() -> migrator(migrations).rollback(1))
                .as("of an array only its rows are counted")
                .hasMessageContaining("attribute city of type address, 1 row with a value");
    }

    @Test
    void manyRowsAreEstimated() throws SQLException {
        migrator(shop()).migrate("head");
        database.execute("insert into client select n, null from generate_series(1, 150000) n", "analyze client");

        assertThatThrownBy(() -> migrator(shop()).rollbackTo("base"))
                .hasMessageContaining(
                        "aaa1  table customer, more than 100,000 rows, of about 150,000 by the server's statistics\n");
    }

    @Test
    void aComputedColumnHoldsNoDataOfItsOwn() throws SQLException {
        TestMigrations migrations = shop().add(
                        "ddd4",
                        op -> op.addColumn(
                                "client", column("loud", text()).nullable().generatedAs("upper(mail)")),
                        op -> op.dropColumn("client", "loud"));
        migrator(migrations).migrate("head");
        database.execute("insert into client values (1, 'x')");

        assertThat(migrator(migrations).rollback(1)).hasSize(1);
        assertThat(told).isEmpty();
    }

    @Test
    void whatTheRunItselfMakesIsNoLoss() throws SQLException {
        TestMigrations migrations = new TestMigrations()
                .add("aaa1", op -> op.createTable("old", column("id", integer())), op -> op.dropTable("old"))
                .add("bbb2", op -> op.dropTable("old"), op -> {
                    op.createTable("old", column("id", integer()));
                    op.sql("insert into old values (1)");
                });
        migrator(migrations, RunSettings.DEFAULT.allowDestructive(true)).migrate("head");
        told.clear();

        assertThat(migrator(migrations).rollbackTo("base")).hasSize(2);
        assertThat(told).isEmpty();
    }

    @Test
    void oneTenantWithRowsIsLeftAsItIs() throws SQLException {
        migrator(shop()).migrate("head");
        database.execute("insert into client values (1, 'x')");
        Tenants tenants = new Tenants(
                List.of(new Tenant("one", ConnectionSource.of(database.dataSource()))),
                shop(),
                RunSettings.DEFAULT,
                1,
                false,
                TenantListener.NONE);

        TenantRun run = tenants.run(migrator -> migrator.rollback(2)).get(0);
        assertThat(run.outcome()).isEqualTo(TenantRun.Outcome.FAILED);
        assertThat(run.reason()).contains("bbb2  column customer.email, 1 row with a value");
        assertThat(state()).containsExactly("1 x");
    }

    @Revision(id = "ba5e", baseline = true)
    private static final class Adopted implements Migration {
        @Override
        public void up(Operations op) {
            op.createTable("customer", column("id", integer()));
        }

        @Override
        public void down(Operations op) {
            op.dropTable("customer");
        }
    }

    @Test
    void aBaselineIsTakenBackOnlyByItsName() throws SQLException {
        MigrationSource migrations = MigrationSource.of(List.of(new Adopted()));
        database.execute("create table customer (id integer not null)");
        migrator(migrations).stamp(List.of("head"), false);

        String refusal = "revision ba5e (Adopted) is a baseline, whose tables were there before Albedo: taking"
                + " it back drops them. Stop at it with -Dto=ba5e, or name it with -Dalbedo.undoBaseline=ba5e if they shall go";
        assertThatThrownBy(() -> migrator(migrations).rollback(1)).hasMessage("nothing was taken back: " + refusal);
        assertThatThrownBy(() -> allowed(migrations).rollbackTo("base"))
                .hasMessage("nothing was taken back: " + refusal);
        database.execute("insert into customer values (1)");
        assertThatThrownBy(() -> migrator(migrations).rollback(1))
                .hasMessageStartingWith(
                        "nothing was taken back: " + refusal + "\nit deletes data:\n    ba5e  table customer, 1 row\n");
        RunSettings named = RunSettings.DEFAULT.undoBaselines(Set.of("ba5e"));
        assertThatThrownBy(() -> migrator(migrations, named).rollback(1))
                .hasMessageStartingWith("nothing was taken back: it deletes data:\n    ba5e  table customer, 1 row\n");
        assertThat(database.query("select id from customer")).containsExactly("1");

        assertThat(migrator(migrations, named.allowDestructive(true)).rollback(1))
                .hasSize(1);
        assertThat(database.query("select to_regclass('customer')")).containsOnlyNulls();
    }

    @Test
    void aScriptMarksABaselineAndWhatItDeletes() {
        MigrationSource migrations = MigrationSource.of(List.of(new Adopted()));
        Script script =
                new Script(new PostgresDialect(18), migrations, QualifiedName.of("albedo_history"), false, false);

        assertThat(script.down("head", "base").text()).contains("""
                        -- down ba5e (Adopted)
                        --   A BASELINE: drops tables that were there before Albedo
                        --   drop table customer
                        --   DELETES DATA: table customer
                        """);
    }
}
