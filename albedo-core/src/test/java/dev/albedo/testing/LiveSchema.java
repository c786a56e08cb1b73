package dev.albedo.testing;

import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** The schema of a live database, read as Albedo does. */
public final class LiveSchema {

    /** The default schema without Albedo's history. */
    public static final SchemaFilter FILTER = filter(Set.of());

    private LiveSchema() {}

    /** The default schema without Albedo's history, and these schemas. */
    public static SchemaFilter filter(Set<String> schemas) {
        return new SchemaFilter(
                schemas, Set.of(QualifiedName.of("albedo_history"), QualifiedName.of("albedo_history_log")));
    }

    /** Reads by the reader of the server's dialect. */
    public static Schema read(Connection connection, SchemaFilter filter) throws SQLException {
        return Dialects.of(connection).schemaReader().orElseThrow().read(connection, filter);
    }
}
