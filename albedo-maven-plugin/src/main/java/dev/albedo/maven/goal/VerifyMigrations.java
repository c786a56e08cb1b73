package dev.albedo.maven.goal;

import dev.albedo.dialect.SchemaFilter;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.maven.connect.ScratchDatabase;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.goal.origins.MappedViews;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.plan.FoundDifference;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.RunReport;
import dev.albedo.operation.Operation;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunException;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Runs all migrations on a scratch database, one by one up and one by one down, and looks where they lead: at the top to
 * the model, and after each step down to where the step up began.
 *
 * @param scratch makes the database
 * @param filter what of it is read
 * @param settings of the runs
 * @param created what the model need not know
 */
public record VerifyMigrations(
        MigrationSource migrations,
        ScratchServer scratch,
        SchemaFilter filter,
        RunSettings settings,
        Comparison comparison,
        DropScope created,
        Console console) {

    private static final int SHOWN = 10;

    /**
     * Verifies.
     *
     * @param model what the migrations shall lead to, if there is a model
     * @param recorded the views that the model is mapped to and that migrations may not create
     * @throws GoalException with the first revision that does not do what it should
     */
    public void run(Optional<Snapshot> model, MappedViews recorded) throws SQLException, IOException {
        List<RevisionNode> revisions = migrations.graph().ordered();
        if (revisions.isEmpty()) {
            console.print("Nothing to verify: there are no migrations yet");
            return;
        }
        try (ScratchDatabase database = scratch.create();
                Connection connection = database.connect()) {
            // Data may be deleted, as there is none.
            Migrator migrator = new Migrator(
                    database::connect,
                    migrations,
                    settings.allowDestructive(true)
                            .undoBaselines(
                                    revisions.stream().map(RevisionNode::id).collect(Collectors.toSet())),
                    RunListener.NONE);
            List<Schema> before = up(migrator, connection, revisions);
            Comparison here = comparison.on(connection);
            if (model.isPresent()) {
                MappedViews views =
                        MappedViews.find(here.reader(), connection, model.get().schema(), recorded);
                compareWithModel(connection, here, views.without(model.get()));
            }
            down(migrator, connection, here, revisions, before);
        }
        console.print(RunReport.revisions(revisions) + " up and down on a scratch database: "
                + (model.isPresent()
                        ? "they lead to the model and back"
                        : "they lead back to an empty database; there is no model"));
    }

    /** The schemas before each of them. */
    private List<Schema> up(Migrator migrator, Connection connection, List<RevisionNode> revisions)
            throws SQLException {
        List<Schema> before = new ArrayList<>();
        for (RevisionNode revision : revisions) {
            before.add(comparison.reader().read(connection, filter));
            try {
                migrator.migrate(revision.id());
            } catch (RunException e) {
                throw new GoalException(
                        "The migrations fail on a scratch database: " + e.getMessage()
                                + "\n"
                                + "If they need objects that an empty database lacks, such as an extension, set"
                                + " albedo.scratch.url to a database that has them",
                        e);
            }
        }
        return before;
    }

    private void compareWithModel(Connection connection, Comparison here, Snapshot model) throws SQLException {
        Schema database = comparison.reader().read(connection, filter);
        FoundDifference found = here.ofDatabase(
                connection,
                database,
                model.schema(),
                created.schema(),
                (said, there, wanted, droppable, mover) -> said); // at the head nothing is left to be renamed
        created.sayLeftAlone(found);
        if (!found.diff().isEmpty()) {
            throw new GoalException("The migrations do not lead to the model. Remaining: " + shown(found.diff())
                    + ". Run mvn albedo:create -Dname=\"...\" and commit what it writes");
        }
    }

    private void down(
            Migrator migrator,
            Connection connection,
            Comparison here,
            List<RevisionNode> revisions,
            List<Schema> before)
            throws SQLException {
        for (int i = revisions.size() - 1; i >= 0; i--) {
            RevisionNode revision = revisions.get(i);
            try {
                migrator.rollbackTo(revision.id() + "@" + below(revision, revisions));
            } catch (RunException e) {
                throw new GoalException(
                        "The migrations cannot be rolled back on a scratch database: " + e.getMessage()
                                + ". Correct its down()",
                        e);
            }
            SchemaDiff left = here.left(
                    connection,
                    comparison.reader().read(connection, filter),
                    here.dialect().normalize(before.get(i)));
            if (!left.isEmpty()) {
                throw new GoalException("down() of revision " + revision.describe()
                        + " does not restore the schema before its up(). Remaining: " + shown(left)
                        + ". Correct its down()");
            }
        }
    }

    /** The parent that comes last, so that of all that follows it this revision alone is left. */
    private static String below(RevisionNode revision, List<RevisionNode> revisions) {
        return revisions.stream()
                .filter(node -> revision.parents().contains(node.id()))
                .max(Comparator.comparing(revisions::indexOf))
                .map(RevisionNode::id)
                .orElse("base");
    }

    private static String shown(SchemaDiff diff) {
        List<Operation> operations = diff.operations();
        int more = operations.size() - SHOWN;
        return operations.stream().map(Operation::describe).limit(SHOWN).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
