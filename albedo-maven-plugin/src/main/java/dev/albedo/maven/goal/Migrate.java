package dev.albedo.maven.goal;

import dev.albedo.revision.RevisionNode;
import dev.albedo.run.Migrator;
import java.util.List;

/** Brings the database up to a revision. */
public final class Migrate {

    private final Migrator migrator;
    private final Console console;

    public Migrate(Migrator migrator, Console console) {
        this.migrator = migrator;
        this.console = console;
    }

    /** Applies what is pending up to the target. */
    public void run(String target) {
        List<RevisionNode> done = migrator.migrate(target);
        console.print(
                done.isEmpty()
                        ? "Nothing to do: the database is at " + target
                        : "Applied " + RunReport.revisions(done) + "; the database is at "
                                + done.get(done.size() - 1).describe());
    }
}
