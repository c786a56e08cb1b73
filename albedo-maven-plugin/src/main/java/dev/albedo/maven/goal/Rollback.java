package dev.albedo.maven.goal;

import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.PlanReport;
import dev.albedo.maven.goal.report.RunReport;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunException;
import dev.albedo.run.Work;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes revisions back. */
public final class Rollback {

    private final Migrator migrator;
    private final Console console;

    public Rollback(Migrator migrator, Console console) {
        this.migrator = migrator;
        this.console = console;
    }

    /**
     * Returns the work of a run on one database. The parameters are those of {@link #run}.
     *
     * @throws GoalException if both are given
     */
    public static Function<Migrator, List<RevisionNode>> work(@Nullable Integer steps, @Nullable String target) {
        requireOne(steps, target);
        return migrator -> target == null ? migrator.rollback(steps == null ? 1 : steps) : migrator.rollbackTo(target);
    }

    /**
     * Takes back a number of revisions, or all after one.
     *
     * @param steps how many, {@code null} for one
     * @param target the revision to go back to, or {@code null}
     */
    public void run(@Nullable Integer steps, @Nullable String target) {
        List<RevisionNode> done = work(steps, target).apply(migrator);
        console.print(
                done.isEmpty()
                        ? "Nothing to do: nothing is applied after " + target
                        : "Rolled back " + RunReport.revisions(done));
    }

    /**
     * Prints what would be taken back, and takes nothing back. The parameters are those of {@link #run}.
     *
     * @throws RunException if the run would be refused; what it would do is printed before
     */
    public void dryRun(@Nullable Integer steps, @Nullable String target) {
        requireOne(steps, target);
        List<Work> works = PlanReport.planned(
                () -> target == null
                        ? migrator.planRollback(steps == null ? 1 : steps)
                        : migrator.planRollbackTo(target),
                console);
        if (works.isEmpty()) {
            console.print("Nothing to do: nothing is applied after " + target);
        } else {
            PlanReport.print(works, console);
            console.print(
                    "Dry run, nothing was changed. mvn albedo:rollback would roll back " + RunReport.count(works.size())
                            + (migrator.settings().singleTransaction() ? ", in one transaction" : ""));
        }
    }

    private static void requireOne(@Nullable Integer steps, @Nullable String target) {
        if (steps != null && steps < 1) {
            throw new GoalException("steps is " + steps + ": use 1 or more");
        }
        if (steps != null && target != null) {
            throw new GoalException("steps and to cannot be combined: use -Dsteps=" + steps + ", or -Dto=" + target);
        }
    }
}
