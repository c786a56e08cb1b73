package dev.albedo.maven;

import dev.albedo.maven.goal.Diff;
import dev.albedo.maven.goal.ModelSchema;
import dev.albedo.maven.goal.ProjectLoader;
import dev.albedo.run.MigrationSource;
import dev.albedo.schema.Schema;
import java.io.IOException;
import java.sql.SQLException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Prints what {@code create} would write, and writes and tries nothing.
 */
@Mojo(name = "diff", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class DiffMojo extends AbstractComparisonMojo {

    @Override
    void run(ProjectLoader loader) throws IOException, SQLException {
        Schema model = ModelSchema.read(classOutput());
        new Diff(startingPoint(MigrationSource.of(loader), model, loader), console()).run(model);
    }
}
