package dev.albedo.maven.goal.project;

import dev.albedo.Revision;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.revision.RevisionNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The revisions among compiled classes, for projects whose compiler ran no processor that would have listed them. */
final class CompiledRevisions {

    private static final String SUFFIX = ".class";

    /** Every class with the annotation has its name in the constant pool. */
    private static final String MARK = "L" + Revision.class.getName().replace('.', '/') + ";";

    private CompiledRevisions() {}

    static List<RevisionNode> in(Path classOutput, ClassLoader loader) throws IOException {
        List<RevisionNode> revisions = new ArrayList<>();
        if (!Files.isDirectory(classOutput)) {
            return revisions;
        }
        try (Stream<Path> files = Files.walk(classOutput)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                if (file.toString().endsWith(SUFFIX)
                        && Files.readString(file, StandardCharsets.ISO_8859_1).contains(MARK)) {
                    add(className(classOutput.relativize(file)), loader, revisions);
                }
            }
        }
        return revisions;
    }

    private static String className(Path file) {
        String path = file.toString();
        return path.substring(0, path.length() - SUFFIX.length())
                .replace('/', '.')
                .replace('\\', '.');
    }

    private static void add(String className, ClassLoader loader, List<RevisionNode> revisions) {
        try {
            Class<?> type = Class.forName(className, false, loader);
            Revision revision = type.getAnnotation(Revision.class);
            if (revision != null) {
                revisions.add(new RevisionNode(
                        revision.id(),
                        className,
                        List.of(revision.parent()),
                        List.of(revision.dependsOn()),
                        List.of(revision.labels()),
                        revision.created()));
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new GoalException(className + " cannot be loaded (" + e + "): run mvn clean compile", e);
        }
    }
}
