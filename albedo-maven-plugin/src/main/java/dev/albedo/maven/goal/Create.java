package dev.albedo.maven.goal;

import dev.albedo.dialect.Dialect;
import dev.albedo.maven.goal.origins.KeptOrigins;
import dev.albedo.maven.goal.origins.MappedViews;
import dev.albedo.maven.goal.plan.Fills;
import dev.albedo.maven.goal.plan.Model;
import dev.albedo.maven.goal.plan.Plan;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.UnmanagedReport;
import dev.albedo.maven.goal.write.MigrationIdentity;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.maven.writer.MigrationWriter;
import dev.albedo.operation.Operation;
import dev.albedo.revision.RevisionNode;
import dev.albedo.safety.DataSkeleton;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.safety.loss.TimeZones;
import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the migration that leads to what the model expects. */
public final class Create {

    private final StartingPoint start;
    private final PlanProof proof;
    private final NewMigration place;
    private final Fills fills;
    private final boolean allowDestructive;
    private final Console console;

    /** A goal that leaves it to the reader of the migration to allow losses of data. */
    public Create(StartingPoint start, PlanProof proof, NewMigration place, Fills fills, Console console) {
        this(start, proof, place, fills, false, console);
    }

    /**
     * A goal.
     *
     * @param proof tries what is to be written
     * @param fills what rows get, where only a person can tell
     * @param allowDestructive whether the migration is written with the permission to delete what it deletes
     */
    public Create(
            StartingPoint start,
            PlanProof proof,
            NewMigration place,
            Fills fills,
            boolean allowDestructive,
            Console console) {
        this.start = start;
        this.allowDestructive = allowDestructive;
        this.proof = proof;
        this.place = place;
        this.fills = fills;
        this.console = console;
    }

    /** Compares, tries and writes a migration behind the head. */
    public Optional<Path> run(@Nullable String name, Snapshot model) throws SQLException, IOException {
        return run(name, MigrationIdentity.DEFAULT, model);
    }

    /**
     * Compares, tries and writes.
     *
     * @param name what the user calls the migration
     * @param identity where it goes
     * @return the file, or nothing if there is no difference
     * @throws GoalException if the database is not at head, the name is no name, it takes a person to tell a rename, or the
     *     trial fails
     */
    public Optional<Path> run(@Nullable String name, MigrationIdentity identity, Snapshot model)
            throws SQLException, IOException {
        place.checkName(name, "create");
        List<RevisionNode> parents = start.parents(identity, "create");
        if (model.schema().isEmpty() && parents.isEmpty()) {
            throw new GoalException(
                    "The model is empty: the project's classes contain no entity. Run the goal in the module"
                            + " with the entities; if persistence.xml lists classes, add them there");
        }
        UnmanagedReport.print(model, console);
        MappedViews recorded = place.views().read();
        MappedViews views = start.views(model.schema(), recorded);
        views.print(console);
        Snapshot managed = views.without(model);
        KeptOrigins before = place.origins().read(start.graph());
        Optional<Plan> plan = start.plan(
                new Model(managed, before, fills, console), Optional.of(proof), found -> found.print(console));
        if (plan.isEmpty()) {
            place.origins().refresh(before, managed, console);
            place.views().refresh(recorded, views, console);
            console.print("No difference: " + start.agreement() + ", so nothing was written");
            return Optional.empty();
        }
        List<Operation> up = allowDestructive
                ? Readiness.acknowledged(plan.get().up())
                : plan.get().up();
        MigrationWriter.Draft draft = place.draft(
                        name, "create", identity, parents, up, plan.get().down())
                .with(plan.get().comments());
        Path file = place.write(draft, before, managed);
        place.views().refresh(recorded, views, console);
        place.announce(file, console);
        sayWhatIsLeftToDo(up, plan.get().down());
        return Optional.of(file);
    }

    private void sayUnfinished(String what, List<Operation> operations, String consequence) {
        if (!DataSkeleton.unfinished(operations).isEmpty()) {
            console.warn("FILL IN: " + what + ". Replace each /* FILL IN */ NULL there; until then mvn albedo:"
                    + consequence);
        }
    }

    private void sayWhatIsLeftToDo(List<Operation> up, List<Operation> down) {
        for (Operation.Backfill backfill : Readiness.unfilled(up)) {
            console.warn("FILL IN: up() needs the value of " + backfill.table() + "." + backfill.column()
                    + " for existing rows. Write it there;" + " until then mvn albedo:migrate refuses the migration");
        }
        List<Operation.AlterColumn> zoneless = TimeZones.missing(up);
        if (!zoneless.isEmpty()) {
            console.warn("FILL IN: up() and down() need the time zone of existing values of "
                    + zoneless.stream()
                            .map(alter -> alter.table() + "." + alter.to().name())
                            .collect(Collectors.joining(", "))
                    + ". Replace "
                    + Dialect.UNKNOWN_ZONE
                    + " there, or run mvn albedo:discard and then mvn albedo:create -Dalbedo.timeZone=UTC (with"
                    + " your zone); until then mvn albedo:migrate refuses the migration");
        }
        sayUnfinished(
                "up() needs the condition that matches the rows of the old table with those of the new table",
                up,
                "migrate refuses the migration");
        sayUnfinished(
                "down() needs the condition that matches the rows of the new table with those of the old table",
                down,
                "rollback refuses the migration");
        for (Operation.Backfill backfill : Readiness.unfilled(down)) {
            console.warn("FILL IN: down() needs the value of " + backfill.table() + "." + backfill.column()
                    + " for rows without one. Write it"
                    + " there; until then mvn albedo:rollback stops if such rows exist");
        }
        if (Readiness.unacknowledged(up).isEmpty()) {
            console.print("Review it, then run mvn albedo:migrate");
        } else {
            console.print("Review it: it deletes data. If that is intended, add op.allowDataLoss(...) to the"
                    + " migration and run mvn albedo:migrate. -Dalbedo.allowDestructive=true allows it"
                    + " for one run instead, but mvn albedo:check keeps reporting it");
        }
    }
}
