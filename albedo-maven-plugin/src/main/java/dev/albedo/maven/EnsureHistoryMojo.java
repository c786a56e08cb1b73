package dev.albedo.maven;

import dev.albedo.maven.goal.EnsureHistory;
import dev.albedo.maven.goal.project.ProjectLoader;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Creates the history table and its log if they do not exist, and runs no migration. The first run of {@code migrate} creates them itself; use this goal if the migrating role may not create tables.
 */
@Mojo(name = "ensure-history", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class EnsureHistoryMojo extends AbstractDatabaseMojo {

    @Override
    void run(ProjectLoader loader) throws IOException {
        new EnsureHistory(migrator(connections(connection(), loader), migrations(loader)), history(), console()).run();
    }
}
