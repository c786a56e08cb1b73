package dev.albedo.dialect;

import org.jspecify.annotations.Nullable;

/**
 * One SQL statement.
 *
 * @param sql without a semicolon at the end
 * @param transactional whether it may run inside a transaction
 * @param aftermath how to find out whether it happened, for one that is not transactional; {@code null} if nobody can
 *     tell: then running it again does no harm, or it is a user's SQL, and the user is asked
 * @param trial what does the same inside a transaction, for a trial that is rolled back; {@code null} if nothing does
 */
public record Statement(
        String sql,
        boolean transactional,
        @Nullable Aftermath aftermath,
        @Nullable String trial) {

    public Statement(String sql, boolean transactional) {
        this(sql, transactional, null, transactional ? sql : null);
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
    public static Statement alone(String sql, Aftermath aftermath, String trial) {
        return new Statement(sql, false, aftermath, trial);
    }
}
