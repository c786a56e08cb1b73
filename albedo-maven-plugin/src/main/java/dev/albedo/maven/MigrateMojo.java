package dev.albedo.maven;

import dev.albedo.maven.goal.Migrate;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.Migrator;
import java.util.List;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Brings the database to head or to another revision: applies the pending revisions, each in one transaction. Stops
 * before the first one if an applied migration was edited since.
 */
@Mojo(name = "migrate", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class MigrateMojo extends AbstractRunMojo {

    /**
     * The target revision: {@code head}, {@code heads}, an id, a unique prefix of one, a label, {@code +2} counted from
     * the current revision, {@code ae10+2} counted from a revision. Each may be limited to one branch, as in {@code
     * shop@head} or {@code shop@+1}, where {@code shop} is a label or a revision.
     */
    @Parameter(property = "to", defaultValue = "head")
    private String to;

    /**
     * Applies migrations that delete data even without {@code op.allowDataLoss(...)}. They are listed in either case.
     * {@code check} reports such a migration until {@code op.allowDataLoss(...)} is added, which is allowed after it was
     * applied.
     */
    @Parameter(property = "albedo.allowDestructive", defaultValue = "false")
    private boolean allowDestructive;

    @Override
    boolean allowsDestructive() {
        return allowDestructive;
    }

    @Override
    Function<Migrator, List<RevisionNode>> work() {
        return migrator -> migrator.migrate(to);
    }

    @Override
    void run(Migrator migrator) {
        new Migrate(migrator, console()).run(to);
    }

    @Override
    void dryRun(Migrator migrator) {
        new Migrate(migrator, console()).dryRun(to);
    }
}
