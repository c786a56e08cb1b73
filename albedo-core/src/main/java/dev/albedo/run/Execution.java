package dev.albedo.run;

import dev.albedo.revision.RevisionNode;
import dev.albedo.safety.loss.Readiness;
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
            return List.copyOf(done);
        }
        if (session.locksTransactions()) {
            requireTransactions(plan);
        }
        session.sink.note(log.runBegan(request));
        try {
            runAll(plan);
        } catch (SQLException | RuntimeException e) {
            session.note(e, log.runFailed(Session.firstLine(e)));
            throw e;
        }
        session.sink.note(log.runDone());
        return List.copyOf(done);
    }

    private static void requireTransactions(Planner.Plan plan) {
        for (Work work : plan.toFinish()) {
            throw new NeedsSessionException("revision " + work.revision().describe() + " is begun and not finished");
        }
        plan.toDo().stream()
                .flatMap(work -> work.whyDivided().stream())
                .findFirst()
                .ifPresent(reason -> {
                    throw new NeedsSessionException(reason);
                });
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
        if (session.singleTransaction()) {
            runAsOne(plan.toDo());
        } else {
            for (Work work : plan.toDo()) {
                run(work, null);
            }
        }
    }

    /** Runs revisions that can all be in a transaction in one. */
    private void runAsOne(List<Work> works) throws SQLException {
        List<JdbcSink.Part> parts = works.stream()
                .map(work -> new JdbcSink.Part(work, work.steps(), whole(work)))
                .toList();
        works.forEach(work -> listener.started(work.direction(), work.revision()));
        List<Long> times = new ArrayList<>();
        attempt(() -> works.get(Math.max(times.size() - 1, 0)), parts.size() > 1, () -> 0, () -> "", () -> {
            times.clear();
            session.sink.transaction(parts, begun -> times.add(System.nanoTime()));
            return false;
        });
        times.add(System.nanoTime());
        for (int i = 0; i < works.size(); i++) {
            Work work = works.get(i);
            listener.finished(work.direction(), work.revision(), Duration.ofNanos(times.get(i + 1) - times.get(i)));
            session.recorded(work);
            done.add(work.revision());
        }
    }

    /** What records a revision in the transaction that it is, or is in. */
    private List<String> whole(Work work) {
        HistoryTable table = session.history.table();
        return List.of(work.direction() == Direction.UP ? table.applied(work) : table.removed(work), log.done(work));
    }

    private boolean attempt(
            Supplier<Work> working,
            boolean oneOfMany,
            IntSupplier stepsDone,
            Supplier<String> batchesDone,
            Attempts.Stage stage)
            throws SQLException {
        try {
            return attempts.run(working, stepsDone, stage);
        } catch (HistoryChangedException e) {
            throw e;
        } catch (SQLException | RunException e) {
            Work work = working.get();
            Exception failure = session.watch.stopping()
                    ? interrupted(new Failures(work, left(work, stepsDone.getAsInt()), oneOfMany, batchesDone.get()), e)
                    : e;
            session.note(failure, log.failed(work, stepsDone.getAsInt(), Session.firstLine(failure)));
            if (failure instanceof RunException interrupted && !failure.equals(e)) {
                listener.interrupted(String.valueOf(failure.getMessage()));
                throw interrupted;
            }
            throw e;
        }
    }

    private static List<Step> left(Work work, int stepsDone) {
        return work.steps().subList(stepsDone, work.steps().size());
    }

    private RunException interrupted(Failures failures, Exception e) {
        Work work = failures.work();
        String before = done.isEmpty()
                ? ""
                : "Before it this run has " + (work.direction() == Direction.UP ? "applied " : "taken back ")
                        + done.stream().map(RevisionNode::describe).collect(Collectors.joining(", ")) + ". ";
        return new RunException(
                "the run was interrupted in revision " + work.revision().describe() + ". "
                        + failures.standing() + " " + before
                        + "Run it again, it goes on from there.",
                e);
    }

    private void tellWhatIsDeleted(Work work) {
        if (!work.deletes().isEmpty()) {
            listener.deletes(work.direction(), work.revision(), work.deletes());
        }
        List<String> unacknowledged =
                work.direction() == Direction.UP ? Readiness.unacknowledged(work.operations()) : List.of();
        if (!unacknowledged.isEmpty()) {
            listener.allowed(work.revision(), unacknowledged);
        }
    }

    private void run(Work work, @Nullable AppliedRevision unfinished) throws SQLException {
        listener.started(work.direction(), work.revision());
        long start = System.nanoTime();
        if (work.transactional() && unfinished == null) {
            attempt(() -> work, false, () -> 0, () -> "", () -> {
                session.sink.transaction(work, work.steps(), whole(work));
                return false;
            });
        } else {
            StepByStep steps = new StepByStep(session.sink, session.history.table(), log, work, unfinished, session);
            boolean more = true;
            while (more) {
                more = attempt(() -> work, false, steps::done, steps::batches, steps::next);
            }
        }
        listener.finished(work.direction(), work.revision(), Duration.ofNanos(System.nanoTime() - start));
        session.recorded(work);
        done.add(work.revision());
    }
}
