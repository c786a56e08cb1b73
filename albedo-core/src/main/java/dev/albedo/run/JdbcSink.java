package dev.albedo.run;

import dev.albedo.dialect.Dialect;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.RunStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sends statements to a database. What can go together goes together, because a round trip costs more than a small
 * statement; if something then fails, it is rolled back and sent again one by one, so that the message names the one.
 */
public final class JdbcSink implements StatementSink {

    /** What took longer is not done twice for the sake of a better message. */
    private static final Duration WORTH_REPEATING = Duration.ofSeconds(10);

    /** On a line of its own, as a statement may end in a comment. */
    static final String BETWEEN_STATEMENTS = "\n;\n";

    private final Connection connection;

    /**
     * A sink.
     *
     * @param connection in auto-commit mode, and left in it
     */
    public JdbcSink(Connection connection) {
        this.connection = connection;
    }

    /**
     * Runs an operation in whatever transaction the connection is in, and neither commits nor rolls back: for a trial. A
     * statement that must be alone is run in the form that it has for a transaction; in auto-commit mode as it is.
     *
     * @throws SQLException as the database reports it
     * @throws IllegalStateException if a statement must be alone, is not, and has no other form
     */
    public static void run(Connection connection, Dialect dialect, Operation operation) throws SQLException {
        JdbcSink sink = new JdbcSink(connection);
        boolean alone = connection.getAutoCommit();
        for (Step step : Work.steps(List.of(operation), dialect)) {
            if (alone || step.statement() == null) {
                sink.run(step);
            } else if (step.statement().trial() != null) {
                sink.execute(step.statement().trial());
            } else {
                throw new IllegalStateException(
                        operation.describe() + " cannot be tried in a transaction: " + sql(step));
            }
        }
    }

    @Override
    public void transaction(Work work, List<Step> steps, List<String> bookkeeping) {
        Failures failures = new Failures(work, steps);
        try {
            connection.setAutoCommit(false);
            try {
                send(failures, steps, bookkeeping);
                commit(failures);
            } catch (RuntimeException | Error e) {
                rollback(e);
                throw e;
            }
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw failures.of(null, e);
        }
    }

    private void send(Failures failures, List<Step> steps, List<String> bookkeeping) {
        List<Step> together = new ArrayList<>();
        boolean first = true;
        for (Step step : steps) {
            if (step.statement() != null) {
                together.add(step);
            } else {
                together(failures, together, List.of(), first);
                together.clear();
                first = false;
                single(failures, step);
            }
        }
        together(failures, together, bookkeeping, first);
    }

    private void together(Failures failures, List<Step> steps, List<String> bookkeeping, boolean first) {
        if (steps.size() + bookkeeping.size() < 2) {
            oneByOne(failures, steps, bookkeeping);
            return;
        }
        Stream<String> texts = Stream.concat(steps.stream().map(JdbcSink::sql), bookkeeping.stream());
        // Behind a step in Java there is something that must not be repeated, so a savepoint is the way back.
        Stream<String> all = first ? texts : Stream.concat(Stream.of("savepoint albedo"), texts);
        long start = System.nanoTime();
        try {
            execute(String.join(BETWEEN_STATEMENTS, all.toList()));
        } catch (SQLException e) {
            boolean cheap = Duration.ofNanos(System.nanoTime() - start).compareTo(WORTH_REPEATING) < 0;
            if (!cheap || Retry.isTransient(e)) {
                throw failures.ofOneAmong(steps, e);
            }
            back(failures, first);
            oneByOne(failures, steps, bookkeeping);
        }
    }

    private void back(Failures failures, boolean first) {
        try {
            if (first) {
                connection.rollback();
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
            for (String statement : bookkeeping) {
                execute(statement);
            }
        } catch (SQLException e) {
            throw failures.ofBookkeeping(e);
        }
    }

    private void single(Failures failures, Step step) {
        try {
            run(step);
        } catch (SQLException e) {
            throw failures.of(step, e);
        } catch (RunException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failures.of(step, e);
        }
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
    public void alone(Work work, Step step) {
        single(new Failures(work, List.of(step)), step);
    }

    private void run(Step step) throws SQLException {
        if (step.operation() instanceof RunStep java) {
            java.step().run(GuardedConnection.of(connection));
        } else {
            execute(sql(step));
        }
    }

    /** Runs statements as one transaction. */
    void atOnce(List<String> statements) throws SQLException {
        connection.setAutoCommit(false);
        try {
            execute(String.join(BETWEEN_STATEMENTS, statements));
            connection.commit();
        } catch (SQLException | RuntimeException | Error e) {
            rollback(e);
            throw e;
        }
        connection.setAutoCommit(true);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Without this the driver would take braces for JDBC escapes.
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private static String sql(Step step) {
        if (step.statement() == null) {
            throw new IllegalStateException(step + " is not SQL");
        }
        return step.statement().sql();
    }
}
