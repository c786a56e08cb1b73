package dev.albedo.maven.goal;

import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.SnapshotException;
import dev.albedo.snapshot.SnapshotReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The snapshot of the model, as the processor left it in the class output. */
public final class ModelSchema {

    /** Said where there is none. */
    static final String MISSING = "There is no " + Snapshot.RESOURCE
            + " among the classes, so it is not known what the model expects: give albedo-maven-plugin"
            + " <extensions>true</extensions> in the POM and run this again";

    private ModelSchema() {}

    /**
     * The snapshot, if there is one.
     *
     * @throws GoalException if it cannot be understood
     */
    public static Optional<Snapshot> find(Path classOutput) throws IOException {
        Path file = classOutput.resolve(Snapshot.RESOURCE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SnapshotReader.read(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (SnapshotException e) {
            throw new GoalException(e.getMessage() + ": run mvn clean compile", e);
        }
    }

    /**
     * The snapshot.
     *
     * @throws GoalException if there is none, or it cannot be understood
     */
    public static Snapshot read(Path classOutput) throws IOException {
        return find(classOutput).orElseThrow(() -> new GoalException(MISSING));
    }
}
