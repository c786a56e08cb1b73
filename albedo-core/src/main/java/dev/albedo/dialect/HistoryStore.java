package dev.albedo.dialect;

import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The database's view of the tables in which runs keep their history, so that a run can tell whether they are its own before
 * it writes to them.
 */
public interface HistoryStore {

    /**
     * Returns what a session finds under the names of the table of applied revisions and the log in one schema.
     *
     * @param schema {@code null} for the current one
     */
    SchemaFacts facts(Connection connection, @Nullable String schema, String table, String log) throws SQLException;

    /**
     * Returns which of these names are taken, by tables or by what shares their name space. A name without a schema is one of
     * the current schema, as for {@code CREATE TABLE}.
     */
    List<QualifiedName> existing(Connection connection, List<QualifiedName> names) throws SQLException;

    /**
     * Returns the statement that creates the table of applied revisions unless something has its name. Later versions find the
     * columns by name.
     *
     * @param table as SQL names it
     */
    String createTable(String table);

    /** Returns the statement that creates the log of attempts unless something has its name. */
    String createLog(String table);

    /** Returns the statement that gives a table of an older version the column {@code position} unless it has it. */
    String addPosition(String table);

    /**
     * Returns the query for all rows of the table of applied revisions in the order of their application: revision, name,
     * state, steps, whether in doubt, checksum, milliseconds since 1970, duration in milliseconds, role, position.
     */
    String rows(String table);

    /** Returns an expression: the moment of its evaluation. */
    String now();

    /** Returns an expression: the begin of the transaction. */
    String transactionBegin();

    /** Returns an expression: the whole milliseconds from a moment until {@link #now}. */
    String millisecondsSince(String moment);

    /**
     * A schema as a session sees it.
     *
     * @param schema its name; {@code null} if the session has no current schema
     * @param exists whether it does
     * @param session the session that answered
     * @param role the current role
     * @param readOnly whether the session can only read
     * @param standby whether the server can only read
     * @param table what has the name of the table
     * @param log what has the name of the log
     */
    record SchemaFacts(
            @Nullable String schema,
            boolean exists,
            int session,
            String role,
            boolean readOnly,
            boolean standby,
            TableFacts table,
            TableFacts log) {}

    /**
     * A table, or what has its name.
     *
     * @param exists whether anything has the name
     * @param isTable whether that is an ordinary table
     * @param kind what it is, in words
     * @param owner its owner
     * @param trusted whether the owner is
     * @param columns the names of its columns, of those with a type of the database's own
     * @param wrong the columns of the history that it does not have, or not with their type, sorted
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
            Set<String> columns,
            List<String> wrong,
            @Nullable String foreign,
            boolean hidesRows,
            List<String> lacking) {

        public TableFacts {
            columns = Set.copyOf(columns);
            wrong = List.copyOf(wrong);
            lacking = List.copyOf(lacking);
        }
    }
}
