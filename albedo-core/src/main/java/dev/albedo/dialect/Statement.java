package dev.albedo.dialect;

import org.jspecify.annotations.Nullable;

/**
 * One SQL statement.
 *
 * @param sql without a semicolon at the end
 * @param transactional whether it may run inside a transaction
 * @param aftermath how to find out whether it happened, for one that is not transactional; {@code null} if nobody can
 *     tell and running it again does no harm
 */
public record Statement(
        String sql, boolean transactional, @Nullable Aftermath aftermath) {

    public Statement(String sql, boolean transactional) {
        this(sql, transactional, null);
    }

    /** A statement that runs inside a transaction. */
    public static Statement of(String sql) {
        return new Statement(sql, true);
    }

    /** A statement that must run outside of any transaction. */
    public static Statement alone(String sql, Aftermath aftermath) {
        return new Statement(sql, false, aftermath);
    }
}
