package dev.albedo.maven.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialects;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.goal.Create;
import dev.albedo.maven.goal.FromDatabase;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.ComparisonPolicy;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.plan.Fills;
import dev.albedo.maven.goal.plan.Hooks;
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every change is written only after it was tried, and the trial leaves no trace: no object, no row, no position. */
class ProvenChangeTest {

    /**
     * What a person has to look at, and that the database was made without migrations; a warning of the trial is none of
     * these.
     */
    private static final Pattern MARKED = Pattern.compile(
            "DELETES DATA|REVIEW: proposed |FILL IN: |^The database has tables of the model that no migration creates");

    private static TestDatabase server;

    @BeforeAll
    static void create() throws SQLException {
        server = TestDatabases.create();
    }

    @AfterAll
    static void drop() throws SQLException {
        server.close();
    }

    static Stream<Change> changes() {
        return EveryChangeTest.changes()
                .filter(change -> !change.operations().isEmpty() && !change.to().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void inTheDatabase(Change change, @TempDir Path sources) throws Exception {
        List<String> said = written(change, PlanProof.Place.DATABASE, sources);

        boolean isFilledIn =
                said.stream().noneMatch(line -> line.startsWith("The plan lacks values for existing rows"));
        assertThat(said)
                .contains(
                        isFilledIn
                                ? "Tested on the database, up and down, and rolled back"
                                : "Tested on a scratch database without rows, up and down");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void onAScratchDatabase(Change change, @TempDir Path sources) throws Exception {
        assertThat(written(change, PlanProof.Place.SCRATCH, sources))
                .contains("Tested on a scratch database without rows, up and down");
    }

    private static List<String> written(Change change, PlanProof.Place place, Path sources) throws Exception {
        server.execute("drop schema if exists public, sales cascade", "create schema public");
        Said said = new Said();
        try (Connection connection = server.connect()) {
            LiveDatabase database = new LiveDatabase(connection, change.schemas());
            database.apply(database.plan(change.from(), Renames.NONE));
            server.execute(change.rows().toArray(String[]::new));
            String before = everything(connection);

            Optional<Path> file = goal(change, place, sources, said).run("change", Snapshots.of(change.to()));

            assertThat(file).isPresent();
            assertThat(everything(connection)).isEqualTo(before);
        }
        assertThat(said.warnings()).allMatch(warning -> MARKED.matcher(warning).find());
        return said.lines();
    }

    /** Structure, rows and the positions of sequences. */
    private static String everything(Connection connection) throws SQLException {
        return CatalogDump.everything().of(connection) + Contents.of(connection);
    }

    private static Create goal(Change change, PlanProof.Place place, Path sources, Said said) throws SQLException {
        ConnectionSource connections = ConnectionSource.of(server.dataSource());
        Drivers drivers = new Drivers(ProvenChangeTest.class.getClassLoader());
        ConnectionSettings settings = ConnectionSettings.of(server.url(), "the test");
        try (Connection connection = server.connect()) {
            return new Create(
                    new FromDatabase(
                            new Migrator(
                                    connections,
                                    MigrationSource.of(List.of()),
                                    RunSettings.DEFAULT,
                                    new RunListener() {}),
                            connections,
                            LiveSchema.filter(change.schemas()),
                            new Comparison(
                                    Dialects.of(connection),
                                    NamingConvention.DEFAULT,
                                    Renames.parse(change.renames() + ",none"),
                                    ObjectFilter.ALL,
                                    Hooks.NONE,
                                    // One of the changes makes an identity of a serial column.
                                    new ComparisonPolicy(false, true)),
                            DropScope.byAnyone(said)),
                    new PlanProof(
                            place,
                            Duration.ofSeconds(3),
                            Duration.ofSeconds(60),
                            ScratchServer.beside(drivers, () -> settings),
                            said),
                    new NewMigration(
                            sources,
                            "shop.migrations",
                            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                            () -> "1",
                            UnaryOperator.identity()),
                    Fills.parse(""),
                    said);
        }
    }
}
