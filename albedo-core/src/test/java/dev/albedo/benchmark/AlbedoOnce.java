package dev.albedo.benchmark;

import dev.albedo.dialect.Dialects;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.run.Script;
import dev.albedo.run.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** One run of {@link Albedo}. */
final class AlbedoOnce {

    private AlbedoOnce() {}

    /** Arguments: the work, the URL, how many revisions there are, and a file for a script. */
    public static void main(String[] args) throws SQLException, IOException {
        int count = Integer.parseInt(args[2]);
        MigrationSource migrations = MigrationSource.of(AlbedoOnce.class.getClassLoader());
        switch (Work.valueOf(args[0])) {
            case APPLY ->
                require(count, migrator(args[1], migrations).migrate("head").size());
            case NOTHING ->
                require(0, migrator(args[1], migrations).migrate("head").size());
            case STATUS -> {
                Status status = migrator(args[1], migrations).status();
                require(count, status.applied().size());
                require(0, status.pending().size() + status.edited().size());
            }
            case SCRIPT -> {
                Script.Result script = new Script(
                                Dialects.of("PostgreSQL", 18), migrations, RunSettings.DEFAULT.history(), false, false)
                        .up("base", "head");
                require(count, script.revisions().size());
                Files.writeString(Path.of(args[3]), script.text());
            }
        }
    }

    private static Migrator migrator(String url, MigrationSource migrations) throws SQLException {
        return new Migrator(
                ConnectionSource.of(DriverManager.getDriver(url), url, new Properties()),
                migrations,
                RunSettings.DEFAULT,
                RunListener.NONE);
    }

    private static void require(int expected, int found) {
        if (found != expected) {
            throw new IllegalStateException(found + " revisions, not " + expected);
        }
    }
}
