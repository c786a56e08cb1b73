package dev.albedo.maven.database;

import dev.albedo.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads a PostgreSQL database, 13 or newer, in a fixed number of statements whatever the number of tables.
 *
 * <p>SQL texts are those the server prints for this connection's search path; {@link dev.albedo.dialect.Dialect#normalize}
 * and {@link dev.albedo.dialect.Dialect#alignTexts} make them comparable with a model's.
 */
public final class DatabaseReader {

    /** The SQLSTATE of "invalid schema name" (PostgreSQL manual, appendix A). */
    private static final String INVALID_SCHEMA_NAME = "3F000";

    private DatabaseReader() {}

    /**
     * Everything the filter lets through, as of one moment.
     *
     * @param connection in a transaction, which then sees its own changes and is left as it is; or in auto-commit mode,
     *     in which case a read-only transaction is begun and ended here
     * @throws SQLException as the database reports it, or if the connection has no default schema
     */
    public static Schema read(Connection connection, SchemaFilter filter) throws SQLException {
        if (!connection.getAutoCommit()) {
            return readNow(connection, filter);
        }
        connection.setAutoCommit(false);
        try (Snapshot snapshot = new Snapshot(connection)) {
            snapshot.begin();
            return readNow(connection, filter);
        }
    }

    private static Schema readNow(Connection connection, SchemaFilter filter) throws SQLException {
        Namespaces namespaces = namespaces(connection, filter);
        CatalogQueries queries = new CatalogQueries(
                namespaces.all().stream().map(each -> Long.toString(each.id())).collect(Collectors.joining(", ")),
                namespaces.version());
        return new SchemaJoin(namespaces, filter.ignored(), filter.known())
                .join(PortableView.tables(connection, queries), CatalogRows.read(connection, queries));
    }

    private static Namespaces namespaces(Connection connection, SchemaFilter filter) throws SQLException {
        List<Namespaces.Namespace> all = new ArrayList<>();
        int version = 0;
        boolean defaultFound = false;
        try (PreparedStatement statement = connection.prepareStatement(CatalogQueries.NAMESPACES)) {
            statement.setArray(
                    1, connection.createArrayOf("text", new TreeSet<>(filter.schemas()).toArray(String[]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    boolean isDefault = rows.getBoolean("is_default");
                    all.add(new Namespaces.Namespace(rows.getLong("id"), rows.getString("nspname"), isDefault));
                    version = rows.getInt("version");
                    defaultFound |= isDefault;
                }
            }
        }
        if (!defaultFound) {
            throw new SQLException(
                    "the connection has no default schema, because no schema of its search_path exists; create the schema or"
                            + " name another one with currentSchema in the URL",
                    INVALID_SCHEMA_NAME);
        }
        return new Namespaces(all, version);
    }

    /** A read-only transaction that sees one moment. */
    private record Snapshot(Connection connection) implements AutoCloseable {

        void begin() throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
            }
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
