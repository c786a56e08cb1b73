package dev.albedo.maven;

import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.ConnectionSettings.Source;
import dev.albedo.maven.connect.DefaultSchemaCheck;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.SetupException;
import dev.albedo.maven.connect.UnitDatabase;
import dev.albedo.maven.connect.embedded.EmbeddedServer;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.report.RunReport;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.Limits;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.Retry;
import dev.albedo.run.RunSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * A goal that works on a database. Each value of the connection comes from the first of these places that has it:
 *
 * <ol>
 *   <li>{@code -Dalbedo.url}, {@code -Dalbedo.user}, {@code -Dalbedo.password}, or the configuration in the POM;
 *   <li>the environment: {@code ALBEDO_URL}, {@code ALBEDO_USER}, {@code ALBEDO_PASSWORD};
 *   <li>user and password of the server in {@code settings.xml} that {@code albedo.server} names, decrypted;
 *   <li>the application's configuration, {@code application.properties} or {@code .yml}: {@code spring.datasource.url},
 *       {@code username}, {@code password}, else {@code quarkus.datasource.*}; this password is sent to the hosts of this
 *       URL and to this machine only;
 *   <li>none: a PostgreSQL of the project's own under the build directory, downloaded when it is used the first time.
 * </ol>
 */
abstract class AbstractDatabaseMojo extends AbstractMigrationsMojo {

    /** The JDBC URL of the database. */
    @Parameter(property = "albedo.url")
    private @Nullable PlexusConfiguration url; // unevaluated, because it may have a password in it; see password

    /** The user to connect as. */
    @Parameter(property = "albedo.user")
    private @Nullable String user;

    /**
     * The password. Keep it in {@code settings.xml} (see {@code server}) or in the environment rather than in a POM.
     */
    @Parameter(property = "albedo.password")
    private @Nullable PlexusConfiguration
            password; // unevaluated, because mvn -X prints every value that Maven evaluates

    /** The id of a server in {@code settings.xml} with user and password. */
    @Parameter(property = "albedo.server")
    private @Nullable String server;

    /**
     * The version of the embedded PostgreSQL, as {@code io.zonky.test.postgres} publishes it. If {@code
     * albedo.databaseVersion} states another major version, the newest release of that major version is used.
     */
    @Parameter(property = "albedo.embedded.version", defaultValue = EmbeddedPostgres.DEFAULT_VERSION)
    private String embeddedVersion;

    /** How many seconds to wait while another run works on the database. */
    @Parameter(property = "albedo.lockPatience", defaultValue = "300")
    private int lockPatience;

    /** How many seconds to retry connecting to the database, with growing pauses; 0 tries once. */
    @Parameter(property = "albedo.connectPatience", defaultValue = "30")
    private int connectPatience;

    /**
     * How many seconds a statement of a revision waits for a lock before the revision is rolled back and retried; 0 sets
     * no limit. The limit does not apply to statements that cannot run in a transaction, such as a concurrent index
     * build.
     */
    @Parameter(property = "albedo.lockTimeout", defaultValue = "5")
    private int lockTimeout;

    /** How many seconds a statement of a revision may take; 0 sets no limit. */
    @Parameter(property = "albedo.statementTimeout", defaultValue = "0")
    private int statementTimeout;

    /**
     * How many seconds a revision that meets locks of other sessions is retried, with growing pauses, before it fails; 0
     * tries once. A concurrent index build waits no longer than this for other sessions.
     */
    @Parameter(property = "albedo.retryPatience", defaultValue = "60")
    private int retryPatience;

    @Inject
    private SettingsDecrypter decrypter;

    private @Nullable String secret;

    private boolean embeddedIsUsed;

    @Override
    @Nullable
    String secret() {
        return secret;
    }

    /** The database to work on; starts the embedded one if none is configured. */
    ConnectionSettings connection() throws IOException {
        Optional<ConnectionSettings> configured = configured();
        embeddedIsUsed = configured.isEmpty();
        ConnectionSettings settings =
                configured.isPresent() ? configured.get() : ofUnit(embedded().start());
        secret = settings.password();
        return settings;
    }

    /** Each persistence unit has a database of its own on the embedded server. */
    private ConnectionSettings ofUnit(ConnectionSettings embedded) {
        String unit = persistenceUnit();
        return unit == null || !unit().isSeparate() ? embedded : UnitDatabase.of(embedded, unit);
    }

    ConnectionSource connections(ConnectionSettings settings, ProjectLoader loader) {
        Drivers drivers = new Drivers(loader);
        ConnectionSource connections = () -> drivers.connect(settings);
        // Without a configured database it is the embedded one, whose default schema nobody else uses.
        return embeddedIsUsed
                ? connections
                : statedDefaultSchema()
                        .map(schema -> DefaultSchemaCheck.of(connections, schema, settings.shownUrl()))
                        .orElse(connections);
    }

    Migrator migrator(ConnectionSource connections, MigrationSource migrations) {
        return new Migrator(connections, migrations, runSettings(), new RunReport(console()));
    }

    RunSettings runSettings() {
        Retry retry = connectPatience == 0
                ? Retry.NONE
                : new Retry(Duration.ofSeconds(connectPatience), Retry.DEFAULT.first(), Retry.DEFAULT.longest());
        Limits limits = new Limits(
                Duration.ofSeconds(lockTimeout),
                Duration.ofSeconds(statementTimeout),
                Limits.DEFAULT.contention().patience(Duration.ofSeconds(retryPatience)));
        return new RunSettings(
                history(),
                Duration.ofSeconds(lockPatience),
                retry,
                allowsDestructive(),
                limits,
                isSingleTransaction(),
                undoBaselines());
    }

    /** Whether all revisions of a run are one transaction. */
    boolean isSingleTransaction() {
        return false;
    }

    /** Whether migrations may delete data that do not acknowledge it. */
    boolean allowsDestructive() {
        return false;
    }

    /** The baselines that may be taken back. */
    Set<String> undoBaselines() {
        return Set.of();
    }

    EmbeddedServer embedded() {
        return statedMajorVersion()
                .map(this::embedded)
                .orElseGet(() -> EmbeddedPostgres.of(project, session, repositories(), embeddedVersion, console()));
    }

    /** An embedded server of the version that a server has. */
    EmbeddedServer embedded(int majorVersion) {
        return EmbeddedPostgres.of(
                project, session, repositories(), EmbeddedPostgres.version(majorVersion, embeddedVersion), console());
    }

    /** The value of a password as it is configured. */
    @Nullable
    String evaluated(@Nullable PlexusConfiguration configured) {
        return configured == null ? null : evaluated(HiddenSecrets.reveal(project, configured.getValue()));
    }

    /** Returns the configured database, if there is one. */
    Optional<ConnectionSettings> configured() throws IOException {
        List<Source> sources = new ArrayList<>();
        sources.add(new Source("albedo.url", evaluated(url), user, evaluated(password), true));
        sources.add(new Source(
                "ALBEDO_URL",
                System.getenv("ALBEDO_URL"),
                System.getenv("ALBEDO_USER"),
                System.getenv("ALBEDO_PASSWORD"),
                true));
        if (server != null) {
            sources.add(settingsServer(server));
        }
        sources.addAll(
                sources.stream().allMatch(source -> source.url() == null)
                        ? applicationProperties().sources()
                        : lenders());
        return ConnectionSettings.choose(sources);
    }

    /** Returns the settings of the application; an unreadable file matters only if the server asks for its password. */
    private List<Source> lenders() throws IOException {
        try {
            return applicationProperties().lenders();
        } catch (SetupException e) {
            return List.of(new Source("the application", null, null, null, false, null, e.getMessage()));
        }
    }

    private Source settingsServer(String id) {
        Server encrypted = session.getSettings().getServer(id);
        if (encrypted == null) {
            throw new SetupException(
                    "settings.xml has no server " + id + ", which albedo.server names: add it, or unset albedo.server");
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(encrypted));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new SetupException("The password of server " + id + " in settings.xml cannot be decrypted: "
                        + problem.getMessage() + ". Encrypt it again with mvn --encrypt-password");
            }
        }
        Server decrypted = result.getServer();
        return new Source("settings.xml", null, decrypted.getUsername(), decrypted.getPassword(), true);
    }
}
