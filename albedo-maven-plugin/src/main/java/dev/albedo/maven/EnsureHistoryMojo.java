package dev.albedo.maven;

import dev.albedo.maven.goal.EnsureHistory;
import dev.albedo.maven.goal.project.ProjectLoader;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Makes the history table and its log if they are not there, and runs nothing. The first run makes them by itself; this is for
 * a database in which somebody else than who migrates may create tables.
 */
@Mojo(name = "ensure-history", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class EnsureHistoryMojo extends AbstractDatabaseMojo {

    @Override
    void run(ProjectLoader loader) throws IOException {
        new EnsureHistory(migrator(connections(connection(), loader), migrations(loader)), history(), console()).run();
    }
}
