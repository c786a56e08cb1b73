package dev.albedo.run;

import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import dev.albedo.testing.TestServer;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills the server at every place between two statements; it takes long to come back, so a build kills fewer. */
class FaultServerTest extends FaultFixture {

    private static final int SERVER_STRIDE = stride(40);

    @AfterAll
    static void count() {
        report(FaultServerTest.class);
    }

    @ParameterizedTest
    @EnumSource
    void survivesThatTheServerIsKilled(FaultCase scenario) throws SQLException, IOException {
        try (TestServer server = TestDatabases.privateServer();
                TestDatabase database = server.create()) {
            for (int last = scenario.first(SERVER_STRIDE); ; last += SERVER_STRIDE) {
                prepare(database, scenario);
                int stopAt = last;
                Tap tap = new Tap(connections(database), true, (event, connection) -> {
                    if (event == stopAt) {
                        kill(server);
                    }
                });
                if (finishes(tap, scenario) && tap.events.size() < last) {
                    break;
                }
                tried("server killed");
                server.restart();
                goOn(database, scenario);
                expectUndisturbed(database, scenario, "after " + tap.events.get(tap.events.size() - 1));
                survived("server killed");
            }
        }
    }

    private static void kill(TestServer server) {
        try {
            server.kill();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
