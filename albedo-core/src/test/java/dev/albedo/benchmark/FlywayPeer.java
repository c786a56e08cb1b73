package dev.albedo.benchmark;

import dev.albedo.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.Driver;

/**
 * Flyway by its Java API, with migrations in SQL, which is how it is used most. What it calls a dry run, a script, is not in
 * its free edition.
 */
record FlywayPeer(List<Path> classPath, Path migrations) implements Contestant {

    private static final String PROGRAM = """
            import org.flywaydb.core.Flyway;

            public final class FlywayOnce {
                public static void main(String[] args) {
                    Flyway flyway = Flyway.configure()
                            .dataSource(args[1], args[2], "")
                            .locations("filesystem:" + args[3])
                            .load();
                    if (args[0].equals("STATUS")) {
                        System.out.println(flyway.info().current().getVersion());
                    } else {
                        flyway.migrate();
                    }
                }
            }
            """;

    /** It, where the profile has put it. */
    static Optional<Contestant> find(Path directory, int count) throws IOException {
        List<Path> jars = Programs.jars("flyway");
        if (jars.isEmpty()) {
            return Optional.empty();
        }
        Path home = Files.createDirectories(directory.resolve("flyway"));
        Path migrations = Files.createDirectories(home.resolve("sql"));
        for (int i = 0; i < count; i++) {
            Files.writeString(migrations.resolve("V%04d__add_table.sql".formatted(i + 1)), Contestant.sql(i) + ";\n");
        }
        List<Path> classPath = new ArrayList<>(jars);
        Path classes = home.resolve("classes");
        Programs.compile(List.of(Files.writeString(home.resolve("FlywayOnce.java"), PROGRAM)), jars, classes);
        classPath.add(classes);
        classPath.addAll(Contestant.placesOf(Driver.class));
        return Optional.of(new FlywayPeer(classPath, migrations));
    }

    @Override
    public String name() {
        return "Flyway 13, Java API, migrations in SQL";
    }

    @Override
    public boolean can(Work work) {
        return work != Work.SCRIPT;
    }

    @Override
    public List<String> command(Work work, TestDatabase database) {
        return Contestant.java(
                List.of(),
                classPath,
                "FlywayOnce",
                work.name(),
                database.url(),
                database.user(),
                migrations.toString());
    }
}
