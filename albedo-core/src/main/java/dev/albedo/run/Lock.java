package dev.albedo.run;

import dev.albedo.dialect.postgresql.AdvisoryLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps other runs on the same history table out until it is closed. Taken by asking again and again outside of any
 * transaction: a session that waits inside the server for it would hold up, and be killed by, a concurrent index build.
 */
final class Lock implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);

    private final Connection connection;
    private final AdvisoryLock lock;

    private Lock(Connection connection, AdvisoryLock lock) {
        this.connection = connection;
        this.lock = lock;
    }

    /**
     * Takes the lock.
     *
     * <p>A pooler that gives each transaction another session would lose the lock. Then one asks another session than
     * before, here or just after; where that shows only later, {@link #requireHeld} and {@link #close} notice.
     *
     * @param connection in auto-commit mode
     * @param processId the server process that answered before
     * @throws RunException if another run has it for too long, or it could not be kept
     */
    static Lock take(Connection connection, AdvisoryLock sql, int processId, Duration patience, RunListener listener)
            throws SQLException {
        long start = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        Duration nextReport = Duration.ZERO;
        while (!taken(connection, sql, processId)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(nextReport) >= 0 || waited.compareTo(patience) >= 0) {
                Optional<LockHolder> holder = holder(connection, sql);
                if (waited.compareTo(patience) >= 0) {
                    throw new RunException("another run is at work on this database"
                            + holder.map(found -> ": " + found.describe()).orElse("") + "; gave up after "
                            + waited.toSeconds() + " s. Wait for it, or end it in the database with"
                            + " pg_terminate_backend"
                            + holder.map(found -> "(" + found.processId() + ")").orElse(""));
                }
                holder.ifPresent(found -> listener.waiting(found, waited));
                nextReport = waited.plus(BETWEEN_REPORTS);
            }
            Sleep.sleep(
                    pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis())),
                    "the wait for another run on this database");
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        Lock lock = new Lock(connection, sql);
        lock.requireHeld();
        return lock;
    }

    private static boolean taken(Connection connection, AdvisoryLock sql, int processId) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.take(processId))) {
            rows.next();
            boolean taken = rows.getBoolean(1);
            if (rows.wasNull()) {
                throw pooler();
            }
            return taken;
        }
    }

    /**
     * Makes sure that the session that answers now has the lock.
     *
     * @throws RunException if it has not
     */
    void requireHeld() throws SQLException {
        if (!yes(connection, lock.held())) {
            throw pooler();
        }
    }

    private static RunException pooler() {
        return new RunException("the statements of this run reach different sessions of the server, so it cannot keep"
                + " other runs out: a pooler in transaction mode is before the database; connect to the database"
                + " directly, or let the pooler pool sessions, and run it again. Nothing was changed");
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

    @Override
    public void close() throws SQLException {
        if (!yes(connection, lock.release())) {
            throw new RunException(
                    "the lock of this run was not held by its own session at the end; is there a pooler in"
                            + " transaction mode before the database? Connect to the database directly");
        }
    }
}
