package dev.albedo.maven;

import dev.albedo.maven.goal.Rollback;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.Migrator;
import java.util.List;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Takes revisions back, the last one first, each in one transaction. Stops before it begins if one of them was edited after
 * it had been applied, because what it takes back may then not be what is there.
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
