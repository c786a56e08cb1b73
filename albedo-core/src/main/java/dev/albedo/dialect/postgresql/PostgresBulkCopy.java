package dev.albedo.dialect.postgresql;

import static java.lang.System.Logger.Level.DEBUG;

import dev.albedo.data.Row;
import dev.albedo.dialect.BulkCopy;
import dev.albedo.schema.QualifiedName;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Puts rows into a table by {@code COPY}, where the connection is one of PostgreSQL's own driver, in a pool or not.
 *
 * <p>Where the driver cannot be spoken to, as in a native image that has not kept its methods, rows go by {@code INSERT}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY</a>
 */
final class PostgresBulkCopy implements BulkCopy {

    private static final System.Logger LOG = System.getLogger("dev.albedo");

    private final Object driver;
    private final Object manager;
    private final Method copyIn;
    private final Method cancelQuery;

    private PostgresBulkCopy(Object driver, Class<?> type) throws ReflectiveOperationException {
        this.driver = driver;
        this.manager = type.getMethod("getCopyAPI").invoke(driver);
        this.copyIn = manager.getClass().getMethod("copyIn", String.class, Reader.class);
        this.cancelQuery = type.getMethod("cancelQuery");
    }

    /** How rows are copied over a connection, if its driver can. */
    static Optional<BulkCopy> over(Connection connection) throws SQLException {
        Optional<DriverConnection> within = DriverConnection.within(connection);
        if (within.isPresent()) {
            try {
                return Optional.of(
                        new PostgresBulkCopy(within.get().driver(), within.get().type()));
            } catch (ReflectiveOperationException e) {
                LOG.log(DEBUG, "The driver cannot be asked to copy", e);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether {@code COPY} does to a table what {@code INSERT} does: it does not for a view, for a table with rules, and for one
     * whose rows the user may not all see.
     */
    @Override
    public boolean suits(Connection connection, QualifiedName table) throws SQLException {
        String sql = "SELECT relkind IN ('r', 'p') AND NOT relhasrules AND NOT row_security_active(oid) FROM pg_class"
                + " WHERE oid = to_regclass(" + Names.literal(Names.name(table)) + ")";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public long copy(QualifiedName table, List<String> columns, Iterator<Row> rows, BooleanSupplier stop)
            throws SQLException {
        String sql = "COPY " + Names.name(table) + " (" + Names.identifiers(columns) + ") FROM STDIN";
        try {
            return (long) copyIn.invoke(manager, sql, new CopyText(rows, stop));
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof SQLException failure) {
                throw failure;
            }
            if (cause instanceof RuntimeException failure) {
                throw failure;
            }
            if (cause instanceof IOException failure) {
                throw new IllegalStateException(failure.getMessage(), failure);
            }
            throw new IllegalStateException("the driver cannot copy rows: " + cause, cause);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the driver does not let rows be copied", e);
        }
    }

    @Override
    public void cancel() throws SQLException {
        try {
            cancelQuery.invoke(driver);
        } catch (ReflectiveOperationException e) {
            throw new SQLException("the driver did not cancel", e);
        }
    }
}
