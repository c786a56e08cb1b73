package dev.albedo.dialect;

import dev.albedo.operation.Operation;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the schema of a live database. Changes nothing. */
public interface SchemaReader {

    /**
     * Reads everything the filter lets through, as of one moment where the database can show one.
     *
     * <p>SQL texts are those the server prints; {@link Dialect#normalize} and {@link Dialect#alignTexts} make them comparable
     * with a model's.
     *
     * @param connection in a transaction, which then sees its own changes and is left as it is; or in auto-commit mode, and
     *     left in it
     * @throws SQLException as the database reports it, or if the connection has no default schema
     */
    Schema read(Connection connection, SchemaFilter filter) throws SQLException;

    /**
     * Prepares to read again within a transaction that begins later in the same session, in little time, because the
     * transaction may hold locks: only what it has changed has to be read then.
     *
     * @param connection where no schema was changed in the transaction it is in, if any
     */
    default Reread reread(Connection connection, SchemaFilter filter) throws SQLException {
        return () -> read(connection, filter);
    }

    /** A reader of what a transaction has changed. */
    @FunctionalInterface
    interface Reread {

        /** Reads the same as {@link SchemaReader#read}, unless types or functions were renamed that tables use. */
        Schema read() throws SQLException;
    }

    /**
     * Reads those of some names that are relations. A name without a schema is one of the current schema, as for
     * {@code CREATE TABLE}.
     */
    Map<QualifiedName, Relation> relations(Connection connection, Collection<QualifiedName> names) throws SQLException;

    /**
     * Returns the operations that create the partitions of a table, which are no tables of a {@link Schema}; none if it has
     * none.
     *
     * @throws IllegalArgumentException if migrations cannot create one of them
     */
    List<Operation> partitions(Connection connection, Table table) throws SQLException;
}
