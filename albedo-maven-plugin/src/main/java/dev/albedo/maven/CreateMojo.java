package dev.albedo.maven;

import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.goal.Create;
import dev.albedo.maven.goal.plan.Fills;
import dev.albedo.maven.goal.project.ModelSchema;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.write.MigrationIdentity;
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
 * Writes the migration that brings the database to the schema that the entities expect. Tests the migration first and changes nothing in the database, which must be at head.
 */
@Mojo(name = "create", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class CreateMojo extends AbstractComparisonMojo {

    /** The purpose of the migration, in a few words; its class is named after it. */
    @Parameter(property = "name")
    private @Nullable String name;

    /**
     * The parent of the migration, if it is not the only head: an id, a unique prefix of one, {@code label@head}; {@code
     * base} starts a line without a parent.
     */
    @Parameter(property = "albedo.head")
    private @Nullable String head;

    /** Allows a parent that already has a successor, which starts a branch. */
    @Parameter(property = "albedo.splice", defaultValue = "false")
    private boolean splice;

    /** Labels of the branch that starts with the migration. */
    @Parameter(property = "albedo.branchLabel")
    private @Nullable List<String> branchLabel;

    /** Revisions of other branches that must be applied before the migration: ids, unique prefixes or labels. */
    @Parameter(property = "albedo.dependsOn")
    private @Nullable List<String> dependsOn;

    /** The id of the revision; by default 12 random hex digits. */
    @Parameter(property = "albedo.revId")
    private @Nullable String revId;

    /**
     * Where to test the migration, up and down, before it is written: {@code database}, in one transaction that is
     * rolled back; {@code scratch}, a separate database with the same schema and no rows, which blocks no other session;
     * {@code off}, nowhere.
     */
    @Parameter(property = "albedo.verify", defaultValue = "database")
    private String verify;

    /** How many seconds the test waits for a lock on a table of the database. */
    @Parameter(property = "albedo.verify.lockTimeout", defaultValue = "3")
    private int verifyLockTimeout;

    /**
     * How many seconds a statement of the test may take in the database, where it blocks other sessions; 0 sets no limit.
     */
    @Parameter(property = "albedo.verify.timeout", defaultValue = "60")
    private int verifyTimeout;

    /**
     * Values for existing rows in columns that become required, if neither a default nor the model provides one: {@code
     * customer.email='unknown',bill.day=now()}. Each entry is a column with its table and a SQL expression; commas
     * outside quotes and parentheses separate entries. Without a value {@code create} asks on a terminal; with Maven's
     * {@code -B}, or without an answer, the migration contains {@code FILL IN}.
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
        PlanProof.Place.parse(verify);
        Fills.parse(fills == null ? "" : fills).timeZone(timeZone);
    }

    /**
     * The time zone of existing values, if a column changes between {@code timestamp} or {@code date} and {@code
     * timestamptz}: {@code UTC}, {@code Europe/Berlin}, {@code +02:00}. The default is {@code hibernate.jdbc.time_zone}
     * of the model; without that {@code create} asks on a terminal, and with Maven's {@code -B} the migration contains
     * {@code FILL IN}.
     */
    @Parameter(property = "albedo.timeZone")
    private @Nullable String timeZone;

    @Override
    boolean writesSources() {
        return true;
    }

    @Override
    void run(ProjectLoader loader) throws IOException, SQLException {
        MigrationSource migrations = migrations(loader);
        Snapshot model = ModelSchema.read(classOutput(), persistenceUnit());
        Fills said = Fills.parse(fills == null ? "" : fills).timeZone(timeZone);
        PlanProof proof = new PlanProof(
                PlanProof.Place.parse(verify),
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
                .run(
                        name,
                        MigrationIdentity.of(migrations.graph(), head, splice, branchLabel, dependsOn, revId),
                        model);
    }
}
