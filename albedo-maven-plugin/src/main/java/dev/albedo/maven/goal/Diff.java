package dev.albedo.maven.goal;

import dev.albedo.maven.goal.origins.MappedViews;
import dev.albedo.maven.goal.plan.Fills;
import dev.albedo.maven.goal.plan.Model;
import dev.albedo.maven.goal.plan.Plan;
import dev.albedo.maven.goal.plan.PlanJson;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.UnmanagedReport;
import dev.albedo.maven.goal.write.MigrationIdentity;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Says what {@link Create} would write.
 *
 * @param start what the model is compared with
 * @param place knows where attributes were when the newest migration was written
 * @param console is told, and asked about renames
 */
public record Diff(StartingPoint start, NewMigration place, Console console) {

    /**
     * Compares, and says it for people.
     *
     * @throws GoalException if the database is not at head, or it takes a person to tell a rename
     */
    public void run(Snapshot model) throws SQLException, IOException {
        UnmanagedReport.print(model, console);
        Optional<Plan> plan = find(model);
        plan.ifPresent(found -> found.print(console));
        console.print(
                plan.isEmpty()
                        ? "No difference: " + start.agreement()
                        : "mvn albedo:create -Dname=\"...\" writes this migration");
    }

    /**
     * Compares, and says it for programs.
     *
     * @return one JSON object, see {@link PlanJson#SCHEMA}
     * @throws GoalException as {@link #run} does
     */
    public String json(Snapshot model) throws SQLException, IOException {
        return PlanJson.of(find(model));
    }

    private Optional<Plan> find(Snapshot model) throws SQLException, IOException {
        start.parents(MigrationIdentity.DEFAULT, "diff");
        MappedViews views = start.views(model.schema(), place.views().read());
        views.print(console);
        return start.plan(
                new Model(views.without(model), place.origins().read(start.graph()), Fills.NONE, console),
                Optional.empty(),
                found -> {});
    }
}
