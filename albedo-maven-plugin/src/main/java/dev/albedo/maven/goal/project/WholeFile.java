package dev.albedo.maven.goal.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A file that is there as a whole or not at all: its text waits beside it until it is published. */
public final class WholeFile implements AutoCloseable {

    private final Path file;
    private final Path waiting;

    private WholeFile(Path file) {
        this.file = file;
        this.waiting = file.resolveSibling(file.getFileName() + ".tmp");
    }

    /** Writes lines below a header, as a whole or not at all. */
    public static void write(Path file, String header, List<String> lines) throws IOException {
        StringBuilder text = new StringBuilder(header).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        try (WholeFile prepared = prepare(file, text.toString())) {
            prepared.publish();
        }
    }

    public static WholeFile prepare(Path file, String text) throws IOException {
        return prepare(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public static WholeFile prepare(Path file, byte[] bytes) throws IOException {
        WholeFile prepared = new WholeFile(file);
        try {
            Files.write(prepared.waiting, bytes);
            return prepared;
        } catch (IOException e) {
            try {
                prepared.close();
            } catch (IOException other) {
                e.addSuppressed(other);
            }
            throw e;
        }
    }

    /** Makes it the file; one that is there already is replaced. */
    public void publish() throws IOException {
        Files.move(waiting, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(waiting);
    }
}
