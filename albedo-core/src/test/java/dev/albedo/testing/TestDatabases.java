package dev.albedo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** Where tests get a real PostgreSQL from: one server a JVM, started when the first test needs it. */
public final class TestDatabases {

    private TestDatabases() {}

    private static final class Shared {
        static final TestServer SERVER = start();

        private static TestServer start() {
            try {
                TestServer server = TestServer.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("the PostgreSQL for tests does not start", e);
            }
        }

        private static void stop(TestServer server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the PostgreSQL for tests does not stop", e);
            }
        }
    }

    /** A new, empty database on the server that all tests of this JVM share. */
    public static TestDatabase create() throws SQLException {
        return Shared.SERVER.create();
    }

    /** A server of its own, for a test that kills it; the test closes it. */
    public static TestServer privateServer() throws IOException {
        return TestServer.start();
    }
}
