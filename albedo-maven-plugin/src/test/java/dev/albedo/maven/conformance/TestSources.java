package dev.albedo.maven.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sources of tests, those of other modules included, whose classes are not on the class path. */
final class TestSources {

    private static final List<Path> ROOTS = List.of(
            Path.of("src/test/java"),
            Path.of("../albedo-annotations/src/test/java"),
            Path.of("../albedo-core/src/test/java"),
            Path.of("../albedo-processor/src/test/java"));

    private TestSources() {}

    /** Returns the source of a class; fails if no module has it. */
    static String of(String className) throws IOException {
        String file = className.replace('.', '/') + ".java";
        for (Path root : ROOTS) {
            if (Files.exists(root.resolve(file))) {
                return Files.readString(root.resolve(file));
            }
        }
        throw new AssertionError("no module has a test " + className);
    }
}
