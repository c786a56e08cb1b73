package dev.albedo.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a database, as a step in Java works on them: in the transaction of its revision, which it cannot end.
 *
 * <p>A parameter stands in the SQL as {@code ?}, and is a value of those that {@link Row} takes. A text takes the type of its
 * place, as a text between quotes does in SQL, so it can be given where an enum type, {@code jsonb} or {@code uuid} is
 * expected; where the place has no type write a cast: {@code ?::text}. SQL without parameters is sent as it is; in SQL with
 * parameters an operator that has a question mark in it is written with two, {@code data ?? 'key'}.
 */
public interface Data {

    /**
     * Runs a statement.
     *
     * @return how many rows it changed; 0 for one that changes none
     * @throws SQLException as the database reports it
     */
    long update(String sql, @Nullable Object... parameters) throws SQLException;

    /**
     * All that a query answers with, in its order, in memory; for many rows use {@link #forEach}.
     *
     * @throws SQLException as the database reports it
     */
    <T extends @Nullable Object> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters)
            throws SQLException;

    /**
     * Does something with each row that a query answers with, in its order. Only a few are in memory at a time, however many
     * there are; statements may be run meanwhile.
     *
     * @throws SQLException as the database reports it
     */
    void forEach(String sql, RowConsumer consumer, @Nullable Object... parameters) throws SQLException;

    /**
     * Runs a statement once for each row of parameters, many at a time, and lets go of each row when it is sent.
     *
     * @param rows each has as many values as the SQL has parameters; is closed afterwards
     * @return how many rows were changed by all of them together, as far as the driver tells: it does not for {@code INSERT}
     *     if its property {@code reWriteBatchedInserts} is set
     * @throws SQLException as the database reports it
     */
    long batch(String sql, Stream<Row> rows) throws SQLException;

    /**
     * Puts rows into a table, as fast as the database takes them: by {@code COPY} if the driver can and the table can be
     * copied to, by {@code INSERT} otherwise. Lets go of each row when it is sent.
     *
     * @param table may be {@code schema.name}
     * @param columns that the values are for, in their order; the other ones get their default
     * @param rows is closed afterwards
     * @return how many rows the table has got
     * @throws SQLException as the database reports it
     * @throws IllegalArgumentException if a row has not as many values as there are columns
     */
    long insert(String table, List<String> columns, Stream<Row> rows) throws SQLException;

    /** The connection itself. It must not be committed, rolled back or closed, and refuses to. */
    Connection connection();
}
