package dev.albedo.dialect.postgresql;

import static java.lang.System.Logger.Level.DEBUG;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connection of PostgreSQL's own driver that is within a connection, in a pool or not.
 *
 * <p>The driver is spoken to by reflection: a Maven goal takes it from the project's class path, so its classes are not the ones
 * that this class would be linked to; and no application that uses another driver needs this one.
 *
 * @param driver the connection
 * @param type {@code org.postgresql.PGConnection}
 */
record DriverConnection(Object driver, Class<?> type) {

    private static final System.Logger LOG = System.getLogger("dev.albedo");
    private static final String DRIVER = "org.postgresql.PGConnection";

    /** What is within a connection; nothing if it is of another driver. */
    static Optional<DriverConnection> within(Connection connection) throws SQLException {
        for (@Nullable ClassLoader loader : loaders(connection)) {
            try {
                Class<?> type = Class.forName(DRIVER, false, loader);
                if (connection.isWrapperFor(type)) {
                    return Optional.of(new DriverConnection(connection.unwrap(type), type));
                }
            } catch (ReflectiveOperationException e) {
                LOG.log(DEBUG, "The connection is not PostgreSQL's own, as far as " + loader + " knows", e);
            }
        }
        return Optional.empty();
    }

    /** A pool's connection may be of a loader that does not see the driver; what it hands out is of one that does. */
    private static Set<@Nullable ClassLoader> loaders(Connection connection) throws SQLException {
        Set<@Nullable ClassLoader> loaders = new LinkedHashSet<>();
        loaders.add(connection.getClass().getClassLoader());
        loaders.add(connection.getMetaData().getClass().getClassLoader());
        loaders.add(DriverConnection.class.getClassLoader());
        return loaders;
    }
}
