package dev.albedo.maven;

import dev.albedo.maven.goal.CreateEmpty;
import dev.albedo.maven.goal.Identity;
import dev.albedo.maven.goal.ProjectLoader;
import dev.albedo.run.MigrationSource;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes a migration that does nothing yet, for data or for work that no comparison finds. Needs no database. */
@Mojo(name = "create-empty", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class CreateEmptyMojo extends AbstractMigrationsMojo {

    /** What the migration will do, in a few words; its class is named after it. */
    @Parameter(property = "name")
    private @Nullable String name;

    /**
     * The revision it follows, if that is not the only head: an id, a prefix that only one id has, {@code label@head};
     * {@code base} begins a line of its own.
     */
    @Parameter(property = "albedo.head")
    private @Nullable String head;

    /** Lets it follow a revision that another one follows already, which begins a branch. */
    @Parameter(property = "albedo.splice", defaultValue = "false")
    private boolean splice;

    /** Names for the branch that starts with it. */
    @Parameter(property = "albedo.branchLabel")
    private @Nullable List<String> branchLabel;

    /** Revisions of other branches that must have been applied before it: ids, unique prefixes or labels. */
    @Parameter(property = "albedo.dependsOn")
    private @Nullable List<String> dependsOn;

    /** Its identifier; without it 12 random hex digits. */
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
                .run(name, Identity.of(migrations.graph(), head, splice, branchLabel, dependsOn, revId));
    }
}
