package dev.albedo.maven;

import dev.albedo.maven.goal.WriteScript;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.run.Script;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@code migrate} or {@code rollback} as SQL, with the same transactions and the same history, to be run with
 * another tool. Needs no database. A step in Java or a password cannot be in a script; a comment that begins with {@code
 * MISSING} takes its place, and the goal lists it.
 */
@Mojo(name = "script", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class ScriptMojo extends AbstractMigrationsMojo {

    /**
     * The current revision of the database: a revision or {@code base}, written as in {@code to}. The default is {@code
     * base} for {@code up} and {@code head} for {@code down}.
     */
    @Parameter(property = "albedo.from")
    private @Nullable String from;

    /**
     * The target revision: {@code head}, {@code heads}, an id, a unique prefix, {@code +2} or {@code -1} counted from
     * {@code from}; {@code base} rolls back all. The default for {@code up} is {@code head}.
     */
    @Parameter(property = "to")
    private @Nullable String to;

    /** {@code up} applies revisions, {@code down} rolls them back. */
    @Parameter(property = "albedo.direction", defaultValue = "up")
    private String direction;

    /** The file to write. */
    @Parameter(
            property = "albedo.output",
            defaultValue = "${project.build.directory}/albedo/script.sql",
            required = true)
    private File output;

    /**
     * Whether the script can run on a database at any revision between the two, because it reads the history before each
     * revision. If a statement must run outside a transaction, the script then needs {@code psql}, and states that.
     */
    @Parameter(property = "albedo.idempotent", defaultValue = "false")
    private boolean idempotent;

    /**
     * Whether the script is one transaction instead of one for each revision. Refused if a revision has a step that
     * cannot run in a transaction.
     */
    @Parameter(property = "albedo.singleTransaction", defaultValue = "false")
    private boolean singleTransaction;

    @Override
    void run(ProjectLoader loader) {
        Script script = new Script(dialect(), migrations(loader), history(), idempotent, singleTransaction);
        new WriteScript(script, console()).run(direction, from, to, output.toPath());
    }
}
