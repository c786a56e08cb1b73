package dev.albedo.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.AbstractMavenLifecycleParticipant;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one plugin declaration with {@code <extensions>true</extensions>} all the set-up there is: it adds the executions
 * that the POM leaves out, and gives javac the processor (see {@link CompilerSetup}).
 *
 * <p>Maven asks it once for all projects, before it plans what to run.
 */
final class AlbedoLifecycleParticipant extends AbstractMavenLifecycleParticipant {

    static final String GROUP_ID = "dev.albedo";
    static final String PLUGIN = GROUP_ID + ":albedo-maven-plugin";
    private static final String DONE = AlbedoLifecycleParticipant.class.getName();

    private static final Logger LOG = LoggerFactory.getLogger(AlbedoLifecycleParticipant.class);

    /** A goal that belongs into every build, and where. */
    private record Binding(String goal, String phase) {}

    private static final List<Binding> BINDINGS = List.of(
            // Deletes what a running server works on otherwise, which Windows refuses and others half do.
            new Binding("stop", "pre-clean"),
            // The last phase before compile: before it, modules of the same build cannot be resolved.
            new Binding("inputs", "process-resources"),
            // For what the processor does not see: classes of other compilers, and compilations that cannot have it.
            new Binding("snapshot", "process-classes"),
            new Binding("check", "verify"));

    @Override
    public void afterProjectsRead(MavenSession session) throws MavenExecutionException {
        if (GivenOptions.isAnythingGiven(session)) {
            requireKnownOptions(session, GivenOptions.ownDescriptor());
        }
        for (MavenProject project : session.getProjects()) {
            Plugin albedo = project.getPlugin(PLUGIN);
            if (albedo != null) {
                HiddenSecrets.hide(project, albedo);
            }
            if (albedo != null && !"pom".equals(project.getPackaging()) && project.getContextValue(DONE) == null) {
                project.setContextValue(DONE, true);
                BINDINGS.forEach(binding -> bind(albedo, binding));
                Plugin compiler = project.getPlugin(CompilerSetup.COMPILER);
                if (compiler != null) {
                    String inputs =
                            InputsMojo.file(project.getBuild().getDirectory()).toString();
                    List<String> obstacles = new CompilerSetup(inputs, albedo.getVersion()).apply(compiler);
                    obstacles.forEach(LOG::warn);
                }
            }
        }
    }

    /** Before any goal of any plugin, so that a misspelled option stops all of them. */
    static void requireKnownOptions(MavenSession session, PluginDescriptor plugin) throws MavenExecutionException {
        GivenOptions given = new GivenOptions(plugin, session);
        List<String> wrong = new ArrayList<>(given.ofSession());
        for (MavenProject project : session.getProjects()) {
            if (project.getPlugin(PLUGIN) != null) {
                wrong.addAll(given.of(project));
            }
        }
        if (!wrong.isEmpty()) {
            throw new MavenExecutionException(
                    GivenOptions.text(wrong), session.getTopLevelProject().getFile());
        }
    }

    /** Whether the plugin is an extension of this project, so that its compilations have the processor. */
    static boolean sawTo(MavenProject project) {
        return project.getContextValue(DONE) != null;
    }

    private static void bind(Plugin albedo, Binding binding) {
        boolean bound = albedo.getExecutions().stream()
                .anyMatch(execution -> execution.getGoals().contains(binding.goal()));
        if (!bound) {
            PluginExecution execution = new PluginExecution();
            execution.setId("albedo-" + binding.goal());
            execution.setPhase(binding.phase());
            execution.addGoal(binding.goal());
            if (albedo.getConfiguration() instanceof Xpp3Dom configuration) {
                execution.setConfiguration(new Xpp3Dom(configuration));
            }
            albedo.addExecution(execution);
        }
    }
}
