package dev.albedo.maven.writer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lays out Java source with palantir-java-format, in a JVM of its own (see this package's description). */
public final class Layout {

    private static final List<String> COMPILER_PACKAGES = List.of("api", "code", "file", "parser", "tree", "util");

    private final List<Path> classPath;

    /**
     * A layout.
     *
     * @param classPath has the formatter and its dependencies on it
     */
    public Layout(List<Path> classPath) {
        this.classPath = List.copyOf(classPath);
    }

    /**
     * The same source, laid out.
     *
     * @throws IllegalStateException with the formatter's own words if it refuses the source
     * @throws UncheckedIOException if no JVM can be started
     */
    public String apply(String source) {
        try {
            Path input = Files.createTempFile("albedo", ".java");
            Path complaints = Files.createTempFile("albedo", ".txt");
            try {
                Files.writeString(input, source);
                Process process = new ProcessBuilder(command(input))
                        .redirectError(complaints.toFile())
                        .start();
                process.getOutputStream().close();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IllegalStateException("the formatter refused a migration: "
                            + Files.readString(complaints).strip());
                }
                return output;
            } finally {
                Files.delete(input);
                Files.delete(complaints);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not run the formatter", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the formatter ran", e);
        }
    }

    private List<String> command(Path input) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
        COMPILER_PACKAGES.forEach(
                name -> command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED"));
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.addAll(List.of("com.palantir.javaformat.java.Main", "--palantir", input.toString()));
        return command;
    }
}
