package dev.albedo.maven;

import dev.albedo.maven.goal.ProjectLoader;
import dev.albedo.maven.goal.Repair;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Accepts migrations that were edited after they had been applied, as what was applied: for a database that is as they say
 * now. Changes what is recorded, keeps in the log what was recorded before, and runs nothing.
 */
@Mojo(name = "repair", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class RepairMojo extends AbstractDatabaseMojo {

    /** The revisions to accept, with commas between them, by id or unique prefix; all that were edited if it is not said. */
    @Parameter(property = "albedo.revision")
    private @Nullable List<String> revision;

    @Override
    void run(ProjectLoader loader) throws IOException {
        MigrationSource migrations = MigrationSource.of(loader);
        ConnectionSource connections = connections(connection(), loader);
        new Repair(migrator(connections, migrations), console()).run(revision == null ? List.of() : revision);
    }
}
