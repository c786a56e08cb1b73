package dev.albedo.maven.goal.project;

import dev.albedo.processor.ModelReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the source of a compiled class, in Java, Kotlin, Groovy and Scala. A class file has the simple name of its source
 * (Java Virtual Machine Specification, 4.7.10); outside of Java that need not be the name of a class, and its directory need
 * not be that of the package.
 */
final class SourceOfClass {

    private static final Set<String> OTHER_LANGUAGES = Set.of("kotlin", "groovy", "scala");
    private static final Pattern OTHER_SOURCE = Pattern.compile(".+\\.(kt|groovy|scala)");

    private final Path classOutput;

    /** Sources by simple name. */
    private final Map<String, List<Path>> sources = new HashMap<>();

    /** Those that are not in Java. */
    private final List<Path> others = new ArrayList<>();

    private SourceOfClass(Path classOutput) {
        this.classOutput = classOutput;
    }

    /**
     * Looks through sources.
     *
     * @param roots of the sources that the project compiles; the directories of other languages beside them count, too
     */
    static SourceOfClass among(List<Path> roots, Path generatedSources, Path classOutput) throws IOException {
        SourceOfClass found = new SourceOfClass(classOutput);
        List<Path> all = new ArrayList<>(inAllLanguages(roots));
        all.add(generatedSources);
        for (Path root : all.stream().distinct().filter(Files::isDirectory).toList()) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        (Iterable<Path>) files.filter(Files::isRegularFile).distinct()::iterator) {
                    String name = file.getFileName().toString();
                    found.sources
                            .computeIfAbsent(name, key -> new ArrayList<>())
                            .add(file);
                    if (OTHER_SOURCE.matcher(name).matches() && !found.others.contains(file)) {
                        found.others.add(file);
                    }
                }
            }
        }
        return found;
    }

    static List<Path> inAllLanguages(List<Path> roots) {
        List<Path> all = new ArrayList<>(roots);
        roots.forEach(
                root -> OTHER_LANGUAGES.stream().sorted().forEach(language -> all.add(root.resolveSibling(language))));
        return all;
    }

    /** The sources in other languages than Java. */
    List<Path> inOtherLanguages() {
        return others;
    }

    /** The source of a class, or nothing if it is gone. */
    Optional<Path> of(Path classFile) throws IOException {
        Path directory = classOutput.relativize(classFile).getParent();
        String packageName = directory == null ? "" : directory.toString().replaceAll("[/\\\\]", ".");
        String name = ModelReader.sourceFile(classFile)
                .orElseGet(() -> classFile.getFileName().toString().replaceFirst("(\\$.*)?\\.class$", "") + ".java");
        for (Path source : sources.getOrDefault(name, List.of())) {
            if (isIn(packageName, directory, source)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }

    private static boolean isIn(String packageName, @Nullable Path directory, Path source) throws IOException {
        Path parent = source.getParent();
        if (directory == null || (parent != null && parent.endsWith(directory))) {
            return true;
        }
        return Pattern.compile("(?m)^\\s*package\\s+" + Pattern.quote(packageName) + "\\b(?!\\.)")
                .matcher(Files.readString(source, StandardCharsets.ISO_8859_1).replace("`", ""))
                .find();
    }
}
