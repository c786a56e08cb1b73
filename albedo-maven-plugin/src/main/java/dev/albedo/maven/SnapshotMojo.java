package dev.albedo.maven;

import dev.albedo.maven.goal.ProjectLoader;
import dev.albedo.maven.goal.ReadModel;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Reads the model from the compiled classes, as the annotation processor does while javac compiles: for projects whose
 * compiler runs no processor (Kotlin, ecj, {@code -proc:none}), bound to the phase {@code process-classes} there.
 */
@Mojo(
        name = "snapshot",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
final class SnapshotMojo extends AbstractMigrationsMojo {

    @Override
    void run(ProjectLoader loader) throws IOException {
        new ReadModel(inputs(), console()).run();
    }
}
