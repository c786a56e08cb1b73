package dev.albedo.maven.connect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database that is dropped when it is closed. Nobody else knows its name. */
public final class ScratchDatabase implements AutoCloseable {

    private final Drivers drivers;
    private final ConnectionSettings settings;
    private final Connection server;
    private final String name;

    /** Takes over the connection to the server. */
    ScratchDatabase(Drivers drivers, ConnectionSettings settings, Connection server, String name) {
        this.drivers = drivers;
        this.settings = settings;
        this.server = server;
        this.name = name;
    }

    /** A new connection, in auto-commit mode; the caller closes it before the database. */
    public Connection connect() throws SQLException {
        return drivers.connect(settings);
    }

    @Override
    public void close() throws SQLException {
        try (server;
                Statement statement = server.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        }
    }
}
