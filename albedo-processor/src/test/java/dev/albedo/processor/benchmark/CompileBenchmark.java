package dev.albedo.processor.benchmark;

import dev.albedo.processor.Hibernates;
import dev.albedo.processor.Inputs;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.EntityGenerator;
import dev.albedo.testing.Usage;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the processor adds to the compilation of N entities: whole cold {@code javac} processes without and with it, where
 * the model changed and where it did not, beside a JVM in which Hibernate binds the same classes and does nothing else.
 *
 * <p>Arguments: numbers of entities (10 100 500). Prints medians.
 */
public final class CompileBenchmark {

    private static final int RUNS = 7;

    private final List<Path> sources;
    private final Path classes;
    private final Path inputsFile;
    private final List<Path> classPath = new ArrayList<>();

    private CompileBenchmark(Path directory, int entities) throws IOException {
        this.sources = EntityGenerator.write(directory.resolve("src"), entities);
        this.classes = directory.resolve("classes");
        this.inputsFile = directory.resolve("albedo/inputs.properties");
        classPath.addAll(Hibernates.V7_4.jars());
        classPath.addAll(Hibernates.albedo());
        Inputs.of(classes, classPath).write(inputsFile);
    }

    public static void main(String[] args) throws IOException {
        List<Integer> sizes = args.length == 0
                ? List.of(10, 100, 500)
                : Arrays.stream(args).map(Integer::valueOf).toList();
        System.out.printf("Compilation, medians of %d cold processes, seconds%n", RUNS);
        for (int entities : sizes) {
            Path directory = Files.createTempDirectory("albedo-benchmark");
            try {
                new CompileBenchmark(directory, entities).run();
            } finally {
                delete(directory);
            }
        }
    }

    private void run() throws IOException {
        List<Usage> plain = new ArrayList<>();
        List<Usage> idle = new ArrayList<>();
        List<Usage> changed = new ArrayList<>();
        List<Usage> unchanged = new ArrayList<>();
        List<Usage> hibernate = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            plain.add(compile(List.of("-proc:none")));
            hibernate.add(bootHibernate());
            idle.add(compile(List.of("-processorpath", testClasses(), "-processor", IdleProcessor.class.getName())));
            delete(inputsFile.resolveSibling("schema.json"));
            changed.add(compile(withAlbedo()));
            unchanged.add(compile(withAlbedo()));
        }
        System.out.printf("%n%d entities %27s %8s%n", sources.size(), "CPU", "wall");
        print("javac alone", plain);
        print("javac with a processor that does nothing", idle);
        print("javac with Albedo, model unchanged", unchanged);
        print("javac with Albedo, model changed", changed);
        print("Hibernate's boot alone", hibernate);
    }

    private static void print(String what, List<Usage> runs) {
        System.out.printf(
                "  %-42s %8.2f %8.2f%n", what, Usage.median(runs, Usage::cpu), Usage.median(runs, Usage::wall));
    }

    /** Compiles everything into an empty directory. */
    private Usage compile(List<String> options) throws IOException {
        delete(classes);
        List<String> arguments = new ArrayList<>(
                List.of("-d", Files.createDirectories(classes).toString(), "-cp", join(classPath), "-parameters"));
        arguments.addAll(options);
        sources.forEach(source -> arguments.add(source.toString()));
        Usage usage = Usage.ofJavac(arguments);
        boolean written = Files.exists(classes.resolve(Snapshot.RESOURCE));
        if (written != options.equals(withAlbedo())) {
            throw new IllegalStateException("a snapshot was " + (written ? "" : "not ") + "written");
        }
        return usage;
    }

    /** As the plugin sets it up where the POM says nothing of processors: Albedo behind the class path. */
    private List<String> withAlbedo() {
        return List.of("-processorpath", join(classPath), "-Aalbedo.inputs=" + inputsFile);
    }

    private Usage bootHibernate() throws IOException {
        return Usage.ofJava(
                String.join(File.pathSeparator, join(classPath), classes.toString(), testClasses()),
                HibernateBoot.class,
                sources.stream()
                        .map(source -> EntityGenerator.PACKAGE + "."
                                + source.getFileName().toString().replace(".java", ""))
                        .toArray(String[]::new));
    }

    private static String testClasses() {
        try {
            return Path.of(HibernateBoot.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String join(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
