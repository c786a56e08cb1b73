package dev.albedo.maven.goal.project;

import dev.albedo.format.FileFormat;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.IoMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text file that states its format. */
public final class FormattedFile {

    private FormattedFile() {}

    /**
     * The lines of a file.
     *
     * @param newest the newest format that is understood
     * @param remedy what to do about a newer one beside using the newer Albedo, as a clause
     * @throws GoalException if it cannot be read, or is of a newer format
     */
    public static List<String> lines(Path file, FileFormat newest, String remedy) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            newest.require(text, file.toString(), remedy);
            return text.lines().toList();
        } catch (IllegalArgumentException e) {
            throw new GoalException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new GoalException("Cannot read " + file + ": " + IoMessages.of(e), e);
        }
    }
}
