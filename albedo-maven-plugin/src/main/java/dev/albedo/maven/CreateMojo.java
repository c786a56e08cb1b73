package dev.albedo.maven;

import dev.albedo.maven.database.SchemaFilter;
import dev.albedo.maven.goal.Create;
import dev.albedo.maven.goal.ModelSchema;
import dev.albedo.maven.goal.ProjectLoader;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes the migration that brings the database to what the entities expect. Compares, and changes nothing in the database,
 * which must be at head.
 */
@Mojo(name = "create", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class CreateMojo extends AbstractDatabaseMojo {

    /** What the migration does, in a few words; its class is named after it. */
    @Parameter(property = "name")
    private @Nullable String name;

    /** Schemas to compare besides the default one and those that the model names. */
    @Parameter(property = "albedo.schemas")
    private @Nullable List<String> schemas;

    /** Tables that are not the model's, such as those of another tool; they are left alone. */
    @Parameter(property = "albedo.ignoredTables")
    private @Nullable List<String> ignoredTables;

    @Override
    boolean needsModel() {
        return true;
    }

    @Override
    void run(ProjectLoader loader) throws IOException, SQLException {
        MigrationSource migrations = MigrationSource.of(loader);
        Snapshot model = ModelSchema.read(classOutput());
        ConnectionSource connections = connections(connection(), loader);
        new Create(
                        migrator(connections, migrations),
                        connections,
                        filter(model.schema()),
                        comparison(),
                        place(migrations),
                        console())
                .run(name, model);
    }

    private SchemaFilter filter(Schema model) {
        Set<String> compared = new HashSet<>(model.schemas());
        if (schemas != null) {
            compared.addAll(schemas);
        }
        Set<QualifiedName> ignored = new HashSet<>();
        ignored.add(history());
        if (ignoredTables != null) {
            ignoredTables.stream().map(QualifiedName::parse).forEach(ignored::add);
        }
        return new SchemaFilter(compared, ignored);
    }
}
