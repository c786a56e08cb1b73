package dev.albedo.maven;

import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.goal.Baseline;
import dev.albedo.maven.goal.project.ModelSchema;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Adopts a database that has tables and no history: writes the first migration, which creates the existing objects that
 * the entities map, tests it on a scratch database, and records it as applied without running it. Lists the differences
 * from the entities, which {@code create} writes next, and the objects that no entity maps, which are left out.
 */
@Mojo(name = "baseline", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class BaselineMojo extends AbstractComparisonMojo {

    /** The name of the migration, and of its class. */
    @Parameter(property = "name", defaultValue = "baseline")
    private String name;

    /**
     * Where to test the migration, up and down, before it is written: {@code scratch}, a separate database; {@code off},
     * nowhere.
     */
    @Parameter(property = "albedo.verify", defaultValue = "scratch")
    private String verify;

    /** Whether to record the migration as applied. If not, run {@code stamp} afterwards. */
    @Parameter(property = "albedo.baseline.stamp", defaultValue = "true")
    private boolean stamp;

    @Override
    void validate() {
        super.validate();
        PlanProof.Place.parse(verify);
    }

    @Override
    boolean writesSources() {
        return true;
    }

    @Override
    void run(ProjectLoader loader) throws IOException, SQLException {
        MigrationSource migrations = migrations(loader);
        Snapshot model = ModelSchema.read(classOutput(), persistenceUnit());
        ConnectionSource connections = connections(connection(), loader);
        PlanProof.Place place = PlanProof.Place.parse(verify);
        PlanProof proof = new PlanProof(
                place == PlanProof.Place.OFF
                        ? place
                        : PlanProof.Place.SCRATCH, // where the tables are there is no trying
                Duration.ZERO,
                Duration.ZERO,
                scratchServer(new Drivers(loader), true),
                console());
        new Baseline(
                        migrations,
                        connections,
                        source -> migrator(connections, source),
                        this::created,
                        read(model.schema(), created(migrations)),
                        comparison(loader),
                        proof,
                        place(migrations),
                        stamp,
                        console())
                .run(name, model);
    }
}
