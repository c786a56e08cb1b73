package dev.albedo.maven;

import dev.albedo.maven.goal.Check;
import dev.albedo.maven.goal.ModelSchema;
import dev.albedo.maven.goal.ModuleParts;
import dev.albedo.maven.goal.ProjectLoader;
import dev.albedo.run.MigrationSource;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fails if the entities, the migrations and their graph do not agree: if there are several heads, a migration does not follow
 * from those before it, a value is not filled in, a loss of data is not acknowledged, or the model expects what no migration
 * does. Says everything it finds. Needs no database, and runs
 * by itself in {@code mvn verify}.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
final class CheckMojo extends AbstractMigrationsMojo {

    /** Checks nothing. */
    @Parameter(property = "albedo.check.skip", defaultValue = "false")
    private boolean skipCheck;

    /** Accepts migrations that delete data without {@code op.allowDataLoss(...)} in them. */
    @Parameter(property = "albedo.allowDestructive", defaultValue = "false")
    private boolean allowDestructive;

    @Override
    void run(ProjectLoader loader) throws IOException {
        if (skipCheck) {
            console().print("The check is skipped (albedo.check.skip)");
            return;
        }
        new Check(comparison(), allowDestructive, this::place, console())
                .run(() -> MigrationSource.of(loader), ModelSchema.find(classOutput()), ModuleParts.in(classOutput()));
    }
}
