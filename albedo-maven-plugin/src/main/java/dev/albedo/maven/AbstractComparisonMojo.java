package dev.albedo.maven;

import dev.albedo.dialect.SchemaFilter;
import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.connect.embedded.TemporaryServer;
import dev.albedo.maven.goal.FromDatabase;
import dev.albedo.maven.goal.FromMigrations;
import dev.albedo.maven.goal.StartingPoint;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.HistoryLog;
import dev.albedo.run.MigrationSource;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** A goal that compares the model with a database, the migrations or an earlier snapshot. */
abstract class AbstractComparisonMojo extends AbstractDatabaseMojo {

    /**
     * The schema to compare the entities with: {@code database}, or {@code migrations}, the schema that the project's
     * migrations create from nothing, for which no database is needed. {@code diff} also takes the path of an earlier
     * snapshot ({@code schema.json}), or of a jar that contains one, and prints the changes since then.
     */
    @Parameter(property = "albedo.from", defaultValue = "database")
    private String from;

    /** Schemas to compare in addition to the default schema and the schemas that the model names. */
    @Parameter(property = "albedo.schemas")
    private @Nullable List<String> schemas;

    /**
     * Whether to drop objects that are not in the model even if no migration created them. By default they are left unchanged and listed.
     */
    @Parameter(property = "albedo.dropUnknown", defaultValue = "false")
    private boolean dropUnknown;

    /**
     * The JDBC URL of a template from which scratch databases are copied: a database with the extensions and functions
     * that the project needs and without tables. By default {@code create} and {@code baseline} create empty ones on the
     * server of the database, or, if its user may not create databases there, on an embedded PostgreSQL of the same
     * version that is stopped afterwards. Comparisons that need no database use an embedded PostgreSQL.
     */
    @Parameter(property = "albedo.scratch.url")
    private @Nullable PlexusConfiguration scratchUrl; // unevaluated, because it may have a password in it

    /** The user that creates scratch databases. */
    @Parameter(property = "albedo.scratch.user")
    private @Nullable String scratchUser;

    /** The password of {@code albedo.scratch.user}. */
    @Parameter(property = "albedo.scratch.password")
    private @Nullable PlexusConfiguration
            scratchPassword; // unevaluated, because mvn -X prints every value that Maven evaluates

    @Override
    boolean needsModel() {
        return true;
    }

    @Override
    void validate() {
        super.validate();
        if (!isFromSnapshot() && !from.equals("database") && !from.equals("migrations")) {
            throw new GoalException("albedo.from is " + from + ": use database or migrations");
        }
    }

    StartingPoint startingPoint(MigrationSource migrations, Schema model, ProjectLoader loader) throws IOException {
        DropScope created = created(migrations);
        if (from.equals("migrations")) {
            return new FromMigrations(
                    migrations,
                    scratchServer(new Drivers(loader), false),
                    read(model, created),
                    runSettings(),
                    comparison(loader),
                    created,
                    console());
        }
        ConnectionSource connections = connections(connection(), loader);
        return new FromDatabase(
                migrator(connections, migrations), connections, read(model, created), comparison(loader), created);
    }

    /** Whether the model is compared with an earlier snapshot of it. */
    boolean isFromSnapshot() {
        return false;
    }

    /** Returns the configured starting point of the comparison. */
    String from() {
        return from;
    }

    /** Returns the objects that a plan may drop. */
    DropScope created(MigrationSource migrations) {
        return dropUnknown ? DropScope.byAnyone(console()) : DropScope.by(migrations, console());
    }

    /** Whether the model is compared with a live database. */
    boolean comparesDatabase() {
        return from.equals("database");
    }

    /**
     * Makes scratch databases.
     *
     * @param likeDatabase whether they are of the version of the live database
     */
    ScratchServer scratchServer(Drivers drivers, boolean likeDatabase) throws IOException {
        String url = evaluated(scratchUrl);
        if (url != null) {
            ConnectionSettings settings =
                    new ConnectionSettings(url, scratchUser, evaluated(scratchPassword), "albedo.scratch.url");
            return ScratchServer.copying(drivers, () -> settings);
        }
        Optional<ConnectionSettings> database = configured();
        if (database.isEmpty()) {
            // The embedded server is the project's database and runs on.
            return ScratchServer.beside(drivers, () -> embedded().start());
        }
        if (!likeDatabase) {
            return ScratchServer.beside(drivers, new TemporaryServer(this::embedded));
        }
        ConnectionSettings live = database.get();
        return ScratchServer.beside(
                drivers, live, new TemporaryServer(() -> embedded(version(drivers, live))), console()::print);
    }

    private static int version(Drivers drivers, ConnectionSettings database) throws SQLException {
        try (Connection connection = drivers.connect(database)) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }

    /** The default schema, those that the model or a migration names, and those that the user does. */
    SchemaFilter read(Schema model, DropScope created) {
        Set<String> read = new HashSet<>(model.schemas());
        read.addAll(created.schemas());
        if (schemas != null) {
            read.addAll(schemas);
        }
        Set<QualifiedName> known = new HashSet<>(model.tables().keySet());
        known.addAll(created.tables());
        return new SchemaFilter(read, Set.of(history(), HistoryLog.name(history())), known);
    }
}
