package dev.albedo.maven;

import dev.albedo.maven.goal.Rebase;
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
 * Puts one branch on top of another, by changing the parent of its first revision. Refuses if the order changes the schema, if the database has applied the branch, or if a git tag contains it.
 */
@Mojo(name = "rebase", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class RebaseMojo extends AbstractDatabaseMojo {

    /** A revision of the branch that moves; by default the newer of two heads. */
    @Parameter(property = "albedo.revision")
    private @Nullable String revision;

    /** The new parent of the branch; by default the older of two heads. */
    @Parameter(property = "albedo.onto")
    private @Nullable String onto;

    /**
     * Moves the branch even if a git tag contains it, for a tagged version that was not applied to any database. By default such a branch is not moved, because another database may have applied it.
     */
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
        new Rebase(
                        migrations,
                        comparison(loader),
                        sources(),
                        () -> migrator.status().applied(),
                        ignoreTags ? Released.UNKNOWN : new GitTags(sources(), console()),
                        console())
                .run(revision, onto);
    }
}
