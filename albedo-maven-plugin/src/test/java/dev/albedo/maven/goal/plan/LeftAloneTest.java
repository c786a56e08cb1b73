package dev.albedo.maven.goal.plan;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.enumType;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.text;
import static dev.albedo.schema.Types.timestamptz;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.operation.Operation;
import dev.albedo.run.JdbcSink;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.schema.TableElement;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the model does not know, on a database that others use too. */
class LeftAloneTest {

    private static final SchemaFilter READ = LiveSchema.FILTER;

    private final Said said = new Said();
    private TestDatabase database;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private static Table customer(TableElement... more) {
        Table table = table(
                "customer",
                column("id", integer()),
                column("email", varchar(50)).nullable());
        table = table.with(primaryKey("pk_customer", "id"));
        for (TableElement element : more) {
            table = element instanceof Column column ? table.with(column) : table.with((Constraint) element);
        }
        return table;
    }

    private static final Schema CUSTOMER = Schema.of(customer());

    /**
     * What there is to do, in words; proven, done, and then nothing is left to do.
     *
     * @param created what the migrations created
     */
    private List<String> done(Schema model, Optional<Schema> created, ObjectFilter filter, SchemaFilter read)
            throws Exception {
        try (Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            Comparison comparison = new Comparison(dialect, NamingConvention.DEFAULT, Renames.NONE, filter);
            DropScope ours = new DropScope(created, said);
            Schema start = LiveSchema.read(connection, read);
            FoundDifference found = comparison.ofDatabase(connection, start, model, created, Snapshots.NO_SEARCH);
            ours.sayLeftAlone(found);
            if (!found.diff().isEmpty()) {
                proof().of(connection, comparison, read, comparison.plan(found, InitialValues.NONE));
            }
            for (Operation operation : found.diff().operations()) {
                JdbcSink.run(connection, dialect, operation);
            }
            FoundDifference again = comparison.ofDatabase(
                    connection,
                    LiveSchema.read(connection, read),
                    model,
                    Optional.of(Schema.EMPTY),
                    Snapshots.NO_SEARCH);
            assertThat(again.diff().operations()).as("left to do").isEmpty();
            return found.diff().operations().stream().map(Operation::describe).toList();
        }
    }

    private PlanProof proof() {
        return new PlanProof(
                PlanProof.Place.DATABASE,
                Duration.ofSeconds(3),
                Duration.ofSeconds(60),
                ScratchServer.beside(
                        new Drivers(LeftAloneTest.class.getClassLoader()),
                        () -> ConnectionSettings.of(database.url(), "the test")),
                new Said());
    }

    private List<String> done(Schema model, Schema created) throws Exception {
        return done(model, Optional.of(created), ObjectFilter.ALL, READ);
    }

    private void customers() throws SQLException {
        database.execute("create table customer (id int, email varchar(50), constraint pk_customer primary key (id))");
    }

    @Test
    void everyKindStaysUnlessTheMigrationsCreatedIt() throws Exception {
        customers();
        database.execute(
                "create extension btree_gist",
                "create type mood as enum ('good')",
                "create table log (id serial primary key, at text, customer int references customer)",
                "create index ix_log on log (at)",
                "create sequence numbers",
                "alter table customer add legacy mood not null default 'good', add number serial",
                "alter table customer add doubled int generated always as (id * 2) stored",
                "create index ix_legacy on customer (legacy)",
                "create index ix_lower on customer (lower(email)) where id > 0",
                "alter table customer add constraint uq_email unique (email), add constraint ck check (id > 0),"
                        + " add constraint one exclude using gist (id with =), add constraint self foreign key (number)"
                        + " references customer");
        Schema everything;
        try (Connection connection = database.connect()) {
            everything = LiveSchema.read(connection, READ);
        }

        assertThat(done(CUSTOMER, CUSTOMER)).isEmpty();
        assertThat(said.lines())
                .containsExactly("Left unchanged, in neither the model nor the migrations: column customer.legacy,"
                        + " column customer.number, column customer.doubled, table log, constraint customer.uq_email,"
                        + " constraint customer.ck, constraint customer.one, constraint customer.self, index ix_legacy,"
                        + " index ix_lower and 3 more");
        said.lines().clear();

        assertThat(done(CUSTOMER, everything))
                .contains(
                        "drop table log",
                        "drop sequence numbers",
                        "drop column customer.legacy",
                        "drop index (legacy) on customer (ix_legacy)");
        assertThat(said.lines()).isEmpty();
    }

    @Test
    void theNameOfTheDefaultSchemaMakesNoDifference() throws Exception {
        customers();
        database.execute(
                "create type mood as enum ('good')",
                "create table country (code text primary key, mood mood)",
                "alter table customer add country text references country",
                "create sequence numbers");
        Schema created = Schema.of(
                List.of("public"),
                List.of(
                        table("public.country", column("code", text()), column("mood", named("public.mood"))),
                        customer(column("country", text()).nullable())
                                .named(QualifiedName.parse("public.customer"))
                                .with(foreignKey(null, "country").references("public.country", "code"))),
                List.of(sequence("public.numbers")),
                List.of(enumType("public.mood", "good")));

        assertThat(done(CUSTOMER, created))
                .containsExactly(
                        "drop foreign key (country) to country (code) on customer (customer_country_fkey)",
                        "drop column customer.country",
                        "drop table country",
                        "drop sequence numbers",
                        "drop enum type mood");
        assertThat(said.lines()).isEmpty();
    }

    @Test
    void aColumnThatIsExcludedIsNotCompared() throws Exception {
        customers();
        database.execute(
                "alter table customer add legacy int not null default 7, add legacy_name text",
                "alter table customer add doubled int generated always as (legacy * 2) stored",
                "create index ix_legacy on customer (email) where legacy > 0",
                "alter table customer add constraint ck_legacy check (legacy > id)",
                "create sequence s owned by customer.legacy");
        Schema model = Schema.of(customer(
                column("legacy", text()),
                column("legacy_no", integer()),
                unique("uq_legacy", "legacy_no"),
                column("nick", text()).nullable()));
        ObjectFilter filter = ObjectFilter.of("public", List.of(), List.of("column:customer.legacy*"));

        assertThat(done(model, Optional.empty(), filter, READ)).containsExactly("add column customer.nick text");
    }

    @Test
    void anythingIsDroppedIfTheUserSaysSo() throws Exception {
        customers();
        database.execute("create table log (id int)", "create index ix on customer (email)");

        assertThat(done(CUSTOMER, Optional.empty(), ObjectFilter.ALL, READ))
                .containsExactly("drop index (email) on customer (ix)", "drop table log");
    }

    private static final Schema WITH_OLD = Schema.of(
            customer(
                    column("old", integer()).nullable(),
                    column("country", text()).nullable()),
            table("country", column("code", text())));

    @Test
    void whatOnlyThisDatabaseHasGoesWithItsColumnAndEntersNoMigration() throws Exception {
        String[] byMigrations = {
            "create table country (code text primary key)", "alter table customer add country text, add old int"
        };
        customers();
        database.execute(byMigrations);
        database.execute(
                "alter table customer add foreign key (country) references country",
                "create index ix_old on customer (email) where old > 0",
                "alter table customer add constraint ck_old check (old > id) not valid");
        Plan plan;
        try (Connection connection = database.connect()) {
            Comparison comparison =
                    new Comparison(Dialects.of(connection), NamingConvention.DEFAULT, Renames.NONE, ObjectFilter.ALL);
            plan = comparison.plan(
                    comparison.ofDatabase(
                            connection,
                            LiveSchema.read(connection, READ),
                            CUSTOMER,
                            Optional.of(WITH_OLD),
                            Snapshots.NO_SEARCH),
                    InitialValues.NONE);
        }

        assertThat(done(CUSTOMER, WITH_OLD))
                .containsExactlyInAnyOrder(
                        "drop column customer.old", "drop column customer.country", "drop table country");
        assertThat(plan.comments().values().stream().flatMap(List::stream))
                .contains(
                        "also drops index ix_old, which no migration creates and down() does not restore",
                        "also drops constraint ck_old, which no migration creates and down() does not restore",
                        "also drops constraint customer_country_fkey, which no migration creates and down() does not"
                                + " restore");
        try (TestDatabase elsewhere = TestDatabases.create();
                Connection connection = elsewhere.connect()) {
            elsewhere.execute(
                    "create table customer (id int, email varchar(50), constraint pk_customer primary key (id))");
            elsewhere.execute(byMigrations);
            for (Operation operation : plan.up()) {
                JdbcSink.run(connection, Dialects.of(connection), operation);
            }
            for (Operation operation : plan.down()) {
                JdbcSink.run(connection, Dialects.of(connection), operation);
            }
            assertThat(
                            elsewhere.query(
                                    "select conname::text from pg_constraint where conrelid = 'customer'::regclass and contype <> 'n'"))
                    .containsExactly("pk_customer");
        }
    }

    @Test
    void whatOnlyThisDatabaseHasAndStandsInTheWayIsDroppedByHand() throws Exception {
        customers();
        database.execute(
                "create table country (code text primary key)",
                "alter table customer add country text, add old int",
                "create sequence s owned by customer.old",
                "create table log (country text constraint fk_log references country)");

        assertThatThrownBy(() -> done(CUSTOMER, WITH_OLD))
                .isInstanceOf(GoalException.class)
                .hasMessage(
                        "The plan must drop foreign key (country) to country (code) on log (fk_log), drop sequence s, which"
                                + " no migration creates, so the migration would fail in every other database. Nothing was"
                                + " written; run this SQL on the databases that have them, then mvn albedo:create again:\n"
                                + "    ALTER TABLE log DROP CONSTRAINT fk_log;\n"
                                + "    DROP SEQUENCE s;");
        assertThat(said.lines()).containsExactly("Left unchanged, in neither the model nor the migrations: table log");
    }

    @Test
    void aConstraintOfTheModelTakesThePlaceOfOneThatStandsInItsWay() throws Exception {
        database.execute(
                "create table country (id int primary key)",
                "create table area (id int primary key)",
                "create table customer (id int, email varchar(50) check (email in ('A', 'B')), area int references"
                        + " country, age int constraint dba check (age > 0), primary key (email))");
        Schema model = Schema.of(
                table("country", column("id", integer()), primaryKey("country_pkey", "id")),
                table("area", column("id", integer()), primaryKey("area_pkey", "id")),
                table(
                        "customer",
                        column("id", integer()),
                        column("email", varchar(50)),
                        column("area", integer()).nullable(),
                        column("age", integer()).nullable(),
                        primaryKey(null, "id"),
                        check(null, "email in ('A', 'B', 'C')"),
                        check(null, "age < 150"),
                        foreignKey(null, "area").references("area", "id")));

        List<String> done = done(model, Schema.EMPTY);

        assertThat(done).anyMatch(line -> line.startsWith("drop check") && line.endsWith("(customer_email_check)"));
        assertThat(done).anyMatch(line -> line.startsWith("drop foreign key") && line.contains("country"));
        assertThat(done).anyMatch(line -> line.startsWith("drop primary key (email)"));
        assertThat(said.lines())
                .containsExactly("Left unchanged, in neither the model nor the migrations: constraint customer.dba");
    }

    @Test
    void extensionsPartitionsChildrenViewsAndOtherSchemasAreNotTouched() throws Exception {
        customers();
        database.execute(
                "create extension hstore",
                "create extension pg_trgm",
                "create extension btree_gist",
                "create extension postgres_fdw",
                "create extension pg_stat_statements",
                "create extension citext",
                "create table of_extension (id serial primary key)",
                "alter extension hstore add table of_extension",
                "create view shown as select * from customer",
                "create materialized view kept as select id from customer",
                "create server far foreign data wrapper postgres_fdw",
                "create foreign table distant (id int) server far",
                "create table event (id int, at date) partition by range (at)",
                "create table event_2026 partition of event for values from ('2026-01-01') to ('2027-01-01')",
                "create index on event (at)",
                "create table parent (id int)",
                "create table child (more int) inherits (parent)",
                "create schema elsewhere",
                "create table elsewhere.thing (id serial primary key)");
        String before = CatalogDump.everything().of(database);

        assertThat(done(CUSTOMER, CUSTOMER)).isEmpty();
        assertThat(done(CUSTOMER, Optional.of(CUSTOMER), ObjectFilter.ALL, READ.schemas(Set.of("elsewhere"))))
                .isEmpty();

        assertThat(CatalogDump.everything().of(database)).isEqualTo(before);
        assertThat(said.lines().get(0))
                .isEqualTo("Left unchanged, in neither the model nor the migrations: table event, table parent");
        assertThat(said.lines().get(1)).endsWith(": table event, table parent, table elsewhere.thing");
    }

    /** TimescaleDB keeps a table's rows in children in a schema of its own, with triggers, checks and indexes on each. */
    @Test
    void aSchemaOfToolsBesideATableOfTheModel() throws Exception {
        database.execute(
                "create schema _timescaledb_internal",
                "create schema _timescaledb_catalog",
                "create table _timescaledb_catalog.chunk (id serial primary key, name text unique)",
                "create table reading (id int not null, at timestamptz(6) not null, constraint pk_reading primary key"
                        + " (id, at))",
                "create table _timescaledb_internal._hyper_1_1_chunk (constraint c1 check (at < '2027-01-01'))"
                        + " inherits (reading)",
                "create index _hyper_1_1_chunk_at on _timescaledb_internal._hyper_1_1_chunk (at desc)",
                "create index reading_at_idx on reading (at desc)",
                "create function no_rows() returns trigger language plpgsql as 'begin return null; end'",
                "create trigger ts_insert_blocker before insert on reading for each row execute function no_rows()");
        String internal = CatalogDump.everything().of(database);
        Table reading = table(
                "reading",
                column("id", integer()),
                column("at", timestamptz(6)),
                column("value", integer()).nullable(),
                primaryKey(null, "id", "at"));

        assertThat(done(Schema.of(reading), Schema.EMPTY)).containsExactly("add column reading.value integer");

        assertThat(said.lines())
                .containsExactly("Left unchanged, in neither the model nor the migrations: index reading_at_idx");
        assertThat(done(Schema.of(reading.columns(reading.columns().subList(0, 2))), Schema.of(reading)))
                .containsExactly("drop column reading.value");
        assertThat(CatalogDump.everything().of(database)).isEqualTo(internal);
    }

    @Test
    void filtersHideOnBothSides() throws Exception {
        customers();
        database.execute(
                "create table tmp_import (id serial)",
                "create table albedo_history (revision text)",
                "create index ix_tmp on customer (email)",
                "create sequence old_numbers",
                "alter table customer add constraint dba_positive check (id > 0)");
        Schema model = Schema.of(
                customer(unique("uq_hidden", "email")),
                table("tmp_model", column("id", integer())),
                table("albedo_history", column("x", integer())));
        ObjectFilter filter = ObjectFilter.of(
                "public",
                List.of(),
                List.of(
                        "public.tmp_*",
                        "index:ix_tmp",
                        "sequence:public.old_*",
                        "constraint:customer.dba_*",
                        "constraint:public.*.uq_hidden",
                        "table:albedo_history"));

        assertThat(done(model, Optional.empty(), filter, READ)).isEmpty();
        assertThat(said.lines()).isEmpty();
    }

    @Test
    void inclusionsLimitTheirKind() throws Exception {
        customers();
        database.execute("create table log (id int)", "create index ix on customer (email)");
        ObjectFilter filter = ObjectFilter.of("public", List.of("table:customer"), List.of());

        assertThat(done(CUSTOMER, Optional.empty(), filter, READ))
                .containsExactly("drop index (email) on customer (ix)");
    }

    @Test
    void anIndexOfTheModelKeepsItsName() throws Exception {
        customers();
        database.execute("create index idx5o1 on customer (email)");

        assertThat(done(Schema.of(customer().with(index("ix_email", "email"))), Schema.EMPTY))
                .containsExactly("rename index idx5o1 of customer to ix_email");
    }
}
