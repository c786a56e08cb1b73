package dev.albedo.maven.goal.origins;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.foreignKey;
import static dev.albedo.schema.SchemaDsl.index;
import static dev.albedo.schema.SchemaDsl.primaryKey;
import static dev.albedo.schema.SchemaDsl.sequence;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.goal.Baseline;
import dev.albedo.maven.goal.Check;
import dev.albedo.maven.goal.Create;
import dev.albedo.maven.goal.Diff;
import dev.albedo.maven.goal.FromDatabase;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.plan.Fills;
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.project.ModuleParts;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities that are mapped to what is no table. */
class MappedViewsTest {

    private static final Table CUSTOMER = table(
            "customer",
            column("id", bigint()),
            column("name", varchar(50)).nullable(),
            primaryKey("pk_customer", "id"));

    private static final Table SUMMARY = table(
            "customer_summary",
            column("id", bigint()),
            column("name", varchar(50)).nullable(),
            column("visits", integer()).nullable(),
            primaryKey("pk_customer_summary", "id"),
            index("ix_customer_summary_name", "name"));

    private static final Table VISIT = table(
            "visit",
            column("id", bigint()),
            column("customer_id", bigint()),
            primaryKey("pk_visit", "id"),
            foreignKey("fk_visit_customer", "customer_id").references("customer", "id"),
            foreignKey("fk_visit_summary", "customer_id").references("customer_summary", "id"));

    private static final Schema MODEL = Schema.of(
                    CUSTOMER,
                    SUMMARY,
                    VISIT,
                    table("Rate of day", column("id", bigint()), primaryKey("pk_rate", "id")),
                    table("price", column("id", bigint()), primaryKey("pk_price", "id")))
            .with(sequence("customer_summary_seq"));

    private static final String[] OTHERS = {
        "create view customer_summary as select id, name from customer",
        "create materialized view \"Rate of day\" as select 1::bigint as id",
        "create foreign data wrapper nothing",
        "create server elsewhere foreign data wrapper nothing",
        "create foreign table price (id bigint) server elsewhere"
    };

    private static final String LEFT_ALONE = "Left unchanged, mapped by entities but not tables: materialized"
            + " view Rate of day, view"
            + " customer_summary, foreign table price";

    private final Said said = new Said();
    private TestDatabase database;

    @TempDir
    private Path sources;

    @BeforeEach
    void create() throws SQLException {
        database = TestDatabases.create();
        database.execute(
                "create table customer (id bigint, name varchar(50), constraint pk_customer primary key (id))",
                "insert into customer values (1, 'Ada')");
        database.execute(OTHERS);
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private NewMigration place() {
        return new NewMigration(
                sources, "shop", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), () -> "000000000001", text -> text);
    }

    private Migrator migrator(MigrationSource migrations) {
        return new Migrator(
                ConnectionSource.of(database.dataSource()), migrations, RunSettings.DEFAULT, RunListener.NONE);
    }

    private static Comparison comparison() {
        return new Comparison(new PostgresDialect(18), NamingConvention.DEFAULT, Renames.NONE, ObjectFilter.ALL);
    }

    private FromDatabase start() {
        MigrationSource none = MigrationSource.of(List.of());
        return new FromDatabase(
                migrator(none),
                ConnectionSource.of(database.dataSource()),
                LiveSchema.FILTER,
                comparison(),
                DropScope.by(none, said));
    }

    private PlanProof proof(PlanProof.Place where) {
        return new PlanProof(
                where,
                Duration.ofSeconds(3),
                Duration.ofSeconds(60),
                ScratchServer.beside(
                        new Drivers(MappedViewsTest.class.getClassLoader()),
                        () -> ConnectionSettings.of(database.url(), "the test")),
                said);
    }

    private Optional<Path> create(Schema model) throws Exception {
        return new Create(start(), proof(PlanProof.Place.DATABASE), place(), Fills.NONE, said)
                .run("change", Snapshots.of(model));
    }

    @Test
    void createLeavesThemAloneAndSaysWhatTheModelExpectsInVain() throws Exception {
        Path written = create(MODEL).orElseThrow();

        assertThat(said.lines()).containsOnlyOnce(LEFT_ALONE);
        assertThat(said.warnings())
                .containsExactly(
                        "  view customer_summary has no column visits, which the model maps",
                        "  no foreign key (customer_id) of visit to view customer_summary: PostgreSQL has foreign keys to"
                                + " tables only",
                        "The database has tables of the model that no migration creates, such as customer: run mvn"
                                + " albedo:baseline first, which adopts them and writes the migration that creates them"
                                + " in a new database");
        assertThat(Files.readString(written))
                .contains("\"visit\"", "fk_visit_customer", "customer_summary_seq")
                .doesNotContain("\"customer_summary\"", "Rate of day", "price", "fk_visit_summary");
        assertThat(Files.readAllLines(sources.resolve("shop/views.txt")))
                .filteredOn(line -> !line.startsWith("#"))
                .containsExactly("Rate of day = materialized view", "customer_summary = view", "price = foreign table");
    }

    @Test
    void whereNothingElseDiffersTheyAreNoDifferenceForCreateAndDiff() throws Exception {
        Schema model = Schema.of(CUSTOMER, SUMMARY);

        assertThat(create(model)).isEmpty();
        new Diff(start(), place(), said).run(Snapshots.of(model));

        assertThat(said.lines())
                .containsSubsequence(
                        "Left unchanged, mapped by entities but not tables: view customer_summary",
                        "No difference: the database matches the model, so nothing was written",
                        "Left unchanged, mapped by entities but not tables: view customer_summary",
                        "No difference: the database matches the model");
    }

    @Test
    void checkKnowsThemWithoutADatabase() throws Exception {
        create(Schema.of(SUMMARY));
        Said check = new Said();

        assertThat(checked(Schema.of(SUMMARY), check).wrong()).isEmpty();
        assertThat(check.lines())
                .contains("Left unchanged, mapped by entities but not tables: view" + " customer_summary");

        Files.delete(sources.resolve("shop/views.txt"));
        assertThat(checked(Schema.of(SUMMARY), check).wrong())
                .singleElement()
                .asString()
                .contains("create table customer_summary");
    }

    private Check.Found checked(Schema model, Said check) throws Exception {
        return new Check(comparison(), false, migrations -> place(), check)
                .find(
                        () -> MigrationSource.of(List.of()),
                        Optional.of(Snapshots.of(model)),
                        new ModuleParts(true, true),
                        migrations -> List.of());
    }

    @Test
    void aBaselineIsOfTheTablesOnly() throws Exception {
        Path written = new Baseline(
                        MigrationSource.of(List.of()),
                        database::connect,
                        this::migrator,
                        source -> DropScope.by(source, said),
                        LiveSchema.FILTER,
                        comparison(),
                        proof(PlanProof.Place.SCRATCH),
                        place(),
                        true,
                        said)
                .run("baseline", Snapshots.of(Schema.of(CUSTOMER, SUMMARY)));

        assertThat(Files.readString(written)).contains("\"customer\"").doesNotContain("customer_summary");
        assertThat(said.lines())
                .containsOnlyOnce("Left unchanged, mapped by entities but not tables: view customer_summary")
                .contains("Review it; the database matches the model");
        assertThat(place().views().read().lines()).containsExactly("customer_summary = view");
    }

    @Test
    void aDatabaseWithoutTheViewGetsNoTableInItsPlace() throws Exception {
        create(Schema.of(CUSTOMER, SUMMARY));
        database.execute("drop view customer_summary");

        assertThat(create(Schema.of(CUSTOMER, SUMMARY))).isEmpty();
        assertThat(said.warnings())
                .contains("  view customer_summary is not in this database. If it is to become a table, delete its line"
                        + " in views.txt");

        Files.delete(sources.resolve("shop/views.txt"));
        assertThat(Files.readString(create(Schema.of(CUSTOMER, SUMMARY)).orElseThrow()))
                .contains("\"customer_summary\"");
    }

    @Test
    void aViewThatBecameATableIsCompared() throws Exception {
        create(Schema.of(CUSTOMER, SUMMARY));
        database.execute("drop view customer_summary", "create table customer_summary (id bigint)");

        String written = Files.readString(create(Schema.of(CUSTOMER, SUMMARY)).orElseThrow());

        assertThat(written).contains("addColumn(\"customer_summary\", column(\"name\"");
        assertThat(place().views().read().lines()).isEmpty();
    }

    @Test
    void aLineOfAnotherFormIsRefused() throws Exception {
        Files.createDirectories(sources.resolve("shop"));
        Files.writeString(sources.resolve("shop/views.txt"), "customer_summary = table\n");

        assertThatThrownBy(() -> place().views().read())
                .isInstanceOf(GoalException.class)
                .hasMessage("Cannot read " + sources.resolve("shop/views.txt")
                        + ": \"customer_summary = table\" is not of the form name = view, materialized view or foreign"
                        + " table. Correct the line, or delete the file and run mvn albedo:create again");
    }
}
