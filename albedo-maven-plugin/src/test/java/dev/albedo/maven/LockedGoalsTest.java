package dev.albedo.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.maven.goal.project.ProjectLock;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goals that write migrations wait for each other; others wait for none. */
class LockedGoalsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "create, true",
        "create-empty, true",
        "baseline, true",
        "merge, true",
        "rebase, true",
        "discard, true",
        "status, false",
        "check, false"
    })
    void aGoalThatWritesMigrationsWaits(String goal, boolean waits) throws Exception {
        Path project = BadInputProjects.write(folder).get("line");
        try (TestDatabase database = TestDatabases.create()) {
            new TestMaven(project).run("heads", Map.of()); // loads classes before the time below begins
            ProjectLock lock =
                    ProjectLock.take(project.resolve("target").resolve(ProjectLock.FILE), Duration.ZERO, new Said());
            CompletableFuture<Void> released = CompletableFuture.runAsync(
                    lock::close, CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS));
            TestMaven.Outcome outcome = new TestMaven(project)
                    .run(
                            goal,
                            Map.of(
                                    "albedo.url",
                                    database.url(),
                                    "albedo.package",
                                    "shop.a",
                                    "albedo.revision",
                                    "none"));
            String first = outcome.said().isEmpty() ? "" : outcome.said().get(0);
            if (waits) {
                assertThat(first)
                        .isEqualTo("Waiting for another goal (process "
                                + ProcessHandle.current().pid() + ") that is writing a migration of this project");
                assertThat(released).isDone();
            } else {
                assertThat(first).doesNotContain("Waiting");
            }
            released.join();
        }
    }
}
