package dev.albedo.maven.goal.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLockTest {

    private final Said said = new Said();

    @TempDir
    private Path folder;

    /** Another process, which takes the lock, says so, and keeps it. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            ProjectLock.take(Path.of(arguments[0]), Duration.ZERO, new Said());
            System.out.println("taken");
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }
    }

    private Process holder(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] taken = process.getInputStream().readNBytes("taken".length());
        assertThat(new String(taken, StandardCharsets.UTF_8)).isEqualTo("taken");
        return process;
    }

    @Test
    void aSecondGoalSaysWhoHasItAndGivesUp() throws Exception {
        Path file = folder.resolve("target/albedo/goal.lock");
        Process first = holder(file);
        try {
            assertThatThrownBy(() -> ProjectLock.take(file, Duration.ofMillis(300), said))
                    .isInstanceOf(GoalException.class)
                    .hasMessage(
                            "Another goal (process " + first.pid() + ") is writing a migration of this project: wait"
                                    + " until it ends, then run this again. Nothing was written");
            assertThat(said.lines())
                    .containsExactly("Waiting for another goal (process " + first.pid()
                            + ") that is writing a migration of this project");
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    @Test
    void isReleasedWhenTheProcessIsKilled() throws Exception {
        Path file = folder.resolve("goal.lock");
        Process first = holder(file);
        CompletableFuture<ProjectLock> second =
                CompletableFuture.supplyAsync(() -> ProjectLock.take(file, Duration.ofMinutes(1), said));
        Thread.sleep(300);
        assertThat(second).isNotDone();
        first.destroyForcibly().waitFor();
        second.get(20, TimeUnit.SECONDS).close();
        assertThat(said.lines()).hasSize(1);
    }

    @Test
    void excludesGoalsOfTheSameProcess() {
        Path file = folder.resolve("goal.lock");
        ProjectLock first = ProjectLock.take(file, Duration.ZERO, said);
        assertThatThrownBy(() -> ProjectLock.take(file, Duration.ZERO, said)).isInstanceOf(GoalException.class);
        first.close();
        ProjectLock.take(file, Duration.ZERO, said).close();
        assertThat(Files.exists(file)).isTrue();
    }

    @Test
    void saysWhatItCannotLock() throws IOException {
        Path inTheWay = Files.createFile(folder.resolve("target"));
        assertThatThrownBy(() -> ProjectLock.take(inTheWay.resolve("goal.lock"), Duration.ZERO, said))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith(
                        "Cannot lock " + inTheWay.resolve("goal.lock") + " against other goals, which could");
    }
}
