package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.RunLock;
import dev.albedo.dialect.ServerSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The lock of a run as an advisory lock.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory locks</a>
 */
final class PostgresRunLock implements RunLock {

    /** Says that a lock is Albedo's; {@code albe} in ASCII. */
    private static final int FAMILY = 0x616C6265;

    private final String key;

    /**
     * A lock.
     *
     * @param subject a string literal of what it guards
     */
    PostgresRunLock(String subject) {
        this.key = "hashtext(" + subject + ")";
    }

    @Override
    public Optional<Boolean> take(Connection connection, int session) throws SQLException {
        return answer(connection, ifSession(session, "pg_try_advisory_lock"));
    }

    @Override
    public boolean takeForTransaction(Connection connection) throws SQLException {
        return yes(connection, "select pg_try_advisory_xact_lock(" + FAMILY + ", " + key + ")");
    }

    @Override
    public String requireForTransaction() {
        return "select case when pg_try_advisory_xact_lock(" + FAMILY + ", " + key + ") then 0 else "
                + PostgresSessions.failing(PostgresErrors.TAKEN) + " end";
    }

    @Override
    public boolean isHeld(Connection connection) throws SQLException {
        return yes(
                connection,
                "select exists (select from pg_catalog.pg_locks l where l.pid = pg_backend_pid() and " + isIt() + ")");
    }

    @Override
    public Optional<Boolean> release(Connection connection, int session) throws SQLException {
        return answer(connection, ifSession(session, "pg_advisory_unlock"));
    }

    private String ifSession(int session, String function) {
        return "select case when pg_backend_pid() = " + session + " then " + function + "(" + FAMILY + ", " + key
                + ") end";
    }

    /** The time is empty for a session of another role if this one is no member of {@code pg_read_all_stats}. */
    @Override
    public Optional<ServerSession> holder(Connection connection) throws SQLException {
        String query = "select a.pid, coalesce(a.application_name, ''),"
                + " coalesce(to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SSOF'), '')"
                + " from pg_catalog.pg_locks l join pg_catalog.pg_stat_activity a on a.pid = l.pid"
                + " where " + isIt();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next()
                    ? Optional.of(new ServerSession(rows.getInt(1), rows.getString(2), "", rows.getString(3)))
                    : Optional.empty();
        }
    }

    private static boolean yes(Connection connection, String query) throws SQLException {
        return answer(connection, query).orElse(false);
    }

    /** The truth value that a query answers with; empty if it is null. */
    private static Optional<Boolean> answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            boolean answer = rows.getBoolean(1);
            return rows.wasNull() ? Optional.empty() : Optional.of(answer);
        }
    }

    private String isIt() {
        return "l.locktype = 'advisory' and l.granted and l.objsubid = 2"
                + " and l.database = (select oid from pg_catalog.pg_database where datname = current_database())"
                + " and l.classid = " + FAMILY + "::oid"
                + " and l.objid = (" + key + "::bigint & 4294967295)::oid";
    }
}
