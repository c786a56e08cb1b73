package dev.albedo.maven;

import dev.albedo.maven.goal.Discard;
import dev.albedo.maven.goal.project.GitTags;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.project.Released;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Deletes a migration that no database has applied: its file, its class, and its entries in {@code origins.txt}. Refuses if the database has applied it, if a git tag contains it, or if another migration builds on it.
 */
@Mojo(name = "discard", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class DiscardMojo extends AbstractDatabaseMojo {

    /**
     * The revision: an id, a unique prefix or a label; by default the head. If its file was deleted by hand, its
     * complete id; then only {@code origins.txt} is changed.
     */
    @Parameter(property = "albedo.revision")
    private @Nullable String revision;

    /** Deletes the migration even if a git tag contains it, for a tagged version that was not applied to any database. */
    @Parameter(property = "albedo.ignoreTags", defaultValue = "false")
    private boolean ignoreTags;

    @Override
    boolean writesSources() {
        return true;
    }

    @Override
    void run(ProjectLoader loader) throws IOException {
        MigrationSource migrations = migrations(loader);
        Migrator migrator = migrator(connections(connection(), loader), migrations);
        new Discard(
                        migrations,
                        place(migrations),
                        sources(),
                        classOutput(),
                        () -> migrator.status().history(),
                        ignoreTags ? Released.UNKNOWN : new GitTags(sources(), console()),
                        console())
                .run(revision);
    }
}
