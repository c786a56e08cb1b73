package dev.albedo.maven.benchmark;

import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.goal.Create;
import dev.albedo.maven.goal.FromDatabase;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.plan.Fills;
import dev.albedo.maven.goal.project.ModelSchema;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.maven.writer.Layout;
import dev.albedo.processor.Inputs;
import dev.albedo.processor.ModelReader;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.EntityGenerator;
import dev.albedo.testing.LiveSchema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One run of {@link DiffBenchmark}: the goal {@code create}. */
final class DiffOnce {

    /** Where the project is described, in the benchmark's directory. */
    static final String INPUTS = "inputs.properties";

    /** One for each change, and one more: the check of an enum is dropped and added. */
    private static final int OPERATIONS = EntityGenerator.CHANGES + 1;

    /** Where the schema of the model comes from, and what becomes of the source. */
    enum Way {
        SNAPSHOT,
        SNAPSHOT_AND_LAYOUT,
        HIBERNATE
    }

    private DiffOnce() {}

    /** Arguments: the URL, the benchmark's directory, the way, and a directory in there for the migration. */
    public static void main(String[] args) throws IOException, SQLException {
        Path directory = Path.of(args[1]);
        Inputs inputs = Inputs.read(directory.resolve(INPUTS));
        Way way = Way.valueOf(args[2]);
        Snapshot model = switch (way) {
            case SNAPSHOT, SNAPSHOT_AND_LAYOUT -> ModelSchema.read(inputs.classOutput(), null);
            case HIBERNATE -> ModelReader.read(inputs, System.err::println);
        };
        UnaryOperator<String> layout =
                way == Way.SNAPSHOT_AND_LAYOUT ? new Layout(classPath())::apply : source -> source;
        ConnectionSource connections = ConnectionSource.of(DriverManager.getDriver(args[0]), args[0], new Properties());
        Said said = new Said();
        SchemaFilter filter = LiveSchema.FILTER;
        new Create(
                        new FromDatabase(
                                new Migrator(
                                        connections,
                                        MigrationSource.of(DiffOnce.class.getClassLoader()),
                                        RunSettings.DEFAULT,
                                        RunListener.NONE),
                                connections,
                                filter,
                                new Comparison(
                                        Dialects.of("PostgreSQL", 18),
                                        NamingConvention.DEFAULT,
                                        Renames.parse("none"),
                                        ObjectFilter.ALL),
                                DropScope.byAnyone(said)),
                        new PlanProof(
                                PlanProof.Place.OFF,
                                Duration.ZERO,
                                Duration.ZERO,
                                ScratchServer.beside(new Drivers(DiffOnce.class.getClassLoader()), () -> {
                                    throw new IOException("nothing is tried");
                                }),
                                said),
                        new NewMigration(
                                directory.resolve(args[3]),
                                "migrations",
                                Clock.systemUTC(),
                                NewMigration::randomId,
                                layout),
                        Fills.parse(""),
                        said)
                .run("ten changes", model);
        long operations = Stream.concat(said.lines().stream(), said.warnings().stream())
                .filter(line -> line.matches("  (?!expect |fill ).*")) // these make the others safe
                .count();
        if (operations != OPERATIONS) {
            throw new IllegalStateException("not " + OPERATIONS + " operations, but " + said.lines());
        }
    }

    private static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }
}
