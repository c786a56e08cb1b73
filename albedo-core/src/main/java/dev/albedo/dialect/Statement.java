package dev.albedo.dialect;

import dev.albedo.operation.Operation.BulkInsert;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement.
 *
 * @param sql without a semicolon at the end
 * @param transactional whether it may run inside a transaction
 * @param aftermath how to find out whether it happened, for one that is not transactional; {@code null} if nobody can
 *     tell: then running it again does no harm, or it is a user's SQL, and the user is asked
 * @param trial what does the same inside a transaction, for a trial that is rolled back; {@code null} if nothing does
 * @param rows the rows that it inserts, for those who can send them in a faster way; {@code null} if it does something else
 */
public record Statement(
        String sql,
        boolean transactional,
        @Nullable RecoveryProbe aftermath,
        @Nullable String trial,
        @Nullable BulkInsert rows) {

    public Statement(String sql, boolean transactional) {
        this(sql, transactional, null, transactional ? sql : null, null);
    }

    /** A statement that runs inside a transaction. */
    public static Statement of(String sql) {
        return new Statement(sql, true);
    }

    /**
     * A statement that must run outside of any transaction.
     *
     * @param trial what does the same inside of one
     */
    public static Statement alone(String sql, RecoveryProbe aftermath, String trial) {
        return new Statement(sql, false, aftermath, trial, null);
    }

    /** A statement that inserts rows. */
    public static Statement inserting(BulkInsert rows, String sql) {
        return new Statement(sql, true, null, sql, rows);
    }
}
