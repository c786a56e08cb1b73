package dev.albedo.run;

import dev.albedo.dialect.postgresql.AdvisoryLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other runs on the same history table out until it is closed. Taken by asking again and again outside of any
 * transaction: a session that waits inside the server for it would hold up, and be killed by, a concurrent index build.
 */
final class Lock {

    private static final Retry POLLING = new Retry(Duration.ZERO, Duration.ofMillis(20), Duration.ofSeconds(1));

    /** A pooler comes back to the session that has the lock soon, or never. */
    private static final Retry RELEASING = POLLING.patience(Duration.ofSeconds(1));

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);

    private final Connection connection;
    private final AdvisoryLock lock;
    private final int processId;

    private Lock(Connection connection, AdvisoryLock lock, int processId) {
        this.connection = connection;
        this.lock = lock;
        this.processId = processId;
    }

    /**
     * Takes the lock.
     *
     * <p>A pooler that gives each transaction another session would lose the lock. Then one asks another session than
     * before, here or just after; where that shows only later, the next statement that changes something notices.
     *
     * @param connection in auto-commit mode
     * @param processId the server process that answered before
     * @throws RunException if another run has it for too long, or it could not be kept
     */
    static Lock take(Connection connection, AdvisoryLock sql, int processId, Duration patience, RunListener listener)
            throws SQLException {
        wait(connection, sql, () -> taken(connection, sql, processId), patience, listener);
        Lock lock = new Lock(connection, sql, processId);
        if (!yes(connection, sql.held())) {
            LostSessionException lost = LostSessionException.atTheStart();
            try {
                lock.close();
            } catch (RunException left) {
                throw lost.with(left);
            }
            throw lost;
        }
        return lock;
    }

    /**
     * Waits until no run has it, for transactions that then take it themselves.
     *
     * @param connection in auto-commit mode
     * @throws RunException if another run has it for too long
     */
    static void waitUntilFree(Connection connection, AdvisoryLock sql, Duration patience, RunListener listener)
            throws SQLException {
        wait(connection, sql, () -> yes(connection, sql.takeForTransaction()), patience, listener);
    }

    /** An attempt at the lock. */
    @FunctionalInterface
    private interface Attempt {
        boolean succeeds() throws SQLException;
    }

    private static void wait(
            Connection connection, AdvisoryLock sql, Attempt attempt, Duration patience, RunListener listener)
            throws SQLException {
        Backoff backoff = new Backoff(POLLING.patience(patience));
        Duration nextReport = Duration.ZERO;
        while (!attempt.succeeds()) {
            Optional<Duration> pause = backoff.next();
            Duration waited = backoff.elapsed();
            if (pause.isEmpty() || waited.compareTo(nextReport) >= 0) {
                Optional<LockHolder> holder = holder(connection, sql);
                if (pause.isEmpty()) {
                    throw new RunException("another run is at work on this database"
                            + holder.map(found -> ": " + found.describe()).orElse("") + "; gave up after "
                            + waited.toSeconds() + " s. Wait for it, or end it in the database with"
                            + " pg_terminate_backend"
                            + holder.map(found -> "(" + found.processId() + ")").orElse(""));
                }
                holder.ifPresent(found -> listener.waiting(found, waited));
                nextReport = waited.plus(BETWEEN_REPORTS);
            }
            Sleep.sleep(pause.get(), "the wait for another run on this database");
        }
    }

    private static boolean taken(Connection connection, AdvisoryLock sql, int processId) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.take(processId))) {
            rows.next();
            boolean taken = rows.getBoolean(1);
            if (rows.wasNull()) {
                throw LostSessionException.atTheStart();
            }
            return taken;
        }
    }

    private static boolean yes(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static Optional<LockHolder> holder(Connection connection, AdvisoryLock sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.holder())) {
            return rows.next()
                    ? Optional.of(new LockHolder(rows.getInt(1), rows.getString(2), rows.getString(3)))
                    : Optional.empty();
        }
    }

    /**
     * Lets it go. Behind a pooler it is tried again until the session that has it answers.
     *
     * @throws RunException if that session does not answer, or has it no more
     */
    void close() throws SQLException {
        Backoff backoff = new Backoff(RELEASING);
        @Nullable Boolean released = released();
        while (released == null) {
            Optional<Duration> pause = backoff.next();
            if (pause.isEmpty()) {
                throw new RunException("the lock of this run is left with another session of the server, because a"
                        + " pooler in transaction mode is before the database; end that session with"
                        + " pg_terminate_backend(" + processId + "), and connect to the database directly");
            }
            Sleep.sleep(pause.get(), "the wait for the session that has the lock");
            released = released();
        }
        if (!released) {
            throw new RunException(
                    "the lock of this run was not held by its own session at the end: somebody let it go,"
                            + " perhaps a pooler that resets sessions; connect to the database directly");
        }
    }

    /** Whether the lock was let go; null if another session was asked. */
    private @Nullable Boolean released() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(lock.release(processId))) {
            rows.next();
            boolean released = rows.getBoolean(1);
            return rows.wasNull() ? null : released;
        }
    }
}
