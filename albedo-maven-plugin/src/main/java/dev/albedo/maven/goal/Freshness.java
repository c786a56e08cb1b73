package dev.albedo.maven.goal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the compiled classes are those of the sources, so that a goal need not compile. Wrong only towards compiling once
 * too often.
 *
 * @param sourceRoots directories of Java sources
 * @param generatedSources the directory of those that processors write
 * @param resourceRoots directories whose files are copied to the class output
 * @param classOutput where classes are
 */
public record Freshness(List<Path> sourceRoots, Path generatedSources, List<Path> resourceRoots, Path classOutput) {

    private static final String LISTS = "META-INF/albedo";
    private static final Set<String> WITHOUT_CLASS = Set.of("package-info.java", "module-info.java");
    private static final Set<String> OTHER_LANGUAGES = Set.of("kotlin", "groovy", "scala");

    /** What is newer than the classes or gone since, or nothing if all is as it was compiled. */
    public Optional<Path> stale() throws IOException {
        for (Path root : sourceRoots) {
            Optional<Path> found = firstStale(root, this::compiledFrom);
            if (found.isPresent()) {
                return found;
            }
        }
        for (Path root : resourceRoots) {
            Optional<Path> found = firstStale(root, this::copiedFrom);
            if (found.isPresent()) {
                return found;
            }
        }
        return deleted();
    }

    @FunctionalInterface
    private interface Target {
        Path of(Path root, Path file);
    }

    private static Optional<Path> firstStale(Path root, Target target) throws IOException {
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        try (Stream<Path> files =
                Files.find(root, Integer.MAX_VALUE, (file, attributes) -> attributes.isRegularFile())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path output = target.of(root, file);
                if (!output.equals(file) && isNewer(file, output)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    /** The class of a source, or the source itself where there is none to expect. */
    private Path compiledFrom(Path root, Path source) {
        String name = root.relativize(source).toString();
        return !name.endsWith(".java")
                        || WITHOUT_CLASS.contains(source.getFileName().toString())
                ? source
                : classOutput.resolve(name.substring(0, name.length() - ".java".length()) + ".class");
    }

    /** The copy of a resource. One that was not copied may be one that the POM excludes, save for what Hibernate reads. */
    private Path copiedFrom(Path root, Path resource) {
        Path relative = root.relativize(resource);
        Path copy = classOutput.resolve(relative.toString());
        return Files.exists(copy) || relative.startsWith("META-INF") ? copy : resource;
    }

    private static boolean isNewer(Path source, Path output) throws IOException {
        if (!Files.exists(output)) {
            return true;
        }
        FileTime compiled = Files.getLastModifiedTime(output);
        return Files.getLastModifiedTime(source).compareTo(compiled) > 0;
    }

    /**
     * Stops a goal whose compiler has left the class of a deleted source where it is, so that no migration is run, and no
     * table expected, that the project does not have any more.
     *
     * @throws GoalException with the class
     */
    public void requireNoLeftovers() throws IOException {
        Optional<Path> left = deleted();
        if (left.isPresent()) {
            throw new GoalException("The source of " + classOutput.relativize(left.get())
                    + " is gone, but its class is still in " + classOutput
                    + " and the compiler did not remove it: run mvn clean compile. Nothing was run");
        }
    }

    /** A class of the model or a migration whose source is gone. */
    private Optional<Path> deleted() throws IOException {
        for (String list : List.of("model.list", "migrations.list")) {
            Path file = classOutput.resolve(LISTS).resolve(list);
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    Optional<Path> missing = missingSource(line);
                    if (missing.isPresent()) {
                        return missing;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Both lists have the class name in a field of their own; whatever is no compiled class is not looked for. */
    private Optional<Path> missingSource(String line) throws IOException {
        for (String field : line.split("[\t ]")) {
            String name = field.replaceFirst("\\$.*", "").replace('.', '/');
            Path compiled = classOutput.resolve(name + ".class");
            if (!name.isEmpty() && Files.exists(compiled) && !hasSource(name)) {
                return Optional.of(compiled);
            }
        }
        return Optional.empty();
    }

    private boolean hasSource(String name) throws IOException {
        for (Path root : sourceRoots) {
            if (Files.exists(root.resolve(name + ".java")) || hasOtherLanguages(root)) {
                return true;
            }
        }
        if (!Files.isDirectory(generatedSources)) {
            return false;
        }
        try (Stream<Path> generators = Files.list(generatedSources)) {
            return generators.anyMatch(directory -> Files.exists(directory.resolve(name + ".java")));
        }
    }

    /** Their files need not be named as their classes are. */
    private static boolean hasOtherLanguages(Path root) {
        return OTHER_LANGUAGES.stream().anyMatch(language -> Files.isDirectory(root.resolveSibling(language)));
    }
}
