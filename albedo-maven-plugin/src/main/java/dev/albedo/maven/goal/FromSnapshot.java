package dev.albedo.maven.goal;

import dev.albedo.dialect.SchemaFilter;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.maven.connect.ScratchDatabase;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.goal.origins.MappedViews;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.plan.Model;
import dev.albedo.maven.goal.plan.Plan;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.write.MigrationIdentity;
import dev.albedo.operation.Operation;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.JdbcSink;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.Unmanaged;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The schema of an earlier model, for example with another version of Hibernate. If the two differ, the earlier schema is
 * created on a scratch database, so that texts with two spellings and one meaning are no difference.
 *
 * @param before the earlier snapshot
 * @param graph of the project's revisions, which have no part in this
 * @param scratch makes that database
 * @param filter what of it is read
 */
public record FromSnapshot(
        Snapshot before,
        RevisionGraph graph,
        ScratchServer scratch,
        SchemaFilter filter,
        Comparison comparison,
        Console console)
        implements StartingPoint {

    @Override
    public List<RevisionNode> parents(MigrationIdentity identity, String goal) {
        return List.of();
    }

    @Override
    public MappedViews views(Schema model, MappedViews recorded) {
        return recorded.in(model);
    }

    @Override
    public Optional<Plan> plan(Model model, Optional<PlanProof> proof, Consumer<Plan> shown)
            throws SQLException, IOException {
        sayWhatIsNotManaged(model.snapshot());
        Model now = new Model(model.snapshot(), before.origins(), model.meanings(), model.fills(), model.console());
        if (comparison
                .ofMigrations(before.schema(), now.schema(), now.certain())
                .diff()
                .isEmpty()) {
            return Optional.empty();
        }
        try (ScratchDatabase database = scratch.create();
                Connection connection = database.connect()) {
            Comparison here = comparison.on(connection);
            create(connection, here);
            return FromDatabase.plan(
                    connection, here.reader().read(connection, filter), here, DropScope.byAnyone(console), now, shown);
        }
    }

    private void create(Connection connection, Comparison here) {
        Schema schema = here.named(here.dialect().normalize(before.schema()), Schema.EMPTY);
        SchemaDiff all = SchemaDiffer.diff(Schema.EMPTY, schema);
        for (Operation operation : all.operations()) {
            try {
                JdbcSink.run(connection, here.dialect(), operation);
            } catch (SQLException e) {
                throw new GoalException(
                        "The schema of the earlier snapshot cannot be created on a scratch database: "
                                + operation.describe() + " (" + e.getMessage()
                                + "). Set albedo.scratch.url to a database that has the missing objects",
                        e);
            }
        }
    }

    private void sayWhatIsNotManaged(Snapshot now) {
        list("Hibernate would also create these, which Albedo does not manage:", now.unmanaged(), before.unmanaged());
        list(
                "Hibernate would no longer create these, which Albedo does not manage:",
                before.unmanaged(),
                now.unmanaged());
    }

    private void list(String title, List<Unmanaged> these, List<Unmanaged> without) {
        List<Unmanaged> alone = new ArrayList<>(these);
        alone.removeAll(without);
        if (!alone.isEmpty()) {
            console.warn(title);
            alone.forEach(each -> console.warn("  " + each));
        }
    }

    @Override
    public String agreement() {
        return "the model matches the earlier snapshot";
    }
}
