package dev.albedo.benchmark;

import dev.albedo.Migration;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationsList;
import dev.albedo.run.Migrator;
import dev.albedo.testing.TemporaryDirectory;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import dev.albedo.testing.Usage;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.postgresql.Driver;

/**
 * How long it takes to apply many small migrations, each in its transaction, and to find that there is nothing to do: the
 * whole process, its JVM's start included.
 *
 * <p>Argument: the number of migrations (1000). Prints medians.
 */
public final class ApplyBenchmark {

    private static final int RUNS = 5;

    private ApplyBenchmark() {}

    public static void main(String[] args) throws IOException, SQLException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        try (TemporaryDirectory directory = TemporaryDirectory.create()) {
            Path jar = migrations(directory.path(), count);
            List<Usage> applied = new ArrayList<>();
            List<Usage> nothing = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                try (TestDatabase database = TestDatabases.create()) {
                    applied.add(run(jar, database, count));
                    nothing.add(run(jar, database, 0));
                }
            }
            Usage.printHeader(count + " migrations");
            Usage.printRow("apply all to an empty database", applied);
            Usage.printRow("nothing to do", nothing);
        }
    }

    private static Usage run(Path jar, TestDatabase database, int expected) throws IOException {
        // Only what an application needs for it.
        String classPath = Stream.of(Migrator.class, Migration.class, Driver.class, ApplyOnce.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(File.pathSeparator, jar + File.pathSeparator, ""));
        return Usage.ofJava(database.server(), classPath, ApplyOnce.class, database.url(), String.valueOf(expected));
    }

    /** Migrations that create a table each, compiled into a jar together with their list. */
    private static Path migrations(Path directory, int count) throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources/bench"));
        Path classes = Files.createDirectories(directory.resolve("classes"));
        List<RevisionNode> nodes = new ArrayList<>();
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-nowarn"));
        for (int i = 0; i < count; i++) {
            String name = String.format("M%05d_AddTable", i);
            String id = String.format("%012x", i * 7919L);
            String[] parents = i == 0 ? new String[0] : new String[] {String.format("%012x", (i - 1) * 7919L)};
            nodes.add(RevisionNode.of(id, "bench." + name, parents));
            Path source = sources.resolve(name + ".java");
            Files.writeString(source, source(name, id, i));
            arguments.add(source.toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the migrations do not compile");
        }
        Path jar = directory.resolve("migrations.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.list(classes.resolve("bench"))) {
            entries.putNextEntry(new JarEntry(MigrationsList.RESOURCE));
            entries.write(MigrationsList.write(nodes).getBytes(StandardCharsets.UTF_8));
            for (Path file : files.sorted().toList()) {
                entries.putNextEntry(new JarEntry("bench/" + file.getFileName()));
                entries.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    private static String source(String name, String id, int number) {
        return """
                package bench;

                import static dev.albedo.schema.Types.*;
                import static dev.albedo.schema.Words.*;

                import dev.albedo.*;

                @Revision(id = "%s")
                public final class %s implements Migration {
                    @Override
                    public void up(Operations op) {
                        op.createTable(
                                "t%d",
                                column("id", bigint()),
                                column("name", varchar(255)).nullable(),
                                primaryKey("pk_t%d", "id"));
                    }

                    @Override
                    public void down(Operations op) {
                        op.dropTable("t%d");
                    }
                }
                """.formatted(id, name, number, number, number);
    }
}
