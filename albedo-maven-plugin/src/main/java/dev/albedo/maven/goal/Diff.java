package dev.albedo.maven.goal;

import dev.albedo.schema.Schema;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** Says what {@link Create} would write. */
public final class Diff {

    private final StartingPoint start;
    private final Console console;

    public Diff(StartingPoint start, Console console) {
        this.start = start;
        this.console = console;
    }

    /**
     * Compares.
     *
     * @throws GoalException if the database is not at head
     */
    public void run(Schema model) throws SQLException, IOException {
        start.parents("diff");
        Optional<Plan> plan = start.plan(model, Optional.empty(), found -> found.print(console));
        console.print(
                plan.isEmpty()
                        ? "No difference: " + start.agreement()
                        : "mvn albedo:create -Dname=\"...\" writes a migration that does this");
    }
}
