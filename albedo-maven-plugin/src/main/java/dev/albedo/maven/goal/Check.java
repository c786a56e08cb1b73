package dev.albedo.maven.goal;

import dev.albedo.diff.SchemaDiff;
import dev.albedo.operation.Operation;
import dev.albedo.revision.RevisionException;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.RunException;
import dev.albedo.run.SchemaReplay;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Says all that is wrong between the model and its migrations, without a database. */
public final class Check {

    private static final int SHOWN = 20;

    private final Comparison comparison;
    private final Console console;

    public Check(Comparison comparison, Console console) {
        this.comparison = comparison;
        this.console = console;
    }

    /**
     * Checks.
     *
     * @param source reads the list of migrations
     * @param snapshot what the model expects, if it is known
     * @throws GoalException with everything that is wrong
     */
    public void run(Supplier<MigrationSource> source, Optional<Snapshot> snapshot) {
        List<String> problems = new ArrayList<>();
        MigrationSource migrations = null;
        try {
            migrations = source.get();
        } catch (RevisionException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        if (migrations != null) {
            RevisionGraph graph = migrations.graph();
            if (graph.heads().size() > 1) {
                problems.add(Heads.several(graph.heads()));
            }
            if (snapshot.isEmpty() && graph.heads().isEmpty()) {
                return;
            }
            model(migrations, snapshot).ifPresent(problems::add);
            if (problems.isEmpty()) {
                console.print("The model and its " + RunReport.revisions(graph.ordered()) + " agree");
            }
        }
        if (!problems.isEmpty()) {
            throw new GoalException(problems.size() == 1 ? problems.get(0) : "- " + String.join("\n- ", problems));
        }
    }

    private Optional<String> model(MigrationSource migrations, Optional<Snapshot> snapshot) {
        if (snapshot.isEmpty()) {
            return Optional.of(ModelSchema.MISSING);
        }
        Schema replayed;
        try {
            replayed = new SchemaReplay(migrations).schema();
        } catch (RunException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        DeclaredRenames.done(snapshot.get().oldNames(), replayed).forEach(console::print);
        SchemaDiff diff = comparison.ofMigrations(replayed, snapshot.get().schema());
        return diff.isEmpty() ? Optional.empty() : Optional.of(missing(diff.operations()));
    }

    private static String missing(List<Operation> operations) {
        String lines = operations.stream()
                .limit(SHOWN)
                .map(operation -> "\n    " + operation.describe())
                .collect(Collectors.joining());
        int more = operations.size() - SHOWN;
        return "The model expects what no migration does:" + lines + (more > 0 ? "\n    and " + more + " more" : "")
                + "\n  Run mvn albedo:create -Dname=\"...\" and commit what it writes";
    }
}
