package dev.albedo.run;

import dev.albedo.dialect.Aftermath;
import dev.albedo.dialect.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a revision that cannot be one transaction, because a statement of it must be alone, or goes on with one.
 *
 * <p>Its row in the history table tells how many steps are done. Steps that may be in a transaction are, together with the
 * row. Before a step that may not, the row says that it is in doubt; but only after the database was asked and answered
 * that the step had not happened. So what is found later when the row is in doubt is this step's own doing: if it
 * happened it is not repeated, and the INVALID index of a broken build is dropped and never one of somebody else.
 */
final class StepByStep {

    private final Connection connection;
    private final JdbcSink sink;
    private final History history;
    private final Work work;
    private boolean rowExists;
    private int done;
    private boolean inDoubt;

    StepByStep(Connection connection, JdbcSink sink, History history, Work work, @Nullable AppliedRevision unfinished) {
        this.connection = connection;
        this.sink = sink;
        this.history = history;
        this.work = work;
        this.rowExists = unfinished != null || work.direction() == Direction.DOWN;
        this.done = unfinished == null ? 0 : unfinished.stepsDone();
        this.inDoubt = unfinished != null && unfinished.inDoubt();
    }

    void run() throws SQLException {
        List<Step> steps = work.steps();
        while (done < steps.size()) {
            Step next = steps.get(done);
            if (next.transactional()) {
                List<Step> together = new ArrayList<>();
                for (Step step : steps.subList(done, steps.size())) {
                    if (!step.transactional()) {
                        break;
                    }
                    together.add(step);
                }
                record(together, false);
            } else {
                alone(next);
                record(List.of(next), true);
            }
        }
        if (steps.isEmpty()) {
            record(List.of(), false);
        }
    }

    /** Runs the steps, unless they have been run, in one transaction with the row that says so. */
    private void record(List<Step> steps, boolean haveBeenRun) {
        int after = done + steps.size();
        String bookkeeping;
        if (after < work.steps().size()) {
            bookkeeping = mark(after, false);
        } else {
            bookkeeping = work.direction() == Direction.DOWN
                    ? history.removed(work)
                    : rowExists ? history.completed(work) : history.applied(work);
        }
        sink.transaction(work, haveBeenRun ? List.of() : steps, bookkeeping);
        rowExists = true;
        done = after;
        inDoubt = false;
    }

    private String mark(int steps, boolean doubt) {
        return rowExists ? history.progress(work, steps, doubt) : history.started(work, steps, doubt);
    }

    private void mark(boolean doubt) {
        sink.transaction(work, List.of(), mark(done, doubt));
        rowExists = true;
        inDoubt = doubt;
    }

    private void alone(Step step) throws SQLException {
        Statement statement = step.statement();
        @Nullable Aftermath aftermath = statement == null ? null : statement.aftermath();
        String found = ask(aftermath);
        if (inDoubt && found.equals(Aftermath.AFTER)) {
            return;
        }
        if (inDoubt) {
            cleanUp(aftermath, found);
        } else {
            // If the answer is another one, what is there is not ours, and the server will say so.
            mark(found.equals(Aftermath.BEFORE));
        }
        try {
            sink.alone(work, step);
        } catch (RunException e) {
            tidy(aftermath, e);
            throw e;
        }
    }

    /** Takes away at once what a failed statement left behind. If that fails too, the next run does it. */
    private void tidy(@Nullable Aftermath aftermath, RunException reason) {
        if (aftermath == null || !inDoubt) {
            return;
        }
        try {
            String found = ask(aftermath);
            if (!found.equals(Aftermath.AFTER)) {
                cleanUp(aftermath, found);
                mark(false);
            }
        } catch (SQLException | RunException e) {
            reason.addSuppressed(e);
        }
    }

    private void cleanUp(@Nullable Aftermath aftermath, String found) throws SQLException {
        if (found.equals(Aftermath.BROKEN) && aftermath != null && aftermath.cleanup() != null) {
            sink.execute(aftermath.cleanup());
        }
    }

    private String ask(@Nullable Aftermath aftermath) throws SQLException {
        if (aftermath == null) {
            return Aftermath.BEFORE;
        }
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(aftermath.question())) {
            if (!rows.next()) {
                throw new IllegalStateException("no answer to: " + aftermath.question());
            }
            return rows.getString(1);
        }
    }
}
