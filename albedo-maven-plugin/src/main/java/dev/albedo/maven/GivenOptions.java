package dev.albedo.maven;

import dev.albedo.maven.connect.SetupException;
import dev.albedo.maven.connect.TenantList;
import dev.albedo.maven.goal.Repair;
import dev.albedo.maven.goal.Rollback;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.Format;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.option.Option;
import dev.albedo.maven.option.Options;
import dev.albedo.revision.Identifiers;
import dev.albedo.revision.RevisionException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The options that a user gives, wherever Maven takes them from: the command line and {@code .mvn}, the environment, and the
 * properties and the plugin's configuration in a POM, profiles of it and of {@code settings.xml} included.
 */
final class GivenOptions {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]+)}");
    private static final String CONFIGURATION = "in the configuration of albedo-maven-plugin";
    private static final String DESCRIPTOR = "META-INF/maven/plugin.xml";

    /** The checks of values by goals, so that an invalid one stops all goals of a command before the first. */
    private static final Map<String, Function<String, Optional<String>>> VALUES = Map.of(
            "format", problem(Format::parse),
            "steps", problem(value -> Rollback.work(Integer.valueOf(value), null)),
            "albedo.step", problem(Repair::outcome),
            "albedo.range", problem(Identifiers::requireRange),
            "albedo.verify", problem(PlanProof.Place::parse),
            "albedo.tenants.kind", problem(TenantList.Kind::parse));

    private static final String DRY_RUN = "albedo.dryRun";

    /** The goals that only read, so that a dry run of them is what they do anyway. A new goal counts as one that writes. */
    static final Set<String> READING = Set.of(
            "branches",
            "check",
            "current",
            "diff",
            "heads",
            "help",
            "history",
            "inputs",
            "script",
            "show",
            "snapshot",
            "status",
            "verify-migrations");

    private final PluginDescriptor descriptor;
    private final Options options;
    private final MavenSession session;

    GivenOptions(PluginDescriptor descriptor, MavenSession session) {
        this.descriptor = descriptor;
        this.options = options(descriptor);
        this.session = session;
    }

    /** The descriptor in the plugin's own jar. */
    static PluginDescriptor ownDescriptor() {
        try {
            for (URL url : Collections.list(GivenOptions.class.getClassLoader().getResources(DESCRIPTOR))) {
                // Maven does not give an extension of the build its own reader of XML; its plugin descriptors are
                // UTF-8.
                try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    PluginDescriptor found = new PluginDescriptorBuilder().build(reader);
                    if (AlbedoLifecycleParticipant.PLUGIN.equals(found.getGroupId() + ":" + found.getArtifactId())) {
                        return found;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PlexusConfigurationException e) {
            throw new IllegalStateException("the plugin's descriptor is not readable", e);
        }
        throw new IllegalStateException("albedo-maven-plugin has no " + DESCRIPTOR);
    }

    private static Options options(PluginDescriptor descriptor) {
        Set<Option> options = new LinkedHashSet<>();
        for (MojoDescriptor mojo : descriptor.getMojos()) {
            for (Parameter parameter : parameters(mojo)) {
                if (parameter.isEditable()) {
                    Option.Kind kind = Option.Kind.of(parameter.getType());
                    String property = property(parameter);
                    options.add(
                            property != null && VALUES.containsKey(property)
                                    ? new Option(parameter.getName(), property, kind, VALUES.get(property))
                                    : new Option(parameter.getName(), property, kind));
                }
            }
        }
        return new Options(options);
    }

    private static Function<String, Optional<String>> problem(Consumer<String> parser) {
        return value -> {
            try {
                parser.accept(value);
                return Optional.empty();
            } catch (GoalException | SetupException | RevisionException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        };
    }

    private static Collection<Parameter> parameters(MojoDescriptor mojo) {
        return mojo.getParameters() == null ? List.of() : mojo.getParameters();
    }

    private static @Nullable String property(Parameter parameter) {
        Matcher expression = EXPRESSION.matcher(parameter.getExpression() == null ? "" : parameter.getExpression());
        return expression.matches() ? expression.group(1) : null;
    }

    /** Whether anything is given that this class looks at. */
    static boolean isAnythingGiven(MavenSession session) {
        return Stream.concat(
                                Stream.of(session.getSystemProperties(), session.getUserProperties()),
                                session.getProjects().stream().map(MavenProject::getProperties))
                        .flatMap(properties -> properties.stringPropertyNames().stream())
                        .anyMatch(Options::isOurs)
                || session.getProjects().stream()
                        .map(project -> project.getPlugin(AlbedoLifecycleParticipant.PLUGIN))
                        .anyMatch(plugin -> plugin != null
                                && (plugin.getConfiguration() != null
                                        || !plugin.getExecutions().isEmpty()));
    }

    /** Returns what is wrong with what is given for all of Maven's run. */
    List<String> ofSession() {
        Map<String, String> given = new TreeMap<>();
        ours(session.getSystemProperties(), given, false);
        Properties user = session.getUserProperties();
        ours(user, given, true);
        List<String> problems = new ArrayList<>(options.ofProperties(given, "on the command line"));
        problems.addAll(options.withoutValue(given));
        Set<String> own = called();
        if (!own.isEmpty()) {
            problems.addAll(options.withoutPrefix(
                    user.stringPropertyNames().stream()
                            .filter(name -> !isOfProject(name))
                            .sorted()
                            .toList(),
                    own));
        }
        problems.addAll(options.ofEnvironment(new TreeSet<>(System.getenv().keySet())));
        return problems;
    }

    /** Returns what is wrong with what a POM says, and what it inherits. */
    List<String> of(MavenProject project) {
        List<String> problems = new ArrayList<>();
        Map<String, String> given = new TreeMap<>();
        ours(project.getProperties(), given, false);
        problems.addAll(options.ofProperties(given, "in the properties of the POM or of a profile"));
        Optional<Plugin> plugin = Optional.ofNullable(project.getPlugin(AlbedoLifecycleParticipant.PLUGIN))
                .or(() -> managed(project));
        if (plugin.isPresent()) {
            problems.addAll(ofConfiguration(plugin.get().getConfiguration()));
            for (PluginExecution execution : plugin.get().getExecutions()) {
                problems.addAll(ofConfiguration(execution.getConfiguration()));
            }
        }
        return problems;
    }

    /**
     * Returns what is wrong with the values of an execution, of which Maven makes {@code false} whatever is not {@code true}.
     *
     * @param evaluated gives the value of an expression, {@code null} if it has none
     */
    List<String> of(MojoExecution execution, UnaryOperator<@Nullable String> evaluated) {
        List<String> problems = new ArrayList<>();
        for (Parameter parameter : parameters(execution.getMojoDescriptor())) {
            Option.Kind kind = Option.Kind.of(parameter.getType());
            Xpp3Dom element = element(execution, parameter);
            String said = element == null || kind == Option.Kind.TEXT || element.getChildCount() > 0
                    ? null
                    : element.getValue();
            if (said != null) {
                String value = evaluated.apply(said);
                String found = value == null && !said.equals(parameter.getExpression()) ? said : value;
                if (found != null) {
                    new Option(parameter.getName(), property(parameter), kind)
                            .problem("<" + parameter.getName() + ">", found, CONFIGURATION)
                            .ifPresent(problems::add);
                }
            }
        }
        return problems;
    }

    /**
     * Returns what of the command line an execution would ignore, because its configuration in the POM says something else:
     * Maven takes that, as for every plugin.
     *
     * @param evaluated gives the value of an expression, {@code null} if it has none
     */
    List<String> ignored(MojoExecution execution, UnaryOperator<@Nullable String> evaluated) {
        List<String> problems = new ArrayList<>();
        for (Parameter parameter : parameters(execution.getMojoDescriptor())) {
            String property = property(parameter);
            String given = property == null ? null : session.getUserProperties().getProperty(property);
            Xpp3Dom element = element(execution, parameter);
            String said = element == null ? parameter.getExpression() : element.getValue();
            boolean isTheDefault = said == null
                    ? element == null || element.getChildCount() == 0
                    : said.equals(parameter.getExpression());
            if (given != null && !isTheDefault && !given.equals(evaluated.apply(said))) {
                problems.add("-D" + property + " has no effect, because the POM sets <" + parameter.getName()
                        + "> for this goal: leave out -D" + property + ", or write <" + parameter.getName() + ">${"
                        + property + "}</" + parameter.getName() + "> in the POM");
            }
        }
        return problems;
    }

    /**
     * Returns what is wrong with a dry run of a goal that changes something and has none: to ignore the option would change
     * what the user wants unchanged.
     *
     * @param evaluated gives the value of an expression, {@code null} if it has none
     */
    static Optional<String> missingDryRun(MojoDescriptor mojo, UnaryOperator<@Nullable String> evaluated) {
        return !READING.contains(mojo.getGoal())
                        && parameters(mojo).stream().noneMatch(parameter -> DRY_RUN.equals(property(parameter)))
                        && "true".equalsIgnoreCase(evaluated.apply("${" + DRY_RUN + "}"))
                ? Optional.of("albedo:" + mojo.getGoal() + " has no dry run, so it changed nothing: remove -D" + DRY_RUN
                        + ", which only migrate and rollback support")
                : Optional.empty();
    }

    /** The element of a parameter in the configuration with what the plugin's descriptor adds; {@code null} if there is none. */
    private static @Nullable Xpp3Dom element(MojoExecution execution, Parameter parameter) {
        Xpp3Dom configuration = execution.getConfiguration();
        return configuration == null ? null : configuration.getChild(parameter.getName());
    }

    private static Optional<Plugin> managed(MavenProject project) {
        PluginManagement management = project.getPluginManagement();
        return management == null
                ? Optional.empty()
                : Optional.ofNullable(management.getPluginsAsMap().get(AlbedoLifecycleParticipant.PLUGIN));
    }

    private List<String> ofConfiguration(@Nullable Object configuration) {
        return configuration instanceof Xpp3Dom dom
                ? Arrays.stream(dom.getChildren())
                        .flatMap(child -> options
                                .ofElement(
                                        child.getName(),
                                        child.getChildCount() > 0 ? null : child.getValue(),
                                        CONFIGURATION)
                                .stream())
                        .toList()
                : List.of();
    }

    /** @param all whether those count, too, that Albedo reads without a prefix, such as {@code steps} */
    private void ours(Properties properties, Map<String, String> given, boolean all) {
        for (String name : properties.stringPropertyNames()) {
            if (Options.isOurs(name) || (all && options.properties().contains(name) && !called().isEmpty())) {
                given.put(name, properties.getProperty(name));
            }
        }
    }

    /** Returns the properties of the goals on the command line; none if another plugin or a phase is there as well. */
    private Set<String> called() {
        Set<String> own = new TreeSet<>();
        for (String task : session.getGoals()) {
            String goal = task.replaceFirst("@.*", "").replaceFirst(".*:", "");
            MojoDescriptor mojo = descriptor.getMojo(goal);
            if (!task.matches("(dev\\.albedo:albedo-maven-plugin(:[^:]+)?|albedo):[^:]+") || mojo == null) {
                return Set.of();
            }
            for (Parameter parameter : parameters(mojo)) {
                String property = property(parameter);
                if (property != null) {
                    own.add(property);
                }
            }
        }
        return own;
    }

    /** Whether the projects themselves use a property, as they do {@code revision} for a version. */
    private boolean isOfProject(String property) {
        return session.getProjects().stream()
                .anyMatch(project -> project.getProperties().containsKey(property)
                        || (project.getFile() != null
                                && mentions(project.getFile().toPath(), property)));
    }

    private static boolean mentions(Path pom, String property) {
        try {
            return Files.readString(pom, StandardCharsets.ISO_8859_1).contains("${" + property + "}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the sentence or sentences that a user reads. */
    static String text(Collection<String> problems) {
        Set<String> different = new LinkedHashSet<>(problems);
        return different.size() == 1
                ? different.iterator().next()
                : different.size() + " options are invalid:\n  " + String.join("\n  ", different);
    }
}
