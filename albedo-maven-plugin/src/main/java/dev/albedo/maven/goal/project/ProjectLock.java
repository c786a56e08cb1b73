package dev.albedo.maven.goal.project;

import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.IoMessages;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a project for goals that write its sources: two of them would read the same migrations and write the same
 * change twice. The operating system releases it when the process ends, however it ends.
 */
public final class ProjectLock {

    /** Where it is, in the build directory. */
    public static final String FILE = "albedo/goal.lock";

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final FileChannel channel;

    private ProjectLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, or waits for it.
     *
     * @param file the lock; a neighbour of it names the process that has it
     * @param patience how long to wait
     * @throws GoalException if another goal has the lock for longer
     */
    public static ProjectLock take(Path file, Duration patience, Console console) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean isSaid = false;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (tryLock(channel) == null) {
                if (System.nanoTime() >= deadline) {
                    channel.close();
                    throw new GoalException("Another goal" + holder(file)
                            + " is writing a migration of this project: wait until it ends, then run this again."
                            + " Nothing was written");
                }
                if (!isSaid) {
                    console.print(
                            "Waiting for another goal" + holder(file) + " that is writing a migration of this project");
                    isSaid = true;
                }
                Thread.sleep(PAUSE.toMillis());
            }
            Files.writeString(
                    owner(file), String.valueOf(ProcessHandle.current().pid()), StandardCharsets.UTF_8);
            return new ProjectLock(channel);
        } catch (IOException e) {
            throw new GoalException(
                    "Cannot lock " + file + " against other goals, which could write the same migration: "
                            + IoMessages.of(e) + ". Make the directory writable",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GoalException("Interrupted while another goal writes a migration. Nothing was written", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another build in this process has it
        }
    }

    private static Path owner(Path file) {
        return file.resolveSibling(file.getFileName() + ".pid");
    }

    private static String holder(Path file) {
        try {
            return " (process " + Files.readString(owner(file)).strip() + ")";
        } catch (IOException e) {
            return ""; // it has not written it yet
        }
    }

    /** Releases the lock. */
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new GoalException("The lock of the project cannot be released: " + IoMessages.of(e), e);
        }
    }
}
