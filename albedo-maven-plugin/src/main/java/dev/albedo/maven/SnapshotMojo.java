package dev.albedo.maven;

import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.project.ReadModel;
import dev.albedo.processor.Inputs;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Reads the model from the compiled classes, as the annotation processor does while javac compiles. Runs by itself after
 * each compilation, and then reads only a model that the processor did not read: that of another compiler (Kotlin, Groovy,
 * ecj) or with {@code -proc:none}.
 */
@Mojo(
        name = "snapshot",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
final class SnapshotMojo extends AbstractMigrationsMojo {

    @Override
    void run(ProjectLoader loader) throws IOException {
        for (Inputs unit : inputs().units()) {
            ReadModel model = new ReadModel(unit, console());
            if (isCalledByName()) {
                model.run();
            } else {
                model.runIfOutdatedAndThere();
                model.listMigrations();
            }
        }
    }

    @Override
    boolean isForOneModule() {
        return isCalledByName();
    }
}
