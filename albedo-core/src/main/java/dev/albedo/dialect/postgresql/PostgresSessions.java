package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.ServerSession;
import dev.albedo.dialect.Sessions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sessions of a PostgreSQL server: one process each.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">lock_timeout, statement_timeout</a>
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html">pg_blocking_pids</a>
 */
final class PostgresSessions implements Sessions {

    /** What {@link #waitForLocks} changes of a session. */
    private static final List<String> CHANGED = Stream.concat(
                    Stream.of("lock_timeout", "statement_timeout"),
                    SessionSettings.ALL.stream().map(SessionSettings.Setting::name))
            .toList();

    @Override
    public String require(int session) {
        return "select case pg_backend_pid() when " + session + " then 0 else ('" + PostgresErrors.OTHER_SESSION
                + session + ", not ' || pg_backend_pid())::integer end";
    }

    /** An expression that fails with a text in the error. The planner cannot tell beforehand that it does. */
    static String failing(String text) {
        return "('" + text + "' || pg_backend_pid())::integer";
    }

    @Override
    public String begin(int session) {
        return require(session) + ", " + SessionSettings.set(true);
    }

    @Override
    public List<String> begin() {
        return List.of("set transaction isolation level read committed", "select " + SessionSettings.set(true));
    }

    @Override
    public String requireUnchanged(List<String> columns, String table, String digest) {
        String text = "concat_ws(' ', " + String.join(", ", columns) + ")";
        return "select case when pg_catalog.md5(pg_catalog.convert_to(coalesce((select string_agg(" + text
                + ", E'\\n' order by (" + text + ") collate \"C\") from " + table + "), ''), 'UTF8')) = '" + digest
                + "' then 0 else " + failing(PostgresErrors.HISTORY_CHANGED) + " end";
    }

    @Override
    public List<String> limits(Duration lock, Duration statement) {
        List<String> settings = new ArrayList<>();
        if (!lock.isZero()) {
            settings.add("set local lock_timeout = " + lock.toMillis());
        }
        if (!statement.isZero()) {
            settings.add("set local statement_timeout = " + statement.toMillis());
        }
        return settings;
    }

    @Override
    public Optional<String> waitForLocks(Connection connection, Duration statement, int session) throws SQLException {
        String before =
                CHANGED.stream().map(name -> "current_setting('" + name + "')").collect(Collectors.joining(", "));
        // OFFSET 0 keeps the planner from merging the two, so that the settings are read before they are changed.
        String query = "select t.*, set_config('lock_timeout', '0', false)"
                + (statement.isZero() ? "" : ", set_config('statement_timeout', '" + statement.toMillis() + "', false)")
                + ", " + SessionSettings.set(false) + " from (select " + before + " where pg_backend_pid() = "
                + session + " offset 0) t";
        try (Statement sent = connection.createStatement();
                ResultSet row = sent.executeQuery(query)) {
            if (!row.next()) {
                return Optional.empty();
            }
            List<String> settings = new ArrayList<>();
            for (int i = 0; i < CHANGED.size(); i++) {
                settings.add(
                        "set_config('" + CHANGED.get(i) + "', " + Names.literal(row.getString(i + 1)) + ", false)");
            }
            return Optional.of("select " + String.join(", ", settings) + " where pg_backend_pid() = " + session);
        }
    }

    @Override
    public boolean restore(Connection connection, String settings) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(settings)) {
            return row.next();
        }
    }

    /** State and time are empty for sessions of other roles if this one is no member of {@code pg_read_all_stats}. */
    @Override
    public List<ServerSession> blockers(Connection connection, int session) throws SQLException {
        String query = "select pid, coalesce(application_name, ''), coalesce(state, ''),"
                + " coalesce(to_char(coalesce(xact_start, backend_start), 'YYYY-MM-DD HH24:MI:SSOF'), '')"
                + " from pg_catalog.pg_stat_activity where pid = any (pg_catalog.pg_blocking_pids(" + session
                + ")) order by coalesce(xact_start, backend_start), pid";
        List<ServerSession> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(new ServerSession(rows.getInt(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
        return found;
    }

    @Override
    public String ending(int session) {
        return "pg_terminate_backend(" + session + ")";
    }

    @Override
    public String overview() {
        return "pg_stat_activity";
    }

    @Override
    public boolean isPooled(Connection connection, int session) throws SQLException {
        return Pooler.isBefore(connection, session);
    }

    @Override
    public void nameNoStatements(Connection connection) throws SQLException {
        Pooler.nameNoStatements(connection);
    }

    @Override
    public boolean changesSessions(Connection connection, Connection second, int session) throws SQLException {
        return Pooler.changesSessions(connection, second, session);
    }

    @Override
    public Optional<String> address(Connection connection) throws SQLException {
        return Pooler.address(connection);
    }
}
