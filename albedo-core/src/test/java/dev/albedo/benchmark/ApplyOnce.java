package dev.albedo.benchmark;

import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** One run of {@link ApplyBenchmark}. */
final class ApplyOnce {

    private ApplyOnce() {}

    /** Arguments: the URL, and how many revisions must be applied. */
    public static void main(String[] args) throws SQLException {
        Migrator migrator = new Migrator(
                ConnectionSource.of(DriverManager.getDriver(args[0]), args[0], new Properties()),
                MigrationSource.of(ApplyOnce.class.getClassLoader()),
                RunSettings.DEFAULT,
                RunListener.NONE);
        int applied = migrator.migrate("head").size();
        if (applied != Integer.parseInt(args[1])) {
            throw new IllegalStateException(applied + " revisions were applied, not " + args[1]);
        }
    }
}
