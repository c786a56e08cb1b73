package dev.albedo.maven.goal.project;

import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.processor.Inputs;
import dev.albedo.processor.ModelReader;
import dev.albedo.processor.hibernate.ModelException;
import dev.albedo.processor.hibernate.ModelList;
import dev.albedo.processor.revision.MigrationLists;
import dev.albedo.revision.RevisionNode;
import dev.albedo.revision.StepCode;
import dev.albedo.run.MigrationsList;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.SnapshotException;
import dev.albedo.snapshot.SnapshotReader;
import dev.albedo.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the model from compiled classes, as the processor does while they are compiled, and leaves the same snapshot. */
public final class ReadModel {

    private final Inputs inputs;
    private final Console console;

    public ReadModel(Inputs inputs, Console console) {
        this.inputs = inputs;
        this.console = console;
    }

    /** Reads it in any case, and lists its classes and the migrations as well. */
    public void run() throws IOException {
        // The list decides on the model, so it comes first, as in the processor.
        write(ModelList.RESOURCE, ModelList.write(ModelReader.classes(inputs.classOutput())));
        Snapshot snapshot = read();
        write(inputs.snapshot(), SnapshotWriter.write(snapshot));
        listMigrations();
        int tables = snapshot.schema().tables().size();
        console.print("Read the model from the classes: " + tables + (tables == 1 ? " table" : " tables"));
    }

    /**
     * Lists the migrations among the classes, unless they are listed, as where the processor has seen them. What it has read of
     * their data steps stays; no class tells it.
     */
    public void listMigrations() throws IOException {
        try (ProjectLoader loader = new ProjectLoader(classPath())) {
            Optional<Set<RevisionNode>> listed = listed();
            Map<RevisionNode, RevisionNode> known = new HashMap<>();
            listed.ifPresent(nodes -> nodes.forEach(node -> known.put(node.stepCode(StepCode.NONE), node)));
            List<RevisionNode> revisions = CompiledRevisions.in(inputs.classOutput(), loader).stream()
                    .map(node -> known.getOrDefault(node, node))
                    .toList();
            if (!listed.equals(Optional.of(Set.copyOf(revisions)))) {
                for (Map.Entry<String, String> text :
                        MigrationLists.texts(revisions).entrySet()) {
                    write(text.getKey(), text.getValue());
                }
            }
        }
    }

    /** The migrations that are listed, or nothing if the list cannot be read. */
    private Optional<Set<RevisionNode>> listed() throws IOException {
        Path file = inputs.classOutput().resolve(MigrationsList.RESOURCE);
        String text = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        try {
            return Optional.of(Set.copyOf(MigrationsList.read(text, file.toString())));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // broken or of another version
        }
    }

    /**
     * Reads it if there is no snapshot, as when another compiler than javac wrote the classes, or one of something else, as
     * after a change of settings, which compiles nothing.
     */
    public void runIfOutdated() throws IOException {
        Path file = inputs.classOutput().resolve(inputs.snapshot());
        if (!Files.exists(file) || !fingerprint(file).equals(ModelReader.fingerprint(inputs))) {
            run();
        }
    }

    /** The same for a module that need not have a model: one without model classes and without a snapshot has none. */
    public void runIfOutdatedAndThere() throws IOException {
        if (Files.exists(inputs.classOutput().resolve(inputs.snapshot()))
                || !ModelReader.classes(inputs.classOutput()).isEmpty()) {
            runIfOutdated();
        }
    }

    private List<Path> classPath() {
        return Stream.concat(Stream.of(inputs.classOutput()), inputs.classPath().stream())
                .toList();
    }

    private void write(String resource, String text) throws IOException {
        Path file = inputs.classOutput().resolve(resource);
        Path directory = file.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static String fingerprint(Path file) throws IOException {
        try {
            return SnapshotReader.read(Files.readString(file, StandardCharsets.UTF_8))
                    .fingerprint();
        } catch (SnapshotException e) {
            return ""; // broken or of another version: like none of this
        }
    }

    private Snapshot read() throws IOException {
        try {
            return ModelReader.read(inputs, console::warn);
        } catch (ModelException e) {
            throw new GoalException(String.valueOf(e.getMessage()), e);
        }
    }
}
