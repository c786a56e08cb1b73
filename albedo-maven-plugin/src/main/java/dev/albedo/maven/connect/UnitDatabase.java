package dev.albedo.maven.connect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

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
        try (Connection connection = Drivers.own().connect(server);
                PreparedStatement exists =
                        connection.prepareStatement("select 1 from pg_catalog.pg_database where datname = ?");
                Statement create = connection.createStatement()) {
            exists.setString(1, unit);
            if (!exists.executeQuery().next()) {
                create.execute("CREATE DATABASE " + create.enquoteIdentifier(unit, true));
            }
            return own;
        } catch (SQLException e) {
            throw new SetupException(
                    "The embedded server has no database for persistence unit " + unit + ", and it cannot be created ("
                            + e.getMessage() + "): name a database with albedo.url",
                    e);
        }
    }
}
