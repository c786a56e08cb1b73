package dev.albedo.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Passes the class path of Hibernate and the settings of the project to the annotation processor.
 * Runs by itself before each compilation.
 */
@Mojo(
        name = "inputs",
        defaultPhase = LifecyclePhase.PROCESS_RESOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
final class InputsMojo extends AbstractModelMojo {

    /** The artifacts of the processor; all of them are among the plugin's own artifacts. */
    private static final Set<String> PROCESSOR_ARTIFACTS = Set.of(
            "dev.albedo:albedo-processor",
            "dev.albedo:albedo-core",
            "dev.albedo:albedo-annotations",
            "com.google.code.gson:gson");

    /** The JDK that stopped running processors of the class path unasked, see JDK-8306819. */
    private static final int NO_IMPLICIT_PROCESSORS = 23;

    static Path file(String buildDirectory) {
        return Path.of(buildDirectory).resolve("albedo").resolve("inputs.properties");
    }

    @Override
    void run() throws IOException, DependencyResolutionRequiredException {
        inputs().write(file(project.getBuild().getDirectory()));
        project.getProperties().setProperty(CompilerSetup.PROCESSOR_PATH_PROPERTY, processorPath());
    }

    private String processorPath() throws DependencyResolutionRequiredException {
        Stream<Path> processor = plugin.getArtifacts().stream()
                .filter(artifact ->
                        PROCESSOR_ARTIFACTS.contains(artifact.getGroupId() + ":" + artifact.getArtifactId()))
                .map(artifact -> artifact.getFile().toPath());
        return Stream.concat(processor.map(Path::toString), otherProcessors().stream())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The class path, where javac would look for processors on it. */
    private List<String> otherProcessors() throws DependencyResolutionRequiredException {
        Plugin compiler = project.getPlugin(CompilerSetup.COMPILER);
        boolean full = (compiler != null && CompilerSetup.processesFully(compiler))
                || "full".equals(project.getProperties().getProperty("maven.compiler.proc"));
        if (Runtime.version().feature() >= NO_IMPLICIT_PROCESSORS && !full) {
            return List.of();
        }
        return project.getCompileClasspathElements().stream()
                .filter(element -> !element.equals(project.getBuild().getOutputDirectory()))
                .toList();
    }
}
