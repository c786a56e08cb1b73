package dev.albedo.maven;

import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.graph.GraphView;
import dev.albedo.maven.graph.RevisionList;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Status;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Prints the current revision of the database, one line for each head; {@code status} reports more.
 */
@Mojo(name = "current", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class CurrentMojo extends AbstractDatabaseMojo {

    /** Fails if a revision of the project is not applied, or if the database has one that the project does not have. */
    @Parameter(property = "albedo.checkHeads", defaultValue = "false")
    private boolean checkHeads;

    @Override
    void run(ProjectLoader loader) throws IOException {
        MigrationSource migrations = migrations(loader);
        ConnectionSettings settings = connection();
        Status status = migrator(connections(settings, loader), migrations).status();
        new RevisionList(new GraphView(migrations.graph(), Optional.of(status)), console()).current(status, checkHeads);
    }
}
