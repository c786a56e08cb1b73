package dev.albedo.maven;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.MavenExecutionException;
import org.apache.maven.exception.DefaultExceptionHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.PlexusContainer;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/**
 * Runs goals on a project as Maven does: with its classes for sessions, expressions and configuration, and the mojos as they
 * are. There is no lifecycle and no repository, so the project must be compiled.
 */
final class TestMaven {

    private static final PluginDescriptor DESCRIPTOR = PluginClasses.descriptor();
    private static final ClassRealm REALM = realm();

    /** How a goal ended. */
    enum Ending {
        DONE,
        /** The project or what was asked of the goal is not right. */
        FAILURE,
        /** The goal could not work. */
        ERROR,
        /** Maven itself refused a value. */
        REFUSED
    }

    /**
     * How a goal ended, and what it said.
     *
     * @param sentence what Maven shows of a failure, empty if there is none
     * @param said what the goal logged
     */
    record Outcome(Ending ending, String sentence, List<String> said) {}

    private final Path directory;
    private final Map<String, String> properties = new TreeMap<>();
    private final Xpp3Dom configuration = new Xpp3Dom("configuration");

    private boolean extension = true;
    private MojoExecution.Source source = MojoExecution.Source.LIFECYCLE;

    /** A project in a directory, whose classes are under target/classes. */
    TestMaven(Path directory) {
        this.directory = directory;
    }

    static PluginDescriptor descriptor() {
        return DESCRIPTOR;
    }

    /** Declares the plugin without {@code <extensions>true</extensions>}. */
    TestMaven withoutExtension() {
        extension = false;
        return this;
    }

    /** Calls goals by name, as in {@code mvn albedo:status}; the default is a call by a build. */
    TestMaven byName() {
        source = MojoExecution.Source.CLI;
        return this;
    }

    /** Adds a property to the POM. */
    TestMaven property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /** Adds an element to the configuration of the plugin in the POM. */
    TestMaven configure(String name, String value) {
        Xpp3Dom element = new Xpp3Dom(name);
        element.setValue(value);
        configuration.addChild(element);
        return this;
    }

    /** Runs a goal with properties of the command line. */
    Outcome run(String goal, Map<String, String> userProperties) throws IOException {
        MavenSession session = session(goal, userProperties);
        MojoDescriptor descriptor = DESCRIPTOR.getMojo(goal);
        MojoExecution execution = new MojoExecution(descriptor, "default-cli", source);
        Plugin plugin = session.getCurrentProject().getPlugin(AlbedoLifecycleParticipant.PLUGIN);
        if (extension) {
            HiddenSecrets.hide(session.getCurrentProject(), plugin);
        }
        execution.setConfiguration(merged(descriptor, (Xpp3Dom) plugin.getConfiguration()));
        List<String> said = new ArrayList<>();
        try {
            if (extension) {
                AlbedoLifecycleParticipant.requireKnownOptions(session, DESCRIPTOR);
            }
            AbstractMojo mojo = mojo(descriptor);
            mojo.setLog(new SystemStreamLog() {
                @Override
                public void info(CharSequence content) {
                    said.add(content.toString());
                }

                @Override
                public void warn(CharSequence content) {
                    said.add(content.toString());
                }
            });
            new BasicComponentConfigurator()
                    .configureComponent(
                            mojo,
                            new XmlPlexusConfiguration(execution.getConfiguration()),
                            new PluginParameterExpressionEvaluator(session, execution),
                            REALM,
                            null);
            mojo.execute();
            return new Outcome(Ending.DONE, "", said);
        } catch (MavenExecutionException | MojoFailureException e) {
            return new Outcome(Ending.FAILURE, shown(e), said);
        } catch (MojoExecutionException e) {
            return new Outcome(Ending.ERROR, shown(e), said);
        } catch (ComponentConfigurationException e) {
            return new Outcome(Ending.REFUSED, shown(e), said);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shown(Throwable thrown) {
        return new DefaultExceptionHandler().handleException(thrown).getMessage();
    }

    private static AbstractMojo mojo(MojoDescriptor descriptor) throws ReflectiveOperationException {
        Constructor<?> constructor =
                Class.forName(descriptor.getImplementation()).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (AbstractMojo) constructor.newInstance();
    }

    /** As {@code DefaultMojoExecutionConfigurator} merges the POM into what the descriptor says. */
    private static Xpp3Dom merged(MojoDescriptor descriptor, Xpp3Dom configuration) {
        Xpp3Dom merged = new Xpp3Dom("configuration");
        for (PlexusConfiguration parameter : descriptor.getMojoConfiguration().getChildren()) {
            Xpp3Dom element = new Xpp3Dom(parameter.getName());
            element.setValue(parameter.getValue(null));
            @Nullable String byDefault = parameter.getAttribute("default-value");
            if (byDefault != null) {
                element.setAttribute("default-value", byDefault);
            }
            Xpp3Dom configured = configuration.getChild(parameter.getName());
            merged.addChild(configured == null ? element : Xpp3Dom.mergeXpp3Dom(new Xpp3Dom(configured), element));
        }
        return merged;
    }

    @SuppressWarnings("deprecation") // the constructor that Maven itself uses
    private MavenSession session(String goal, Map<String, String> userProperties) {
        MavenExecutionRequest request = new DefaultMavenExecutionRequest();
        request.setGoals(List.of("albedo:" + goal));
        request.setInteractiveMode(false);
        request.setBaseDirectory(directory.toFile());
        Properties user = new Properties();
        user.putAll(userProperties);
        request.setUserProperties(user);
        request.setSystemProperties(new Properties());
        MavenSession session = new MavenSession(
                (PlexusContainer) null, (RepositorySystemSession) null, request, new DefaultMavenExecutionResult());
        MavenProject project = project();
        session.setProjects(List.of(project));
        session.setCurrentProject(project);
        return session;
    }

    private MavenProject project() {
        Model model = new Model();
        model.setModelVersion("4.0.0");
        model.setGroupId("shop");
        model.setArtifactId("shop");
        model.setVersion("1");
        model.getProperties().putAll(properties);
        Build build = new Build();
        build.setDirectory(directory.resolve("target").toString());
        build.setOutputDirectory(directory.resolve("target/classes").toString());
        build.setSourceDirectory(directory.resolve("src/main/java").toString());
        Plugin plugin = new Plugin();
        plugin.setGroupId(DESCRIPTOR.getGroupId());
        plugin.setArtifactId(DESCRIPTOR.getArtifactId());
        plugin.setConfiguration(new Xpp3Dom(configuration));
        build.addPlugin(plugin);
        Resource resources = new Resource();
        resources.setDirectory(directory.resolve("src/main/resources").toString());
        build.addResource(resources);
        model.setBuild(build);
        MavenProject project = new MavenProject(model);
        project.setFile(directory.resolve("pom.xml").toFile());
        project.setArtifacts(java.util.Set.of());
        project.addCompileSourceRoot(build.getSourceDirectory());
        return project;
    }

    private static ClassRealm realm() {
        try {
            return new ClassWorld().newRealm("test", TestMaven.class.getClassLoader());
        } catch (org.codehaus.plexus.classworlds.realm.DuplicateRealmException e) {
            throw new IllegalStateException(e);
        }
    }
}
