package dev.albedo.maven.goal;

import dev.albedo.dialect.SchemaFilter;
import dev.albedo.maven.goal.origins.MappedViews;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.plan.FoundDifference;
import dev.albedo.maven.goal.plan.Model;
import dev.albedo.maven.goal.plan.OpenRenames;
import dev.albedo.maven.goal.plan.Plan;
import dev.albedo.maven.goal.project.Heads;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.RunReport;
import dev.albedo.maven.goal.write.MigrationIdentity;
import dev.albedo.operation.Operation;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RefusedRunException;
import dev.albedo.run.RunException;
import dev.albedo.run.Status;
import dev.albedo.run.Work;
import dev.albedo.safety.DataSkeleton;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.safety.loss.TimeZones;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A live database, which must be at head.
 *
 * @param migrator of the same database as the connections
 * @param filter what of the database is read
 * @param created what may be dropped
 */
public record FromDatabase(
        Migrator migrator, ConnectionSource connections, SchemaFilter filter, Comparison comparison, DropScope created)
        implements StartingPoint {

    @Override
    public RevisionGraph graph() {
        return migrator.graph();
    }

    @Override
    public List<RevisionNode> parents(MigrationIdentity identity, String goal) {
        Status status = migrator.status();
        List<RevisionNode> parents = atHead(status, identity, goal);
        if (!status.pending().isEmpty()) {
            throw behind(status.pending(), goal);
        }
        return parents;
    }

    @Override
    public MappedViews views(Schema model, MappedViews recorded) throws SQLException {
        try (Connection connection = connections.open()) {
            return MappedViews.find(comparison.reader(), connection, model, recorded);
        }
    }

    @Override
    public Optional<Plan> plan(Model model, Optional<PlanProof> proof, Consumer<Plan> shown)
            throws SQLException, IOException {
        try (Connection connection = connections.open()) {
            Schema database = comparison.reader().read(connection, filter);
            model.sayDone(database);
            boolean isForBaseline = graph().ordered().isEmpty() && sayBaseline(database, model);
            Comparison here = comparison.on(connection);
            Comparison.Given given = here.given(database, model.schema(), created.schema());
            Optional<Plan> plan = plan(connection, given, here, created, model, shown);
            if (plan.isPresent() && proof.isPresent()) {
                proof.get().of(connection, here, filter, plan.get());
            }
            if (plan.isEmpty() && !isForBaseline) {
                sayInNoMigration(here, given, model);
            }
            return plan;
        }
    }

    /** Where no migration has made the tables, a migration with what differs is useless for a new database. */
    private boolean sayBaseline(Schema database, Model model) {
        Set<QualifiedName> there =
                new TreeSet<>(comparison.dialect().normalize(database).tables().keySet());
        there.retainAll(comparison.dialect().normalize(model.schema()).tables().keySet());
        if (!there.isEmpty()) {
            created.console()
                    .warn("The database has tables of the model that no migration creates, such as "
                            + there.iterator().next()
                            + ": run mvn albedo:baseline first, which adopts them and writes the migration that creates them"
                            + " in a new database");
        }
        return !there.isEmpty();
    }

    /** What the model states and only this database has would be missing in a new one, and {@code check} asks for it. */
    private void sayInNoMigration(Comparison here, Comparison.Given given, Model model) {
        Optional<Schema> migrated = given.created();
        if (migrated.isEmpty()) {
            return;
        }
        List<Operation> missing = here.ofMigrations(
                        new Comparison.Given(migrated.get(), given.model(), Optional.empty()), model.certain())
                .diff()
                .operations();
        if (!missing.isEmpty()) {
            created.console()
                    .warn(
                            "The database matches the model, but no migration does this: "
                                    + missing.stream().map(Operation::describe).collect(Collectors.joining("; "))
                                    + ". A new database would lack it, so mvn albedo:check fails. Run mvn"
                                    + " albedo:create"
                                    + " -Dalbedo.from=migrations -Dname=\"...\", then mvn albedo:stamp -Dto=head on this database");
        }
    }

    /** What leads from a database that was read to the model, not tried yet; nothing if there is no difference. */
    public static Optional<Plan> plan(
            Connection connection,
            Schema database,
            Comparison comparison,
            DropScope created,
            Model model,
            Consumer<Plan> shown)
            throws SQLException {
        return plan(
                connection,
                comparison.given(database, model.schema(), created.schema()),
                comparison,
                created,
                model,
                shown);
    }

    private static Optional<Plan> plan(
            Connection connection,
            Comparison.Given given,
            Comparison comparison,
            DropScope created,
            Model model,
            Consumer<Plan> shown)
            throws SQLException {
        FoundDifference found;
        try {
            found = comparison.ofDatabase(connection, given, model);
        } catch (OpenRenames open) {
            FoundDifference assumed =
                    comparison.ofDatabase(connection, given, (said, there, wanted, droppable, mover) -> open.assumed());
            throw open.with(model.unfilled(comparison.plan(assumed, model)));
        }
        created.sayLeftAlone(found);
        if (comparison.isDone(found, model)) {
            return Optional.empty();
        }
        Plan plan = model.filled(comparison.plan(found, model), comparison.dialect())
                .in(connection, comparison.dialect());
        shown.accept(plan);
        return Optional.of(plan);
    }

    @Override
    public String agreement() {
        return "the database matches the model";
    }

    private List<RevisionNode> atHead(Status status, MigrationIdentity identity, String goal) {
        if (!status.unfinished().isEmpty()) {
            throw new GoalException("Revision " + status.unfinished().get(0).id()
                    + " was interrupted: run mvn albedo:migrate, which resumes it, then mvn albedo:" + goal
                    + " again");
        }
        if (!status.unknown().isEmpty()) {
            throw new GoalException(
                    "The database has revision " + status.unknown().get(0).id() + " ("
                            + status.unknown().get(0).name()
                            + "), "
                            + graph().elsewhere(status.unknown().get(0).id())
                                    .orElse("which this project does not have: get the version of the project that has"
                                            + " it, then run mvn albedo:"
                                            + goal + " again"));
        }
        List<RevisionNode> parents = identity.parents().orElseGet(() -> Heads.atMostOne(status.heads(), goal));
        return parents;
    }

    private GoalException behind(List<RevisionNode> pending, String goal) {
        RevisionNode last = pending.get(pending.size() - 1);
        int more = pending.size() - 1;
        String run = isUnfilled(last)
                ? "Complete the FILL IN of " + last.describe() + " and run mvn albedo:migrate, or delete it with mvn"
                        + " albedo:discard -Dalbedo.revision=" + last.id() + "; then run mvn albedo:"
                : "Run mvn albedo:migrate, then mvn albedo:";
        return new GoalException("The database is behind: " + RunReport.revisions(pending)
                + (more == 0 ? " is pending, " : " are pending, the first is ")
                + pending.get(0).describe() + "."
                + " " + run + goal + " again");
    }

    /** Only the last pending revision can be deleted; nothing builds on it. */
    private boolean isUnfilled(RevisionNode last) {
        List<Work> works;
        try {
            works = migrator.planMigrate(last.id());
        } catch (RefusedRunException refused) {
            works = refused.works();
        } catch (RunException unplanned) {
            // The next command is then mvn albedo:migrate, which reports why.
            return false;
        }
        return works.stream()
                .filter(work -> work.revision().equals(last))
                .map(Work::operations)
                .anyMatch(operations -> !Readiness.unfilled(operations).isEmpty()
                        || !TimeZones.missing(operations).isEmpty()
                        || !DataSkeleton.unfinished(operations).isEmpty());
    }
}
