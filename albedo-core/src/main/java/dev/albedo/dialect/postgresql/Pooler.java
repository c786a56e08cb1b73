package dev.albedo.dialect.postgresql;

import static java.lang.System.Logger.Level.DEBUG;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A connection pooler between the driver and the server, such as PgBouncer. It tells the driver a key for cancellations of
 * its own, so the process that the driver believes to be connected to is not the one that answers.
 *
 * @see <a href="https://www.pgbouncer.org/features.html">PgBouncer: SQL feature map for pooling modes</a>
 */
final class Pooler {

    private static final System.Logger LOG = System.getLogger("dev.albedo");

    private Pooler() {}

    /**
     * Whether there is one, as far as the driver can tell.
     *
     * @param processId the server process that answers
     */
    static boolean isBefore(Connection connection, int processId) throws SQLException {
        return DriverConnection.within(connection)
                .flatMap(Pooler::believedProcess)
                .filter(believed -> believed != processId)
                .isPresent();
    }

    private static Optional<Integer> believedProcess(DriverConnection within) {
        try {
            return Optional.of(
                    (Integer) within.type().getMethod("getBackendPID").invoke(within.driver()));
        } catch (ReflectiveOperationException e) {
            // Then it cannot be told, and the checks of the session's lock are what is left.
            LOG.log(DEBUG, "The driver cannot be asked for its process", e);
            return Optional.empty();
        }
    }

    /**
     * Has the driver name no statement on the server, since a statement that is named in one session is unknown in the next.
     */
    static void nameNoStatements(Connection connection) throws SQLException {
        DriverConnection.within(connection).ifPresent(within -> {
            try {
                within.type().getMethod("setPrepareThreshold", int.class).invoke(within.driver(), 0);
            } catch (ReflectiveOperationException e) {
                LOG.log(DEBUG, "The driver cannot be told to name no statements", e);
            }
        });
    }

    /**
     * Whether it gives the sessions of the server to transactions in turn: a second connection gets the session of the first,
     * or the first another one meanwhile. If not, it may still do so.
     *
     * @param connection in auto-commit mode
     * @param second another one
     * @param processId the server process that answered the first before
     */
    static boolean changesSessions(Connection connection, Connection second, int processId) throws SQLException {
        second.setAutoCommit(false);
        try {
            return processId(second) == processId || processId(connection) != processId;
        } finally {
            second.rollback();
            second.setAutoCommit(true);
        }
    }

    private static int processId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Where the server itself says that it listens, such as {@code 10.0.0.5:5432}; nothing over a socket of its machine. */
    static Optional<String> address(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_catalog.host(pg_catalog.inet_server_addr())"
                        + " || ':' || pg_catalog.inet_server_port()")) {
            row.next();
            return Optional.ofNullable(row.getString(1));
        }
    }
}
