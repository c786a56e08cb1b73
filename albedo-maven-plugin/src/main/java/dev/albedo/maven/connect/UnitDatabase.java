package dev.albedo.maven.connect;

import dev.albedo.dialect.Dialects;
import java.sql.Connection;
import java.sql.SQLException;

/** The database of a persistence unit on the embedded server. */
public final class UnitDatabase {

    private UnitDatabase() {}

    /**
     * Returns how to connect to it; creates it if it does not exist.
     *
     * @param server any database of the server
     * @param unit the name of the persistence unit, and of the database
     */
    public static ConnectionSettings of(ConnectionSettings server, String unit) {
        ConnectionSettings own = server.database(unit)
                .orElseThrow(() -> new IllegalStateException("the embedded server has an unusual URL"));
        try (Connection connection = Drivers.own().connect(server)) {
            Dialects.told(connection).databases().create(connection, unit);
            return own;
        } catch (SQLException | IllegalArgumentException e) {
            throw new SetupException(
                    "The embedded server has no database for persistence unit " + unit + ", and it cannot be created ("
                            + e.getMessage() + "): name a database with albedo.url",
                    e);
        }
    }
}
