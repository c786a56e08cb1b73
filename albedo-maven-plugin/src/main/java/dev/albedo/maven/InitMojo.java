package dev.albedo.maven;

import dev.albedo.maven.goal.Init;
import dev.albedo.maven.goal.Init.PluginState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.MavenProject;

/**
 * Sets up a project: adds the missing dependency and plugin to its POM, changes nothing else, and prints the next step.
 * For a project without the plugin: {@code mvn dev.albedo:albedo-maven-plugin:<version>:init}. At the root of several
 * modules it writes nothing and prints which entry belongs in which POM.
 */
@Mojo(name = "init", aggregator = true, threadSafe = true)
final class InitMojo extends AbstractAlbedoMojo {

    @Override
    void run() throws IOException {
        boolean frame = "pom".equals(project.getPackaging());
        new Init(
                        new Init.Project(
                                project.getFile().toPath().toAbsolutePath(),
                                shown(project),
                                frame,
                                state(project.getPlugin(AlbedoLifecycleParticipant.PLUGIN)),
                                has(project.getDependencies()),
                                managesAnnotations(),
                                frame ? modulesWithoutAnnotations() : List.of()),
                        plugin.getVersion(),
                        console())
                .run();
    }

    private static PluginState state(Plugin albedo) {
        if (albedo == null) {
            return PluginState.MISSING;
        }
        return albedo.isExtensions() ? PluginState.COMPLETE : PluginState.NO_EXTENSION;
    }

    private static boolean has(List<Dependency> dependencies) {
        return dependencies.stream()
                .anyMatch(dependency -> dependency.getGroupId().equals(AlbedoLifecycleParticipant.GROUP_ID)
                        && dependency.getArtifactId().equals("albedo-annotations"));
    }

    private boolean managesAnnotations() {
        DependencyManagement management = project.getDependencyManagement();
        return management != null && has(management.getDependencies());
    }

    private List<Path> modulesWithoutAnnotations() throws IOException {
        List<Path> poms = new ArrayList<>();
        for (MavenProject module : session.getProjects()) {
            if (!has(module.getDependencies()) && Reactor.mentionsParts(module)) {
                poms.add(shown(module));
            }
        }
        return poms;
    }

    /** As seen from the directory in which Maven was called, which with {@code -f} is not that of the project. */
    private Path shown(MavenProject of) {
        Path here = Path.of(session.getSystemProperties().getProperty("user.dir", session.getExecutionRootDirectory()));
        Path file = of.getFile().toPath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }
}
