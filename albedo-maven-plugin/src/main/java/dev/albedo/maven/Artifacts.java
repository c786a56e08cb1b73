package dev.albedo.maven;

import dev.albedo.maven.connect.SetupException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Artifacts that are downloaded when they are used, from where plugins come from. */
final class Artifacts {

    private Artifacts() {}

    /** One jar. */
    static Path one(
            MavenProject project,
            MavenSession session,
            RepositorySystem repositories,
            String groupId,
            String artifactId,
            String version)
            throws ArtifactResolutionException {
        ArtifactRequest request = new ArtifactRequest(
                new DefaultArtifact(groupId, artifactId, "jar", version), project.getRemotePluginRepositories(), null);
        return path(repositories.resolveArtifact(session.getRepositorySession(), request));
    }

    /** A jar of Albedo and all it needs at run time. */
    static List<Path> tree(
            MavenProject project,
            MavenSession session,
            RepositorySystem repositories,
            String artifactId,
            String version) {
        DefaultArtifact root = new DefaultArtifact(AlbedoLifecycleParticipant.GROUP_ID, artifactId, "jar", version);
        CollectRequest tree =
                new CollectRequest(new Dependency(root, "runtime"), project.getRemotePluginRepositories());
        try {
            return repositories
                    .resolveDependencies(session.getRepositorySession(), new DependencyRequest(tree, null))
                    .getArtifactResults()
                    .stream()
                    .map(Artifacts::path)
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new SetupException(
                    "Hibernate, which reads the model, cannot be downloaded (" + e.getMessage()
                            + "): add org.hibernate.orm:hibernate-core to the project with scope provided",
                    e);
        }
    }

    private static Path path(ArtifactResult result) {
        return result.getArtifact().getFile().toPath();
    }
}
