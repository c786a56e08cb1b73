package dev.albedo.maven.goal;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.FoundDifference;
import dev.albedo.maven.goal.plan.Plan;
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.proof.ProofFixture;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.Operation;
import dev.albedo.run.JdbcSink;
import dev.albedo.schema.Column;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.DependentDump;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans for tables on which somebody has put things by hand. */
class HandMadeTest extends ProofFixture {

    private static final String CUSTOMERS = "create table customer (id int constraint pk_customer primary key,"
            + " email varchar(50) not null, points int not null); insert into customer values (1, 'a', 1), (2, 'b', 2)";

    private static Schema model(SqlType email, SqlType points, Column... more) {
        Table table = table("customer", column("id", integer()), column("email", email), column("points", points));
        for (Column column : more) {
            table = table.with(column);
        }
        return Schema.of(table.with(primaryKey("pk_customer", "id")));
    }

    private static final Schema BEFORE = model(varchar(50), integer());

    /** Plans as create does where migrations created the model's table, shows the plan, and proves it. */
    private Plan planned(Schema model, Renames renames) throws Exception {
        try (Connection connection = database.connect()) {
            Comparison comparison =
                    new Comparison(Dialects.of(connection), NamingConvention.DEFAULT, renames, ObjectFilter.ALL);
            Schema start = LiveSchema.read(connection, FILTER);
            FoundDifference found =
                    comparison.ofDatabase(connection, start, model, Optional.of(BEFORE), Snapshots.NO_SEARCH);
            Plan plan = comparison.plan(found, InitialValues.NONE).in(connection, comparison.dialect());
            plan.print(said);
            proof(PlanProof.Place.DATABASE).of(connection, comparison, FILTER, plan);
            return plan;
        }
    }

    private static List<String> words(List<Operation> operations) {
        return operations.stream().map(Operation::describe).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table customer add constraint handck check (email <> '' and points >= 0)",
                "create index handix on customer (lower(email)) where points > 0",
                "create index handix on customer (email varchar_pattern_ops, (points + 1))",
                "alter table customer add constraint handuq unique (email, points)",
                "alter table customer add low text generated always as (lower(email) || points) stored",
                "create table other (points int, email varchar(50)); alter table customer add constraint uq unique"
                        + " (points); alter table other add constraint handfk foreign key (points) references customer"
                        + " (points)",
                "create extension btree_gist; alter table customer add constraint handex exclude using gist (email"
                        + " with =, points with <>)",
                "create view active as select * from customer where points > 0",
                "create function changed() returns trigger language plpgsql as 'begin return new; end'; create trigger"
                        + " handtr before update of points, email on customer for each row execute function changed()"
            })
    void staysOutOfTheMigrationAndIsThereAfterIt(String byHand) throws Exception {
        database.execute(CUSTOMERS, byHand);
        try (TestDatabase without = TestDatabases.create()) {
            without.execute(CUSTOMERS);

            Plan plan = planned(model(text(), bigint()), Renames.NONE);

            assertThat(words(plan.up()))
                    .containsExactly(
                            "alter column customer.email: type varchar(50) -> text",
                            "alter column customer.points: type integer -> bigint");
            runsBothWays(database, plan);
            runsBothWays(without, plan);
        }
    }

    private static void runsBothWays(TestDatabase database, Plan plan) throws Exception {
        try (Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            List<String> before = everything(connection);
            for (Operation operation : plan.up()) {
                JdbcSink.run(connection, dialect, operation);
            }
            assertThat(DependentDump.names(everything(connection))).isEqualTo(DependentDump.names(before));
            execute(connection, "insert into customer (id, email, points) values (3, 'long', 5000000000)");
            execute(connection, "delete from customer where id = 3");
            for (Operation operation : plan.down()) {
                JdbcSink.run(connection, dialect, operation);
            }
            assertThat(everything(connection)).isEqualTo(before);
        }
    }

    private static List<String> everything(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>(DependentDump.of(connection));
        CatalogDump.everything().withoutColumnOrder().of(connection).lines().forEach(lines::add);
        return lines;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void saysWhatIsRecreatedAndWhatThatCosts() throws Exception {
        database.execute(
                CUSTOMERS,
                "create view active as select id, email from customer",
                "create materialized view totals as select email, sum(points) as total from customer group by email",
                "analyze totals");

        Plan plan = planned(model(text(), integer()), Renames.NONE);

        assertThat(said.lines())
                .containsExactly(
                        "  alter column customer.email: type varchar(50) -> text",
                        "    recreates materialized view public.totals around it, which executes its query again for"
                                + " about 2 rows, 16 kB",
                        "    recreates view public.active around it",
                        "Tested on the database, up and down, and rolled back");
        assertThat(plan.dependents().comments().get(plan.up().get(0)))
                .isEqualTo(plan.dependents()
                        .comments()
                        .get(plan.down().get(plan.down().size() - 1)))
                .containsExactly(
                        "recreates materialized view public.totals around it",
                        "recreates view public.active around it");
    }

    @Test
    void followsTheNamesThatThePlanGivesToTypes() throws Exception {
        database.execute(
                "create type mood as enum ('GOOD', 'BAD')",
                "create table customer (id int constraint pk_customer primary key, mood mood not null)",
                "create view moods as select mood from customer");
        Schema model = Schema.of(
                Set.of(),
                List.of(table(
                        "customer",
                        column("id", integer()),
                        column("mood", named("temper")),
                        primaryKey("pk_customer", "id"))),
                List.of(),
                List.of(enumType("temper", "GOOD")));

        Plan plan = planned(model, Renames.parse("mood->temper"));

        assertThat(words(plan.up())).contains("alter enum type temper from [GOOD, BAD] to [GOOD]");
        assertThat(said.lines()).contains("    recreates view public.moods around it");
    }

    @Test
    void followsTheNamesThatThePlanGives() throws Exception {
        database.execute(CUSTOMERS, "create view active as select id, email from customer");
        Schema model =
                Schema.of(table("client", column("id", integer()), column("mail", text()), column("points", integer()))
                        .with(primaryKey("pk_client", "id")));

        Plan plan = planned(model, Renames.parse("customer->client,customer.email->mail"));

        assertThat(words(plan.up())).contains("alter column client.mail: type varchar(50) -> text");
        assertThat(said.lines()).contains("    recreates view public.active around it");
        runs(plan.up());
        assertThat(database.query("select email from active order by 1")).containsExactly("a", "b");
        runs(plan.down());
        assertThat(database.query("select email from active order by 1")).containsExactly("a", "b");
    }

    private void runs(List<Operation> operations) throws SQLException {
        try (Connection connection = database.connect()) {
            for (Operation operation : operations) {
                JdbcSink.run(connection, Dialects.of(connection), operation);
            }
        }
    }

    @Test
    void aDropThatAViewStandsAgainstIsRefusedWithItsName() throws Exception {
        database.execute(
                CUSTOMERS,
                "create view active as select id, email from customer where points > 0",
                "create view \"Over\" as select * from active");
        Schema model = Schema.of(table("customer", column("id", integer()), column("email", varchar(50)))
                .with(primaryKey("pk_customer", "id")));

        assertThatThrownBy(() -> planned(model, Renames.NONE))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("The plan cannot drop column customer.points, because view public.active, view"
                        + " public.\"Over\" depend on it and are known neither to the model nor to"
                        + " the migrations. Nothing was written; write the change by hand with mvn"
                        + " albedo:create-empty, with definitions that fit it, and its reverse in"
                        + " down():")
                .extracting(e -> String.valueOf(e.getMessage())
                        .lines()
                        .map(String::strip)
                        .toList())
                .asInstanceOf(list(String.class))
                .containsSubsequence(
                        "op.sql(\"\"\"",
                        "DROP VIEW public.\"Over\\\"\"\"\");",
                        "DROP VIEW public.active\"\"\");",
                        "// drop column customer.points",
                        "CREATE VIEW public.active AS  SELECT id,",
                        "CREATE VIEW public.\"Over\" AS  SELECT id,");
    }

    @Test
    void aViewThatDoesNotFitTheNewTypeIsRefusedWithItsName() throws Exception {
        database.execute(CUSTOMERS, "create view active as select id from customer where points > 0");

        assertThatThrownBy(() -> planned(model(varchar(50), varchar(9)), Renames.NONE))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith(
                        "The database rejects the plan: it cannot alter column customer.points: type integer ->"
                                + " varchar(9) (ERROR: cannot recreate view public.active after the change of"
                                + " customer.points: operator does not exist: character varying > integer")
                .hasMessageContaining("op.sql(\"\"\"\n        DROP VIEW public.active\"\"\");");
    }

    /** What the server prints of these is not what it prints of what it has read of that, whatever the type is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select id from customer where email in ('a', 'b') or email = any (array['c'])",
                "select coalesce(email, 'x') as c, max(case when email ~ '^a' then email else 'z' end) as m from"
                        + " customer group by email"
            })
    void aViewThatTheServerPrintsWithOtherCasts(String query) throws Exception {
        database.execute(CUSTOMERS, "create view active as " + query);
        List<String> rows = database.query("select a::text from active a order by 1");

        Plan plan = planned(model(text(), integer()), Renames.NONE);

        runs(plan.up());
        assertThat(database.query("select a::text from active a order by 1")).isEqualTo(rows);
        runs(plan.down());
        assertThat(database.query("select a::text from active a order by 1")).isEqualTo(rows);
    }

    @Test
    void aViewWhoseColumnWouldHaveAnotherTypeAfterTheWayBackIsRefused() throws Exception {
        database.execute(CUSTOMERS, "create view active as select email::text as mail from customer");

        assertThatThrownBy(() -> planned(model(text(), integer()), Renames.NONE))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("The plan does not restore view public.active: after alter column"
                        + " customer.email: type varchar(50) -> text and its rollback, its definition or a"
                        + " column type differs. Nothing was written;"
                        + " write the change by hand");
    }

    @Test
    void aViewOfAnExtensionIsRefusedWithItsName() throws Exception {
        database.execute(
                CUSTOMERS,
                "create extension hstore",
                "create view active as select id, email from customer",
                "alter extension hstore add view active");

        assertThatThrownBy(() -> planned(model(text(), integer()), Renames.NONE))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith(
                        "The plan cannot alter column customer.email: type varchar(50) -> text, because view"
                                + " public.active depends on it and cannot be recreated: it belongs to extension hstore."
                                + " Nothing was written; write the change by hand");
    }

    /** What the SQL of a script does when it is run statement by statement. */
    @Test
    void aScriptDoesTheSame() throws Exception {
        database.execute(
                CUSTOMERS,
                "create materialized view totals as select email, sum(points) as total from customer group by email",
                "create unique index on totals (email)");
        Plan plan = planned(model(text(), bigint()), Renames.NONE);
        Dialect offline = new PostgresDialect(18);
        try (Connection connection = database.connect()) {
            List<String> before = everything(connection);

            script(connection, offline, plan.up());
            assertThat(DependentDump.names(everything(connection))).isEqualTo(DependentDump.names(before));
            script(connection, offline, plan.down());

            assertThat(everything(connection)).isEqualTo(before);
        }
    }

    private static void script(Connection connection, Dialect dialect, List<Operation> operations) throws SQLException {
        for (Operation operation : operations) {
            for (dev.albedo.dialect.Statement statement : dialect.statements(operation)) {
                execute(connection, statement.sql());
            }
        }
    }
}
