package dev.albedo.maven;

import dev.albedo.maven.goal.ProjectLoader;
import dev.albedo.maven.goal.Rollback;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Takes revisions back, the last one first, each in one transaction. Stops before it begins if one of them was edited after
 * it had been applied, because what it takes back may then not be what is there.
 */
@Mojo(name = "rollback", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class RollbackMojo extends AbstractDatabaseMojo {

    /** How many revisions to take back; 1 if neither this nor {@code to} is given. */
    @Parameter(property = "steps")
    private @Nullable Integer steps;

    /** The revision to go back to, which stays applied: an id, a unique prefix, {@code -1}; {@code base} takes back all. */
    @Parameter(property = "to")
    private @Nullable String to;

    /** Prints the revisions that would be taken back, with the SQL of each, and changes nothing about the database. */
    @Parameter(property = "albedo.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Override
    void run(ProjectLoader loader) throws IOException {
        MigrationSource migrations = MigrationSource.of(loader);
        ConnectionSource connections = connections(connection(), loader);
        Rollback goal = new Rollback(migrator(connections, migrations), console());
        if (dryRun) {
            goal.dryRun(steps, to);
        } else {
            goal.run(steps, to);
        }
    }
}
