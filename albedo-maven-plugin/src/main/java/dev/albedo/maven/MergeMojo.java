package dev.albedo.maven;

import dev.albedo.maven.goal.Merge;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.write.MigrationIdentity;
import dev.albedo.run.MigrationSource;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Merges heads: writes an empty migration that follows all of them. Needs no database.
 */
@Mojo(name = "merge", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class MergeMojo extends AbstractMigrationsMojo {

    /** The name of the migration; the default is {@code merge}. */
    @Parameter(property = "name")
    private @Nullable String name;

    /** The revisions to merge: ids, unique prefixes or labels; by default all heads. */
    @Parameter(property = "albedo.revisions")
    private @Nullable List<String> revisions;

    /** Also merges revisions that already have a child. */
    @Parameter(property = "albedo.splice", defaultValue = "false")
    private boolean splice;

    /**
     * Merges branches even if they conflict or lead to different schemas in different orders; then add operations to the merge that make all databases equal.
     */
    @Parameter(property = "albedo.acceptConflict", defaultValue = "false")
    private boolean acceptConflict;

    /** Labels of the branch that starts with the migration. */
    @Parameter(property = "albedo.branchLabel")
    private @Nullable List<String> branchLabel;

    /** Revisions of other branches that must be applied before the migration: ids, unique prefixes or labels. */
    @Parameter(property = "albedo.dependsOn")
    private @Nullable List<String> dependsOn;

    /** The id of the revision; by default 12 random hex digits. */
    @Parameter(property = "albedo.revId")
    private @Nullable String revId;

    @Override
    boolean writesSources() {
        return true;
    }

    @Override
    void run(ProjectLoader loader) throws IOException {
        MigrationSource migrations = migrations(loader);
        MigrationIdentity identity =
                MigrationIdentity.of(migrations.graph(), null, splice, branchLabel, dependsOn, revId);
        new Merge(migrations, comparison(loader), place(migrations), console())
                .run(name, revisions == null ? List.of() : revisions, splice, acceptConflict, identity);
    }
}
