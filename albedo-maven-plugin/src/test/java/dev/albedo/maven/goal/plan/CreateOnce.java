package dev.albedo.maven.goal.plan;

import dev.albedo.dialect.Dialects;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.goal.Create;
import dev.albedo.maven.goal.DeterminismTest;
import dev.albedo.maven.goal.FromDatabase;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.SnapshotReader;
import dev.albedo.testing.LiveSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Creates one migration, in a JVM of its own: see {@link DeterminismTest}. */
public final class CreateOnce {

    private CreateOnce() {}

    /**
     * Creates it.
     *
     * @param arguments the URL of a database, the file of a model's snapshot, the directory to write to
     */
    public static void main(String[] arguments) throws Exception {
        ConnectionSettings settings = ConnectionSettings.of(arguments[0], "the test");
        Snapshot model = SnapshotReader.read(Files.readString(Path.of(arguments[1])));
        Drivers drivers = new Drivers(CreateOnce.class.getClassLoader());
        ConnectionSource connections = () -> drivers.connect(settings);
        Said said = new Said();
        MigrationSource migrations = MigrationSource.of(List.of());
        try (Connection connection = connections.open()) {
            new Create(
                            new FromDatabase(
                                    new Migrator(connections, migrations, RunSettings.DEFAULT, new RunListener() {}),
                                    connections,
                                    LiveSchema.filter(Set.copyOf(model.schema().schemas())),
                                    new Comparison(
                                            Dialects.of(connection),
                                            NamingConvention.DEFAULT,
                                            Renames.parse("none"),
                                            ObjectFilter.ALL),
                                    DropScope.byAnyone(said)),
                            new PlanProof(
                                    PlanProof.Place.OFF,
                                    Duration.ZERO,
                                    Duration.ZERO,
                                    ScratchServer.beside(drivers, () -> settings),
                                    said),
                            new NewMigration(
                                    Path.of(arguments[2]),
                                    "shop",
                                    Clock.fixed(Instant.parse("2026-11-22T21:30:05.5Z"), ZoneId.systemDefault()),
                                    () -> "8f3c1a9b27d4",
                                    UnaryOperator.identity()),
                            Fills.NONE,
                            said)
                    .run("identify istanbul", model);
        }
        said.lines().removeIf(line -> line.startsWith("Wrote "));
        Files.writeString(Path.of(arguments[2], "said.txt"), String.join("\n", said.lines()));
    }
}
