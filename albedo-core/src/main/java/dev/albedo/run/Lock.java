package dev.albedo.run;

import dev.albedo.dialect.RunLock;
import dev.albedo.dialect.Sessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

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
    private final RunLock lock;
    private final Sessions sessions;
    private final int processId;

    private Lock(Connection connection, RunLock lock, Sessions sessions, int processId) {
        this.connection = connection;
        this.lock = lock;
        this.sessions = sessions;
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
    static Lock take(
            Connection connection,
            RunLock lock,
            Sessions sessions,
            int processId,
            Duration patience,
            RunListener listener)
            throws SQLException {
        Attempt attempt = () -> lock.take(connection, processId).orElseThrow(LostSessionException::atTheStart);
        wait(connection, lock, sessions, attempt, patience, listener);
        Lock taken = new Lock(connection, lock, sessions, processId);
        if (!lock.isHeld(connection)) {
            LostSessionException lost = LostSessionException.atTheStart();
            try {
                taken.close();
            } catch (RunException left) {
                throw lost.with(left);
            }
            throw lost;
        }
        return taken;
    }

    /**
     * Waits until no run has it, for transactions that then take it themselves.
     *
     * @param connection in auto-commit mode
     * @throws RunException if another run has it for too long
     */
    static void waitUntilFree(
            Connection connection, RunLock lock, Sessions sessions, Duration patience, RunListener listener)
            throws SQLException {
        wait(connection, lock, sessions, () -> lock.takeForTransaction(connection), patience, listener);
    }

    /** An attempt at the lock. */
    @FunctionalInterface
    private interface Attempt {
        boolean succeeds() throws SQLException;
    }

    private static void wait(
            Connection connection,
            RunLock lock,
            Sessions sessions,
            Attempt attempt,
            Duration patience,
            RunListener listener)
            throws SQLException {
        Backoff backoff = new Backoff(POLLING.patience(patience));
        Duration nextReport = Duration.ZERO;
        while (!attempt.succeeds()) {
            Optional<Duration> pause = backoff.next();
            Duration waited = backoff.elapsed();
            if (pause.isEmpty() || waited.compareTo(nextReport) >= 0) {
                Optional<LockHolder> holder = lock.holder(connection)
                        .map(session -> new LockHolder(session.id(), session.application(), session.since()));
                if (pause.isEmpty()) {
                    throw new RunException("another run is at work on this database"
                            + holder.map(found -> ": " + found.describe()).orElse("") + "; gave up after "
                            + waited.toSeconds() + " s. Wait for it, or end it in the database"
                            + holder.map(found -> " with " + sessions.ending(found.processId()))
                                    .orElse(""));
                }
                holder.ifPresent(found -> listener.waiting(found, waited));
                nextReport = waited.plus(BETWEEN_REPORTS);
            }
            Sleep.sleep(pause.get(), "the wait for another run on this database");
        }
    }

    /**
     * Lets it go. Behind a pooler it is tried again until the session that has it answers.
     *
     * @throws RunException if that session does not answer, or has it no more
     */
    void close() throws SQLException {
        Backoff backoff = new Backoff(RELEASING);
        Optional<Boolean> released = lock.release(connection, processId);
        while (released.isEmpty()) {
            Optional<Duration> pause = backoff.next();
            if (pause.isEmpty()) {
                throw new RunException("the lock of this run is left with another session of the server, because a"
                        + " pooler in transaction mode is before the database; end that session with "
                        + sessions.ending(processId) + ", and connect to the database directly");
            }
            Sleep.sleep(pause.get(), "the wait for the session that has the lock");
            released = lock.release(connection, processId);
        }
        if (!released.get()) {
            throw new RunException(
                    "the lock of this run was not held by its own session at the end: somebody let it go,"
                            + " perhaps a pooler that resets sessions; connect to the database directly");
        }
    }
}
