package dev.albedo.maven.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.processor.AlbedoProcessor;
import dev.albedo.processor.Inputs;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.SnapshotReader;
import dev.albedo.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A published release of another project. Its model is compiled from the published sources, with Albedo's processor in
 * javac as in a project's build; all else of it is on the class path as published.
 */
public final class PublishedRelease implements AutoCloseable {

    private static final Pattern MODEL_CLASS =
            Pattern.compile("(?m)^\\s*@(Entity|Embeddable|MappedSuperclass|Converter)\\b");

    /** Without listeners, which may need more of their projects than is here. */
    private static final SortedMap<String, String> SETTINGS =
            new TreeMap<>(Map.of("hibernate.jpa_callbacks.enabled", "false"));

    private final OpenHibernate hibernate;
    private final List<String> classes;
    private final Snapshot snapshot;

    /**
     * Compiles the model.
     *
     * @param hibernate the release of Hibernate that it is for
     * @param folder that the build puts the release's jars into, those with its sources too
     */
    public PublishedRelease(String hibernate, String folder) throws IOException {
        List<Path> classPath = new ArrayList<>(OpenHibernate.jars("hibernate-" + hibernate));
        List<Path> sources = new ArrayList<>();
        for (Path jar : OpenHibernate.jars(folder)) {
            (jar.toString().endsWith("-sources.jar") ? sources : classPath).add(jar);
        }
        Path output = Path.of("target", folder + "-model");
        Compilation.empty(output);
        List<Path> everything = new ArrayList<>(List.of(output));
        everything.addAll(classPath);
        this.hibernate = new OpenHibernate(everything);
        compile(sources, classPath, output);
        this.snapshot = SnapshotReader.read(Files.readString(output.resolve(Snapshot.RESOURCE)));
        this.classes = modelClasses(output);
    }

    private static void compile(List<Path> jars, List<Path> classPath, Path output) throws IOException {
        Path inputs = output.resolveSibling(output.getFileName() + ".properties");
        Inputs.of(
                        output.toAbsolutePath(),
                        classPath.stream().map(Path::toAbsolutePath).toList())
                .settings(SETTINGS)
                .write(inputs);
        List<String> options = List.of(
                "-encoding",
                "UTF-8",
                "-parameters",
                "-d",
                output.toString(),
                "-classpath",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "-Aalbedo.inputs=" + inputs.toAbsolutePath());
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<FileSystem> opened = new ArrayList<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(said, null, null)) {
            List<Path> sources = new ArrayList<>();
            for (Path jar : jars) {
                FileSystem zip = FileSystems.newFileSystem(jar);
                opened.add(zip);
                sources.addAll(modelSources(zip.getPath("/")));
            }
            JavaCompiler.CompilationTask task =
                    javac.getTask(null, files, said, options, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new AlbedoProcessor()));
            task.call();
        } finally {
            for (FileSystem zip : opened) {
                zip.close();
            }
        }
        assertThat(said.getDiagnostics())
                .filteredOn(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR
                        || diagnostic.getKind() == Diagnostic.Kind.WARNING)
                .as("what the compiler and the processor say")
                .isEmpty();
    }

    private static List<Path> modelSources(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (MODEL_CLASS.matcher(Files.readString(file)).find()) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private List<String> modelClasses(Path output) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.map(file -> output.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.replace(File.separatorChar, '.').replaceFirst("\\.class$", ""))
                    .filter(hibernate::isModelClass)
                    .sorted()
                    .toList();
        }
    }

    /** Binary names of the classes that Hibernate has to know. */
    List<String> classes() {
        return classes;
    }

    /** What the processor wrote. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** What Albedo makes of it. */
    public Planning planning() {
        return Planning.of(snapshot.schema());
    }

    /**
     * What Hibernate itself makes of the classes.
     *
     * @param starts whether it starts with them alone; otherwise it is only asked for the schema
     * @param action {@code create-only} or {@code validate}
     */
    void byHibernate(boolean starts, String action, TestDatabase database) throws Exception {
        if (starts) {
            hibernate.start(classes, List.of(), SETTINGS, action, database);
        } else {
            hibernate.manage(classes, SETTINGS, action, database);
        }
    }

    @Override
    public void close() throws IOException {
        hibernate.close();
    }
}
