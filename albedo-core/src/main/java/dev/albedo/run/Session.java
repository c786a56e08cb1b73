package dev.albedo.run;

import dev.albedo.dialect.Capability;
import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.RecoveryProbe;
import dev.albedo.dialect.RunLock;
import dev.albedo.dialect.Sessions;
import dev.albedo.revision.RevisionNode;
import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** One connection and what belongs to it. */
final class Session implements StepByStep.Database {

    private final RunSettings settings;
    private final RunListener listener;
    private final ConnectionSource connections;
    private final Proof proof;
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
        require(dialect);
        this.connection = connection;
        this.dialect = dialect;
        this.settings = settings;
        this.listener = listener;
        this.history = History.locate(connection, dialect, settings.history());
        this.connections = connections;
        int processId = history.facts().processId();
        this.proof = new Proof(dialect.sessions(), processId);
        this.watch = new Watch(connections, dialect.sessions(), processId, settings.limits());
        this.sink = new JdbcSink(
                connection,
                dialect,
                settings.limits(),
                watch,
                processId,
                proof,
                listener,
                history.facts().role());
    }

    /** A sink sends what goes together as one text, and goes back behind what must not be repeated. */
    private static void require(Dialect dialect) {
        for (Capability needed : List.of(Capability.SAVEPOINTS, Capability.SEVERAL_STATEMENTS)) {
            if (!dialect.capabilities().contains(needed)) {
                throw new RunException("migrations cannot run on this database: it has no " + needed
                        + ". Nothing was changed; run them on a database that has");
            }
        }
    }

    /** What runs with a session, or under its lock. */
    @FunctionalInterface
    interface Body<T> {
        T run(Session session) throws SQLException;
    }

    /**
     * Does something while no other run on the same history can.
     *
     * <p>Behind a pooler each transaction takes the lock for itself, as the session may be another one in the next. If it then
     * turns out that there is a step outside of transactions, the session must have the lock after all.
     */
    <T> T locked(Body<T> body) throws SQLException {
        RunLock lock = dialect.runLock(history.subject());
        Sessions sessions = dialect.sessions();
        int processId = history.facts().processId();
        try (Watch started = watch) {
            started.start();
            if (sessions.isPooled(connection, processId)) {
                sessions.nameNoStatements(connection);
                proof.ofTransactions(lock, history.table());
                try {
                    Lock.waitUntilFree(connection, lock, sessions, settings.lockPatience(), listener);
                    return prepared(body);
                } catch (NeedsSessionException needed) {
                    proof.ofSession();
                    refuseIfSessionsChange(needed);
                }
            }
            Lock taken = Lock.take(connection, lock, sessions, processId, settings.lockPatience(), listener);
            return closing(taken, () -> prepared(body));
        }
    }

    private <T> T prepared(Body<T> body) throws SQLException {
        createHistory();
        if (history.rows().stream().anyMatch(AppliedRevision::nothingDone)) {
            atOnce("the clearing of the history table", List.of(history.table().forgetEmptyStarts()));
        }
        return body.run(this);
    }

    private void refuseIfSessionsChange(NeedsSessionException needed) throws SQLException {
        try (Connection second = connections.open()) {
            dialect.sessions().nameNoStatements(second);
            if (dialect.sessions()
                    .changesSessions(connection, second, history.facts().processId())) {
                throw LostSessionException.before(
                        String.valueOf(needed.getMessage()),
                        dialect.sessions().address(connection).orElse(""));
            }
        }
    }

    /** Does something and lets the lock go; if the session is lost and the lock with it, both are one message. */
    private static <T> T closing(Lock lock, Doing<T> doing) throws SQLException {
        T done;
        try {
            done = doing.run();
        } catch (SQLException | RuntimeException | Error e) {
            try {
                lock.close();
            } catch (RunException left) {
                if (e instanceof LostSessionException lost) {
                    throw lost.with(left);
                }
                e.addSuppressed(left);
            } catch (SQLException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
        lock.close();
        return done;
    }

    /** Something to do. */
    @FunctionalInterface
    private interface Doing<T> {
        T run() throws SQLException;
    }

    /** Whether each transaction takes the lock, so that nothing can be done outside of one. */
    boolean locksTransactions() {
        return proof.isOfTransactions();
    }

    /** Which of these tables there are. */
    List<QualifiedName> existing(List<QualifiedName> tables) throws SQLException {
        return dialect.historyStore().existing(connection, tables);
    }

    /** A revision is applied or taken back. */
    void recorded(Work work) {
        proof.recorded(work);
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
                    throw contention.givenUp(backoff.attempts(), backoff.elapsed(), watch.inTheWay());
                }
                listener.contended(what, contention.reason(), backoff.attempts(), pause.get());
                Sleep.sleep(pause.get(), "the wait for a lock");
            }
        }
    }

    /** Whether an applied revision was edited cannot be told, and need not be known. */
    void unverified(RevisionNode revision, RunException reason) {
        listener.unverified(revision, firstLine(reason));
    }

    /** Stops where it must be known whether an applied revision was edited. */
    static final BiConsumer<RevisionNode, RunException> MUST_BE_KNOWN = (revision, reason) -> {
        throw reason;
    };

    /** Whether all revisions of a run are one transaction. */
    boolean singleTransaction() {
        return settings.singleTransaction();
    }

    Limits limits() {
        return settings.limits();
    }

    /** The rows of the history, without revisions that were begun and of which nothing happened. */
    List<AppliedRevision> rows() throws SQLException {
        List<AppliedRevision> rows = history.rows();
        proof.read(rows);
        return rows.stream().filter(row -> !row.nothingDone()).toList();
    }

    @Override
    public String ask(RecoveryProbe aftermath) throws SQLException {
        return text(aftermath.question());
    }

    private String text(String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            if (!rows.next()) {
                throw new IllegalStateException("no answer to: " + question);
            }
            return String.valueOf(rows.getString(1));
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
