package dev.albedo.maven.goal;

import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.PlanReport;
import dev.albedo.maven.goal.report.RunReport;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunException;
import dev.albedo.run.Work;
import java.util.List;

/** Brings the database up to a revision. */
public final class Migrate {

    private final Migrator migrator;
    private final Console console;

    public Migrate(Migrator migrator, Console console) {
        this.migrator = migrator;
        this.console = console;
    }

    /**
     * Prints what would be applied, and applies nothing.
     *
     * @throws RunException if the run would be refused; what it would do is printed before
     */
    public void dryRun(String target) {
        List<Work> works = PlanReport.planned(() -> migrator.planMigrate(target), console);
        if (works.isEmpty()) {
            console.print("Nothing to do: the database is at " + target);
        } else {
            PlanReport.print(works, console);
            console.print("Dry run, nothing was changed. mvn albedo:migrate would run " + RunReport.count(works.size())
                    + (migrator.settings().singleTransaction() ? ", in one transaction" : ""));
        }
    }

    /** Applies what is pending up to the target. */
    public void run(String target) {
        List<RevisionNode> done = migrator.migrate(target);
        done.forEach(revision -> RunReport.warnOfIncomplete(migrator.incompleteBack(revision), console));
        console.print(
                done.isEmpty()
                        ? "Nothing to do: the database is at " + target
                        : "Applied " + RunReport.revisions(done) + "; the database is at "
                                + done.get(done.size() - 1).describe());
    }
}
