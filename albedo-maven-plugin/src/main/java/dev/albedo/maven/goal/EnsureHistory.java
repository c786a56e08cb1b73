package dev.albedo.maven.goal;

import dev.albedo.maven.goal.report.Console;
import dev.albedo.run.HistoryLog;
import dev.albedo.run.Migrator;
import dev.albedo.schema.QualifiedName;

/**
 * Makes the tables in which it is recorded what was applied, and runs nothing.
 *
 * @param history the name of the first; its log is beside it
 */
public record EnsureHistory(Migrator migrator, QualifiedName history, Console console) {

    /** Makes what is missing of them. */
    public void run() {
        boolean made = migrator.ensureHistory();
        console.print(history + " and " + HistoryLog.name(history) + (made ? " were created" : " already exist")
                + "; nothing was run. Later runs need SELECT, INSERT, UPDATE, DELETE on the first, and SELECT, INSERT on the"
                + " second");
    }
}
