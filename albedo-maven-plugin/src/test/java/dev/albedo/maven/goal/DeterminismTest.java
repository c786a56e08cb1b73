package dev.albedo.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.maven.goal.plan.CreateOnce;
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.operation.Operation;
import dev.albedo.run.JdbcSink;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.SnapshotWriter;
import dev.albedo.testing.Everything;
import dev.albedo.testing.RandomSchemas;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same model and database give the same bytes, on whatever machine. */
public class DeterminismTest {

    /** The immutable sets and maps of the JDK have an order of their own in each JVM besides. */
    private static final List<List<String>> MACHINES = List.of(
            List.of(
                    "-Duser.timezone=Pacific/Kiritimati",
                    "-Duser.language=tr",
                    "-Duser.country=TR",
                    "-Dfile.encoding=UTF-8",
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:hashCode=0"),
            List.of(
                    "-Duser.timezone=America/Los_Angeles",
                    "-Duser.language=ar",
                    "-Duser.country=EG",
                    "-Dfile.encoding=ISO-8859-1",
                    "-Dline.separator=\r\n",
                    "-XX:+UnlockExperimentalVMOptions",
                    "-XX:hashCode=3"));

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of("everything", Schema.EMPTY, Everything.SCHEMA),
                Arguments.of(
                        "seed 11",
                        RandomSchemas.pair(11).from(),
                        RandomSchemas.pair(11).to()),
                Arguments.of(
                        "seed 12",
                        RandomSchemas.pair(12).from(),
                        RandomSchemas.pair(12).to()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void sameBytesOnAnyMachine(String name, Schema from, Schema to, @TempDir Path directory) throws Exception {
        Path model = directory.resolve("schema.json");
        Files.writeString(model, SnapshotWriter.write(Snapshots.of(to)));
        try (TestDatabase database = TestDatabases.create()) {
            make(database, from);
            List<Map<String, String>> written = new ArrayList<>();
            for (List<String> machine : MACHINES) {
                Path sources = Files.createDirectory(directory.resolve("machine" + written.size()));
                create(machine, database.url(), model, sources);
                written.add(files(sources));
            }

            assertThat(written.get(0).keySet()).contains("said.txt", "shop/M20261122213005_IdentifyIstanbul.java");
            assertThat(written.get(1)).isEqualTo(written.get(0));
            assertThat(written.get(0).get("shop/M20261122213005_IdentifyIstanbul.java"))
                    .contains("2026-11-22T21:30:05Z")
                    .doesNotContain("\r");
        }
    }

    private static void make(TestDatabase database, Schema schema) throws Exception {
        Dialect dialect = new PostgresDialect(18);
        try (Connection connection = database.connect()) {
            for (Operation operation : SchemaDiffer.diff(Schema.EMPTY, schema).operations()) {
                JdbcSink.run(connection, dialect, operation);
            }
        }
    }

    private static void create(List<String> machine, String url, Path model, Path sources)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CreateOnce.class.getName(),
                url,
                model.toString(),
                sources.toString()));
        Path output = sources.resolveSibling(sources.getFileName() + ".log");
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(status)
                .as(Files.readString(output, StandardCharsets.ISO_8859_1))
                .isZero();
    }

    /** The bytes of all files, by their path. */
    private static Map<String, String> files(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        directory.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
