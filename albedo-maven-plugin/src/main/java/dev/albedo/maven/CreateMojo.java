package dev.albedo.maven;

import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.goal.Create;
import dev.albedo.maven.goal.Fills;
import dev.albedo.maven.goal.Identity;
import dev.albedo.maven.goal.ModelSchema;
import dev.albedo.maven.goal.ProjectLoader;
import dev.albedo.maven.goal.Proof;
import dev.albedo.run.MigrationSource;
import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes the migration that brings the database to what the entities expect. Tries it first, and changes nothing in the
 * database, which must be at head.
 */
@Mojo(name = "create", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class CreateMojo extends AbstractComparisonMojo {

    /** What the migration does, in a few words; its class is named after it. */
    @Parameter(property = "name")
    private @Nullable String name;

    /**
     * The revision it follows, if that is not the only head: an id, a prefix that only one id has, {@code label@head};
     * {@code base} begins a line of its own.
     */
    @Parameter(property = "albedo.head")
    private @Nullable String head;

    /** Lets it follow a revision that another one follows already, which begins a branch. */
    @Parameter(property = "albedo.splice", defaultValue = "false")
    private boolean splice;

    /** Names for the branch that starts with it. */
    @Parameter(property = "albedo.branchLabel")
    private @Nullable List<String> branchLabel;

    /** Revisions of other branches that must have been applied before it: ids, unique prefixes or labels. */
    @Parameter(property = "albedo.dependsOn")
    private @Nullable List<String> dependsOn;

    /** Its identifier; without it 12 random hex digits. */
    @Parameter(property = "albedo.revId")
    private @Nullable String revId;

    /**
     * Where a migration is tried before it is written, up and down: {@code database}, in one transaction that is rolled
     * back; {@code scratch}, a database of its own with the same schema and no rows, so that nobody is kept waiting;
     * {@code off}, nowhere.
     */
    @Parameter(property = "albedo.verify", defaultValue = "database")
    private String verify;

    /** How many seconds the trial waits in the database for a table that others use. */
    @Parameter(property = "albedo.verify.lockTimeout", defaultValue = "3")
    private int verifyLockTimeout;

    /** How many seconds a statement of the trial may take in the database, as it keeps others waiting; 0 is no limit. */
    @Parameter(property = "albedo.verify.timeout", defaultValue = "60")
    private int verifyTimeout;

    /**
     * What the rows that are there get in columns that become required, where neither a default nor the model says it:
     * {@code customer.email='unknown',bill.day=now()}, each a column with its table and a SQL expression. What separates two
     * of them is a comma outside of quotes and parentheses. Without it {@code create} asks on a terminal; with Maven's
     * {@code -B}, or if nobody answers, the migration says {@code FILL IN}.
     */
    @Parameter(property = "albedo.fills")
    private @Nullable String fills;

    /**
     * Writes {@code op.allowDataLoss(...)} before each operation that deletes data, so that {@code migrate} runs the migration
     * and {@code check} accepts it without this option.
     */
    @Parameter(property = "albedo.allowDestructive", defaultValue = "false")
    private boolean allowDestructive;

    @Override
    void validate() {
        super.validate();
        Proof.Place.parse(verify);
        Fills.parse(fills == null ? "" : fills).timeZone(timeZone);
    }

    /**
     * The time zone of existing values, where a column changes between {@code timestamp} or {@code date} and {@code
     * timestamptz}: {@code UTC}, {@code Europe/Berlin}, {@code +02:00}. Without it {@code hibernate.jdbc.time_zone} of the
     * model; else {@code create} asks on a terminal, and with Maven's {@code -B} the migration says {@code FILL IN}.
     */
    @Parameter(property = "albedo.timeZone")
    private @Nullable String timeZone;

    @Override
    void run(ProjectLoader loader) throws IOException, SQLException {
        MigrationSource migrations = MigrationSource.of(loader);
        Snapshot model = ModelSchema.read(classOutput());
        Fills said = Fills.parse(fills == null ? "" : fills).timeZone(timeZone);
        Proof proof = new Proof(
                Proof.Place.parse(verify),
                Duration.ofSeconds(verifyLockTimeout),
                Duration.ofSeconds(verifyTimeout),
                scratchServer(new Drivers(loader), comparesDatabase()),
                console());
        new Create(
                        startingPoint(migrations, model.schema(), loader),
                        proof,
                        place(migrations),
                        said,
                        allowDestructive,
                        console())
                .run(name, Identity.of(migrations.graph(), head, splice, branchLabel, dependsOn, revId), model);
    }
}
