package dev.albedo.processor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The texts that Albedo keeps in the class output. A text that does not change is not written, so that its time stays. */
final class ClassOutput {

    private final Filer filer;
    private final Map<String, FileObject> opened = new HashMap<>();

    ClassOutput(Filer filer) {
        this.filer = filer;
    }

    /** The directory, or {@code null} if classes go somewhere else than into files. */
    @Nullable
    Path directory() throws IOException {
        try {
            Path probe = Path.of(existing("albedo").toUri());
            return probe.getParent();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null; // the URI of a compiler that keeps classes in memory
        }
    }

    /** What is there, or {@code null}. */
    @Nullable
    String read(String resource) throws IOException {
        try (InputStream in = existing(resource).openInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (FileNotFoundException | NoSuchFileException e) {
            return null;
        }
    }

    private FileObject existing(String resource) throws IOException {
        return filer.getResource(StandardLocation.CLASS_OUTPUT, "", resource);
    }

    /** Makes a resource writable after the last round. */
    void reserve(String resource) throws IOException {
        try {
            opened.put(resource, filer.createResource(StandardLocation.CLASS_OUTPUT, "", resource));
        } catch (FilerException e) {
            throw new IOException(resource + " is written by another processor, too", e);
        }
    }

    /** Writes a text to a reserved resource; an empty one is no file. */
    void write(String resource, String text) throws IOException {
        FileObject file = opened.get(resource);
        if (file == null) {
            throw new IllegalStateException(resource + " was not reserved");
        }
        if (text.isEmpty()) {
            file.delete();
            return;
        }
        try (OutputStream out = file.openOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
