package dev.albedo.maven.connect;

import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.ScratchPlace;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes databases to try things on. Where it makes them, it makes them as copies of a database that is there, which so can
 * have the extensions and functions that a project needs; or empty, on the first of several servers that lets it.
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
        ConnectionSettings find() throws IOException, SQLException;

        /** Called when a scratch database there is dropped: stops what {@link #find} started. */
        default void release() throws IOException {}
    }

    private final Drivers drivers;
    private final List<Place> places;
    private final boolean copied;
    private final Consumer<String> say;

    private ScratchServer(Drivers drivers, List<Place> places, boolean copied, Consumer<String> say) {
        this.drivers = drivers;
        this.places = places;
        this.copied = copied;
        this.say = say;
    }

    /** Makes copies of the place's database, which nobody else may be connected to meanwhile. */
    public static ScratchServer copying(Drivers drivers, Place place) {
        return new ScratchServer(drivers, List.of(place), true, line -> {});
    }

    /** Makes empty databases beside the place's database. */
    public static ScratchServer beside(Drivers drivers, Place place) {
        return new ScratchServer(drivers, List.of(place), false, line -> {});
    }

    /**
     * Makes empty databases beside a live database, so that they are of the same version; or on another server if that does not
     * let it.
     *
     * @param other of the same version
     * @param say is told in one line which
     */
    public static ScratchServer beside(Drivers drivers, ConnectionSettings live, Place other, Consumer<String> say) {
        return new ScratchServer(drivers, List.of(() -> live, other), false, say);
    }

    /**
     * Makes one.
     *
     * @throws SetupException if no server lets it
     */
    public ScratchDatabase create() throws IOException, SQLException {
        for (Place place : places.subList(0, places.size() - 1)) {
            try {
                ScratchDatabase made = create(place);
                say.accept("The scratch database is on the database's own server");
                return made;
            } catch (SetupException refused) {
                say.accept("Cannot create a scratch database on the database's server (" + reason(refused)
                        + "); using an embedded PostgreSQL of the same version");
            }
        }
        return create(places.get(places.size() - 1));
    }

    private static String reason(SetupException refused) {
        Throwable cause = refused.getCause() == null ? refused : refused.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private ScratchDatabase create(Place place) throws IOException, SQLException {
        ConnectionSettings settings = place.find();
        try {
            return create(place, settings);
        } catch (SQLException | RuntimeException e) {
            place.release();
            throw e;
        }
    }

    private ScratchDatabase create(Place place, ConnectionSettings settings) throws SQLException {
        byte[] random = new byte[NAME_BYTES];
        RANDOM.nextBytes(random);
        String name = ScratchPlace.PREFIX + HexFormat.of().formatHex(random);
        ConnectionSettings made = settings.database(name)
                .orElseThrow(() -> new SetupException(settings.shownUrl()
                        + " does not name a host and a database: write albedo.scratch.url in the form"
                        + " jdbc:postgresql://host:port/database"));
        Connection server = drivers.connect(settings);
        try {
            ScratchPlace scratch = Dialects.told(server).scratchPlace();
            scratch.create(server, name, copied);
            ScratchDatabase database = new ScratchDatabase(drivers, made, server, scratch, name, !copied, place);
            requireReachable(database, server, scratch, name);
            return database;
        } catch (SQLException e) {
            try (server) {
                throw new SetupException(
                        "Cannot create a scratch database at " + settings.shownUrl() + " (" + e.getMessage()
                                + "): grant its user CREATEDB and close all other connections to it, or set"
                                + " albedo.scratch.url to another database",
                        e);
            }
        } catch (RuntimeException e) {
            try (server) {
                throw e;
            }
        }
    }

    /** A pooler knows only the databases that it is configured for. */
    private static void requireReachable(ScratchDatabase database, Connection server, ScratchPlace scratch, String name)
            throws SQLException {
        try {
            database.connect().close();
        } catch (SQLException e) {
            scratch.drop(server, name);
            throw e;
        }
    }
}
