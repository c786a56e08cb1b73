package dev.albedo.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills the process at every place between two statements; it takes long to come back, so a build kills fewer. */
class FaultProcessTest extends FaultFixture {

    private static final int PROCESS_STRIDE = stride(30);

    @AfterAll
    static void count() {
        report(FaultProcessTest.class);
    }

    @ParameterizedTest
    @EnumSource
    void survivesThatTheProcessIsKilled(FaultCase scenario) throws SQLException, IOException, InterruptedException {
        boolean killed = true;
        try (TestDatabase database = TestDatabases.create()) {
            for (int last = scenario.first(PROCESS_STRIDE); killed; last += PROCESS_STRIDE) {
                prepare(database, scenario);
                killed = killsAt(database, scenario, last);
                if (killed) {
                    tried("process killed");
                }
                goOn(database, scenario);
                expectUndisturbed(database, scenario, "at event " + last);
                if (killed) {
                    survived("process killed");
                }
            }
        }
    }

    private static boolean killsAt(TestDatabase database, FaultCase scenario, int event)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRun.class.getName(),
                        database.url(),
                        scenario.name(),
                        String.valueOf(event))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            assertThat(line).isIn("at " + event, "done");
            return !"done".equals(line);
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
