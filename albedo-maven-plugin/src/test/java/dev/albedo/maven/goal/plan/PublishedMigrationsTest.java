package dev.albedo.maven.goal.plan;

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
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.maven.oracle.Planning;
import dev.albedo.maven.oracle.PublishedRelease;
import dev.albedo.maven.writer.Layout;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code create} says and writes for the models of other projects, two releases each, as a person has read it. A
 * change of it is read again: {@code mvn test -Dtest=PublishedMigrationsTest -Dgoldens=write} writes the files anew.
 */
class PublishedMigrationsTest {

    private static final Path GOLDENS = Path.of("src/test/resources/published");

    private static final Layout LAYOUT =
            new Layout(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .toList());

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hapi-fhir       | 8.0.0  | 8.8.0  | none
                    kogito          | 10.0.0 | 10.1.0 | definitions_nodes_metadata.value->meta_value, definitions_nodes_metadata.key->name, definitions_annotations.value->annotation
                    spring-modulith | 1.4.10 | 2.0.6  | none
                    """)
    void areAsRead(String project, String first, String second, String renames) throws Exception {
        try (TestDatabase database = TestDatabases.create()) {
            for (String version : List.of(first, second)) {
                try (PublishedRelease release = new PublishedRelease("6.6", project + "-" + version)) {
                    Renames stated = Renames.parse(version.equals(first) ? "none" : renames);
                    compare(project + "-" + version + ".txt", create(database, release.snapshot(), stated, version));
                    Planning planning = release.planning();
                    planning.run(planning.of(database, stated), database);
                }
            }
        }
    }

    private static void compare(String name, String written) throws IOException {
        Path golden = GOLDENS.resolve(name);
        if ("write".equals(System.getProperty("goldens"))) {
            Files.createDirectories(GOLDENS);
            Files.writeString(golden, written);
        }
        assertThat(written).isEqualTo(Files.readString(golden));
    }

    /** What the goal says, and the migration that it writes. */
    private String create(TestDatabase database, Snapshot model, Renames renames, String version) throws Exception {
        ConnectionSettings settings = ConnectionSettings.of(database.url(), "the test");
        Drivers drivers = new Drivers(PublishedMigrationsTest.class.getClassLoader());
        ConnectionSource connections = () -> drivers.connect(settings);
        List<String> all = new ArrayList<>();
        Said said = new Said(all, all);
        Path sources = Files.createDirectory(directory.resolve(version));
        try (Connection connection = connections.open()) {
            new Create(
                            new FromDatabase(
                                    new Migrator(
                                            connections,
                                            MigrationSource.of(List.of()),
                                            RunSettings.DEFAULT,
                                            new RunListener() {}),
                                    connections,
                                    LiveSchema.filter(Set.copyOf(model.schema().schemas())),
                                    new Comparison(
                                            Dialects.of(connection),
                                            NamingConvention.DEFAULT,
                                            renames,
                                            ObjectFilter.ALL),
                                    DropScope.byAnyone(said)),
                            new PlanProof(
                                    PlanProof.Place.DATABASE,
                                    Duration.ofSeconds(5),
                                    Duration.ofSeconds(5),
                                    ScratchServer.beside(drivers, () -> settings),
                                    said),
                            new NewMigration(
                                    sources,
                                    "published.migrations",
                                    Clock.fixed(Instant.parse("2026-11-22T21:30:05Z"), ZoneOffset.UTC),
                                    () -> "8f3c1a9b27d4",
                                    LAYOUT::apply),
                            Fills.NONE,
                            said)
                    .run("release " + version, model);
        }
        // The first release is applied without its migration, as a plan.
        all.removeIf(
                line -> line.startsWith("Wrote ") || line.startsWith("The database has tables of the model that no"));
        return String.join("\n", all) + "\n\n" + migration(sources);
    }

    private static String migration(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            Path only = files.filter(file -> file.toString().endsWith(".java"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(only);
        }
    }
}
