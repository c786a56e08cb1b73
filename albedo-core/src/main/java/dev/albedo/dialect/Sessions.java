package dev.albedo.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The sessions of a server: what a run sets in its own, and what it asks about others. */
public interface Sessions {

    /**
     * Returns a statement that fails with {@link ErrorKind#OTHER_SESSION} in every session but one, so that the statements
     * sent together with it do not run.
     */
    String require(int session);

    /** Returns the statement that begins a transaction of a run: {@link #require}, and the settings of a run. */
    String begin(int session);

    /**
     * Returns the statements that begin a transaction of a run in whichever session: each statement sees what was committed
     * before it.
     */
    List<String> begin();

    /**
     * Returns a statement that fails with {@link ErrorKind#HISTORY_CHANGED} unless a query gives a text of a digest.
     *
     * @param columns the columns of a row, of which its text consists, separated by spaces
     * @param table as SQL names it
     * @param digest MD5 of all rows, sorted by their bytes and joined by line feeds
     */
    String requireUnchanged(List<String> columns, String table, String digest);

    /**
     * Returns the statements that limit what follows in the transaction. A limit of zero is not set, so that the setting of
     * the database or the role holds.
     */
    List<String> limits(Duration lock, Duration statement);

    /**
     * Lifts the limit on waits for locks from the session, limits its statements, and sets what casts and literals depend on.
     *
     * @param statement zero to leave it as it is
     * @return a statement that restores the settings, for {@link #restore}; empty, and nothing done, if another session
     *     answered
     */
    Optional<String> waitForLocks(Connection connection, Duration statement, int session) throws SQLException;

    /**
     * Restores the settings that {@link #waitForLocks} found.
     *
     * @return whether that session answered
     */
    boolean restore(Connection connection, String settings) throws SQLException;

    /** Returns the sessions that hold a lock which a session waits for, each with the begin of its transaction. */
    List<ServerSession> blockers(Connection connection, int session) throws SQLException;

    /** Returns the call that ends a session, for messages. */
    String ending(int session);

    /** Returns where the server shows its sessions and transactions, for messages. */
    String overview();

    /**
     * Returns whether a pooler is between the driver and the server, as far as the driver can tell.
     *
     * @param session the session that answers
     */
    boolean isPooled(Connection connection, int session) throws SQLException;

    /** Lets the driver name no statement on the server: a statement named in one session is unknown in the next. */
    void nameNoStatements(Connection connection) throws SQLException;

    /**
     * Returns whether a pooler was seen to give the sessions of the server to transactions in turn. If not, it may still do
     * so.
     *
     * @param connection in auto-commit mode
     * @param second another one
     * @param session the session that answered the first before
     */
    boolean changesSessions(Connection connection, Connection second, int session) throws SQLException;

    /** Returns where the server itself listens, such as {@code 10.0.0.5:5432}; empty if it does not say. */
    Optional<String> address(Connection connection) throws SQLException;
}
