package dev.albedo.maven;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * Gives javac the processor, in the configuration of maven-compiler-plugin, so that the processors a project has already go
 * on working.
 *
 * <p>Three cases. A project with {@code annotationProcessorPaths} gets one path more. A project without them has its
 * processors on the class path, if it has any; javac ignores that as soon as there is a processor path, so the processor
 * path becomes the class path with Albedo behind it, which is known only when dependencies are resolved: the argument is a
 * property that the goal {@code inputs} sets. And where processing is off, or the POM passes a processor path by hand,
 * nothing is touched and the user is told what to do.
 */
final class CompilerSetup {

    static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";

    /** The property that holds the processor path while Maven runs; it is no option of a user. */
    static final String PROCESSOR_PATH_PROPERTY = "dev.albedo.processorPath";

    static final String PROCESSOR_ARTIFACT = "albedo-processor";
    private static final String PROCESSOR_CLASS = "dev.albedo.processor.AlbedoProcessor";

    private final String inputsFile;
    private final @Nullable String version;

    /**
     * A set-up.
     *
     * @param inputsFile the file that tells the processor of the project
     * @param version of the processor
     */
    CompilerSetup(String inputsFile, @Nullable String version) {
        this.inputsFile = inputsFile;
        this.version = version;
    }

    /** Whether the POM asks for processors of the class path where a JDK does not look for them unasked. */
    static boolean processesFully(Plugin compiler) {
        return compiler.getExecutions().stream()
                .filter(execution -> execution.getGoals().contains("compile"))
                .map(PluginExecution::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast)
                .anyMatch(configuration -> "full".equals(text(configuration, "proc"))
                        || arguments(configuration).contains("-proc:full"));
    }

    /** Changes every execution that compiles main classes. Returns what the user should know of those it cannot change. */
    List<String> apply(Plugin compiler) {
        List<String> warnings = new ArrayList<>();
        for (PluginExecution execution : compiler.getExecutions()) {
            if (execution.getGoals().contains("compile")) {
                Xpp3Dom configuration = execution.getConfiguration() instanceof Xpp3Dom dom
                        ? new Xpp3Dom(dom)
                        : new Xpp3Dom("configuration");
                String warning = apply(configuration, execution.getId());
                if (warning == null) {
                    execution.setConfiguration(configuration);
                } else {
                    warnings.add(warning);
                }
            }
        }
        return warnings;
    }

    private @Nullable String apply(Xpp3Dom configuration, String execution) {
        List<String> arguments = arguments(configuration);
        if ("none".equals(text(configuration, "proc")) || arguments.contains("-proc:none")) {
            return "Albedo: annotation processing is off (proc none in execution " + execution
                    + " of maven-compiler-plugin), so compilation does not check the migrations; goals read the"
                    + " model from the compiled classes instead. Remove proc none to check migrations"
                    + " at compile time";
        }
        Xpp3Dom paths = configuration.getChild("annotationProcessorPaths");
        if (paths == null && arguments.stream().anyMatch(argument -> argument.matches("--?processor-?path(=.*)?"))) {
            return "Albedo: execution " + execution
                    + " of maven-compiler-plugin passes a processor path in compilerArgs,"
                    + " which Albedo cannot extend. Use annotationProcessorPaths instead, so that Albedo can"
                    + " add its processor";
        }
        Xpp3Dom list = child(configuration, "compilerArgs");
        if (paths == null) {
            add(list, "arg", "-processorpath");
            add(list, "arg", "${" + PROCESSOR_PATH_PROPERTY + "}");
            if (arguments.stream().anyMatch(argument -> argument.startsWith("-Xlint"))) {
                // With any processor at all, this lint speaks of each annotation that none of them claims.
                add(list, "arg", "-Xlint:-processing");
            }
        } else if (Arrays.stream(paths.getChildren())
                .noneMatch(path -> PROCESSOR_ARTIFACT.equals(text(path, "artifactId")))) {
            Xpp3Dom path = new Xpp3Dom("path");
            add(path, "groupId", AlbedoLifecycleParticipant.GROUP_ID);
            add(path, "artifactId", PROCESSOR_ARTIFACT);
            if (version != null) {
                add(path, "version", version);
            }
            paths.addChild(path);
        }
        Xpp3Dom processors = configuration.getChild("annotationProcessors");
        if (processors != null
                && processors.getChildCount() > 0
                && Arrays.stream(processors.getChildren())
                        .noneMatch(child -> PROCESSOR_CLASS.equals(child.getValue()))) {
            add(processors, "annotationProcessor", PROCESSOR_CLASS);
        }
        add(list, "arg", "-Aalbedo.inputs=" + inputsFile);
        return null;
    }

    private static List<String> arguments(Xpp3Dom configuration) {
        Xpp3Dom list = configuration.getChild("compilerArgs");
        String single = text(configuration, "compilerArgument");
        return Stream.concat(
                        list == null
                                ? Stream.empty()
                                : Arrays.stream(list.getChildren()).map(Xpp3Dom::getValue),
                        Stream.ofNullable(single))
                .filter(argument -> argument != null)
                .map(String::trim)
                .toList();
    }

    private static @Nullable String text(Xpp3Dom parent, String name) {
        Xpp3Dom child = parent.getChild(name);
        return child == null || child.getValue() == null
                ? null
                : child.getValue().trim();
    }

    private static Xpp3Dom child(Xpp3Dom parent, String name) {
        Xpp3Dom child = parent.getChild(name);
        if (child == null) {
            child = new Xpp3Dom(name);
            parent.addChild(child);
        }
        return child;
    }

    private static void add(Xpp3Dom parent, String name, String value) {
        Xpp3Dom child = new Xpp3Dom(name);
        child.setValue(value);
        parent.addChild(child);
    }
}
