package dev.albedo.maven.goal.origins;

import dev.albedo.maven.goal.project.FormattedFile;
import dev.albedo.maven.goal.project.WholeFile;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.IoMessages;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file beside the migrations that says where the model had each attribute when the newest of them was written.
 *
 * @param path where it is
 */
public record OriginsFile(Path path) {

    /** Its name, in the source directory of the migrations' package. */
    public static final String NAME = "origins.txt";

    private static final String HEADER = "# Where the newest migration left each class and attribute of the model."
            + " albedo:create reads it to know a rename from a drop and an add, and writes it; keep it with the migrations.";

    private static final String DELETING = "delete the file; without it Albedo asks about renames that it could infer";

    /**
     * Returns its entries; empty if the file does not exist.
     *
     * @throws GoalException if it cannot be read
     */
    public KeptOrigins read() {
        if (!Files.exists(path)) {
            return KeptOrigins.NONE;
        }
        List<String> lines = FormattedFile.lines(path, KeptOrigins.FORMAT, DELETING);
        try {
            return KeptOrigins.parse(lines);
        } catch (IllegalArgumentException e) {
            throw new GoalException(
                    path + " cannot be read, for " + e.getMessage()
                            + ": resolve the conflict if it comes from a merge, or " + DELETING,
                    e);
        }
    }

    /**
     * What it says of the migrations that are there: what others replaced, whose files were deleted, is taken back.
     *
     * @throws GoalException if it cannot be read, or if one of the others gave names to other attributes: then nothing else
     *     shows whether it was deleted before it was applied, or has another id now
     */
    public KeptOrigins read(RevisionGraph graph) {
        KeptOrigins kept = read();
        for (String id : kept.gone(graph)) {
            if (kept.givesAway(id)) {
                throw new GoalException(path + " has entries of revision " + id
                        + ", which reused names for other attributes or numbers for other constants of an enum and is not in this"
                        + " project: if it was never applied, run mvn albedo:discard -Dalbedo.revision=" + id
                        + ", which restores the earlier entries; otherwise delete"
                        + " the lines with " + id + " from that file");
            }
            kept = kept.without(id);
        }
        return kept;
    }

    /** Writes it, as a whole or not at all. */
    public void write(KeptOrigins origins) throws IOException {
        WholeFile.write(path, HEADER, origins.lines());
    }

    /**
     * Brings it up to date where nothing else is written: after a migration by hand, a change of the model that needs none,
     * or with the first version of Albedo that keeps it. Without migrations beside it there is nothing to keep.
     */
    public void refresh(KeptOrigins before, Snapshot model, Console console) {
        Path directory = path.getParent();
        if (directory != null && Files.isDirectory(directory) && !before.equals(before.with(model))) {
            try {
                write(before.with(model));
            } catch (IOException e) {
                console.warn("Cannot write " + path + ": " + IoMessages.of(e)
                        + "; albedo:create may ask about renames that it could infer");
            }
        }
    }
}
