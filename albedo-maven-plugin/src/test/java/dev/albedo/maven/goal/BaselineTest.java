package dev.albedo.maven.goal;

import static dev.albedo.schema.SchemaDsl.byDefault;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.SchemaDsl.unique;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.named;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.Dialects;
import dev.albedo.maven.goal.origins.OriginsFile;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.plan.Model;
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.proof.ProofFixture;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.JdbcSink;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.schema.Schema;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adopts databases that were made by hand. */
class BaselineTest extends ProofFixture {

    private static final MigrationSource NONE = MigrationSource.of(List.of());

    /** Other type, other name, an index that is missing, and what others have there. */
    private static final Schema MODEL = Schema.of(
            table(
                            "customer",
                            column("id", bigint()),
                            column("email", varchar(100)).nullable(),
                            column("nick", varchar(30)).nullable(),
                            primaryKey("customer_pkey", "id"),
                            unique("uq_email", "email"))
                    .with(index("ix_nick", "nick")),
            table("country", column("code", varchar(2)), primaryKey("country_pkey", "code")));

    @TempDir
    private Path sources;

    private MigrationSource written = NONE;

    private void byHand() throws Exception {
        database.execute(
                "create table customer (id int constraint pk_customer primary key, email varchar(50) constraint"
                        + " customer_email_key unique, nick varchar(30))",
                "insert into customer values (1, 'a@example.org', 'a')",
                "create table flyway_schema_history (installed_rank int primary key)",
                "create table databasechangelog (id text)",
                "create table databasechangeloglock (id int)",
                "alter table customer add legacy int",
                "create index ix_legacy on customer (legacy)");
    }

    private Migrator migrator(TestDatabase of, MigrationSource migrations) {
        return new Migrator(
                connections(of), migrations, RunSettings.DEFAULT.allowDestructive(true), new RunListener() {});
    }

    private static ConnectionSource connections(TestDatabase of) {
        return of::connect;
    }

    private Baseline baseline(MigrationSource migrations, boolean stamped) throws Exception {
        try (Connection connection = database.connect()) {
            return new Baseline(
                    migrations,
                    connections(database),
                    source -> migrator(database, source),
                    source -> {
                        written = source;
                        return DropScope.by(source, said);
                    },
                    FILTER,
                    comparison(connection),
                    proof(PlanProof.Place.SCRATCH),
                    new NewMigration(
                            sources,
                            "shop",
                            Clock.fixed(Instant.parse("2026-11-22T21:30:05Z"), ZoneOffset.UTC),
                            () -> "8f3c1a9b27d4",
                            text -> text),
                    stamped,
                    said);
        }
    }

    /** What create finds now. */
    private List<Operation> left() throws Exception {
        List<Operation> found = new ArrayList<>();
        try (Connection connection = database.connect()) {
            new FromDatabase(
                            migrator(database, written),
                            connections(database),
                            FILTER,
                            comparison(connection),
                            DropScope.by(written, new Said()))
                    .plan(
                            new Model(Snapshots.of(MODEL), Origins.NONE, new Said()),
                            Optional.empty(),
                            plan -> found.addAll(plan.up()));
        }
        return found;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(sources)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatIsThereIsAdoptedAndTheRestIsLeftToCreate() throws Exception {
        byHand();

        Path file = baseline(NONE, true).run("baseline", Snapshots.of(MODEL));

        assertThat(Files.readString(file))
                .contains("baseline = true", "column(\"id\", integer())", "varchar(50)", "DELETES DATA")
                .doesNotContain("country", "legacy", "flyway", "databasechangelog");
        assertThat(file.resolveSibling(OriginsFile.NAME)).exists();
        assertThat(migrator(database, written).status().atHead()).isTrue();
        assertThat(said.lines())
                .contains(
                        "Tested on a scratch database without rows, up and down",
                        "Left unchanged, in neither the model nor the migrations: column customer.legacy, table"
                                + " databasechangelog, table databasechangeloglock, table flyway_schema_history, index"
                                + " ix_legacy");
        assertThat(scratchDatabases()).isZero();

        List<Operation> left = left();
        assertThat(left).isNotEmpty();
        assertThat(Stream.concat(said.lines().stream(), said.warnings().stream())
                        .filter(line -> line.startsWith("  ")))
                .hasSameSizeAs(left)
                .allMatch(line -> left.stream().anyMatch(operation -> line.startsWith("  " + operation.describe())));

        try (TestDatabase empty = TestDatabases.create()) {
            migrator(empty, written).migrate("head");
            database.execute(
                    "drop table flyway_schema_history, databasechangelog, databasechangeloglock",
                    "alter table customer drop legacy");
            assertThat(CatalogDump.everything().of(empty))
                    .isEqualTo(CatalogDump.everything().of(database));
            migrator(empty, written).rollback(1);
            assertThat(CatalogDump.everything().of(empty)).doesNotContain("customer");
        }

        try (Connection connection = database.connect()) {
            for (Operation operation : left) {
                JdbcSink.run(connection, Dialects.of(connection), operation);
            }
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void recordedOnlyIfWanted() throws Exception {
        byHand();

        baseline(NONE, false).run("baseline", Snapshots.of(MODEL));

        assertThat(migrator(database, written).status().pending()).hasSize(1);
        assertThat(said.lines()).contains("Not recorded as applied: run mvn albedo:stamp -Dto=head");
    }

    @Test
    void nothingIsWrittenThatCannotBeRecorded() throws Exception {
        byHand();
        database.execute(
                "create function refuse() returns event_trigger language plpgsql as $$ begin"
                        + " if current_query() like '%albedo_history%' then raise 'no history here'; end if; end $$",
                "create event trigger refuse on ddl_command_start when tag in ('CREATE TABLE') execute function refuse()");

        assertThatThrownBy(() -> baseline(NONE, true).run("baseline", Snapshots.of(MODEL)))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("Cannot record the migration as applied, so its file was deleted: ");
        assertThat(files()).isEmpty();
    }

    @Test
    void thereMustBeSomethingToAdopt() throws Exception {
        database.execute("create table stranger (id int)");

        assertThatThrownBy(() -> baseline(NONE, true).run("baseline", Snapshots.of(MODEL)))
                .hasMessageStartingWith("The database has none of the model's tables");
        assertThatThrownBy(() -> baseline(NONE, true).run("baseline", Snapshots.of(Schema.EMPTY)))
                .hasMessageStartingWith("The model is empty");
        assertThat(files()).isEmpty();
    }

    @Test
    void thereMustBeNoMigrationAndNoHistory() throws Exception {
        byHand();
        SaidMigrations first = new SaidMigrations("a");

        assertThatThrownBy(() -> baseline(first, true).run("baseline", Snapshots.of(MODEL)))
                .hasMessageStartingWith("The project already has migrations, the first is a (");
        migrator(database, first).stamp(List.of("head"), false);
        assertThatThrownBy(() -> baseline(NONE, true).run("baseline", Snapshots.of(MODEL)))
                .hasMessageStartingWith("The database already has a history, with revision a (");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatAColumnNeedsIsAdoptedWithIt() throws Exception {
        database.execute(
                "create type mood as enum ('good')",
                "create table country (code varchar(2) constraint country_pkey primary key)",
                "create table customer (id serial primary key, email varchar(100), nick mood)");

        Schema numbered = MODEL.with(MODEL.tables()
                .get(CUSTOMER)
                .columns(List.of(
                        column("id", integer()).identity(byDefault()),
                        column("email", varchar(100)).nullable(),
                        column("nick", named("mood")).nullable())));

        baseline(NONE, true).run("baseline", Snapshots.of(numbered));

        try (TestDatabase empty = TestDatabases.create()) {
            migrator(empty, written).migrate("head");
            assertThat(CatalogDump.everything().of(empty))
                    .isEqualTo(CatalogDump.everything().of(database));
        }
    }
}
