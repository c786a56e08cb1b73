package dev.albedo.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Java sources that are compiled when they are measured: migrations, and programs against what a normal build does not have. */
final class Programs {

    private Programs() {}

    /**
     * Compiles sources.
     *
     * @param output the directory that the classes come into; is made
     */
    static void compile(List<Path> sources, List<Path> classPath, Path output) throws IOException {
        Files.createDirectories(output);
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-d",
                output.toString(),
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        sources.forEach(source -> arguments.add(source.toString()));
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the sources in " + sources.get(0).getParent() + " do not compile");
        }
    }

    /** The jars that the profile {@code benchmarks} put there; none without it. */
    static List<Path> jars(String folder) throws IOException {
        Path directory = Path.of("target", folder).toAbsolutePath();
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> jars = Files.list(directory)) {
            return jars.sorted().toList();
        }
    }
}
