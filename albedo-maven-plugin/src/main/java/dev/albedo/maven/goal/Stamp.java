package dev.albedo.maven.goal;

import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.RunReport;
import dev.albedo.run.Migrator;
import dev.albedo.run.StampResult;
import java.util.List;

/** Sets what is recorded as applied, and runs nothing. */
public final class Stamp {

    private final Migrator migrator;
    private final Console console;

    public Stamp(Migrator migrator, Console console) {
        this.migrator = migrator;
        this.console = console;
    }

    /**
     * Records these revisions and all that comes before them, and nothing else.
     *
     * @param purge whether everything that is recorded is removed first
     */
    public void run(List<String> targets, boolean purge) {
        StampResult stamped = migrator.stamp(targets, purge);
        stamped.removed().forEach(row -> console.print("  -  " + console.strong(row.id()) + "  " + row.name()));
        stamped.added()
                .forEach(revision ->
                        console.print("  +  " + console.strong(revision.id()) + "  " + revision.simpleName()));
        console.print(
                stamped.removed().isEmpty() && stamped.added().isEmpty()
                        ? "Nothing to do: the history already records this"
                        : "Recorded " + RunReport.count(stamped.added().size()) + " as applied and "
                                + RunReport.count(stamped.removed().size()) + " as not applied; nothing was run");
    }
}
