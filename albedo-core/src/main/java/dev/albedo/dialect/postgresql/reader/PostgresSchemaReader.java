package dev.albedo.dialect.postgresql.reader;

import dev.albedo.dialect.Relation;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.dialect.SchemaReader;
import dev.albedo.dialect.Spelling;
import dev.albedo.operation.Operation;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a PostgreSQL database, 13 or newer, in a fixed number of statements whatever the number of tables. */
public final class PostgresSchemaReader implements SchemaReader {

    /** The SQLSTATE of "invalid schema name" (PostgreSQL manual, appendix A). */
    private static final String INVALID_SCHEMA_NAME = "3F000";

    private final Spelling spelling;

    /** A reader that spells types and names like this. */
    public PostgresSchemaReader(Spelling spelling) {
        this.spelling = spelling;
    }

    @Override
    public Schema read(Connection connection, SchemaFilter filter) throws SQLException {
        return atOneMoment(connection, () -> {
            Namespaces namespaces = namespaces(connection, filter);
            return join(filter, namespaces, CatalogRows.read(connection, queries(namespaces)));
        });
    }

    /** Asks the server's table of locks what the transaction changed. */
    @Override
    public Reread reread(Connection connection, SchemaFilter filter) throws SQLException {
        CatalogRows before =
                atOneMoment(connection, () -> CatalogRows.read(connection, queries(namespaces(connection, filter))));
        return () -> {
            Namespaces namespaces = namespaces(connection, filter);
            CatalogQueries queries = queries(namespaces);
            Set<Long> changed = CatalogRows.changed(connection, queries);
            return join(
                    filter,
                    namespaces,
                    CatalogRows.read(connection, queries.partsOf(changed)).with(before, changed));
        };
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws SQLException;
    }

    /** In auto-commit mode, reads in a read-only transaction that is begun and ended here. */
    private static <T> T atOneMoment(Connection connection, Reading<T> reading) throws SQLException {
        if (!connection.getAutoCommit()) {
            return reading.read();
        }
        connection.setAutoCommit(false);
        try (Snapshot snapshot = new Snapshot(connection)) {
            snapshot.begin();
            return reading.read();
        }
    }

    @Override
    public Map<QualifiedName, Relation> relations(Connection connection, Collection<QualifiedName> names)
            throws SQLException {
        return Relations.read(connection, names);
    }

    @Override
    public List<Operation> partitions(Connection connection, Table table) throws SQLException {
        return Partitions.of(connection, spelling, table);
    }

    private static CatalogQueries queries(Namespaces namespaces) {
        return new CatalogQueries(
                namespaces.all().stream().map(each -> Long.toString(each.id())).collect(Collectors.joining(", ")),
                namespaces.version());
    }

    private Schema join(SchemaFilter filter, Namespaces namespaces, CatalogRows rows) {
        return new SchemaJoin(spelling, namespaces, filter.ignored(), filter.known()).join(rows);
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
