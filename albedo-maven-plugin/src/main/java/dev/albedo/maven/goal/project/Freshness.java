package dev.albedo.maven.goal.project;

import dev.albedo.maven.goal.report.GoalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the compiled classes are those of the sources, so that a goal need not compile. Wrong only towards compiling once
 * too often, as where a Kotlin source declares nothing that becomes a class.
 *
 * @param sourceRoots directories of sources; those of Kotlin, Groovy and Scala beside them count, too
 * @param generatedSources the directory of those that processors write
 * @param resourceRoots directories whose files are copied to the class output
 * @param classOutput where classes are
 */
public record Freshness(List<Path> sourceRoots, Path generatedSources, List<Path> resourceRoots, Path classOutput) {

    private static final String LISTS = "META-INF/albedo";
    private static final Set<String> WITHOUT_CLASS = Set.of("package-info.java", "module-info.java");

    /** Directories of sources, and those of Kotlin, Groovy and Scala beside them, which only their compilers add to a project. */
    public static List<Path> inAllLanguages(List<Path> sourceRoots) {
        return SourceOfClass.inAllLanguages(sourceRoots);
    }

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
        Optional<Path> other = staleInOtherLanguages();
        return other.isPresent() ? other : deleted();
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
     * Stops a goal where the class of a deleted entity or migration is still there, because a compiler does not remove it
     * (javac with {@code useIncrementalCompilation=false}, Kotlin's), so that no migration is run, and no table expected, that
     * the project does not have any more.
     *
     * @throws GoalException with the class
     */
    public void requireNoLeftovers() throws IOException {
        Optional<Path> left = deleted();
        if (left.isPresent()) {
            Path name = classOutput.relativize(left.get());
            String next = " in " + classOutput
                    + " and the compiler did not remove it: run mvn clean compile. Nothing was run";
            throw new GoalException(
                    sources().of(left.get()).isPresent()
                            ? name + " is no longer compiled from its source, but is still" + next
                            : "The source of " + name + " is gone, but its class is still" + next);
        }
    }

    /**
     * A class of the model or a migration whose source is gone, or has been compiled again since without it.
     *
     * @return the class
     */
    private Optional<Path> deleted() throws IOException {
        SourceOfClass sources = null;
        for (Path compiled : listed()) {
            if (hasOwnSource(compiled)) {
                continue;
            }
            if (sources == null) {
                sources = sources();
            }
            Optional<Path> source = sources.of(compiled);
            if (source.isEmpty() || isLeftBehind(compiled, source.get(), sources)) {
                return Optional.of(compiled);
            }
        }
        return Optional.empty();
    }

    /** Whether the compiler has written another class of the source since the source was changed, but not this one. */
    private boolean isLeftBehind(Path compiled, Path source, SourceOfClass sources) throws IOException {
        if (!isNewer(source, compiled)) {
            return false;
        }
        try (Stream<Path> classes = Files.list(compiled.resolveSibling("."))) {
            for (Path other : (Iterable<Path>) classes.filter(Freshness::isClass)::iterator) {
                if (!isNewer(source, other) && sources.of(other).equals(Optional.of(source))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The classes that the lists name, as far as they are there; both lists have the class name in a field of its own. */
    private Set<Path> listed() throws IOException {
        Set<Path> found = new LinkedHashSet<>();
        for (String list : List.of("model.list", "migrations.list")) {
            Path file = classOutput.resolve(LISTS).resolve(list);
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    for (String field : line.split("[\t ]")) {
                        Path compiled = classOutput.resolve(field.replace('.', '/') + ".class");
                        if (!field.isEmpty() && Files.exists(compiled)) {
                            found.add(compiled);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Whether a class has a Java source of its name that it is not older than: most have, and need no other look. */
    private boolean hasOwnSource(Path compiled) throws IOException {
        String name = classOutput.relativize(compiled).toString().replaceFirst("(\\$.*)?\\.class$", ".java");
        for (Path root : sourceRoots) {
            Path source = root.resolve(name);
            if (Files.exists(source)) {
                return !isNewer(source, compiled);
            }
        }
        return false;
    }

    private SourceOfClass sources() throws IOException {
        return SourceOfClass.among(sourceRoots, generatedSources, classOutput);
    }

    private static boolean isClass(Path file) {
        return file.toString().endsWith(".class");
    }

    /** A source in another language that is newer than each of its classes. */
    private Optional<Path> staleInOtherLanguages() throws IOException {
        SourceOfClass sources = sources();
        if (sources.inOtherLanguages().isEmpty()) {
            return Optional.empty();
        }
        Set<Path> stale = new LinkedHashSet<>(sources.inOtherLanguages());
        if (Files.isDirectory(classOutput)) {
            try (Stream<Path> classes = Files.walk(classOutput)) {
                for (Path compiled : (Iterable<Path>) classes.filter(Freshness::isClass)::iterator) {
                    Optional<Path> source = sources.of(compiled);
                    if (source.isPresent() && !isNewer(source.get(), compiled)) {
                        stale.remove(source.get());
                    }
                }
            }
        }
        return stale.stream().findFirst();
    }
}
