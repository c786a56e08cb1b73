package dev.albedo.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The class paths of projects that use one version of Hibernate or another. */
public enum Hibernates {
    /** The oldest that is supported. */
    V6_6("hibernate-6.6"),
    /** The one the processor is compiled against. */
    V7_4("hibernate-7.4"),
    /** The newest, a beta without Envers. */
    V8_0("hibernate-8.0");

    private final String folder;

    Hibernates(String folder) {
        this.folder = folder;
    }

    /** The jars of Hibernate, Envers, Hibernate Validator and what they need; nothing of Albedo. */
    public List<Path> jars() {
        return files(Path.of("target", folder));
    }

    /** Lombok, which is a processor like ours. */
    public static Path lombok() {
        return files(Path.of("target", "lombok")).get(0);
    }

    /** Albedo's own modules and what they need, Hibernate aside. */
    public static List<Path> albedo() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path ->
                        Files.isDirectory(path) || path.getFileName().toString().matches("(albedo|gson)-.*"))
                .filter(path -> !path.endsWith("test-classes"))
                .toList();
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::toAbsolutePath).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
