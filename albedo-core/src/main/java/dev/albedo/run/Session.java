package dev.albedo.run;

import dev.albedo.dialect.Aftermath;
import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.postgresql.AdvisoryLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One connection and what belongs to it. */
final class Session implements StepByStep.Database {

    private final RunSettings settings;
    private final RunListener listener;
    final Watch watch;
    final Connection connection;
    final Dialect dialect;
    History history;
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
        this.watch = new Watch(connections, history.facts().processId(), settings.limits());
        this.sink = new JdbcSink(
                connection, dialect, settings.limits(), watch, history.facts().processId(), listener);
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
            Lock lock = Lock.take(connection, sql, history.facts().processId(), settings.lockPatience(), listener);
            try (lock) {
                createHistory();
                if (history.rows().stream().anyMatch(AppliedRevision::nothingDone)) {
                    atOnce(
                            "the clearing of the history table",
                            List.of(history.table().forgetEmptyStarts()));
                }
                return body.run(this);
            }
        }
    }

    private void createHistory() throws SQLException {
        history.facts().requireWritable();
        List<String> missing = history.missing();
        if (missing.isEmpty()) {
            return;
        }
        try {
            atOnce("the creation of the history table", missing);
        } catch (SQLException e) {
            if (Retry.isTransient(e)) {
                throw e;
            }
            throw history.notCreated(e);
        }
        // Something else may have got the name in between.
        history = history.again();
        history.facts().requireWritable();
    }

    /**
     * Runs statements that belong to no revision as one transaction, again where a lock of somebody else was in the way.
     *
     * @param what they are, for messages
     */
    void atOnce(String what, List<String> statements) throws SQLException {
        Backoff backoff = new Backoff(limits().contention());
        while (true) {
            watch.requireGoing();
            try {
                sink.atOnce(statements);
                return;
            } catch (SQLException e) {
                if (!Contention.is(e)) {
                    throw e;
                }
                Contention contention = new Contention(what, Retry.message(e), "", "Nothing was changed.", e);
                Optional<Duration> pause = watch.stopping() ? Optional.empty() : backoff.next();
                if (pause.isEmpty()) {
                    throw contention.givenUp(backoff.attempts(), backoff.elapsed(), watch.blockers());
                }
                listener.contended(what, contention.reason(), backoff.attempts(), pause.get());
                Sleep.sleep(pause.get(), "the wait for a lock");
            }
        }
    }

    /** Whether all revisions of a run are one transaction. */
    boolean singleTransaction() {
        return settings.singleTransaction();
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
                sink.note(entry);
            }
        } catch (SQLException | LostSessionException e) {
            failure.addSuppressed(e);
        }
    }

    /** The first line of what a failure says, without passwords. */
    static String firstLine(Exception failure) {
        return Secrets.mask(Retry.message(failure)).lines().findFirst().orElse("");
    }
}
