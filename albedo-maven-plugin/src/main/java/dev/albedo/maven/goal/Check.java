package dev.albedo.maven.goal;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.maven.goal.origins.KeptOrigins;
import dev.albedo.maven.goal.origins.MappedViews;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.Fills;
import dev.albedo.maven.goal.plan.FoundDifference;
import dev.albedo.maven.goal.plan.Model;
import dev.albedo.maven.goal.project.Heads;
import dev.albedo.maven.goal.project.ModelSchema;
import dev.albedo.maven.goal.project.ModuleParts;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.EditReport;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.JsonText;
import dev.albedo.maven.goal.report.RunReport;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.operation.Operation;
import dev.albedo.revision.RevisionException;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.Admission;
import dev.albedo.run.EditedRevision;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.RunException;
import dev.albedo.run.SchemaReplay;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Says all that is wrong between the model and its migrations; a database need not be asked. */
public final class Check {

    private static final int SHOWN = 20;

    private final Comparison comparison;
    private final boolean allowDestructive;
    private final Past past;
    private final Console console;

    /** Knows where new migrations are written, and so where the newest of them left the model. */
    @FunctionalInterface
    public interface Past {
        NewMigration after(MigrationSource migrations) throws IOException;
    }

    /**
     * A goal.
     *
     * @param allowDestructive whether migrations may delete data without a word
     */
    public Check(Comparison comparison, boolean allowDestructive, Past past, Console console) {
        this.comparison = comparison;
        this.past = past;
        this.allowDestructive = allowDestructive;
        this.console = console;
    }

    /**
     * Checks.
     *
     * @param source reads the list of migrations
     * @param snapshot what the model expects, if it is known
     * @param parts of the module that is checked; one without anything has nothing to check, one that sees no model is
     *     checked without
     * @throws GoalException with everything that is wrong
     */
    public void run(Supplier<MigrationSource> source, Optional<Snapshot> snapshot, ModuleParts parts)
            throws IOException {
        report(find(source, snapshot, parts, migrations -> List.of()));
    }

    /** The result of a check: a summary, the problems, and the migrations that were edited after they were applied. */
    public record Found(String right, List<String> wrong, List<EditedRevision> edited) {

        public Found {
            wrong = List.copyOf(wrong);
            edited = List.copyOf(edited);
        }

        /** As JSON, one object; keys are only ever added. */
        public String json() {
            JsonObject root = JsonText.root();
            root.addProperty("ok", wrong.isEmpty());
            JsonArray problems = new JsonArray();
            wrong.forEach(problems::add);
            root.add("problems", problems);
            root.add("edited", EditReport.json(edited));
            return new GsonBuilder()
                    .setPrettyPrinting()
                    .disableHtmlEscaping()
                    .create()
                    .toJson(root);
        }
    }

    /**
     * Says what was found.
     *
     * @throws GoalException with everything that is wrong
     */
    public void report(Found found) {
        List<String> problems = found.wrong();
        if (problems.isEmpty()) {
            console.print(found.right());
        } else {
            throw new GoalException(problems.size() == 1 ? problems.get(0) : "- " + String.join("\n- ", problems));
        }
    }

    /**
     * Checks, and says nothing yet.
     *
     * @param database which applied migrations were edited, if a database is to be asked, else none; it is asked last
     */
    public Found find(
            Supplier<MigrationSource> source,
            Optional<Snapshot> snapshot,
            ModuleParts parts,
            Function<MigrationSource, List<EditedRevision>> database)
            throws IOException {
        if (parts.isEmpty()) {
            return new Found("Nothing to check: this module has neither entities nor migrations", List.of(), List.of());
        }
        String right = "";
        List<EditedRevision> edited = List.of();
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
            if (snapshot.isEmpty() && parts.hasModel()) {
                problems.add(ModelSchema.MISSING);
            }
            problems.addAll(model(migrations, snapshot));
            edited = database.apply(migrations);
            if (!edited.isEmpty()) {
                problems.add("These migrations were edited after they were applied to the database:"
                        + EditReport.text(edited) + "\n  " + EditReport.NEXT);
            }
            String revisions = RunReport.revisions(graph.ordered());
            right = snapshot.isPresent()
                    ? "The model and its " + revisions + " agree"
                    : revisions + " without errors; there is no model to compare with";
        }
        return new Found(right, problems, edited);
    }

    private List<String> model(MigrationSource migrations, Optional<Snapshot> snapshot) throws IOException {
        List<String> problems = new ArrayList<>();
        SchemaReplay replay = new SchemaReplay(migrations);
        Schema replayed;
        try {
            replayed = replay.schema((revision, operations) ->
                    problems.addAll(Admission.objections(revision, operations, allowDestructive)));
        } catch (RunException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        migrations
                .graph()
                .ordered()
                .forEach(revision ->
                        RunReport.warnOfIncomplete(Admission.objectionsBack(revision, migrations), console));
        if (snapshot.isPresent()) {
            NewMigration place = past.after(migrations);
            MappedViews views = place.views().read();
            views.print(snapshot.get(), console);
            KeptOrigins before;
            try {
                before = place.origins().read(migrations.graph());
            } catch (GoalException e) {
                problems.add(String.valueOf(e.getMessage()));
                return problems;
            }
            Model model = new Model(views.without(snapshot.get()), before, Fills.NONE, console);
            model.sayDone(replayed);
            FoundDifference found = comparison.ofMigrations(replayed, model.schema(), model.certain());
            SchemaDiff diff = found.diff();
            if (!diff.isEmpty()) {
                problems.add(missing(diff.operations()) + unknown(replay));
            }
            List<String> moved = comparison.moved(found, model);
            if (!moved.isEmpty()) {
                problems.add("Existing rows need a change that no schema shows: " + String.join("; ", moved)
                        + ".\n  Run mvn albedo:create -Dname=\"...\" and commit what it writes");
            }
        }
        return problems;
    }

    private static String unknown(SchemaReplay replay) {
        List<RevisionNode> unknown = replay.unknown();
        return unknown.isEmpty()
                ? ""
                : "\n  If the SQL of "
                        + unknown.stream().map(RevisionNode::describe).collect(Collectors.joining(", "))
                        + " does a part of it, declare that there: op.sql(\"...\", effect -> ...)";
    }

    private static String missing(List<Operation> operations) {
        String lines = operations.stream()
                .limit(SHOWN)
                .map(operation -> "\n    " + operation.describe())
                .collect(Collectors.joining());
        int more = operations.size() - SHOWN;
        return "The migrations do not lead to the model. They lack:" + lines
                + (more > 0 ? "\n    and" + " " + more + " more" : "")
                + "\n  Run mvn albedo:create -Dname=\"...\" and commit what it writes";
    }
}
