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
 * Takes revisions back, the last one first, each in one transaction.
 */
@Mojo(name = "rollback", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class RollbackMojo extends AbstractDatabaseMojo {

    /** How many revisions to take back; 1 if neither this nor {@code to} is given. */
    @Parameter(property = "steps")
    private @Nullable Integer steps;

    /**
     * The revision to go back to, which stays applied: an id, a unique prefix, a label, {@code -1}, {@code ae10-2};
     * {@code base} takes back all. With a branch before it, such as {@code shop@base} or {@code shop@-1}, only that branch
     * goes, and what depends on it.
     */
    @Parameter(property = "to")
    private @Nullable String to;

    @Override
    void run(ProjectLoader loader) throws IOException {
        MigrationSource migrations = MigrationSource.of(loader);
        ConnectionSource connections = connections(connection(), loader);
        new Rollback(migrator(connections, migrations), console()).run(steps, to);
    }
}
