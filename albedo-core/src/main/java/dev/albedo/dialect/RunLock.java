package dev.albedo.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The lock that keeps two runs on one history table apart. It belongs to a session, or to a transaction behind a pooler that
 * gives each transaction another session; the server releases it when that ends, however it ends.
 */
public interface RunLock {

    /**
     * Takes the lock if it is free. Never waits.
     *
     * @param session the session that shall have it
     * @return whether it was taken; empty, and nothing done, if another session answered
     */
    Optional<Boolean> take(Connection connection, int session) throws SQLException;

    /** Takes the lock for the transaction that is open, if it is free. Never waits. */
    boolean takeForTransaction(Connection connection) throws SQLException;

    /**
     * Returns a statement that takes the lock for the transaction that is open, and fails with
     * {@link ErrorKind#RUN_LOCK_TAKEN} if it is not free, so that the statements sent together with it do not run.
     */
    String requireForTransaction();

    /** Returns whether the session that answers has the lock. */
    boolean isHeld(Connection connection) throws SQLException;

    /**
     * Releases the lock.
     *
     * @param session the session that has it
     * @return whether it had it; empty, and nothing done, if another session answered
     */
    Optional<Boolean> release(Connection connection, int session) throws SQLException;

    /** Returns the session that has the lock, with the time of its connection and without its state. */
    Optional<ServerSession> holder(Connection connection) throws SQLException;
}
