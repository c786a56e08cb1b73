package dev.albedo.maven.goal;

import dev.albedo.dialect.SchemaFilter;
import dev.albedo.maven.connect.ScratchDatabase;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.goal.origins.MappedViews;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.plan.FoundDifference;
import dev.albedo.maven.goal.plan.Model;
import dev.albedo.maven.goal.plan.Plan;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.proof.Trial;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.write.MigrationIdentity;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunException;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.run.SchemaReplay;
import dev.albedo.schema.Schema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The schema that the project's migrations create in an empty database. They are replayed in memory; where that tells too little,
 * because nobody said what some SQL does or because a plan is to be tried, they are run on a scratch database.
 *
 * @param scratch makes that database
 * @param filter what of it is read
 * @param settings of a run on it
 * @param created what may be dropped
 */
public record FromMigrations(
        MigrationSource migrations,
        ScratchServer scratch,
        SchemaFilter filter,
        RunSettings settings,
        Comparison comparison,
        DropScope created,
        Console console)
        implements StartingPoint {

    @Override
    public RevisionGraph graph() {
        return migrations.graph();
    }

    @Override
    public List<RevisionNode> parents(MigrationIdentity identity, String goal) {
        return identity.parentsIn(migrations.graph(), goal);
    }

    @Override
    public MappedViews views(Schema model, MappedViews recorded) {
        return recorded.in(model);
    }

    @Override
    public Optional<Plan> plan(Model model, Optional<PlanProof> proof, Consumer<Plan> shown)
            throws SQLException, IOException {
        SchemaReplay replay = new SchemaReplay(migrations);
        List<RevisionNode> unknown = replay.unknown();
        if (!unknown.isEmpty()) {
            console.print("Running the migrations on a scratch database, because the effect on the schema is"
                    + " not declared for the SQL of "
                    + unknown.stream().map(RevisionNode::describe).collect(Collectors.joining(", "))
                    + ": declare it with op.sql(\"...\", effect -> ...)");
            return onScratch(model, proof, shown);
        }
        Schema replayed = replay.schema();
        model.sayDone(replayed);
        boolean isTried = proof.isPresent() && proof.get().place() != PlanProof.Place.OFF;
        // A person is asked once.
        FoundDifference found = comparison.ofMigrations(replayed, model.schema(), isTried ? model.certain() : model);
        if (comparison.isDone(found, model)) {
            return Optional.empty();
        }
        if (isTried) {
            return onScratch(model, proof, shown);
        }
        proof.ifPresent(PlanProof::sayOff);
        Plan plan = model.filled(comparison.plan(found, model), comparison.dialect());
        shown.accept(plan);
        return Optional.of(plan);
    }

    private Optional<Plan> onScratch(Model model, Optional<PlanProof> proof, Consumer<Plan> shown)
            throws SQLException, IOException {
        try (ScratchDatabase database = scratch.create()) {
            migrate(database);
            try (Connection connection = database.connect()) {
                Schema start = comparison.reader().read(connection, filter);
                Comparison here = comparison.on(connection);
                MappedViews made = MappedViews.find(comparison.reader(), connection, model.schema(), MappedViews.NONE);
                made.print(console);
                Optional<Plan> plan = FromDatabase.plan(connection, start, here, created, model.without(made), shown);
                if (plan.isPresent() && proof.isPresent()) {
                    proof.get().onScratch(connection, new Trial(here, filter, plan.get()));
                }
                return plan;
            }
        }
    }

    /** Data may be deleted, as there is none. */
    private void migrate(ScratchDatabase database) {
        RunSettings harmless = settings.allowDestructive(true);
        try {
            new Migrator(database::connect, migrations, harmless, new RunListener() {}).migrate("heads");
        } catch (RunException e) {
            throw new GoalException(
                    "The migrations fail on a scratch database: " + e.getMessage()
                            + "\n"
                            + "If they need objects that an empty database lacks, such as an extension, set"
                            + " albedo.scratch.url to a database that has them",
                    e);
        }
    }

    @Override
    public String agreement() {
        return "the migrations lead to the model";
    }
}
