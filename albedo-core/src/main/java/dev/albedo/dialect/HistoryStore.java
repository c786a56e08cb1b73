package dev.albedo.dialect;

import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The database's view of the tables in which runs keep their history, so that a run can tell whether they are its own before
 * it writes to them.
 */
public interface HistoryStore {

    /**
     * Returns what a session finds under the names of tables of one schema.
     *
     * @param schema {@code null} for the current one
     */
    SchemaFacts facts(Connection connection, @Nullable String schema, List<String> tables) throws SQLException;

    /**
     * Returns which of these names are taken, by tables or by what shares their name space. A name without a schema is one of
     * the current schema, as for {@code CREATE TABLE}.
     */
    List<QualifiedName> existing(Connection connection, List<QualifiedName> names) throws SQLException;

    /**
     * A schema as a session sees it.
     *
     * @param schema its name; {@code null} if the session has no current schema
     * @param exists whether it does
     * @param session the session that answered
     * @param role the current role
     * @param readOnly whether the session can only read
     * @param standby whether the server can only read
     * @param tables what has the names of the tables, in their order
     */
    record SchemaFacts(
            @Nullable String schema,
            boolean exists,
            int session,
            String role,
            boolean readOnly,
            boolean standby,
            List<TableFacts> tables) {

        public SchemaFacts {
            tables = List.copyOf(tables);
        }
    }

    /**
     * A table, or what has its name.
     *
     * @param exists whether anything has the name
     * @param isTable whether that is an ordinary table
     * @param kind what it is, in words
     * @param owner its owner
     * @param trusted whether the owner is
     * @param columns the types of its columns, of those with a type of the database's own
     * @param foreign what it does that its owner need not have meant, a sentence; or null
     * @param hidesRows whether the database hides rows from the current role
     * @param lacking the privileges that the current role does not have
     */
    record TableFacts(
            boolean exists,
            boolean isTable,
            String kind,
            String owner,
            boolean trusted,
            Map<String, String> columns,
            @Nullable String foreign,
            boolean hidesRows,
            List<String> lacking) {

        public TableFacts {
            columns = Map.copyOf(columns);
            lacking = List.copyOf(lacking);
        }
    }
}
