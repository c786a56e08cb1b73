package dev.albedo.maven;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.UnsupportedDatabaseException;
import dev.albedo.maven.connect.ApplicationProperties;
import dev.albedo.maven.connect.SetupException;
import dev.albedo.processor.Inputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** A goal that knows the model: its classes, its class path and the settings Hibernate reads it with. */
abstract class AbstractModelMojo extends AbstractAlbedoMojo {

    /**
     * Settings for Hibernate when it reads the model, such as {@code hibernate.physical_naming_strategy}. They override
     * {@code persistence.xml} and {@code spring.jpa.*} of the application's configuration, which are read as well.
     */
    @Parameter
    private @Nullable Map<String, String> hibernate;

    /**
     * The PostgreSQL version that the migrations are written for; the default is 18. Needed only if there is no server
     * to ask ({@code script}, {@code check}, comparisons without a database), or if migrations also run on an older server
     * than the one that {@code create} compares with. A goal with a connection asks the server for its version and never
     * writes SQL for a newer one. Hibernate chooses some types by this value.
     */
    @Parameter(property = "albedo.databaseVersion")
    private @Nullable String databaseVersion;

    /**
     * The default schema, which is the current schema of the connection. Objects of the model in this schema are written
     * without a schema name. The default is {@code public}. If it is set, goals refuse a connection whose current schema is
     * another one.
     */
    @Parameter(property = "albedo.defaultSchema")
    private @Nullable String defaultSchema;

    /**
     * The persistence unit, if {@code persistence.xml} declares several. Each has its own migrations, in the package that
     * {@code albedo.package} names; the default is {@code migrations.<unit>} within the package that
     * contains all model classes.
     */
    @Parameter(property = "albedo.persistenceUnit")
    private @Nullable String persistenceUnit;

    @Inject
    private RepositorySystem repositories;

    @Override
    void validate() {
        super.validate();
        dialect();
    }

    RepositorySystem repositories() {
        return repositories;
    }

    String defaultSchema() {
        return statedDefaultSchema().orElse(Inputs.DEFAULT_SCHEMA);
    }

    /** The default schema, if the project states one. */
    Optional<String> statedDefaultSchema() {
        return Optional.ofNullable(defaultSchema);
    }

    @Nullable
    String persistenceUnit() {
        return persistenceUnit;
    }

    Inputs inputs() throws IOException {
        TreeMap<String, String> settings = new TreeMap<>(applicationProperties().hibernateSettings());
        if (hibernate != null) {
            settings.putAll(hibernate);
        }
        return new Inputs(
                classOutput(), modelClassPath(), settings, databaseVersion(), defaultSchema(), persistenceUnit);
    }

    /** The class path, and behind it a Hibernate for a project that compiles against the API alone. */
    private List<Path> modelClassPath() {
        boolean api = has("jakarta.persistence", "jakarta.persistence-api");
        if (!api || has("org.hibernate.orm", "hibernate-core")) {
            return classPath();
        }
        List<Path> entries = new ArrayList<>(classPath());
        Artifacts.tree(project, session, repositories, CompilerSetup.PROCESSOR_ARTIFACT, plugin.getVersion()).stream()
                .filter(entry -> !entries.contains(entry))
                .forEach(entries::add);
        return entries;
    }

    private boolean has(String groupId, String artifactId) {
        return project.getArtifacts().stream()
                .anyMatch(artifact -> artifact.getGroupId().equals(groupId)
                        && artifact.getArtifactId().equals(artifactId));
    }

    private String databaseVersion() {
        return databaseVersion == null ? Inputs.DEFAULT_DIALECT_VERSION : databaseVersion;
    }

    /** The first part of the version that the migrations are written for, if the project states one. */
    Optional<Integer> statedMajorVersion() {
        return databaseVersion == null ? Optional.empty() : Optional.of(majorVersion());
    }

    private int majorVersion() {
        return Integer.parseInt(databaseVersion().replaceFirst("\\..*", ""));
    }

    Dialect dialect() {
        try {
            return Dialects.of(Dialects.OF_MODELS, majorVersion());
        } catch (IllegalArgumentException | UnsupportedDatabaseException e) {
            throw new SetupException(
                    "albedo.databaseVersion is " + databaseVersion() + ": use a PostgreSQL version, such as "
                            + Inputs.DEFAULT_DIALECT_VERSION,
                    e);
        }
    }

    /** The application's own configuration, in the resources of the project. */
    ApplicationProperties applicationProperties() throws IOException {
        List<Path> resources = project.getResources().stream()
                .map(Resource::getDirectory)
                .map(Path::of)
                .toList();
        return new ApplicationProperties(resources, this::outside, this::filter);
    }

    /** The properties that Maven puts into a resource; the command line overrides the POM. */
    private @Nullable String filter(String name) {
        String value = session.getUserProperties().getProperty(name);
        return value != null ? value : project.getProperties().getProperty(name);
    }

    private @Nullable String outside(String name) {
        String value = session.getUserProperties().getProperty(name);
        if (value == null) {
            value = System.getProperty(name);
        }
        return value != null ? value : System.getenv(name);
    }
}
