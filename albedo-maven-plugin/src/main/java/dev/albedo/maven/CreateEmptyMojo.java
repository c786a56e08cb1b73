package dev.albedo.maven;

import dev.albedo.maven.goal.CreateEmpty;
import dev.albedo.maven.goal.ProjectLoader;
import dev.albedo.run.MigrationSource;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes a migration that does nothing yet, for data or for work that no comparison finds. Needs no database. */
@Mojo(name = "create-empty", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class CreateEmptyMojo extends AbstractMigrationsMojo {

    /** What the migration will do, in a few words; its class is named after it. */
    @Parameter(property = "name")
    private @Nullable String name;

    @Override
    void run(ProjectLoader loader) throws IOException {
        MigrationSource migrations = MigrationSource.of(loader);
        new CreateEmpty(migrations, place(migrations), console()).run(name);
    }
}
