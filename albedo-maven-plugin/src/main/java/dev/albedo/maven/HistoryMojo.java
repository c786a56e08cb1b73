package dev.albedo.maven;

import dev.albedo.maven.goal.History;
import dev.albedo.maven.goal.ProjectLoader;
import dev.albedo.run.MigrationSource;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Prints the revisions of the project, the newest first. Needs no database.
 */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class HistoryMojo extends AbstractMigrationsMojo {

    @Override
    void run(ProjectLoader loader) {
        History.print(MigrationSource.of(loader).graph(), console());
    }
}
