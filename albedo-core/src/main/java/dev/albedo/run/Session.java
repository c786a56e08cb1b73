package dev.albedo.run;

import dev.albedo.dialect.Aftermath;
import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.postgresql.AdvisoryLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One connection and what belongs to it. */
final class Session implements StepByStep.Database {

    private final RunSettings settings;
    private final RunListener listener;
    final Watch watch;
    final Connection connection;
    final Dialect dialect;
    final History history;
    final JdbcSink sink;

    /**
     * A session.
     *
     * @param connections where the connection came from, for a second one
     */
    Session(
            Connection connection,
            Dialect dialect,
            RunSettings settings,
            RunListener listener,
            ConnectionSource connections)
            throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.settings = settings;
        this.listener = listener;
        this.history = History.locate(connection, dialect, settings.history());
        this.watch = new Watch(connections, history.processId(), settings.limits());
        this.sink = new JdbcSink(connection, dialect, settings.limits(), watch, listener);
    }

    /** What runs with a session, or under its lock. */
    @FunctionalInterface
    interface Body<T> {
        T run(Session session) throws SQLException;
    }

    /** Does something while no other run on the same history can. */
    <T> T locked(Body<T> body) throws SQLException {
        AdvisoryLock sql = new AdvisoryLock(history.subject());
        try (Watch started = watch) {
            started.start();
            Lock lock = Lock.take(connection, sql, history.processId(), settings.lockPatience(), listener);
            try (lock) {
                history.create();
                history.forgetEmptyStarts();
                return body.run(this);
            }
        }
    }

    Limits limits() {
        return settings.limits();
    }

    /** The rows of the history, without revisions that were begun and of which nothing happened. */
    List<AppliedRevision> rows() throws SQLException {
        return history.rows().stream().filter(row -> !row.nothingDone()).toList();
    }

    @Override
    public String ask(Aftermath aftermath) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(aftermath.question())) {
            if (!rows.next()) {
                throw new IllegalStateException("no answer to: " + aftermath.question());
            }
            return rows.getString(1);
        }
    }

    @Override
    public void cleanUp(String sql) throws SQLException {
        sink.alone(sql);
    }

    /** Writes to the log about a failure, where that can still be done. */
    void note(Exception failure, String entry) {
        try {
            if (!connection.isClosed()) {
                sink.execute(entry);
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** The first line of what a failure says, without passwords. */
    static String firstLine(Exception failure) {
        return Secrets.mask(Retry.message(failure)).lines().findFirst().orElse("");
    }
}
