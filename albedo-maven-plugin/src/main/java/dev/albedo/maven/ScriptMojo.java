package dev.albedo.maven;

import dev.albedo.maven.goal.ProjectLoader;
import dev.albedo.maven.goal.WriteScript;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Script;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes what {@code migrate} or {@code rollback} would do as SQL, with the same transactions and the same history, for
 * somebody else to run. Needs no database. What cannot be in a text, a step in Java or a password, is marked in it by a
 * comment that begins with {@code MISSING}, and listed.
 */
@Mojo(name = "script", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class ScriptMojo extends AbstractMigrationsMojo {

    /** Where the database is: a revision, or {@code base}, as {@code to}; up from {@code base} and down from {@code head}. */
    @Parameter(property = "albedo.from")
    private @Nullable String from;

    /**
     * Where it shall get to: {@code head}, {@code heads}, an id, a unique prefix, {@code +2} or {@code -1} counted from
     * {@code from}; {@code base} takes back all. Up it is {@code head} if it is not said.
     */
    @Parameter(property = "to")
    private @Nullable String to;

    /** {@code up} applies revisions, {@code down} takes them back. */
    @Parameter(property = "albedo.direction", defaultValue = "up")
    private String direction;

    /** The file. */
    @Parameter(
            property = "albedo.output",
            defaultValue = "${project.build.directory}/albedo/script.sql",
            required = true)
    private File output;

    /**
     * Whether the script can be run on a database at any revision between the two, because it looks into the history before
     * each. Where a statement must be outside of a transaction it then needs {@code psql}, and says so.
     */
    @Parameter(property = "albedo.idempotent", defaultValue = "false")
    private boolean idempotent;

    /**
     * Whether the script is one transaction, instead of one for each revision. Refused if a revision has a step that cannot
     * be in a transaction.
     */
    @Parameter(property = "albedo.singleTransaction", defaultValue = "false")
    private boolean singleTransaction;

    @Override
    void run(ProjectLoader loader) {
        Script script = new Script(dialect(), MigrationSource.of(loader), history(), idempotent, singleTransaction);
        new WriteScript(script, console()).run(direction, from, to, output.toPath());
    }
}
