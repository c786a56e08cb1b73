package dev.albedo.benchmark;

import dev.albedo.Migration;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationsList;
import dev.albedo.run.Migrator;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.postgresql.Driver;

/**
 * How long it takes to apply many small migrations, each in its transaction, and to find that there is nothing to do: the
 * whole process, its JVM's start included, in CPU seconds of the client (its {@code ProcessHandle}) and of the server
 * backend, and in wall seconds.
 *
 * <p>Arguments: the number of migrations (1000) and of repetitions (5). Prints each figure and the medians.
 */
public final class ApplyBenchmark {

    private ApplyBenchmark() {}

    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        int repetitions = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        Path directory = Files.createTempDirectory("albedo-benchmark");
        try {
            Path jar = migrations(directory, count);
            List<Figures> applied = new ArrayList<>();
            List<Figures> nothing = new ArrayList<>();
            for (int i = 0; i < repetitions; i++) {
                try (TestDatabase database = TestDatabases.create()) {
                    applied.add(run(jar, database, count));
                    nothing.add(run(jar, database, 0));
                }
            }
            print("apply " + count, applied);
            print("nothing to do, " + count + " on file", nothing);
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private record Figures(double client, double server, double wall) {
        double cpu() {
            return client + server;
        }
    }

    private static void print(String what, List<Figures> figures) {
        figures.forEach(one -> System.out.printf(
                "%s: %.2f CPU s (client %.2f, server %.2f), %.2f s wall%n",
                what, one.cpu(), one.client(), one.server(), one.wall()));
        List<Figures> sorted =
                figures.stream().sorted(Comparator.comparing(Figures::cpu)).toList();
        System.out.printf(
                "%s: MEDIAN %.2f CPU s%n", what, sorted.get(sorted.size() / 2).cpu());
    }

    private static Figures run(Path jar, TestDatabase database, int expected)
            throws IOException, SQLException, InterruptedException {
        // Only what an application needs for it.
        String classPath = Stream.of(Migrator.class, Migration.class, Driver.class, ApplyOnce.class)
                .map(type ->
                        type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(File.pathSeparator, jar + File.pathSeparator, ""));
        double serverBefore = serverSeconds(database);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        ApplyOnce.class.getName(),
                        database.url(),
                        String.valueOf(expected))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        double wall = (System.nanoTime() - start) / 1e9;
        if (status != 0) {
            throw new IllegalStateException("the run ended with " + status + ":\n" + output);
        }
        return new Figures(Double.parseDouble(output.strip()), serverSeconds(database) - serverBefore, wall);
    }

    /** CPU seconds of all processes of the server, those that ended included. */
    private static double serverSeconds(TestDatabase database) throws SQLException, IOException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_read_file('postmaster.pid', 0, 20)")) {
            row.next();
            long postmaster = Long.parseLong(row.getString(1).split("\n")[0].strip());
            double living = ProcessHandle.of(postmaster).stream()
                    .flatMap(ProcessHandle::children)
                    .mapToDouble(ApplyBenchmark::seconds)
                    .sum();
            return living + endedChildren(postmaster);
        }
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** From {@code /proc}, where there is one: what the postmaster and its ended children have used. */
    private static double endedChildren(long postmaster) throws IOException {
        Path stat = Path.of("/proc", String.valueOf(postmaster), "stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String text = Files.readString(stat);
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        // utime, stime, cutime and cstime, fields 14 to 17 of proc(5), in ticks of which there are 100 a second
        return Stream.of(fields).skip(11).limit(4).mapToLong(Long::parseLong).sum() / 100.0;
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
