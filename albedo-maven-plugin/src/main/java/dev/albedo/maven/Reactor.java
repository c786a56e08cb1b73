package dev.albedo.maven;

import dev.albedo.maven.goal.project.Freshness;
import dev.albedo.maven.goal.project.ModuleParts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * Decides which of several modules a goal is for. A model may be spread over modules that build on each other; the last of
 * them sees all of it, so that is where its migrations belong, unless another one has some already.
 */
final class Reactor {

    /** What Java says of a model or a migration; a module that comes later is not compiled yet. */
    private static final Pattern PART = Pattern.compile("@(Entity|MappedSuperclass|Embeddable|Revision)\\b");

    private final MavenSession session;
    private final MavenProject project;

    Reactor(MavenSession session, MavenProject project) {
        this.session = session;
        this.project = project;
    }

    /** Whether the project only holds modules together. */
    boolean isFrame() {
        return session.getProjects().size() > 1 && "pom".equals(project.getPackaging());
    }

    /** Why the goal is not for this module, which is compiled, or nothing if it is. */
    Optional<String> elsewhere() throws IOException {
        ModuleParts parts = parts(project);
        if (session.getProjects().size() == 1 || parts.hasMigrations()) {
            return Optional.empty();
        }
        if (parts.isEmpty()) {
            List<MavenProject> earlier =
                    new ArrayList<>(modules(session.getProjectDependencyGraph().getUpstreamProjects(project, true)));
            Collections.reverse(earlier);
            for (MavenProject module : earlier) {
                if (!parts(module).isEmpty()) {
                    return Optional.of(
                            "Nothing to do in this module: the model is in module" + " " + module.getArtifactId());
                }
            }
        }
        for (MavenProject later : modules(session.getProjectDependencyGraph().getDownstreamProjects(project, true))) {
            if (mentionsParts(later)) {
                return Optional.of("Nothing to do in this module: its model is part of the model of" + " "
                        + later.getArtifactId());
            }
        }
        return Optional.empty();
    }

    private static List<MavenProject> modules(List<MavenProject> projects) {
        return projects.stream()
                .filter(other -> !"pom".equals(other.getPackaging()))
                .filter(other -> other.getPlugin(AlbedoLifecycleParticipant.PLUGIN) != null)
                .toList();
    }

    private static ModuleParts parts(MavenProject module) throws IOException {
        return ModuleParts.in(Path.of(module.getBuild().getOutputDirectory()));
    }

    /** Whether a source of a module says that there is part of a model, or a migration. */
    static boolean mentionsParts(MavenProject module) throws IOException {
        List<Path> roots = module.getCompileSourceRoots().stream().map(Path::of).toList();
        for (Path root : Freshness.inAllLanguages(roots)) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                        // Any encoding that a source may be in spells these words alike.
                        if (PART.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                                .find()) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
