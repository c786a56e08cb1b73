package dev.albedo.dialect.postgresql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run asks and sets about server sessions, as SQL.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">lock_timeout, statement_timeout</a>
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html">pg_blocking_pids</a>
 */
public final class SessionSql {

    /** In the error of {@link #only}, whatever language the server speaks: it quotes the text that is no number. */
    private static final String OTHER_PROCESS = "Albedo expects process ";

    private static final String INVALID_TEXT = "22P02";

    private SessionSql() {}

    /**
     * A statement that fails in every session but one, and so stops what is sent together with it.
     *
     * @param processId of that session
     */
    public static String only(int processId) {
        return "select case pg_backend_pid() when " + processId + " then 0 else ('" + OTHER_PROCESS + processId
                + ", not ' || pg_backend_pid())::integer end";
    }

    /** Whether an error is that of {@link #only}. */
    public static boolean isOtherProcess(SQLException e) {
        return INVALID_TEXT.equals(e.getSQLState())
                && String.valueOf(e.getMessage()).contains(OTHER_PROCESS);
    }

    /**
     * Limits the statements that follow in the transaction, and nothing after it. A limit of zero is not set, so that what
     * the database or the role has set holds.
     *
     * @return one or two statements, or none
     */
    public static List<String> limits(Duration lock, Duration statement) {
        List<String> settings = new ArrayList<>();
        if (!lock.isZero()) {
            settings.add("set local lock_timeout = " + lock.toMillis());
        }
        if (!statement.isZero()) {
            settings.add("set local statement_timeout = " + statement.toMillis());
        }
        return settings;
    }

    /**
     * Takes the limit on waits for locks away from the session, and limits its statements.
     *
     * @param statement zero to leave it as it is
     * @param processId of the session
     * @return a query: one row of both limits as they were; none, and nothing done, in another session
     */
    public static String waitForLocks(Duration statement, int processId) {
        // OFFSET 0 keeps the planner from merging the two, so what was is read first.
        return "select l, s, set_config('lock_timeout', '0', false)"
                + (statement.isZero() ? "" : ", set_config('statement_timeout', '" + statement.toMillis() + "', false)")
                + " from (select current_setting('lock_timeout') as l, current_setting('statement_timeout') as s"
                + " where pg_backend_pid() = " + processId + " offset 0) t";
    }

    /**
     * Puts back what {@link #waitForLocks} found; both as string literals.
     *
     * @param processId of the session
     * @return a query: one row; none, and nothing done, in another session
     */
    public static String restore(String lock, String statement, int processId) {
        return "select set_config('lock_timeout', " + lock + ", false), set_config('statement_timeout', " + statement
                + ", false) where pg_backend_pid() = " + processId;
    }

    /** Who holds a lock that a session waits for: rows of process id, application name, state, in a transaction since. */
    public static String blockers(int processId) {
        return "select pid, coalesce(application_name, ''), coalesce(state, ''),"
                + " to_char(coalesce(xact_start, backend_start), 'YYYY-MM-DD HH24:MI:SSOF')"
                + " from pg_catalog.pg_stat_activity where pid = any (pg_catalog.pg_blocking_pids(" + processId
                + ")) order by coalesce(xact_start, backend_start), pid";
    }
}
