package dev.albedo.maven.goal.project;

import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.IoMessages;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.SnapshotException;
import dev.albedo.snapshot.SnapshotReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** The snapshot of the model, as the processor left it in the class output. */
public final class ModelSchema {

    /** Said where there is none. */
    public static final String MISSING = "There is no " + Snapshot.RESOURCE
            + " among the classes, so the model cannot be read: add <extensions>true</extensions> to"
            + " albedo-maven-plugin in the POM and run the goal again";

    private ModelSchema() {}

    /**
     * The snapshot, if there is one.
     *
     * @param unit the persistence unit, or {@code null} if the project has only one
     * @throws GoalException if it cannot be understood
     */
    public static Optional<Snapshot> find(Path classOutput, @Nullable String unit) throws IOException {
        Path file = classOutput.resolve(Snapshot.resource(unit));
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
     * Reads a snapshot that was kept: its file, or a jar or class output that contains it.
     *
     * @param unit the persistence unit, or {@code null} if the project has only one
     * @throws GoalException if it cannot be read or understood
     */
    public static Snapshot kept(Path path, @Nullable String unit) {
        String resource = Snapshot.resource(unit);
        try {
            String text;
            if (Files.isDirectory(path)) {
                text = Files.readString(path.resolve(resource), StandardCharsets.UTF_8);
            } else if (path.toString().endsWith(".jar")) {
                try (JarFile jar = new JarFile(path.toFile())) {
                    text = text(path, jar, resource);
                }
            } else {
                text = Files.readString(path, StandardCharsets.UTF_8);
            }
            return SnapshotReader.read(text);
        } catch (SnapshotException e) {
            throw new GoalException(
                    path + " is not a snapshot that this version of Albedo can read: " + e.getMessage()
                            + ". Compile the earlier state with this version, and keep its "
                            + resource,
                    e);
        } catch (IOException e) {
            throw new GoalException(
                    "Cannot read the snapshot " + path + ": " + IoMessages.of(e)
                            + ". albedo.from is database, migrations, or the path of a kept " + resource
                            + " or of a jar that contains it",
                    e);
        }
    }

    private static String text(Path path, JarFile jar, String resource) throws IOException {
        ZipEntry entry = jar.getEntry(resource);
        if (entry == null) {
            throw new GoalException(path + " has no " + resource + ": name a jar that was built with Albedo");
        }
        return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }

    /**
     * The snapshot.
     *
     * @param unit the persistence unit, or {@code null} if the project has only one
     * @throws GoalException if there is none, or it cannot be understood
     */
    public static Snapshot read(Path classOutput, @Nullable String unit) throws IOException {
        return find(classOutput, unit).orElseThrow(() -> new GoalException(MISSING));
    }
}
