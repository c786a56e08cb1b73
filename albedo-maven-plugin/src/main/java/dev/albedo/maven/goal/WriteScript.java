package dev.albedo.maven.goal;

import dev.albedo.maven.goal.project.WholeFile;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.IoMessages;
import dev.albedo.maven.goal.report.RunReport;
import dev.albedo.revision.RevisionException;
import dev.albedo.run.RunException;
import dev.albedo.run.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes a run as SQL text. */
public final class WriteScript {

    private final Script script;
    private final Console console;

    public WriteScript(Script script, Console console) {
        this.script = script;
        this.console = console;
    }

    /**
     * Writes it.
     *
     * @param direction {@code up} or {@code down}
     * @param from {@code null} for {@code base} upwards and {@code head} downwards
     * @param to {@code null} for {@code head} upwards
     * @param output the file
     */
    public void run(String direction, @Nullable String from, @Nullable String to, Path output) {
        Script.Result result = switch (direction) {
            case "up" -> script.up(from == null ? "base" : from, to == null ? "head" : to);
            case "down" -> {
                if (to == null) {
                    throw new GoalException(
                            "A rollback script needs a target: use" + " -Dto=<revision>, or -Dto=base for all");
                }
                yield script.down(from == null ? "head" : from, to);
            }
            default ->
                throw new GoalException("There is no direction " + direction
                        + ": use -Dalbedo.direction=up or -Dalbedo.direction=down");
        };
        if (result.revisions().isEmpty() && from != null && to != null && leadsBack(from, to)) {
            throw new GoalException(from + " comes after " + to
                    + ": use -Dalbedo.direction=down to roll back the revisions between them");
        }
        if (result.revisions().isEmpty()) {
            console.print("Nothing to do: no revision is between these two, so no script was written");
            return;
        }
        try {
            write(output, result.text());
        } catch (IOException e) {
            throw new GoalException(
                    "albedo.output is " + output + ", which cannot be written (" + IoMessages.of(e)
                            + "): use a file in a writable directory",
                    e);
        }
        result.missing().forEach(missing -> console.warn("Not in the script: " + console.danger(missing)));
        console.print("Wrote " + RunReport.revisions(result.revisions()) + " to " + output);
    }

    private boolean leadsBack(String from, String to) {
        try {
            return !script.down(from, to).revisions().isEmpty();
        } catch (RunException | RevisionException e) {
            return false; // nothing is taken back this way either
        }
    }

    private static void write(Path output, String text) throws IOException {
        if (Files.isDirectory(output)) {
            throw new IOException("it is a directory");
        }
        Path folder = output.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (WholeFile file = WholeFile.prepare(output, text)) {
            file.publish();
        }
    }
}
