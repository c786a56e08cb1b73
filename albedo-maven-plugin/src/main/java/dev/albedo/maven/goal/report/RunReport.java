package dev.albedo.maven.goal.report;

import dev.albedo.revision.RevisionNode;
import dev.albedo.run.Admission;
import dev.albedo.run.Direction;
import dev.albedo.run.LockHolder;
import dev.albedo.run.Progress;
import dev.albedo.run.RunListener;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Tells how a run goes, one line a revision. */
public final class RunReport implements RunListener {

    private final Console console;

    /** Why the database was not reached the last time. */
    private String lastReason = "";

    public RunReport(Console console) {
        this.console = console;
    }

    /** Warns about what a person has to complete in the {@code down()} of a migration, a sentence each. */
    public static void warnOfIncomplete(List<String> objections, Console console) {
        objections.forEach(objection -> console.warn(
                "FILL IN: " + objection + "; until then mvn albedo:rollback refuses the migration if rows need it"));
    }

    @Override
    public void resumed(Direction direction, RevisionNode revision, int stepsDone, int steps) {
        console.print("Resuming " + revision.describe() + " after step " + stepsDone + " of " + steps
                + ", where an earlier run was interrupted");
    }

    @Override
    public void deletes(Direction direction, RevisionNode revision, List<String> what) {
        what.forEach(each -> console.warn((direction == Direction.UP ? "  up    " : "  down  ") + revision.id() + "  "
                + console.danger("DELETES DATA: " + each)));
    }

    @Override
    public void allowed(RevisionNode revision, List<String> what) {
        console.warn(
                "  up    " + revision.id() + "  allowed by albedo.allowDestructive. mvn albedo:check reports it until"
                        + " the migration has " + Admission.allowing(what)
                        + ", which may be added after the migration was applied");
    }

    @Override
    public void unverified(RevisionNode revision, String reason) {
        console.warn("  " + revision.id() + "  " + reason + "; cannot tell whether it was edited after it was applied");
    }

    @Override
    public void progress(Progress progress) {
        console.print((progress.direction() == Direction.UP ? "  up    " : "  down  ")
                + progress.revision().id() + "  " + progress.describe() + ", " + seconds(progress.elapsed()));
    }

    @Override
    public void finished(Direction direction, RevisionNode revision, Duration duration) {
        console.print((direction == Direction.UP ? "  up    " : "  down  ") + console.strong(revision.id()) + "  "
                + revision.simpleName() + "  " + seconds(duration));
    }

    @Override
    public void waiting(LockHolder holder, Duration waited) {
        console.print("Waiting for another run, " + holder.describe() + ", since " + seconds(waited));
    }

    @Override
    public void retrying(String reason, int attempt, Duration pause) {
        console.warn((reason.equals(lastReason)
                        ? "Still cannot reach the database"
                        : "Cannot reach the database (" + reason + ")")
                + "; retrying in " + seconds(pause));
        lastReason = reason;
    }

    @Override
    public void contended(Direction direction, RevisionNode revision, String reason, int attempt, Duration pause) {
        console.warn((direction == Direction.UP ? "  up    " : "  down  ") + revision.id() + " is blocked by a"
                + " lock (" + reason
                + "), attempt " + attempt + "; retrying in " + seconds(pause));
    }

    @Override
    public void contended(String what, String reason, int attempt, Duration pause) {
        console.warn("  " + what + " is blocked by a lock (" + reason + "), attempt " + attempt + "; retrying in "
                + seconds(pause));
    }

    @Override
    public void interrupted(String standing) {
        console.warn(standing);
    }

    static String seconds(Duration duration) {
        return duration.compareTo(Duration.ofSeconds(1)) < 0
                ? duration.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** How many there are, in words. */
    public static String revisions(List<RevisionNode> revisions) {
        return count(revisions.size());
    }

    public static String count(int revisions) {
        return revisions + (revisions == 1 ? " revision" : " revisions");
    }
}
