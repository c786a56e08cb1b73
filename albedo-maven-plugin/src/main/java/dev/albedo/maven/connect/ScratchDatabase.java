package dev.albedo.maven.connect;

import dev.albedo.dialect.ScratchPlace;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** A database that is dropped when it is closed. Nobody else knows its name. */
public final class ScratchDatabase implements AutoCloseable {

    private final Drivers drivers;
    private final ConnectionSettings settings;
    private final Connection server;
    private final ScratchPlace scratch;
    private final String name;
    private final boolean empty;
    private final ScratchServer.Place place;

    /**
     * Takes over the connection to the server.
     *
     * @param empty whether it has no schemas but {@code public}, whatever the URL or the role says of a search path
     */
    ScratchDatabase(
            Drivers drivers,
            ConnectionSettings settings,
            Connection server,
            ScratchPlace scratch,
            String name,
            boolean empty,
            ScratchServer.Place place) {
        this.drivers = drivers;
        this.settings = settings;
        this.server = server;
        this.scratch = scratch;
        this.name = name;
        this.empty = empty;
        this.place = place;
    }

    /** A new connection, in auto-commit mode; the caller closes it before the database. */
    public Connection connect() throws SQLException {
        Connection connection = drivers.connect(settings);
        if (empty) {
            try {
                scratch.enterDefaultSchema(connection);
            } catch (SQLException e) {
                try (connection) {
                    throw e;
                }
            }
        }
        return connection;
    }

    @Override
    public void close() throws SQLException, IOException {
        try (server) {
            scratch.drop(server, name);
        } finally {
            place.release();
        }
    }
}
