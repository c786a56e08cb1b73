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
 * Takes revisions back, the last one first, each in one transaction. Stops before it begins if one of them was edited after
 * it had been applied, because what it takes back may then not be what is there; or if data would be deleted and neither the
 * migration nor {@code albedo.allowDestructive} acknowledges it: it then lists what, with the number of rows.
 */
@Mojo(name = "rollback", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class RollbackMojo extends AbstractRunMojo {

    /** How many revisions to take back; 1 if neither this nor {@code to} is given. */
    @Parameter(property = "steps")
    private @Nullable Integer steps;

    /**
     * The revision to go back to, which stays applied: an id, a unique prefix, a label, {@code -1}, {@code ae10-2};
     * {@code base} takes back all. With a branch before it, such as {@code shop@base} or {@code shop@-1}, only that branch
     * goes, and what depends on it.
     */
    @Parameter(property = "to")
    private @Nullable String to;

    /**
     * Deletes data that no {@code op.allowDataLoss(...)} in {@code down()} acknowledges. What is deleted is listed in either case,
     * with the number of rows; a table without rows and a column without values need no word.
     */
    @Parameter(property = "albedo.allowDestructive", defaultValue = "false")
    private boolean allowDestructive;

    /**
     * The ids of baselines to take back. A baseline describes tables that were there before Albedo, and taking it back drops
     * them; without its id here a rollback that reaches it is refused.
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
