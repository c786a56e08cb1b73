package dev.albedo.dialect;

import dev.albedo.data.Row;
import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A way to put many rows into a table that is faster than {@code INSERT}. */
public interface BulkCopy {

    /** Returns whether copying does to this table what {@code INSERT} does. */
    boolean suits(Connection connection, QualifiedName table) throws SQLException;

    /**
     * Copies rows.
     *
     * @param stop asked now and then; if it is true, the copying ends with an exception
     * @return how many rows the table received
     * @throws SQLException as the database reports it
     * @throws IllegalStateException if it was stopped
     */
    long copy(QualifiedName table, List<String> columns, Iterator<Row> rows, BooleanSupplier stop) throws SQLException;

    /** Cancels what the server does for the connection; may be called by another thread. */
    void cancel() throws SQLException;
}
