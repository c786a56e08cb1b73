package dev.albedo.maven.goal.project;

import dev.albedo.revision.RevisionNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the sources of migrations.
 *
 * @param directory the root of the Java sources
 */
public record SourceFiles(Path directory) {

    /** The file with the class of a revision, if it is in this directory. */
    public Optional<Path> of(RevisionNode revision) {
        String outermost = revision.className().replaceFirst("\\$.*", "");
        Path file = directory.resolve(outermost.replace('.', '/') + ".java");
        return Files.exists(file) ? Optional.of(file) : Optional.empty();
    }
}
