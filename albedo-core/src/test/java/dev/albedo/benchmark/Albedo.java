package dev.albedo.benchmark;

import com.google.gson.Gson;
import dev.albedo.Migration;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationsList;
import dev.albedo.run.Migrator;
import dev.albedo.testing.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.postgresql.Driver;

/** Albedo as an application has it: a jar with compiled migrations and their list. */
final class Albedo implements Contestant {

    private final List<String> options;
    private final int count;
    private final List<Path> classPath;
    private final Path script;

    /**
     * Makes the migrations.
     *
     * @param options of the JVM
     */
    Albedo(Path directory, int count, String... options) throws IOException {
        this.options = List.of(options);
        this.count = count;
        this.script = directory.resolve("albedo.sql");
        this.classPath = Stream.concat(
                        Stream.of(migrations(directory.resolve("albedo"), count)),
                        Contestant.placesOf(Migrator.class, Migration.class, Gson.class, Driver.class, AlbedoOnce.class)
                                .stream())
                .toList();
    }

    @Override
    public String name() {
        return options.isEmpty() ? "Albedo" : "Albedo, " + String.join(" ", options);
    }

    @Override
    public boolean can(Work work) {
        return true;
    }

    @Override
    public List<String> command(Work work, TestDatabase database) {
        return Contestant.java(
                options,
                classPath,
                AlbedoOnce.class.getName(),
                work.name(),
                database.url(),
                String.valueOf(count),
                script.toString());
    }

    private static Path migrations(Path directory, int count) throws IOException {
        Path jar = directory.resolve("migrations.jar");
        if (Files.exists(jar)) {
            return jar;
        }
        Path sources = Files.createDirectories(directory.resolve("sources/bench"));
        Path classes = directory.resolve("classes");
        List<RevisionNode> nodes = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = String.format("M%05d_AddTable", i);
            String[] parents = i == 0 ? new String[0] : new String[] {id(i - 1)};
            nodes.add(RevisionNode.of(id(i), "bench." + name, parents));
            files.add(Files.writeString(sources.resolve(name + ".java"), source(name, id(i), i)));
        }
        Programs.compile(files, Contestant.placesOf(Migration.class), classes);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> compiled = Files.list(classes.resolve("bench"))) {
            entries.putNextEntry(new JarEntry(MigrationsList.RESOURCE));
            entries.write(MigrationsList.write(nodes).getBytes(StandardCharsets.UTF_8));
            for (Path file : compiled.sorted().toList()) {
                entries.putNextEntry(new JarEntry("bench/" + file.getFileName()));
                entries.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    private static String id(int number) {
        return String.format("%012x", number * 7919L);
    }

    private static String source(String name, String id, int number) {
        return """
                package bench;

                import static dev.albedo.schema.Types.*;
                import static dev.albedo.schema.SchemaDsl.*;

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
