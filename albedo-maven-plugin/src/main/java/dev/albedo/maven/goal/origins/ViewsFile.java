package dev.albedo.maven.goal.origins;

import dev.albedo.format.FileFormat;
import dev.albedo.maven.goal.project.FormattedFile;
import dev.albedo.maven.goal.project.WholeFile;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.IoMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file beside the migrations that records to which views the model is mapped, for goals that ask no database.
 *
 * @param path where it is
 */
public record ViewsFile(Path path) {

    /** Its name, in the source directory of the migrations' package. */
    public static final String NAME = "views.txt";

    private static final FileFormat FORMAT = new FileFormat(1);

    private static final String HEADER =
            "# The views, materialized views and foreign tables that the model is mapped to;"
                    + " migrations leave them alone. albedo:create writes this file; keep it with the migrations.\n"
                    + FORMAT.line();

    /**
     * Reads it; nothing if there is none.
     *
     * @throws GoalException if it cannot be read
     */
    public MappedViews read() {
        if (!Files.exists(path)) {
            return MappedViews.NONE;
        }
        List<String> lines = FormattedFile.lines(path, FORMAT, "delete the file and run mvn albedo:create again");
        try {
            return MappedViews.parse(lines.stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new GoalException(
                    "Cannot read " + path + ": " + e.getMessage()
                            + ". Correct the line, or delete the file and run mvn albedo:create again",
                    e);
        }
    }

    /** Brings it up to date, if something changed. */
    public void refresh(MappedViews before, MappedViews now, Console console) {
        if (before.lines().equals(now.lines())) {
            return;
        }
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            WholeFile.write(path, HEADER, now.lines());
        } catch (IOException e) {
            console.warn("Cannot write " + path + ": " + IoMessages.of(e)
                    + "; without it albedo:check expects tables in place of these views");
        }
    }
}
