package dev.albedo.maven;

import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.goal.VerifyMigrations;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.project.ModelSchema;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.run.MigrationSource;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Runs all migrations on a scratch database, up and down one by one. Fails if they do not lead to the model, or if the rollback of one does not restore the schema before it. The scratch database is on the embedded PostgreSQL, or is a copy of
 * {@code albedo.scratch.url}.
 */
@Mojo(
        name = "verify-migrations",
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
final class VerifyMigrationsMojo extends AbstractComparisonMojo {

    @Override
    void run(ProjectLoader loader) throws IOException, SQLException {
        MigrationSource migrations = migrations(loader);
        Optional<Snapshot> model = ModelSchema.find(classOutput(), persistenceUnit());
        DropScope created = created(migrations);
        new VerifyMigrations(
                        migrations,
                        scratchServer(new Drivers(loader), false),
                        read(model.map(Snapshot::schema).orElse(Schema.EMPTY), created),
                        runSettings(),
                        comparison(loader),
                        created,
                        console())
                .run(
                        model.filter(snapshot -> !snapshot.schema().isEmpty()),
                        place(migrations).views().read());
    }
}
