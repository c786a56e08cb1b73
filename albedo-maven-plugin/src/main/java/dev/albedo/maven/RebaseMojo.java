package dev.albedo.maven;

import dev.albedo.maven.goal.ProjectLoader;
import dev.albedo.maven.goal.Rebase;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Puts one line of revisions on top of another: changes the parent of its first one. Does so only if both orders lead to
 * the same schema, and if the database has not yet the line that moves.
 */
@Mojo(name = "rebase", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class RebaseMojo extends AbstractDatabaseMojo {

    /** A revision of the line that moves; without it the newer of two heads. */
    @Parameter(property = "albedo.revision")
    private @Nullable String revision;

    /** The revision that the line is put on; without it the older of two heads. */
    @Parameter(property = "albedo.onto")
    private @Nullable String onto;

    @Override
    void run(ProjectLoader loader) throws IOException {
        MigrationSource migrations = MigrationSource.of(loader);
        Migrator migrator = migrator(connections(connection(), loader), migrations);
        new Rebase(
                        migrations,
                        comparison(loader),
                        sources(),
                        () -> migrator.status().applied(),
                        console())
                .run(revision, onto);
    }
}
