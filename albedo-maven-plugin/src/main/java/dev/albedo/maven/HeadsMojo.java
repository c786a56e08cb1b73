package dev.albedo.maven;

import dev.albedo.maven.goal.Heads;
import dev.albedo.maven.goal.ProjectLoader;
import dev.albedo.run.MigrationSource;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Prints the revisions that none follows; there should be one. Needs no database.
 */
@Mojo(name = "heads", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class HeadsMojo extends AbstractMigrationsMojo {

    @Override
    void run(ProjectLoader loader) {
        Heads.print(MigrationSource.of(loader).graph(), console());
    }
}
