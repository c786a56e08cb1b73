package dev.albedo.maven;

import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.database.SchemaFilter;
import dev.albedo.maven.goal.Create;
import dev.albedo.maven.goal.ModelSchema;
import dev.albedo.maven.goal.ProjectLoader;
import dev.albedo.maven.goal.Proof;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
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
     * The JDBC URL of a database of which scratch databases are made as copies, with the extensions and functions that the
     * project needs and no tables. Without it the embedded PostgreSQL makes them.
     */
    @Parameter(property = "albedo.scratch.url")
    private @Nullable String scratchUrl;

    /** The user who makes scratch databases. */
    @Parameter(property = "albedo.scratch.user")
    private @Nullable String scratchUser;

    /** The password of that user. */
    @Parameter(property = "albedo.scratch.password")
    private @Nullable Password scratchPassword;

    @Override
    boolean needsModel() {
        return true;
    }

    @Override
    void run(ProjectLoader loader) throws IOException, SQLException {
        MigrationSource migrations = MigrationSource.of(loader);
        Schema model = ModelSchema.read(classOutput());
        ConnectionSource connections = connections(connection(), loader);
        new Create(
                        migrator(connections, migrations),
                        connections,
                        filter(model),
                        comparison(),
                        proof(loader),
                        place(migrations),
                        console())
                .run(name, model);
    }

    private Proof proof(ProjectLoader loader) {
        return new Proof(
                Proof.Place.parse(verify),
                Duration.ofSeconds(verifyLockTimeout),
                Duration.ofSeconds(verifyTimeout),
                scratchServer(new Drivers(loader)),
                console());
    }

    private ScratchServer scratchServer(Drivers drivers) {
        if (scratchUrl == null) {
            return ScratchServer.beside(drivers, () -> embedded().start());
        }
        ConnectionSettings settings = new ConnectionSettings(
                scratchUrl,
                scratchUser,
                scratchPassword == null ? null : scratchPassword.value(),
                "albedo.scratch.url");
        return ScratchServer.copying(drivers, () -> settings);
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
