package dev.albedo.maven;

import dev.albedo.maven.goal.CreateEmpty;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.write.MigrationIdentity;
import dev.albedo.run.MigrationSource;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes a migration with empty {@code up} and {@code down}, for changes to data or your own SQL. Needs no database. */
@Mojo(name = "create-empty", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class CreateEmptyMojo extends AbstractMigrationsMojo {

    /** The purpose of the migration, in a few words; its class is named after it. */
    @Parameter(property = "name")
    private @Nullable String name;

    /**
     * The parent of the migration, if it is not the only head: an id, a unique prefix of one, {@code label@head}; {@code
     * base} starts a line without a parent.
     */
    @Parameter(property = "albedo.head")
    private @Nullable String head;

    /** Allows a parent that already has a successor, which starts a branch. */
    @Parameter(property = "albedo.splice", defaultValue = "false")
    private boolean splice;

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
        new CreateEmpty(migrations, place(migrations), console())
                .run(name, MigrationIdentity.of(migrations.graph(), head, splice, branchLabel, dependsOn, revId));
    }
}
