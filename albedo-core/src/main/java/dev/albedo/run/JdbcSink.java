package dev.albedo.run;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.ErrorKind;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.BulkInsert;
import dev.albedo.operation.Operation.RunStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends statements to a database. What can go together goes together, because a round trip costs more than a small
 * statement; if something then fails, it is rolled back and sent again one by one, so that the message names the one.
 */
public final class JdbcSink implements StatementSink {

    /** What took longer is not done twice for the sake of a better message. */
    private static final Duration WORTH_REPEATING = Duration.ofSeconds(10);

    /**
     * From how many rows on COPY is worth its own round trips. Measured with four columns: 100 rows took 1.5 ms by INSERT and
     * 1.1 ms by COPY, 1,000 rows 11 ms and 7 ms.
     */
    private static final int WORTH_COPYING = 200;

    /** On a line of its own, as a statement may end in a comment. */
    static final String BETWEEN_STATEMENTS = "\n;\n";

    private final String role;
    private final Connection connection;
    private final Dialect dialect;
    private final Limits limits;
    private final Watch watch;
    private final int processId;
    private final Proof proof;
    private final RunListener listener;
    private final Copying copying;

    /** What the transaction that is open has to begin with; none once it was sent. */
    private List<String> opening = List.of();

    /** The step that goes batch by batch now. */
    private @Nullable BatchRun batches;

    /** After a lock was in the way, so that the next attempt knows at which statement. */
    private boolean apart;

    /**
     * A sink.
     *
     * @param connection in auto-commit mode, and left in it
     * @param processId of the session that has the lock of the run; the statements before and after one that must be alone
     *     prove that they are in it
     * @param proof what each transaction begins with
     * @param role that runs, for messages
     */
    JdbcSink(
            Connection connection,
            Dialect dialect,
            Limits limits,
            Watch watch,
            int processId,
            Proof proof,
            RunListener listener,
            String role) {
        this.role = role;
        this.connection = connection;
        this.dialect = dialect;
        this.limits = limits;
        this.watch = watch;
        this.processId = processId;
        this.proof = proof;
        this.listener = listener;
        this.copying = new Copying(connection, dialect, watch);
    }

    /**
     * A revision, or a part of it.
     *
     * @param steps one after the other in the work, all transactional, perhaps none
     * @param bookkeeping the statements that record them
     */
    record Part(Work work, List<Step> steps, List<String> bookkeeping) {}

    /**
     * Runs an operation in whatever transaction the connection is in, and neither commits nor rolls back: for a trial. A
     * statement that must be alone is run in the form that it has for a transaction; in auto-commit mode as it is.
     *
     * @throws SQLException as the database reports it
     * @throws IllegalStateException if a statement must be alone, is not, and has no other form
     */
    public static void run(Connection connection, Dialect dialect, Operation operation) throws SQLException {
        JdbcSink sink = new JdbcSink(
                connection,
                dialect,
                Limits.NONE,
                Watch.none(),
                0,
                new Proof(dialect.sessions(), 0),
                RunListener.NONE,
                "");
        boolean alone = connection.getAutoCommit();
        for (Step step : Work.steps(List.of(operation), dialect)) {
            if (alone || step.statement() == null) {
                sink.run(step, rows -> {});
            } else if (step.statement().trial() != null) {
                sink.execute(step.statement().trial());
            } else {
                throw new IllegalStateException(
                        operation.describe() + " cannot be tried in a transaction: " + step.sql());
            }
        }
    }

    @Override
    public void transaction(Work work, List<Step> steps, List<String> bookkeeping) {
        transaction(List.of(new Part(work, steps, bookkeeping)), begun -> {});
    }

    /**
     * Runs parts as one transaction.
     *
     * @param parts one or more
     * @param begins is told of each before it is sent
     */
    void transaction(List<Part> parts, Consumer<Work> begins) {
        Failures failures = failures(parts, 0);
        try {
            connection.setAutoCommit(false);
            opening = opening();
            try {
                for (int i = 0; i < parts.size(); i++) {
                    failures = failures(parts, i);
                    begins.accept(parts.get(i).work());
                    send(failures, parts.get(i), i == 0);
                }
                commit(failures);
                apart = false;
            } catch (Contention e) {
                apart = true;
                rollback(e);
                throw e;
            } catch (RuntimeException | Error e) {
                rollback(e);
                throw e;
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw failures.of(null, e);
        }
    }

    private static Failures failures(List<Part> parts, int at) {
        return new Failures(parts.get(at).work(), parts.get(at).steps(), parts.size() > 1, "");
    }

    private List<String> opening() {
        List<String> statements = new ArrayList<>(proof.opening());
        statements.addAll(dialect.sessions().limits(limits.lock(), limits.statement()));
        return statements;
    }

    private void send(Failures failures, Part part, boolean firstOfTransaction) {
        List<Step> together = new ArrayList<>();
        boolean first = firstOfTransaction;
        for (Step step : part.steps()) {
            if (step.statement() != null && !step.insertsAtLeast(WORTH_COPYING)) {
                together.add(step);
            } else {
                together(failures, together, List.of(), first);
                together.clear();
                first = false;
                single(failures, step);
            }
        }
        together(failures, together, part.bookkeeping(), first);
    }

    private void together(Failures failures, List<Step> steps, List<String> bookkeeping, boolean first) {
        List<String> texts = Stream.of(opening.stream(), steps.stream().map(Step::sql), bookkeeping.stream())
                .flatMap(each -> each)
                .toList();
        if (apart || texts.size() < 2) {
            oneByOne(failures, steps, bookkeeping);
            return;
        }
        // Behind a step in Java, or another revision, is something that must not be repeated, so a savepoint is the way
        // back.
        String back = first ? "" : "savepoint albedo" + BETWEEN_STATEMENTS;
        String forget = first ? "" : BETWEEN_STATEMENTS + "release savepoint albedo";
        long start = System.nanoTime();
        try {
            watch.during(false, () -> watched(back + String.join(BETWEEN_STATEMENTS, texts) + forget));
            opening = List.of();
        } catch (SQLException e) {
            boolean cheap = Duration.ofNanos(System.nanoTime() - start).compareTo(WORTH_REPEATING) < 0;
            if (!cheap || Retry.isTransient(e) || isTriedAgain(e) || watch.stopping()) {
                throw failures.ofOneAmong(steps, e);
            }
            back(failures, first);
            oneByOne(failures, steps, bookkeeping);
        }
    }

    private boolean isTriedAgain(SQLException e) {
        return Contention.is(e) && !limits.contention().patience().isZero();
    }

    private void back(Failures failures, boolean first) {
        try {
            if (first) {
                connection.rollback();
                opening = opening();
            } else {
                execute("rollback to savepoint albedo");
            }
        } catch (SQLException e) {
            throw failures.of(null, e);
        }
    }

    private void oneByOne(Failures failures, List<Step> steps, List<String> bookkeeping) {
        steps.forEach(step -> single(failures, step));
        try {
            open();
            for (String statement : bookkeeping) {
                execute(statement);
            }
        } catch (SQLException e) {
            throw failures.ofBookkeeping(e);
        }
    }

    private void open() throws SQLException {
        if (!opening.isEmpty()) {
            execute(String.join(BETWEEN_STATEMENTS, opening));
            opening = List.of();
        }
    }

    private void single(Failures failures, Step step) {
        try {
            open();
            Ticker ticker = new Ticker(listener, failures.work(), Secrets.words(step.operation()));
            watch.during(false, () -> run(step, ticker::rows));
        } catch (SQLException e) {
            throw failures.of(step, explained(step, e));
        } catch (RunException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failures.of(step, e);
        }
    }

    /** Of a missing right the server does not say who lacks it, and how it is given. */
    private SQLException explained(Step step, SQLException e) {
        return dialect.missingRight(e, role, step.operation())
                .map(sentence -> new SQLException(Retry.message(e) + "\n" + sentence, e.getSQLState(), e))
                .orElse(e);
    }

    private void commit(Failures failures) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failures.ofCommit(e);
        }
    }

    private void rollback(Throwable reason) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public BatchPosition batch(Work work, Step step, BatchPosition from, Function<BatchPosition, String> bookkeeping) {
        BatchRun run = batches != null && batches.isOf(step)
                ? batches
                : new BatchRun(connection, dialect, opening(), watch, listener, work, step, e -> explained(step, e));
        batches = run;
        return run.next(from, bookkeeping);
    }

    @Override
    public void alone(Work work, Step step) {
        try {
            alone(() -> watched(step.sql()));
        } catch (SQLException e) {
            throw new Failures(work, List.of(step)).of(step, explained(step, e));
        }
    }

    /** Runs a statement outside of transactions. */
    void alone(String sql) throws SQLException {
        alone(() -> watched(sql));
    }

    /** Lets something wait for locks, with the settings of a run, and leaves the session as it was. */
    private void alone(Watch.Body body) throws SQLException {
        String restore = dialect.sessions()
                .waitForLocks(connection, limits.statement(), processId)
                .orElseThrow(LostSessionException::inTheMiddle);
        try {
            watch.during(true, body);
        } catch (SQLException | RuntimeException | Error e) {
            try {
                restore(restore);
            } catch (SQLException | LostSessionException lost) {
                e.addSuppressed(lost);
            }
            throw e;
        }
        restore(restore);
    }

    private void restore(String settings) throws SQLException {
        if (!dialect.sessions().restore(connection, settings)) {
            throw LostSessionException.inTheMiddle();
        }
    }

    private void run(Step step, LongConsumer progress) throws SQLException {
        BulkInsert insert = step.statement() == null ? null : step.statement().rows();
        if (step.operation() instanceof RunStep java) {
            Connection guarded = GuardedConnection.of(connection, watch::add);
            java.step().run(new DataAccess(guarded, dialect, copying, progress));
        } else if (insert != null && step.insertsAtLeast(WORTH_COPYING) && copying.isPossible(insert.table())) {
            copying.copy(insert.table(), insert.columns(), insert.rows().stream());
            progress.accept(insert.rows().size());
        } else {
            watched(step.sql());
        }
    }

    /** Runs statements as one transaction, with the limits of one. */
    void atOnce(List<String> statements) throws SQLException {
        connection.setAutoCommit(false);
        try {
            String all = Stream.concat(opening().stream(), statements.stream())
                    .collect(Collectors.joining(BETWEEN_STATEMENTS));
            watch.during(false, () -> watched(all));
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            rollback(e);
            throw e;
        }
        connection.setAutoCommit(true);
    }

    /** Executes what may be broken off. */
    private void watched(String sql) throws SQLException {
        execute(sql, watch::add);
    }

    /** Runs a statement that needs no lock as a transaction without limits. */
    void note(String sql) throws SQLException {
        execute(Stream.concat(proof.beforeNote().stream(), Stream.of(sql))
                .collect(Collectors.joining(BETWEEN_STATEMENTS)));
    }

    private void execute(String sql) throws SQLException {
        execute(sql, statement -> {});
    }

    private void execute(String sql, Consumer<Statement> made) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            made.accept(statement);
            // Without this the driver would take braces for JDBC escapes.
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException e) {
            ErrorKind kind = dialect.kindOf(e);
            if (kind == ErrorKind.OTHER_SESSION) {
                throw LostSessionException.inTheMiddle();
            }
            if (kind == ErrorKind.HISTORY_CHANGED) {
                throw new HistoryChangedException();
            }
            throw kind == ErrorKind.RUN_LOCK_TAKEN
                    ? new LockedException("another run is at work on this database", e)
                    : e;
        }
    }
}
