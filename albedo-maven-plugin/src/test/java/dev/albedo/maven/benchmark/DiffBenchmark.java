package dev.albedo.maven.benchmark;

import dev.albedo.maven.oracle.Planning;
import dev.albedo.processor.Inputs;
import dev.albedo.processor.ModelReader;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.SnapshotWriter;
import dev.albedo.testing.EntityGenerator;
import dev.albedo.testing.TemporaryDirectory;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import dev.albedo.testing.Usage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * How long it takes to find and write {@value EntityGenerator#CHANGES} changes in a model of N entities whose tables are
 * there already: whole processes that do what {@code albedo:create} does, without Maven's own start; and the same work by
 * {@link Peers others}, where they are there.
 *
 * <p>Arguments: numbers of entities (500 1000). Prints medians.
 */
public final class DiffBenchmark {

    private static final int RUNS = 5;

    private final TestDatabase database;
    private final Path directory;
    private final Inputs inputs;
    private int migrations;

    private DiffBenchmark(TestDatabase database, Path directory) throws IOException {
        this.database = database;
        this.directory = directory;
        try (Stream<Path> jars = Files.list(Path.of("target", "hibernate-7.4"))) {
            this.inputs = Inputs.of(
                    directory.resolve("classes"),
                    jars.map(Path::toAbsolutePath).sorted().toList());
        }
    }

    public static void main(String[] args) throws IOException, SQLException {
        List<Integer> sizes = args.length == 0
                ? List.of(500, 1000)
                : Arrays.stream(args).map(Integer::valueOf).toList();
        for (int entities : sizes) {
            try (TestDatabase database = TestDatabases.create();
                    TemporaryDirectory directory = TemporaryDirectory.create()) {
                DiffBenchmark benchmark = new DiffBenchmark(database, directory.path());
                benchmark.prepare(entities);
                benchmark.run(entities);
            }
        }
    }

    /** Makes the tables of the model, and changes the model. */
    private void prepare(int entities) throws IOException, SQLException {
        List<Path> sources = EntityGenerator.write(directory.resolve("src"), entities);
        Planning planning = Planning.of(compile(sources).schema());
        planning.run(planning.of(database), database);
        database.execute("vacuum analyze");
        EntityGenerator.change(sources);
        Path snapshot = inputs.classOutput().resolve(Snapshot.RESOURCE);
        Files.createDirectories(snapshot.getParent());
        Files.writeString(snapshot, SnapshotWriter.write(compile(sources)));
        inputs.write(directory.resolve(DiffOnce.INPUTS));
    }

    private Snapshot compile(List<Path> sources) throws IOException {
        Files.createDirectories(inputs.classOutput());
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-d",
                inputs.classOutput().toString(),
                "-cp",
                inputs.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        sources.forEach(source -> arguments.add(source.toString()));
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the entities do not compile");
        }
        return ModelReader.read(inputs, warning -> {
            throw new IllegalStateException(warning);
        });
    }

    private void run(int entities) throws IOException {
        List<Usage> snapshot = new ArrayList<>();
        List<Usage> formatted = new ArrayList<>();
        List<Usage> model = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            snapshot.add(create(DiffOnce.Way.SNAPSHOT));
            formatted.add(create(DiffOnce.Way.SNAPSHOT_AND_LAYOUT));
            model.add(create(DiffOnce.Way.HIBERNATE));
        }
        Usage.printHeader(EntityGenerator.CHANGES + " changes in " + entities + " entities");
        Usage.printRow("the snapshot is there", snapshot);
        Usage.printRow("the same, and the source laid out", formatted);
        Usage.printRow("Hibernate reads the model first", model);
        try (Stream<Path> files = Files.walk(directory.resolve("migration0"))) {
            Path written = files.filter(file -> file.toString().endsWith(".java"))
                    .findFirst()
                    .orElseThrow();
            System.out.println("  found: " + Findings.inMigration(Files.readString(written)));
        }
        new Peers(database, directory, inputs).run(entities, RUNS);
    }

    private Usage create(DiffOnce.Way way) throws IOException {
        return Usage.ofJava(
                database.server(),
                System.getProperty("java.class.path"),
                DiffOnce.class,
                database.url(),
                directory.toString(),
                way.name(),
                "migration" + migrations++);
    }
}
