package dev.albedo.run;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.albedo.revision.RevisionNode;
import java.time.Duration;
import java.util.List;

/** Tells the log of the application how a run goes: the logger {@code dev.albedo} of {@link System.Logger}. */
final class LoggedRun implements RunListener {

    private static final System.Logger LOG = System.getLogger("dev.albedo");

    @Override
    public void planned(Direction direction, List<RevisionNode> revisions) {
        if (revisions.isEmpty()) {
            LOG.log(INFO, "The database has every revision");
        } else {
            LOG.log(
                    INFO,
                    () -> "Revisions to " + (direction == Direction.UP ? "apply: " : "take back: ") + revisions.size());
        }
    }

    @Override
    public void deletes(Direction direction, RevisionNode revision, List<String> what) {
        LOG.log(WARNING, () -> "Revision " + revision.describe() + " deletes data: " + String.join(", ", what));
    }

    @Override
    public void allowed(RevisionNode revision, List<String> what) {
        LOG.log(
                WARNING,
                () -> "The settings of this run allow what revision " + revision.describe() + " deletes; write "
                        + Admission.allowing(what) + " in the migration as well");
    }

    @Override
    public void unverified(RevisionNode revision, String reason) {
        LOG.log(WARNING, () -> "Whether applied migrations were edited cannot be told of all: " + reason);
    }

    @Override
    public void resumed(Direction direction, RevisionNode revision, int stepsDone, int steps) {
        LOG.log(
                WARNING,
                () -> "Going on with " + revision.describe() + " after step " + stepsDone + " of " + steps
                        + ", where an earlier run ended");
    }

    @Override
    public void progress(Progress progress) {
        LOG.log(INFO, () -> progress.revision().describe() + ": " + progress.describe());
    }

    @Override
    public void finished(Direction direction, RevisionNode revision, Duration duration) {
        LOG.log(
                INFO,
                () -> (direction == Direction.UP ? "Applied " : "Took back ") + revision.describe() + " in "
                        + duration.toMillis() + " ms");
    }

    @Override
    public void waiting(LockHolder holder, Duration waited) {
        LOG.log(INFO, () -> "Waiting for another run, " + holder.describe() + ", for " + waited.toSeconds() + " s");
    }

    @Override
    public void retrying(String reason, int attempt, Duration pause) {
        LOG.log(
                WARNING,
                () -> "The database is not reached (" + reason + "); next attempt in " + pause.toMillis() + " ms");
    }

    @Override
    public void contended(Direction direction, RevisionNode revision, String reason, int attempt, Duration pause) {
        LOG.log(
                WARNING,
                () -> "Attempt " + attempt + " at " + revision.describe() + " met a lock (" + reason
                        + "); next attempt in " + pause.toMillis() + " ms");
    }

    @Override
    public void contended(String what, String reason, int attempt, Duration pause) {
        LOG.log(
                WARNING,
                () -> "Attempt " + attempt + " at " + what + " met a lock (" + reason + "); next attempt in "
                        + pause.toMillis() + " ms");
    }

    @Override
    public void interrupted(String standing) {
        LOG.log(WARNING, standing);
    }
}
