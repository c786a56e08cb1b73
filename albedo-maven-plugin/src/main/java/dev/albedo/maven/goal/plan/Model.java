package dev.albedo.maven.goal.plan;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.origins.KeptOrigins;
import dev.albedo.maven.goal.origins.MappedViews;
import dev.albedo.maven.goal.origins.RowMeanings;
import dev.albedo.maven.goal.project.DeclaredRenames;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * What is expected, and what is known of its past.
 *
 * @param snapshot of the model
 * @param before where things came from when the newest migration was written
 * @param meanings what rows meant then
 * @param fills what rows get, where nobody else knows
 * @param console asks what only a person can tell
 */
public record Model(Snapshot snapshot, Origins before, RowMeanings meanings, Fills fills, Console console)
        implements Comparison.Search {

    /** Of which nothing is said, and nobody is asked what rows get. */
    public Model(Snapshot snapshot, Origins before, Console console) {
        this(snapshot, before, RowMeanings.NONE, Fills.NONE, console);
    }

    /** A model of which is known what the newest migration left. */
    public Model(Snapshot snapshot, KeptOrigins before, Fills fills, Console console) {
        this(snapshot, before.origins(), before.meanings(), fills, console);
    }

    /** A plan with what rows get, and in which time zone they are converted. */
    public Plan filled(Plan plan, Dialect dialect) {
        return fills.zoned(fills.into(plan, dialect, console), snapshot.timeZone(), dialect, console)
                .inFewPasses();
    }

    /** Returns the operations that still lack a value for existing rows. */
    public List<Operation.Backfill> unfilled(Plan plan) {
        return Readiness.unfilled(plan.up()).stream()
                .filter(backfill -> !fills.said().containsKey(Place.of(backfill.table(), backfill.column())))
                .toList();
    }

    /** The same without tables that are views. */
    public Model without(MappedViews views) {
        return new Model(views.without(snapshot), before, meanings, fills, console);
    }

    public Schema schema() {
        return snapshot.schema();
    }

    /** Says which declared renames have been done in a schema. */
    public void sayDone(Schema there) {
        DeclaredRenames.done(snapshot.oldNames(), there).forEach(console::print);
    }

    /** Finds only what is certain: whether there is a difference, not which. */
    public Comparison.Search certain() {
        return (said, there, wanted, created, mover) -> RenameSearch.certain(said, this, there, wanted);
    }

    @Override
    public Renames find(Renames said, Schema there, Schema wanted, Optional<Schema> created, Comparison.Mover mover) {
        return RenameSearch.find(said, this, there, wanted, created, mover);
    }
}
