package dev.albedo.run;

import java.time.Duration;

/**
 * How long the statements of revisions may wait and take. The limits are set for a transaction, and end with it.
 *
 * <p>A statement that waits for a lock makes all wait who come after it, so it waits for a short time only; then its
 * transaction is rolled back, and tried again after a pause. So are those that the server breaks off because of a deadlock
 * or because they cannot be serialized. A step in Java in such a transaction is run again, too.
 *
 * <p>A statement that must be outside of transactions waits for others by design, and leaves an INVALID index if it is
 * broken off; it has no limit on single waits. It is broken off when it was seen waiting for as long as
 * {@code contention.patience()}, if that is not zero.
 *
 * @param lock how long a statement in a transaction waits for a lock; zero sets no limit
 * @param statement how long a statement may take; zero sets no limit
 * @param contention how often what met a lock is tried again
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT">lock_timeout</a>
 */
public record Limits(Duration lock, Duration statement, Retry contention) {

    /** Five seconds for a lock, any time for a statement, a minute of attempts with pauses from 0.2 to 5 seconds. */
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(5), Duration.ZERO, Retry.DEFAULT.patience(Duration.ofMinutes(1)));

    /** No limits, one attempt. */
    public static final Limits NONE = new Limits(Duration.ZERO, Duration.ZERO, Retry.NONE);

    public Limits {
        if (lock.isNegative() || statement.isNegative()) {
            throw new IllegalArgumentException(
                    "limits need durations that are not negative: " + lock + ", " + statement);
        }
    }

    public Limits lock(Duration changed) {
        return new Limits(changed, statement, contention);
    }

    public Limits statement(Duration changed) {
        return new Limits(lock, changed, contention);
    }

    public Limits contention(Retry changed) {
        return new Limits(lock, statement, changed);
    }
}
