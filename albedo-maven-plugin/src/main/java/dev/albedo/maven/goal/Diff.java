package dev.albedo.maven.goal;

import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** Says what {@link Create} would write. */
public final class Diff {

    private final StartingPoint start;
    private final NewMigration place;
    private final Console console;

    public Diff(StartingPoint start, NewMigration place, Console console) {
        this.start = start;
        this.place = place;
        this.console = console;
    }

    /**
     * Compares.
     *
     * @throws GoalException if the database is not at head, or it takes a person to tell a rename
     */
    public void run(Snapshot model) throws SQLException, IOException {
        start.parents(Identity.DEFAULT, "diff");
        Optional<Plan> plan = start.plan(
                new Model(model, place.origins().read(), console), Optional.empty(), found -> found.print(console));
        console.print(
                plan.isEmpty()
                        ? "No difference: " + start.agreement()
                        : "mvn albedo:create -Dname=\"...\" writes a migration that does this");
    }
}
