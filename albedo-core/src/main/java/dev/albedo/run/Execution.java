package dev.albedo.run;

import dev.albedo.lint.DataLoss;
import dev.albedo.revision.RevisionNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does what is planned, under the lock, and keeps the log of it. */
final class Execution {

    private final Session session;
    private final HistoryLog log;
    private final RunListener listener;
    private final Attempts attempts;
    private final List<RevisionNode> done = new ArrayList<>();

    Execution(Session session, RunListener listener) {
        this.session = session;
        this.log = session.history.log();
        this.listener = listener;
        this.attempts = new Attempts(session, log, listener);
    }

    /**
     * Does it.
     *
     * @param request what was asked for, for the log
     * @return what was done, in order
     */
    List<RevisionNode> run(Planner.Plan plan, String request) throws SQLException {
        plan.toDo().forEach(this::tellWhatIsDeleted);
        if (plan.isEmpty()) {
            listener.planned(plan.direction(), List.of());
            return List.of();
        }
        session.sink.execute(log.runBegan(request));
        try {
            runAll(plan);
        } catch (SQLException | RuntimeException e) {
            session.note(e, log.runFailed(Session.firstLine(e)));
            throw e;
        }
        session.sink.execute(log.runDone());
        return List.copyOf(done);
    }

    private void runAll(Planner.Plan plan) throws SQLException {
        for (int i = 0; i < plan.toFinish().size(); i++) {
            Work work = plan.toFinish().get(i);
            AppliedRevision unfinished = plan.unfinished().get(i);
            listener.resumed(
                    work.direction(),
                    work.revision(),
                    unfinished.stepsDone(),
                    work.steps().size());
            run(work, unfinished);
        }
        listener.planned(
                plan.direction(), plan.toDo().stream().map(Work::revision).toList());
        for (Work work : plan.toDo()) {
            run(work, null);
        }
    }

    private boolean attempt(Work work, IntSupplier stepsDone, Supplier<String> batchesDone, Attempts.Stage stage)
            throws SQLException {
        try {
            return attempts.run(work, stepsDone, stage);
        } catch (SQLException | RunException e) {
            Exception failure =
                    session.watch.stopping() ? interrupted(work, stepsDone.getAsInt(), batchesDone.get(), e) : e;
            session.note(failure, log.failed(work, stepsDone.getAsInt(), Session.firstLine(failure)));
            if (failure instanceof RunException interrupted && !failure.equals(e)) {
                listener.interrupted(String.valueOf(failure.getMessage()));
                throw interrupted;
            }
            throw e;
        }
    }

    private RunException interrupted(Work work, int stepsDone, String batchesDone, Exception e) {
        String before = done.isEmpty()
                ? ""
                : "Before it this run has " + (work.direction() == Direction.UP ? "applied " : "taken back ")
                        + done.stream().map(RevisionNode::describe).collect(Collectors.joining(", ")) + ". ";
        return new RunException(
                "the run was interrupted in revision " + work.revision().describe() + ". "
                        + new Failures(
                                        work,
                                        work.steps()
                                                .subList(stepsDone, work.steps().size()),
                                        batchesDone)
                                .standing()
                        + " " + before
                        + "Run it again, it goes on from there.",
                e);
    }

    private void tellWhatIsDeleted(Work work) {
        List<String> deleted = work.operations().stream()
                .flatMap(operation -> DataLoss.of(operation).stream())
                .toList();
        if (!deleted.isEmpty()) {
            listener.deletes(work.direction(), work.revision(), deleted);
        }
    }

    private void run(Work work, @Nullable AppliedRevision unfinished) throws SQLException {
        listener.started(work.direction(), work.revision());
        long start = System.nanoTime();
        HistoryTable table = session.history.table();
        if (work.transactional() && unfinished == null) {
            String row = work.direction() == Direction.UP ? table.applied(work) : table.removed(work);
            attempt(work, () -> 0, () -> "", () -> {
                session.sink.transaction(work, work.steps(), List.of(row, log.done(work)));
                return false;
            });
        } else {
            StepByStep steps = new StepByStep(session.sink, table, log, work, unfinished, session);
            boolean more = true;
            while (more) {
                more = attempt(work, steps::done, steps::batches, steps::next);
            }
        }
        listener.finished(work.direction(), work.revision(), Duration.ofNanos(System.nanoTime() - start));
        done.add(work.revision());
    }
}
