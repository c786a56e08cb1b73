package dev.albedo.maven.connect;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/**
 * Makes databases to try things on. Where it makes them, it makes them as copies of a database that is there, which so can
 * have the extensions and functions that a project needs.
 */
public final class ScratchServer {

    private static final int NAME_BYTES = 6;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Where the server is; may start it. */
    @FunctionalInterface
    public interface Place {

        /**
         * A database of the server.
         *
         * @throws IOException if there is no server, with a message for the user
         */
        ConnectionSettings find() throws IOException;
    }

    private final Drivers drivers;
    private final Place place;
    private final boolean copied;

    private ScratchServer(Drivers drivers, Place place, boolean copied) {
        this.drivers = drivers;
        this.place = place;
        this.copied = copied;
    }

    /** Makes copies of the place's database, which nobody else may be connected to meanwhile. */
    public static ScratchServer copying(Drivers drivers, Place place) {
        return new ScratchServer(drivers, place, true);
    }

    /** Makes empty databases beside the place's database. */
    public static ScratchServer beside(Drivers drivers, Place place) {
        return new ScratchServer(drivers, place, false);
    }

    /**
     * Makes one.
     *
     * @throws SetupException if the server refuses to
     */
    public ScratchDatabase create() throws IOException, SQLException {
        ConnectionSettings settings = place.find();
        byte[] random = new byte[NAME_BYTES];
        RANDOM.nextBytes(random);
        String name = ScratchLeftovers.PREFIX + HexFormat.of().formatHex(random);
        ConnectionSettings made = settings.database(name)
                .orElseThrow(() -> new SetupException("albedo.scratch.url is " + settings.shownUrl()
                        + ": write it like jdbc:postgresql://host:port/database"));
        Connection server = drivers.connect(settings);
        try (Statement statement = server.createStatement()) {
            ScratchLeftovers.drop(statement);
            String template = copied ? statement.enquoteIdentifier(server.getCatalog(), true) : "template1";
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
            ScratchLeftovers.mark(statement, name);
        } catch (SQLException e) {
            try (server) {
                throw new SetupException(
                        "A scratch database cannot be made at " + settings.shownUrl() + " (" + e.getMessage()
                                + "): let its user create databases and nobody else be connected to it, or name another one"
                                + " with albedo.scratch.url",
                        e);
            }
        }
        return new ScratchDatabase(drivers, made, server, name);
    }
}
