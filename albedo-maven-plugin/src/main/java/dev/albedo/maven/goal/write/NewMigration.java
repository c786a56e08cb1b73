package dev.albedo.maven.goal.write;

import dev.albedo.maven.goal.origins.KeptOrigins;
import dev.albedo.maven.goal.origins.OriginsFile;
import dev.albedo.maven.goal.origins.ViewsFile;
import dev.albedo.maven.goal.project.WholeFile;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.IoMessages;
import dev.albedo.maven.writer.MigrationWriter;
import dev.albedo.operation.Operation;
import dev.albedo.revision.RevisionNode;
import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes the file of a new migration.
 *
 * @param sourceDirectory the root of the Java sources
 * @param packageName of the class
 * @param clock says when it was created
 * @param ids gives identifiers
 * @param layout lays the source out
 * @param style how the project wants it
 * @param unit the persistence unit whose migrations are in the package, or {@code null} if the project has only one
 */
public record NewMigration(
        Path sourceDirectory,
        String packageName,
        Clock clock,
        Supplier<String> ids,
        UnaryOperator<String> layout,
        MigrationStyle style,
        @Nullable String unit) {

    private static final int ID_BYTES = 6;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Writes migrations as they are if nobody says how. */
    public NewMigration(
            Path sourceDirectory, String packageName, Clock clock, Supplier<String> ids, UnaryOperator<String> layout) {
        this(sourceDirectory, packageName, clock, ids, layout, MigrationStyle.PLAIN);
    }

    /** Writes migrations of a project with one persistence unit. */
    public NewMigration(
            Path sourceDirectory,
            String packageName,
            Clock clock,
            Supplier<String> ids,
            UnaryOperator<String> layout,
            MigrationStyle style) {
        this(sourceDirectory, packageName, clock, ids, layout, style, null);
    }

    /** An identifier that nobody has: 12 random hex digits. */
    public static String randomId() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Looks whether a class can be named after what the user calls it.
     *
     * @throws GoalException if not
     */
    public void checkName(@Nullable String name, String goal) {
        style.classNames().check(name, clock.instant(), goal);
    }

    /**
     * Returns the draft of the migration.
     *
     * @param name what the user calls it
     * @param goal the goal that is running, for messages
     * @param identity its id and what else somebody says of it
     * @throws GoalException if the name is no name
     */
    public MigrationWriter.Draft draft(
            @Nullable String name,
            String goal,
            MigrationIdentity identity,
            List<RevisionNode> parents,
            List<Operation> up,
            List<Operation> down) {
        var created = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String id = identity.id().orElseGet(ids);
        return new MigrationWriter.Draft(
                packageName,
                style.classNames().className(name, created, id, goal),
                id,
                parents.stream().map(RevisionNode::id).toList(),
                identity.dependsOn(),
                identity.labels(),
                created.toString(),
                up,
                down,
                String.valueOf(name),
                false,
                Map.of());
    }

    /** What the newest migration of the package left of the model. */
    public OriginsFile origins() {
        return new OriginsFile(directory().resolve(OriginsFile.NAME));
    }

    /** The views that the model is mapped to, as the newest {@code create} found them. */
    public ViewsFile views() {
        return new ViewsFile(directory().resolve(ViewsFile.NAME));
    }

    private Path directory() {
        return sourceDirectory.resolve(packageName.replace('.', '/'));
    }

    /**
     * Writes it: as a whole or not at all.
     *
     * @throws GoalException if the file cannot be written
     */
    public Path write(MigrationWriter.Draft draft) {
        return write(draft, file -> {});
    }

    /**
     * Writes it together with the origins of the model it leads to: both or neither.
     *
     * @throws GoalException if a file cannot be written
     */
    public Path write(MigrationWriter.Draft draft, KeptOrigins before, Snapshot model) {
        return write(draft, file -> {
            // Should the run be killed in between, the old origins say of a rename what the database knows by then.
            try {
                origins().write(before.after(draft.id(), model).of(unit));
            } catch (IOException e) {
                Files.delete(file);
                throw e;
            }
        });
    }

    @FunctionalInterface
    private interface Companion {
        void write(Path migration) throws IOException;
    }

    private Path write(MigrationWriter.Draft draft, Companion companion) {
        String source = laidOut(source(draft));
        Path file = directory().resolve(draft.className() + ".java");
        try {
            Files.createDirectories(directory());
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            try (WholeFile migration = WholeFile.prepare(file, source)) {
                migration.publish();
                companion.write(file);
            }
            return file;
        } catch (FileAlreadyExistsException e) {
            throw new GoalException(
                    e.getMessage() + " already exists, so nothing was written: move it, or choose another name", e);
        } catch (IOException e) {
            throw new GoalException(
                    "Cannot write " + file + ", so nothing was written: " + IoMessages.of(e)
                            + ". Make the directory writable, or set albedo.sourceDirectory to another one",
                    e);
        }
    }

    private String laidOut(String source) {
        try {
            return layout.apply(source);
        } catch (IllegalStateException e) {
            if (style.template().isEmpty()) {
                throw e;
            }
            throw new GoalException(
                    "Nothing was written, because the result is not valid Java: " + e.getMessage()
                            + ". Correct albedo.template",
                    e);
        }
    }

    private String source(MigrationWriter.Draft draft) {
        try {
            return style.template()
                    .map(template -> MigrationWriter.source(draft, template))
                    .orElseGet(() -> MigrationWriter.source(draft));
        } catch (IllegalArgumentException e) {
            throw new GoalException("Nothing was written: " + e.getMessage(), e);
        }
    }

    /**
     * Says that a migration is written, and runs what the project wants done with it.
     *
     * @throws GoalException if that fails; the file stays
     */
    public void announce(Path file, Console console) {
        console.print("Wrote " + console.strong(file.toString()));
        style.postWrite().run(file, console);
    }
}
