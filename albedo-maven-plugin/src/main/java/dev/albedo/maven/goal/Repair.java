package dev.albedo.maven.goal;

import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.EditReport;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.RunReport;
import dev.albedo.run.EditedRevision;
import dev.albedo.run.Migrator;
import dev.albedo.run.StepOutcome;
import java.util.List;

/** Accepts edited revisions as what was applied, and what is said about steps that are in doubt. */
public final class Repair {

    private final Migrator migrator;
    private final Console console;

    public Repair(Migrator migrator, Console console) {
        this.migrator = migrator;
        this.console = console;
    }

    /**
     * Records what became of the step that is in doubt, and says so.
     *
     * @param outcome {@code done} or {@code again}
     * @throws GoalException if it is another word
     */
    public void settle(String outcome) {
        StepOutcome said = outcome(outcome);
        migrator.settle(said)
                .forEach(settled -> console.print("Step " + settled.step().number() + " of revision "
                        + settled.revision().describe() + " is recorded as "
                        + (said == StepOutcome.DONE ? "done" : "still to be done")
                        + "; nothing was run. mvn albedo:migrate resumes after it"));
    }

    /**
     * Returns what became of a step.
     *
     * @param word {@code done} or {@code again}
     * @throws GoalException if it is another word
     */
    public static StepOutcome outcome(String word) {
        return switch (word) {
            case "done" -> StepOutcome.DONE;
            case "again" -> StepOutcome.AGAIN;
            default ->
                throw new GoalException("albedo.step is " + word
                        + ": use done (it took effect) or again (the next run sends it again)");
        };
    }

    /**
     * Accepts them, and says what is accepted.
     *
     * @param revisions none for all that were edited
     */
    public void run(List<String> revisions) {
        List<EditedRevision> accepted = migrator.repair(revisions);
        console.print("Accepted these edits:");
        EditReport.print(accepted, console);
        console.print("Repaired " + RunReport.count(accepted.size()) + "; nothing was run");
    }
}
