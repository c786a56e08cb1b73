package dev.albedo.maven;

import dev.albedo.maven.goal.Rollback;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.Migrator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Rolls back revisions, the last one first, each in one transaction. Stops before the first one if one of them was edited
 * after it was applied, because its {@code down()} may then not match the database. Also stops if it would delete data
 * and neither the migration nor {@code albedo.allowDestructive} acknowledges the loss; it then lists the data with the
 * number of rows.
 */
@Mojo(name = "rollback", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class RollbackMojo extends AbstractRunMojo {

    /** How many revisions to roll back; 1 if neither this nor {@code to} is set. */
    @Parameter(property = "steps")
    private @Nullable Integer steps;

    /**
     * The target revision, which stays applied: an id, a unique prefix, a label, {@code -1}, {@code ae10-2}; {@code base} rolls back all. With a branch, as in {@code shop@base} or {@code shop@-1}, only that branch and the revisions that depend on it are rolled back.
     */
    @Parameter(property = "to")
    private @Nullable String to;

    /**
     * Deletes data even without {@code op.allowDataLoss(...)} in {@code down()}. Deleted data is listed in either case,
     * with the number of rows; an empty table and a column without values need no acknowledgement.
     */
    @Parameter(property = "albedo.allowDestructive", defaultValue = "false")
    private boolean allowDestructive;

    /**
     * The ids of baselines to roll back. A baseline describes tables that existed before Albedo, and its rollback drops them; a rollback that reaches a baseline not listed here is refused.
     */
    @Parameter(property = "albedo.undoBaseline")
    private @Nullable List<String> undoBaseline;

    @Override
    boolean allowsDestructive() {
        return allowDestructive;
    }

    @Override
    Set<String> undoBaselines() {
        return undoBaseline == null ? Set.of() : Set.copyOf(undoBaseline);
    }

    @Override
    void validate() {
        super.validate();
        Rollback.work(steps, to);
    }

    @Override
    Function<Migrator, List<RevisionNode>> work() {
        return Rollback.work(steps, to);
    }

    @Override
    void run(Migrator migrator) {
        new Rollback(migrator, console()).run(steps, to);
    }

    @Override
    void dryRun(Migrator migrator) {
        new Rollback(migrator, console()).dryRun(steps, to);
    }
}
