package dev.albedo.maven.pom;

import eu.maveniverse.domtrip.Document;
import eu.maveniverse.domtrip.DomTripException;
import eu.maveniverse.domtrip.Element;
import eu.maveniverse.domtrip.maven.PomEditor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A POM to which something is added; all else in it stays as it is, byte for byte. */
public final class PomFile {

    private final PomEditor editor;

    private PomFile(PomEditor editor) {
        this.editor = editor;
    }

    /**
     * Reads a POM.
     *
     * @throws PomException if it is not XML that can be changed
     */
    public static PomFile read(Path file) throws IOException, PomException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return new PomFile(new PomEditor(Document.of(new ByteArrayInputStream(bytes))));
        } catch (DomTripException e) {
            throw new PomException(e);
        }
    }

    /**
     * Adds a dependency behind those that are there.
     *
     * @param version {@code null} if it is managed elsewhere
     */
    public void addDependency(String groupId, String artifactId, @Nullable String version) throws PomException {
        try {
            Element dependency = editor.dependencies()
                    .addDependency(child(editor.root(), "dependencies"), groupId, artifactId, null);
            if (version != null) {
                editor.insertMavenElement(dependency, "version", version);
            }
        } catch (DomTripException e) {
            throw new PomException(e);
        }
    }

    /** Adds a plugin that is an extension of the build, behind the plugins that are there. */
    public void addExtension(String groupId, String artifactId, String version) throws PomException {
        try {
            Element plugins = child(child(editor.root(), "build"), "plugins");
            Element plugin = editor.plugins().addPlugin(plugins, groupId, artifactId, version);
            editor.insertMavenElement(plugin, "extensions", "true");
        } catch (DomTripException e) {
            throw new PomException(e);
        }
    }

    private Element child(Element parent, String name) {
        Element there = editor.findChildElement(parent, name);
        if (there != null) {
            return there;
        }
        if (parent.childElements().findAny().isEmpty()) {
            return editor.addElement(parent, name);
        }
        Element added = editor.insertMavenElement(parent, name);
        // A blank line before it would be repeated before its end.
        added.precedingWhitespace(added.precedingWhitespace().replaceAll("(\\R)\\h*\\R", "$1"));
        return added;
    }

    /** The whole file, in the encoding that it declares. */
    public byte[] bytes() throws PomException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            editor.document().toXml(out);
        } catch (DomTripException e) {
            throw new PomException(e);
        }
        return out.toByteArray();
    }
}
