package dev.albedo.dialect.postgresql;

import static java.lang.System.Logger.Level.DEBUG;

import dev.albedo.data.Row;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows into a table by {@code COPY}, where the connection is one of PostgreSQL's own driver, in a pool or not.
 *
 * <p>The driver is spoken to by reflection: a Maven goal takes it from the project's class path, so its classes are not the ones
 * that this class would be linked to; and no application that uses another driver needs this one. Where it cannot be spoken to,
 * as in a native image that has not kept its methods, rows go by {@code INSERT}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY</a>
 */
public final class CopyRows {

    private static final System.Logger LOG = System.getLogger("dev.albedo");
    private static final String DRIVER = "org.postgresql.PGConnection";

    private final Object driver;
    private final Object manager;
    private final Method copyIn;
    private final Method cancelQuery;

    private CopyRows(Object driver, Class<?> type) throws ReflectiveOperationException {
        this.driver = driver;
        this.manager = type.getMethod("getCopyAPI").invoke(driver);
        this.copyIn = manager.getClass().getMethod("copyIn", String.class, Reader.class);
        this.cancelQuery = type.getMethod("cancelQuery");
    }

    /** How rows are copied over a connection, if its driver can. */
    public static Optional<CopyRows> over(Connection connection) throws SQLException {
        for (@Nullable ClassLoader loader : loaders(connection)) {
            try {
                Class<?> type = Class.forName(DRIVER, false, loader);
                if (connection.isWrapperFor(type)) {
                    return Optional.of(new CopyRows(connection.unwrap(type), type));
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
        loaders.add(CopyRows.class.getClassLoader());
        return loaders;
    }

    /**
     * Whether {@code COPY} does to a table what {@code INSERT} does: it does not for a view, for a table with rules, and for one
     * whose rows the user may not all see.
     */
    public static boolean suits(Connection connection, QualifiedName table) throws SQLException {
        String sql = "SELECT relkind IN ('r', 'p') AND NOT relhasrules AND NOT row_security_active(oid) FROM pg_class"
                + " WHERE oid = to_regclass(" + Names.literal(Names.name(table)) + ")";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /**
     * Copies rows.
     *
     * @param stop asked now and then; if it is true, the copying ends with an exception
     * @return how many rows the table has got
     * @throws SQLException as the database reports it
     * @throws IllegalStateException if it was stopped
     */
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

    /** Has the server break off what it does for this connection; may be called by another thread. */
    public void cancel() throws SQLException {
        try {
            cancelQuery.invoke(driver);
        } catch (ReflectiveOperationException e) {
            throw new SQLException("the driver did not cancel", e);
        }
    }
}
