package dev.albedo.maven.goal;

import dev.albedo.run.EditedRevision;
import dev.albedo.run.Migrator;
import java.util.List;

/** Accepts edited revisions as what was applied. */
public final class Repair {

    private final Migrator migrator;
    private final Console console;

    public Repair(Migrator migrator, Console console) {
        this.migrator = migrator;
        this.console = console;
    }

    /**
     * Accepts them, and says what is accepted.
     *
     * @param revisions none for all that were edited
     */
    public void run(List<String> revisions) {
        List<EditedRevision> accepted = migrator.repair(revisions);
        console.print("Accepted as what was applied:");
        Edits.print(accepted, console);
        console.print("Repaired " + RunReport.count(accepted.size()) + "; nothing was run");
    }
}
