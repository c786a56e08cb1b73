package dev.albedo.run;

import dev.albedo.data.Batches;
import dev.albedo.dialect.RecoveryProbe;
import dev.albedo.dialect.Statement;
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
 *
 * <p>Of a step that only its author knows, nobody can be asked. It is in doubt from when it is sent until the server has
 * answered: if it has said that the step failed, it is sent again by the next run; if it has said nothing, {@link Planner}
 * stops the next run until somebody says what became of it.
 *
 * <p>A step that goes batch by batch has in the row where the last batch ended, written in the transaction of that batch.
 */
final class StepByStep {

    private final StatementSink sink;
    private final HistoryTable table;
    private final HistoryLog log;
    private final Work work;
    private final Database database;
    private boolean rowExists;
    private boolean begun;
    private int done;
    private boolean inDoubt;

    /** Where a step that goes batch by batch is; and what the history says of it. */
    private @Nullable BatchPosition position;

    private @Nullable String kept;

    StepByStep(
            StatementSink sink,
            HistoryTable table,
            HistoryLog log,
            Work work,
            @Nullable AppliedRevision unfinished,
            Database database) {
        this.sink = sink;
        this.table = table;
        this.log = log;
        this.work = work;
        this.database = database;
        this.rowExists = unfinished != null || work.direction() == Direction.DOWN;
        this.done = unfinished == null ? 0 : unfinished.stepsDone();
        this.inDoubt = unfinished != null && unfinished.inDoubt();
        this.kept = unfinished == null ? null : unfinished.position();
    }

    /** What became of statements outside of transactions. */
    interface Database {

        /** The answer to the question of an aftermath. */
        String ask(RecoveryProbe aftermath) throws SQLException;

        /** Runs a statement that takes away what is broken. */
        void cleanUp(String sql) throws SQLException;
    }

    /** How many steps are done and recorded. */
    int done() {
        return done;
    }

    /** Does everything that is left. */
    void run() throws SQLException {
        boolean more = true;
        while (more) {
            more = next();
        }
    }

    /**
     * Does what comes next. If it fails it may be called again: what was done is not repeated.
     *
     * @return whether there is more
     */
    boolean next() throws SQLException {
        List<Step> steps = work.steps();
        if (done == steps.size()) {
            record(List.of(), false);
            return false;
        }
        Step next = steps.get(done);
        Batches batches = next.batches();
        if (batches != null) {
            batch(next, batches);
        } else if (next.transactional()) {
            record(together(), false);
        } else {
            alone(next);
            record(List.of(next), true);
        }
        return done < steps.size();
    }

    /** The steps from here on that can be one transaction; where each is recorded by itself, one. */
    private List<Step> together() {
        List<Step> left = work.steps().subList(done, work.steps().size());
        if (work.divided()) {
            return left.subList(0, 1);
        }
        List<Step> together = new ArrayList<>();
        for (Step step : left) {
            if (!step.transactional()) {
                break;
            }
            together.add(step);
        }
        return together;
    }

    /** What of the next step is done and recorded, if it goes batch by batch; else nothing. */
    String batches() {
        return position == null || position.batches() == 0 ? "" : position.describe();
    }

    /** Does one batch. */
    private void batch(Step step, Batches batches) {
        if (!begun) {
            mark(false);
        }
        BatchPosition from = position == null ? BatchPosition.read(kept, batches.key()) : position;
        position = from;
        if (!from.finished()) {
            kept = from.json();
            position = sink.batch(work, step, from, after -> table.position(work, after.json()));
        }
        if (position.finished()) {
            record(List.of(step), true);
            position = null;
        }
    }

    /** Runs the steps, unless they have been run, in one transaction with the row that says so. */
    private void record(List<Step> steps, boolean haveBeenRun) {
        int after = done + steps.size();
        List<String> bookkeeping = new ArrayList<>(after < work.steps().size() ? mark(after, false) : finish());
        if (kept != null) {
            bookkeeping.add(table.position(work, null));
        }
        sink.transaction(work, haveBeenRun ? List.of() : steps, bookkeeping);
        rowExists = true;
        begun = true;
        done = after;
        inDoubt = false;
        kept = null;
    }

    private List<String> finish() {
        String row = work.direction() == Direction.DOWN
                ? table.removed(work)
                : rowExists ? table.completed(work) : table.applied(work);
        return List.of(row, begun ? log.doneAtLast(work) : log.done(work));
    }

    private List<String> mark(int steps, boolean doubt) {
        String row = rowExists ? table.progress(work, steps, doubt) : table.started(work, steps, doubt);
        return begun ? List.of(row) : List.of(row, log.began(work, done));
    }

    private void mark(boolean doubt) {
        sink.transaction(work, List.of(), mark(done, doubt));
        rowExists = true;
        begun = true;
        inDoubt = doubt;
    }

    private void alone(Step step) throws SQLException {
        Statement statement = step.statement();
        @Nullable RecoveryProbe aftermath = statement == null ? null : statement.aftermath();
        String found = ask(aftermath);
        if (inDoubt && found.equals(RecoveryProbe.AFTER)) {
            return;
        }
        if (inDoubt) {
            cleanUp(aftermath, found);
        } else {
            // If the answer is another one, what is there is not ours, and the server will say so.
            mark(found.equals(RecoveryProbe.BEFORE));
        }
        try {
            sink.alone(work, step);
        } catch (RunException e) {
            tidy(step, aftermath, e);
            throw e;
        }
    }

    /** Takes away at once what a failed statement left behind. If that fails too, the next run does it. */
    private void tidy(Step step, @Nullable RecoveryProbe aftermath, RunException reason) {
        boolean cannotTell = aftermath == null && !step.isOnlyKnownToAuthor();
        if (cannotTell || !inDoubt || reason instanceof LostSessionException) {
            return;
        }
        try {
            String found = ask(aftermath);
            if (!found.equals(RecoveryProbe.AFTER)) {
                cleanUp(aftermath, found);
                mark(false);
            }
        } catch (SQLException | RunException e) {
            reason.addSuppressed(e);
        }
    }

    private void cleanUp(@Nullable RecoveryProbe aftermath, String found) throws SQLException {
        if (found.equals(RecoveryProbe.BROKEN) && aftermath != null && aftermath.cleanup() != null) {
            database.cleanUp(aftermath.cleanup());
        }
    }

    private String ask(@Nullable RecoveryProbe aftermath) throws SQLException {
        return aftermath == null ? RecoveryProbe.BEFORE : database.ask(aftermath);
    }
}
