package dev.albedo.maven;

import dev.albedo.maven.goal.Repair;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Accepts migrations that were edited after they were applied, for a database that matches them. Updates the history, keeps the earlier records in the log, and runs no migration.
 */
@Mojo(name = "repair", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class RepairMojo extends AbstractDatabaseMojo {

    /** The revisions to accept: ids or unique prefixes, separated by commas; by default all that were edited. */
    @Parameter(property = "albedo.revision")
    private @Nullable List<String> revision;

    /**
     * The outcome of a step that Albedo cannot determine: {@code done} (it took effect) or {@code again} (it did not; the
     * next run sends it again). Cannot be combined with {@code albedo.revision}.
     */
    @Parameter(property = "albedo.step")
    private @Nullable String step;

    @Override
    void run(ProjectLoader loader) throws IOException {
        MigrationSource migrations = migrations(loader);
        ConnectionSource connections = connections(connection(), loader);
        Repair repair = new Repair(migrator(connections, migrations), console());
        if (step == null) {
            repair.run(revision == null ? List.of() : revision);
        } else if (revision == null || revision.isEmpty()) {
            repair.settle(step);
        } else {
            throw new GoalException(
                    "albedo.step and albedo.revision cannot be combined: run mvn albedo:repair once for each");
        }
    }
}
