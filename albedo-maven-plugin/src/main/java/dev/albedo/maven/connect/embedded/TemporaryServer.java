package dev.albedo.maven.connect.embedded;

import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.connect.SetupException;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An embedded server for scratch databases, stopped with the last of them unless it was running before. */
public final class TemporaryServer implements ScratchServer.Place {

    private final Choice choice;
    private @Nullable EmbeddedServer started;
    private int databases;

    /** The server to use; asked only when a scratch database is made. */
    @FunctionalInterface
    public interface Choice {

        /**
         * The server.
         *
         * @throws SetupException if there is none of the version that it takes
         */
        EmbeddedServer server() throws IOException, SQLException;
    }

    /** A server that is started when it is needed. */
    public TemporaryServer(Choice choice) {
        this.choice = choice;
    }

    @Override
    public ConnectionSettings find() throws IOException, SQLException {
        EmbeddedServer server = choice.server();
        boolean running = server.isRunning();
        ConnectionSettings settings = server.start();
        if (!running) {
            started = server;
        }
        databases++;
        return settings;
    }

    @Override
    public void release() throws IOException {
        databases--;
        if (databases == 0 && started != null) {
            started.stopOnlyThis();
            started = null;
        }
    }
}
