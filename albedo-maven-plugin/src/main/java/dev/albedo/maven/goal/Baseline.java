package dev.albedo.maven.goal;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.maven.goal.origins.KeptOrigins;
import dev.albedo.maven.goal.origins.MappedViews;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.plan.FoundDifference;
import dev.albedo.maven.goal.plan.Model;
import dev.albedo.maven.goal.plan.Plan;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.write.MigrationIdentity;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.maven.writer.MigrationWriter;
import dev.albedo.operation.Operation;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunException;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adopts a database that was made in another way: writes the first migration, which creates what is there of what the model
 * expects, as it is there, and records it as applied. What else the model expects is left to {@link Create}; what the model
 * does not know is left out, so that it stays somebody else's.
 *
 * @param migrations of the project, of which there must be none
 * @param connections to the database
 * @param migrators of that database, for given migrations
 * @param created what may be dropped, for given migrations
 * @param stamped whether the migration is recorded as applied
 */
public record Baseline(
        MigrationSource migrations,
        ConnectionSource connections,
        Function<MigrationSource, Migrator> migrators,
        Function<MigrationSource, DropScope> created,
        SchemaFilter filter,
        Comparison comparison,
        PlanProof proof,
        NewMigration place,
        boolean stamped,
        Console console) {

    private static final String GOAL = "baseline";

    /**
     * Adopts.
     *
     * @param name what the user calls the migration
     * @return its file
     * @throws GoalException if there is nothing to adopt, there are migrations or a history already, or the trial fails;
     *     then nothing was written
     */
    public Path run(@Nullable String name, Snapshot model) throws SQLException, IOException {
        place.checkName(name, GOAL);
        requireNoMigrations(model.schema());
        try (Connection connection = connections.open()) {
            Schema database = comparison.reader().read(connection, filter);
            MappedViews recorded = place.views().read();
            MappedViews views = MappedViews.find(comparison.reader(), connection, model.schema(), recorded);
            views.print(console);
            Snapshot managed = views.without(model);
            // The next create compares with what is written now.
            Model expected = new Model(managed, managed.origins(), console);
            Comparison here = comparison.on(connection);
            Schema known = here.knownOf(connection, database, managed.schema(), expected);
            if (known.tables().isEmpty()) {
                throw new GoalException(
                        "The database has none of the model's tables, so there is nothing to adopt. Check"
                                + " albedo.url; for an empty database, run mvn albedo:create");
            }
            Plan plan = withPartitions(connection, plan(here, requireParents(known)));
            proof.of(connection, here, filter, plan);
            MigrationWriter.Draft draft = place.draft(
                            name, GOAL, MigrationIdentity.DEFAULT, List.of(), plan.up(), plan.down())
                    .asBaseline();
            MigrationSource written = source(draft);
            boolean differs = sayWhatDiffers(connection, here, database, expected, created.apply(written));
            Path file = place.write(draft, KeptOrigins.NONE, managed);
            place.views().refresh(recorded, views, console);
            if (stamped) {
                stamp(written, draft.id(), file);
            }
            place.announce(file, console);
            sayNext(draft.id(), differs);
            return file;
        }
    }

    private void requireNoMigrations(Schema model) {
        List<RevisionNode> there = migrations.graph().ordered();
        if (!there.isEmpty()) {
            throw new GoalException("The project already has migrations, the first is "
                    + there.get(0).describe() + ". To adopt a database that matches them, run mvn albedo:stamp"
                    + " -Dto=head");
        }
        if (model.isEmpty()) {
            throw new GoalException(
                    "The model is empty: the project's classes contain no entity. Run the goal in the module"
                            + " with the entities; if persistence.xml lists classes, add them there");
        }
        migrators.apply(migrations).status().unknown().stream().findFirst().ifPresent(row -> {
            throw new GoalException("The database already has a history, with revision " + row.id() + " (" + row.name()
                    + "), "
                    + migrations
                            .graph()
                            .elsewhere(row.id())
                            .orElse("which this project does not have: get the version of the project that has it")
                    + ", or, if it no longer exists, clear the history with mvn albedo:stamp -Dto=base"
                    + " -Dalbedo.purge=true and run mvn"
                    + " albedo:baseline again");
        });
    }

    private static Plan plan(Comparison here, Schema known) {
        SchemaDiff all = SchemaDiffer.diff(Schema.EMPTY, known);
        return here.plan(new FoundDifference(Schema.EMPTY, all, known, List.of()), InitialValues.NONE);
    }

    /**
     * A table cannot be created as the child of one that is not.
     *
     * @throws GoalException with the first such table
     */
    private static Schema requireParents(Schema known) {
        for (Table table : known.tables().values()) {
            for (QualifiedName parent : table.inherits()) {
                if (known.table(parent).isEmpty()) {
                    throw new GoalException("Table " + table.name() + " inherits from " + parent
                            + ", which no entity is mapped to, so a migration cannot create it: map an entity to "
                            + parent
                            + ", end the inheritance with ALTER TABLE ... NO INHERIT,"
                            + " or exclude the table with -Dalbedo.excludes=table:"
                            + table.name() + ". Nothing was written");
                }
            }
        }
        return known;
    }

    /** A partitioned table takes no rows without its partitions. */
    private Plan withPartitions(Connection connection, Plan plan) throws SQLException {
        List<Operation> up = new ArrayList<>();
        for (Operation operation : plan.up()) {
            up.add(operation);
            if (operation instanceof Operation.CreateTable created) {
                try {
                    up.addAll(comparison.reader().partitions(connection, created.table()));
                } catch (IllegalArgumentException e) {
                    throw new GoalException(
                            "The database cannot be adopted: " + e.getMessage() + ". Exclude the table with"
                                    + " -Dalbedo.excludes=table:"
                                    + created.table().name() + ". Nothing was written",
                            e);
                }
            }
        }
        return plan.up(up);
    }

    private boolean sayWhatDiffers(Connection connection, Comparison here, Schema database, Model model, DropScope ours)
            throws SQLException {
        Optional<Plan> left = FromDatabase.plan(connection, database, here, ours, model, found -> {
            console.print("Remaining differences from the model, which mvn albedo:create would write next:");
            found.print(console);
        });
        return left.isPresent();
    }

    /** The migration as it will be compiled. */
    private static MigrationSource source(MigrationWriter.Draft draft) {
        RevisionNode node = new RevisionNode(
                draft.id(),
                draft.packageName() + "." + draft.className(),
                List.of(),
                List.of(),
                List.of(),
                draft.created());
        return new Alone(RevisionGraph.of(List.of(node)), draft.up(), draft.down());
    }

    /** All or nothing: what is not recorded is not written. */
    private void stamp(MigrationSource written, String id, Path file) throws IOException {
        try {
            migrators.apply(written).stamp(List.of(id), false);
        } catch (RunException e) {
            Files.delete(file);
            Files.deleteIfExists(place.origins().path());
            throw new GoalException(
                    "Cannot record the migration as applied, so its file was deleted: " + e.getMessage()
                            + ". Correct this and run mvn albedo:baseline again. Or run it with"
                            + " -Dalbedo.baseline.stamp=false, then mvn albedo:stamp -Dto=head as a"
                            + " user who may write the history",
                    e);
        }
    }

    private void sayNext(String id, boolean differs) {
        console.print(
                stamped
                        ? "Recorded " + console.strong(id) + " as applied; nothing was run"
                        : "Not recorded as applied: run mvn albedo:stamp -Dto=head");
        console.print(
                differs
                        ? "Review it; mvn albedo:create -Dname=\"...\" writes the remaining differences"
                        : "Review it; the database matches the model");
        console.print("Other databases with these tables: mvn albedo:stamp -Dto=" + id + "; empty ones: mvn"
                + " albedo:migrate");
    }

    /** One migration that is not compiled yet. */
    private record Alone(RevisionGraph graph, List<Operation> up, List<Operation> down) implements MigrationSource {

        @Override
        public Migration load(RevisionNode revision) {
            return new Migration() {
                @Override
                public void up(Operations op) {
                    up.forEach(op::apply);
                }

                @Override
                public void down(Operations op) {
                    down.forEach(op::apply);
                }
            };
        }
    }
}
