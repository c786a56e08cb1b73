package dev.albedo.maven;

import dev.albedo.maven.connect.SetupException;
import dev.albedo.maven.connect.embedded.EmbeddedServer;
import dev.albedo.maven.connect.embedded.Platform;
import dev.albedo.maven.goal.report.Console;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** The embedded server of a Maven project: where it lives, and how its PostgreSQL is downloaded when it is used. */
final class EmbeddedPostgres {

    static final String DEFAULT_VERSION = "18.6.0";

    /** The newest of each version of PostgreSQL that the artifacts have. */
    private static final Map<Integer, String> VERSIONS =
            Map.of(13, "13.7.0", 14, "14.20.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18, DEFAULT_VERSION);

    private static final String GROUP_ID = "io.zonky.test.postgres";

    private EmbeddedPostgres() {}

    /**
     * The version of the artifacts for a server.
     *
     * @param major the first part of the server's version
     * @param configured a version that is used if it has the same first part
     * @throws SetupException if there is none
     */
    static String version(int major, String configured) {
        if (configured.startsWith(major + ".")) {
            return configured;
        }
        String version = VERSIONS.get(major);
        if (version == null) {
            throw new SetupException("There is no embedded PostgreSQL " + major + " to test a plan on: set"
                    + " albedo.scratch.url to a database of that version");
        }
        return version;
    }

    static EmbeddedServer of(
            MavenProject project,
            MavenSession session,
            RepositorySystem repositories,
            String version,
            Console console) {
        return new EmbeddedServer(
                Path.of(project.getBuild().getDirectory()).resolve("albedo").resolve("postgres"),
                version,
                wanted -> resolve(project, session, repositories, wanted),
                console::print);
    }

    private static Path resolve(
            MavenProject project, MavenSession session, RepositorySystem repositories, String version) {
        Platform platform = Platform.current()
                .orElseThrow(() -> new SetupException("There is no embedded PostgreSQL for "
                        + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                        + ": set albedo.url to a running database"));
        try {
            return Artifacts.one(project, session, repositories, GROUP_ID, platform.artifactId(), version);
        } catch (ArtifactResolutionException e) {
            throw new SetupException(
                    "The embedded PostgreSQL cannot be downloaded (" + e.getMessage()
                            + "): set albedo.url to a running database, or albedo.embedded.version to a"
                            + " published version",
                    e);
        }
    }
}
