package dev.albedo.processor;

import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.SnapshotReader;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A user's project in a directory: sources, resources, a class path, and javac with the processor.
 *
 * <p>A source is a text block that begins with its package; its file is named after its first top-level class.
 */
public final class TestProject {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern CLASS = Pattern.compile(
            "(?m)^(?:@[\\w.]+(?:\\(.*?\\))? )*(?:public |final |abstract |sealed )*(?:class|interface|enum|record|@interface) (\\w+)");

    private final Path directory;
    private final List<Path> classPath = new ArrayList<>();
    private final List<Path> processorPath = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private @Nullable Inputs inputs;
    private boolean alone;

    /** A project with this Hibernate and the processor on the processor path, set up as the plugin does it. */
    public TestProject(Path directory, Hibernates hibernate) {
        this(directory);
        classPath.addAll(hibernate.jars());
        classPath.addAll(Hibernates.albedo());
        processorPath.addAll(Hibernates.albedo());
        inputs = Inputs.of(classes(), classPath);
    }

    private TestProject(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(classes());
            Files.createDirectories(directory.resolve("src"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A project with nothing. */
    static TestProject bare(Path directory) {
        return new TestProject(directory);
    }

    public Path classes() {
        return directory.resolve("classes");
    }

    TestProject onClassPath(Collection<Path> more) {
        classPath.addAll(more);
        inputs = inputs == null ? null : Inputs.of(classes(), classPath).settings(inputs.settings());
        return this;
    }

    TestProject onProcessorPath(Path first) {
        processorPath.add(0, first);
        return this;
    }

    TestProject inputs(@Nullable Inputs changed) {
        inputs = changed;
        return this;
    }

    /** What the processor is told. */
    public Inputs inputs() {
        if (inputs == null) {
            throw new IllegalStateException("this project tells nothing");
        }
        return inputs;
    }

    public TestProject settings(Map<String, String> settings) {
        inputs = inputs().settings(settings);
        return this;
    }

    TestProject alone() {
        alone = true;
        return this;
    }

    TestProject option(String option) {
        options.add(option);
        return this;
    }

    public TestProject source(String text) {
        Matcher name = CLASS.matcher(text);
        Matcher packageName = PACKAGE.matcher(text);
        String folder = packageName.find() ? packageName.group(1).replace('.', '/') + "/" : "";
        String file = name.find() ? name.group(1) : "package-info";
        return file("src/" + folder + file + ".java", text);
    }

    public TestProject resource(String name, String text) {
        return file("classes/" + name, text);
    }

    private TestProject file(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestProject delete(String name) {
        try {
            Files.delete(directory.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles all sources. */
    public Result compile() {
        try (Stream<Path> files = Files.walk(directory.resolve("src"))) {
            return compile(files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles some sources, against what was compiled before. */
    Result compileOnly(String... names) {
        return compile(Arrays.stream(names)
                .map(name -> directory.resolve("src").resolve(name))
                .toList());
    }

    private Result compile(List<Path> sources) {
        try {
            List<String> arguments = new ArrayList<>(List.of(
                    "-d",
                    classes().toString(),
                    "-cp",
                    join(Stream.concat(Stream.of(classes()), classPath.stream()).toList()),
                    "-parameters"));
            if (!processorPath.isEmpty()) {
                arguments.addAll(List.of("-processorpath", join(processorPath)));
            }
            if (inputs != null) {
                Path file = directory.resolve("albedo/inputs.properties");
                inputs.write(file);
                arguments.add("-Aalbedo.inputs=" + file);
            }
            arguments.addAll(options);
            return alone ? runAlone(arguments, sources) : run(arguments, sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String join(Collection<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** As {@code javac} on the command line: its loader for processors sees nothing of this JVM. */
    private Result runAlone(List<String> arguments, List<Path> sources) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(arguments);
        sources.forEach(source -> command.add(source.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Result(process.waitFor() == 0, printed.lines().toList(), "");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Result run(List<String> arguments, List<Path> sources) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        StringWriter other = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(said, Locale.ROOT, null)) {
            boolean ok = javac.getTask(other, files, said, arguments, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            List<String> messages = new ArrayList<>();
            for (Diagnostic<? extends JavaFileObject> diagnostic : said.getDiagnostics()) {
                if (diagnostic.getKind() != Diagnostic.Kind.NOTE) {
                    String where = diagnostic.getSource() == null
                            ? ""
                            : Path.of(diagnostic.getSource().toUri()).getFileName() + ":" + diagnostic.getLineNumber()
                                    + ": ";
                    messages.add(where
                            + diagnostic
                                    .getKind()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace("mandatory_", "") + ": " + diagnostic.getMessage(Locale.ROOT));
                }
            }
            return new Result(ok, messages, other.toString());
        }
    }

    /**
     * What a compilation said.
     *
     * @param ok whether it made classes
     * @param messages as {@code File.java:line: kind: text}
     * @param other what else it printed
     */
    public record Result(boolean ok, List<String> messages, String other) {}

    /** A text of Albedo's in the class output, or {@code null}. */
    @Nullable
    String written(String resource) {
        try {
            Path file = classes().resolve(resource);
            return Files.exists(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the snapshot in the class output expects. */
    public Schema schema() {
        return snapshot().schema();
    }

    /** The snapshot in the class output. */
    public Snapshot snapshot() {
        String text = written(Snapshot.RESOURCE);
        if (text == null) {
            throw new IllegalStateException("there is no snapshot");
        }
        return SnapshotReader.read(text);
    }
}
