package dev.albedo.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run asks and sets about server sessions, as SQL.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">lock_timeout, statement_timeout</a>
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html">pg_blocking_pids</a>
 */
public final class SessionSql {

    /** In the error of {@link #only}, whatever language the server speaks: it quotes the text that is no number. */
    private static final String OTHER_PROCESS = "Albedo expects process ";

    /** The same of {@link AdvisoryLock#requireForTransaction}. */
    static final String TAKEN = "Albedo expects no other run beside process ";

    private static final String HISTORY_CHANGED = "Albedo expects the history as it was read by process ";

    private static final String INVALID_TEXT = "22P02";

    /** What {@link #waitForLocks} changes of a session. */
    private static final List<String> CHANGED = Stream.concat(
                    Stream.of("lock_timeout", "statement_timeout"),
                    SessionSettings.ALL.stream().map(SessionSettings.Setting::name))
            .toList();

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

    /** An expression that fails with a text in the error. The planner cannot tell beforehand that it does. */
    static String failing(String text) {
        return "('" + text + "' || pg_backend_pid())::integer";
    }

    /** Whether an error is that of {@link AdvisoryLock#requireForTransaction}. */
    public static boolean isTaken(SQLException e) {
        return INVALID_TEXT.equals(e.getSQLState())
                && String.valueOf(e.getMessage()).contains(TAKEN);
    }

    /**
     * The statements that begin a transaction of a run in whichever session: each statement sees what was committed before
     * it, and for this transaction the settings that casts and literals depend on.
     */
    public static List<String> begin() {
        return List.of("set transaction isolation level read committed", "select " + SessionSettings.set(true));
    }

    /**
     * A statement that fails unless a query gives a text of a digest.
     *
     * @param text an expression, in which one row is one text
     * @param from where it comes from
     * @param digest MD5 of all the rows, sorted by their bytes and joined by line feeds
     */
    public static String requireUnchanged(String text, String from, String digest) {
        return "select case when pg_catalog.md5(pg_catalog.convert_to(coalesce((select string_agg(" + text
                + ", E'\\n' order by (" + text + ") collate \"C\") from " + from + "), ''), 'UTF8')) = '" + digest
                + "' then 0 else " + failing(HISTORY_CHANGED) + " end";
    }

    /** Whether an error is that of {@link #requireUnchanged}. */
    public static boolean isChanged(SQLException e) {
        return INVALID_TEXT.equals(e.getSQLState())
                && String.valueOf(e.getMessage()).contains(HISTORY_CHANGED);
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
     * Begins a transaction of a run: {@link #only}, and for this transaction the settings that casts and literals depend on.
     */
    public static String begin(int processId) {
        return only(processId) + ", " + SessionSettings.set(true);
    }

    /**
     * Takes the limit on waits for locks away from the session, limits its statements, and sets what casts and literals
     * depend on.
     *
     * @param statement zero to leave it as it is
     * @param processId of the session
     * @return a query: one row that begins with what {@link #restore} wants; none, and nothing done, in another session
     */
    public static String waitForLocks(Duration statement, int processId) {
        String before =
                CHANGED.stream().map(name -> "current_setting('" + name + "')").collect(Collectors.joining(", "));
        // OFFSET 0 keeps the planner from merging the two, so what was is read first.
        return "select t.*, set_config('lock_timeout', '0', false)"
                + (statement.isZero() ? "" : ", set_config('statement_timeout', '" + statement.toMillis() + "', false)")
                + ", " + SessionSettings.set(false) + " from (select " + before + " where pg_backend_pid() = "
                + processId + " offset 0) t";
    }

    /**
     * Puts back what {@link #waitForLocks} found.
     *
     * @param before the row, of which more than what was found may follow
     * @param processId of the session
     * @return a query: one row; none, and nothing done, in another session
     */
    public static String restore(ResultSet before, int processId) throws SQLException {
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < CHANGED.size(); i++) {
            settings.add("set_config('" + CHANGED.get(i) + "', " + Names.literal(before.getString(i + 1)) + ", false)");
        }
        return "select " + String.join(", ", settings) + " where pg_backend_pid() = " + processId;
    }

    /**
     * Who holds a lock that a session waits for: rows of process id, application name, state, in a transaction since. State
     * and time are empty for sessions of other roles if this one is no member of {@code pg_read_all_stats}.
     */
    public static String blockers(int processId) {
        return "select pid, coalesce(application_name, ''), coalesce(state, ''),"
                + " coalesce(to_char(coalesce(xact_start, backend_start), 'YYYY-MM-DD HH24:MI:SSOF'), '')"
                + " from pg_catalog.pg_stat_activity where pid = any (pg_catalog.pg_blocking_pids(" + processId
                + ")) order by coalesce(xact_start, backend_start), pid";
    }
}
