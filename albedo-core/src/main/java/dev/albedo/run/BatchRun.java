package dev.albedo.run;

import dev.albedo.data.Batches;
import dev.albedo.dialect.BatchStatements;
import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.ErrorKind;
import dev.albedo.operation.Operation.Backfill;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Does one batch after the other of a step, each in one transaction with where it ended. A batch that failed may be tried
 * again: nothing of it is left.
 */
final class BatchRun {

    private final Connection connection;
    private final Dialect dialect;
    private final List<String> opening;
    private final Watch watch;
    private final Ticker ticker;
    private final Work work;
    private final Step step;
    private final BatchStatements sql;
    private final UnaryOperator<SQLException> explained;
    private final Batches batches;
    private boolean checked;
    private boolean told;

    /**
     * Batches of a step.
     *
     * @param opening what each transaction has to begin with
     * @param explained adds to an error what its reader needs
     */
    BatchRun(
            Connection connection,
            Dialect dialect,
            List<String> opening,
            Watch watch,
            RunListener listener,
            Work work,
            Step step,
            UnaryOperator<SQLException> explained) {
        this.explained = explained;
        this.connection = connection;
        this.dialect = dialect;
        this.opening = List.copyOf(opening);
        this.watch = watch;
        this.work = work;
        this.step = step;
        this.ticker = new Ticker(listener, work, Secrets.words(step.operation()));
        Backfill fill = (Backfill) step.operation();
        this.sql = dialect.batches(fill);
        this.batches = Objects.requireNonNull(fill.batches());
    }

    boolean isOf(Step other) {
        return step.equals(other);
    }

    /**
     * Does what comes next.
     *
     * @param bookkeeping what records that it ended there
     * @return where it ended
     */
    BatchPosition next(BatchPosition from, Function<BatchPosition, String> bookkeeping) {
        Failures failures = new Failures(
                work,
                work.steps().subList(step.number() - 1, work.steps().size()),
                false,
                from.batches() == 0 ? "" : from.describe());
        if (!from.key().isEmpty() && checked) {
            Sleep.sleep(batches.pause(), "the pause between two batches");
        }
        try {
            connection.setAutoCommit(false);
            BatchPosition[] to = {from};
            try {
                watch.during(false, () -> to[0] = batch(from, bookkeeping));
                connection.commit();
            } catch (SQLException e) {
                RunException failure = dialect.kindOf(e) == ErrorKind.OTHER_SESSION
                        ? LostSessionException.inTheMiddle()
                        : failures.of(step, explained.apply(e));
                rollback(failure);
                throw failure;
            } catch (RuntimeException | Error e) {
                rollback(e);
                throw e;
            }
            connection.setAutoCommit(true);
            if (!told) {
                ticker.goesOn(from.batches(), from.rows());
                told = true;
            }
            if (to[0].batches() > from.batches()) {
                ticker.batch(to[0].rows() - from.rows());
            }
            return to[0];
        } catch (SQLException e) {
            throw failures.of(null, e);
        }
    }

    private BatchPosition batch(BatchPosition from, Function<BatchPosition, String> bookkeeping) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            watch.add(statement);
            statement.setEscapeProcessing(false);
            statement.execute(String.join(JdbcSink.BETWEEN_STATEMENTS, opening));
            check(statement);
            @Nullable List<String> begin = from.from(batches.key());
            @Nullable List<String> end = end(statement, begin);
            BatchPosition to;
            if (end == null) {
                to = from.nextPass();
            } else {
                statement.execute(sql.update(begin, end));
                to = from.after(named(end), statement.getLargeUpdateCount());
            }
            statement.execute(bookkeeping.apply(to));
            return to;
        }
    }

    private Map<String, String> named(List<String> values) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            named.put(batches.key().get(i), values.get(i));
        }
        return named;
    }

    private @Nullable List<String> end(Statement statement, @Nullable List<String> begin) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql.end(begin))) {
            if (!row.next()) {
                return null;
            }
            List<String> end = new ArrayList<>();
            for (int i = 1; i <= batches.key().size(); i++) {
                end.add(row.getString(i));
            }
            return end;
        }
    }

    private void check(Statement statement) throws SQLException {
        if (checked) {
            return;
        }
        try (ResultSet row = statement.executeQuery(sql.unfit())) {
            if (row.next()) {
                throw new RunException("revision " + work.revision().describe() + ", step " + step.number() + ": "
                        + sql.unfit(row.getString(1)));
            }
        }
        checked = true;
    }

    private void rollback(Throwable reason) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
