package dev.albedo.maven;

import dev.albedo.maven.goal.Stamp;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Sets which revisions are recorded as applied and runs nothing, for a database whose tables were created in another way.
 * Afterwards exactly the revision of {@code to} and all its ancestors are recorded.
 */
@Mojo(name = "stamp", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class StampMojo extends AbstractDatabaseMojo {

    /**
     * The revision of the database: {@code head}, {@code heads}, an id, a unique prefix, {@code base} for none; several
     * separated by commas.
     */
    @Parameter(property = "to", required = true)
    private List<String> to;

    /**
     * Whether to clear the history first, including interrupted revisions and revisions that this project does not have; the
     * database keeps the changes they made.
     */
    @Parameter(property = "albedo.purge", defaultValue = "false")
    private boolean purge;

    @Override
    void validate() {
        super.validate();
        if (to.isEmpty()) { // which is what Maven makes of a list that is not given, required or not
            throw new GoalException(
                    "The revision that the database is at is missing: use -Dto=head, -Dto=<revision>, or"
                            + " -Dto=base for none");
        }
    }

    @Override
    void run(ProjectLoader loader) throws IOException {
        MigrationSource migrations = migrations(loader);
        ConnectionSource connections = connections(connection(), loader);
        new Stamp(migrator(connections, migrations), console()).run(to, purge);
    }
}
