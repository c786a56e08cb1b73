package dev.albedo.maven.goal.write;

import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.IoMessages;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Commands of the project that are run on each new migration, without a shell and one after the other.
 *
 * @param commands each with its arguments, in which {@value #FILE} is the file
 * @param directory they are run in
 * @param limit how long each may take
 */
public record PostWrite(List<List<String>> commands, Path directory, Duration limit) {

    /** Stands for the path of the migration. */
    public static final String FILE = "{file}";

    /** No commands. */
    static final PostWrite NOTHING = new PostWrite(List.of(), Path.of(""), Duration.ZERO);

    /**
     * Runs them and shows what they say.
     *
     * @throws GoalException if one cannot be started, fails or takes too long; the file stays
     */
    void run(Path file, Console console) {
        for (List<String> command : commands) {
            run(
                    command.stream()
                            .map(part ->
                                    part.replace(FILE, file.toAbsolutePath().toString()))
                            .toList(),
                    file,
                    console);
        }
    }

    /** What it says goes through a file, so that what it leaves running keeps nobody waiting. */
    private void run(List<String> command, Path file, Console console) {
        String words = String.join(" ", command);
        try {
            Path output = Files.createTempFile("albedo", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                boolean isDone = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
                if (!isDone) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly().waitFor();
                }
                new String(Files.readAllBytes(output), Charset.defaultCharset())
                        .lines()
                        .forEach(console::print);
                if (!isDone) {
                    throw failure(words, "took longer than " + limit.toSeconds() + " s and was stopped", file, null);
                }
                if (process.exitValue() != 0) {
                    throw failure(words, "exited with status " + process.exitValue(), file, null);
                }
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw failure(words, "cannot be run (" + IoMessages.of(e) + ")", file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(words, "was interrupted", file, e);
        }
    }

    private static GoalException failure(String command, String what, Path file, @Nullable Exception cause) {
        String message = "The migration was written, but \"" + command + "\" of albedo.postWrite " + what
                + ": correct the command and run it on " + file + ", or delete that file";
        return cause == null ? new GoalException(message) : new GoalException(message, cause);
    }
}
