package dev.albedo.maven;

import dev.albedo.dialect.ModelSqlException;
import dev.albedo.dialect.UnsupportedDatabaseException;
import dev.albedo.maven.connect.PasswordMask;
import dev.albedo.maven.connect.SetupException;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.processor.hibernate.ModelException;
import dev.albedo.revision.RevisionException;
import dev.albedo.run.RunException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/**
 * The base of every goal: the project, {@code albedo.skip}, and the translation of exceptions to Maven's. An error of the project is a
 * {@link MojoFailureException}, of which Maven prints the message only; any other failure is a {@link MojoExecutionException} with its cause.
 */
abstract class AbstractAlbedoMojo extends AbstractMojo {

    private static final Pattern COMMAND = Pattern.compile("mvn albedo:[a-z-]+(?![a-z@-])");

    /** Skips every goal of Albedo. */
    @Parameter(property = "albedo.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    protected MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    protected MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    protected PluginDescriptor plugin;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    protected MojoExecution execution;

    /**
     * Fails if the value of an option is wrong, before anything is done.
     *
     * @throws GoalException if an option is invalid
     */
    void validate() {}

    /** Does the work. */
    abstract void run() throws Exception;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            requireKnownOptions();
            if (skip) {
                getLog().info("Albedo is skipped (albedo.skip)");
                return;
            }
            validate();
            run();
        } catch (GoalException
                | SetupException
                | RevisionException
                | ModelException
                | ModelSqlException
                | UnsupportedDatabaseException e) {
            throw new MojoFailureException(masked(e), said(e));
        } catch (RunException e) {
            throw new MojoExecutionException(masked(e), said(e));
        } catch (MojoFailureException | MojoExecutionException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new MojoExecutionException(masked(e), withoutSecrets(e));
        }
    }

    /** The participant does the same earlier, where the plugin is an extension of the project. */
    private void requireKnownOptions() {
        GivenOptions given = new GivenOptions(plugin, session);
        List<String> wrong = new ArrayList<>(given.ofSession());
        wrong.addAll(given.of(project));
        if (wrong.isEmpty()) {
            wrong.addAll(given.of(execution, this::evaluated)); // what only an expression in the POM says
        }
        if (isCalledByName()) {
            wrong.addAll(given.ignored(execution, this::evaluated));
            GivenOptions.missingDryRun(execution.getMojoDescriptor(), this::evaluated)
                    .ifPresent(wrong::add);
        }
        if (!wrong.isEmpty()) {
            throw new GoalException(GivenOptions.text(wrong));
        }
    }

    /** Whether the user called it, as in {@code mvn albedo:status}; as a part of a build it runs after the compiler anyway. */
    final boolean isCalledByName() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    /** A password that must not be shown, if this goal knows one. */
    @Nullable
    String secret() {
        return null;
    }

    Console console() {
        return new MavenConsole(getLog(), session.getRequest().isInteractiveMode(), this::withExecution);
    }

    Path classOutput() {
        return Path.of(project.getBuild().getOutputDirectory());
    }

    /** Everything the project is compiled and run with, without its own classes. Needs resolved dependencies. */
    List<Path> classPath() {
        Set<Path> entries = new LinkedHashSet<>();
        for (Artifact artifact : project.getArtifacts()) {
            if (artifact.getArtifactHandler().isAddedToClasspath()
                    && !Artifact.SCOPE_TEST.equals(artifact.getScope())) {
                entries.add(artifact.getFile().toPath());
            }
        }
        return new ArrayList<>(entries);
    }

    /** The value of a text in the configuration. */
    @Nullable
    String evaluated(@Nullable String configured) {
        try {
            Object value = new PluginParameterExpressionEvaluator(session, execution).evaluate(configured);
            return value == null ? null : value.toString();
        } catch (ExpressionEvaluationException e) {
            throw new SetupException("An expression in the configuration of albedo-maven-plugin cannot be evaluated");
        }
    }

    private String masked(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getName() : PasswordMask.mask(withExecution(message), secret());
    }

    /** A text whose commands name the execution that was called, as in {@code mvn albedo:create@log}: others lack its settings. */
    private String withExecution(String text) {
        String id = execution.getExecutionId();
        return isCalledByName() && !id.startsWith("default-")
                ? COMMAND.matcher(text).replaceAll("$0@" + Matcher.quoteReplacement(id))
                : text;
    }

    /**
     * The cause where the message says all there is to say. Maven adds to a message what the causes say in other words, so
     * they are out of its sight, and come with the stack trace only.
     */
    private Throwable said(Throwable e) {
        Throwable cause = withoutSecrets(e);
        if (cause.getCause() == null) {
            return cause;
        }
        IllegalStateException alone = new IllegalStateException(masked(e));
        alone.setStackTrace(e.getStackTrace());
        alone.addSuppressed(cause.getCause());
        return alone;
    }

    /** The cause that Maven may print: itself if no message in it needs masking, else nothing but what is needed. */
    private Throwable withoutSecrets(Throwable e) {
        for (Throwable link = e; link != null; link = link.getCause()) {
            String message = link.getMessage();
            if (message != null && !message.equals(PasswordMask.mask(message, secret()))) {
                IllegalStateException masked = new IllegalStateException(masked(e));
                masked.setStackTrace(e.getStackTrace());
                return masked;
            }
        }
        return e;
    }
}
