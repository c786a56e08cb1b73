package dev.albedo.maven.goal.project;

import dev.albedo.processor.hibernate.ModelList;
import dev.albedo.run.MigrationsList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The model and migrations of a compiled module, without the modules it depends on.
 *
 * @param hasModel whether it has classes of the model
 * @param hasMigrations whether it has migrations
 */
public record ModuleParts(boolean hasModel, boolean hasMigrations) {

    /** Reads the lists in a class output; what is not compiled has nothing. */
    public static ModuleParts in(Path classOutput) throws IOException {
        return new ModuleParts(
                !ModelList.read(text(classOutput, ModelList.RESOURCE)).isEmpty(),
                !MigrationsList.read(text(classOutput, MigrationsList.RESOURCE), MigrationsList.RESOURCE)
                        .isEmpty());
    }

    /** Whether it has neither. */
    public boolean isEmpty() {
        return !hasModel && !hasMigrations;
    }

    private static String text(Path classOutput, String resource) throws IOException {
        Path file = classOutput.resolve(resource);
        return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    }
}
