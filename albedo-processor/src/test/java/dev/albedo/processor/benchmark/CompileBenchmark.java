package dev.albedo.processor.benchmark;

import dev.albedo.processor.Hibernates;
import dev.albedo.processor.Inputs;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.EntityGenerator;
import dev.albedo.testing.TemporaryDirectory;
import dev.albedo.testing.Usage;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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
        for (int entities : sizes) {
            try (TemporaryDirectory directory = TemporaryDirectory.create()) {
                new CompileBenchmark(directory.path(), entities).run();
            }
        }
    }

    private void run() throws IOException {
        List<Usage> plain = new ArrayList<>();
        List<Usage> idle = new ArrayList<>();
        List<Usage> unchanged = new ArrayList<>();
        List<Usage> changed = new ArrayList<>();
        List<Usage> hibernate = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            plain.add(compile(List.of("-proc:none")));
            hibernate.add(bootHibernate());
            idle.add(compile(withIdleProcessor()));
            TemporaryDirectory.delete(inputsFile.resolveSibling("schema.json"));
            changed.add(compile(withAlbedo()));
            unchanged.add(compile(withAlbedo()));
        }
        Usage.printHeader("Compiling " + sources.size() + " entities");
        Usage.printRow("javac without processors", plain);
        Usage.printRow("javac with a processor that does nothing", idle);
        Usage.printRow("javac with Albedo, model unchanged", unchanged);
        Usage.printRow("javac with Albedo, model changed", changed);
        Usage.printRow("Hibernate's boot in a JVM of its own", hibernate);
        printOverhead("any processor costs", idle, plain, hibernate);
        printOverhead("Albedo, model unchanged, costs", unchanged, plain, hibernate);
        printOverhead("Albedo, model changed, costs", changed, plain, hibernate);
    }

    private static void printOverhead(String what, List<Usage> with, List<Usage> without, List<Usage> hibernate) {
        double cpu = Usage.median(with, Usage::cpu) - Usage.median(without, Usage::cpu);
        double wall = Usage.median(with, Usage::wall) - Usage.median(without, Usage::wall);
        System.out.printf(
                "  %-46s %8.2f %26.2f  (%.2f and %.2f times Hibernate's boot)%n",
                what,
                cpu,
                wall,
                cpu / Usage.median(hibernate, Usage::cpu),
                wall / Usage.median(hibernate, Usage::wall));
    }

    /** Compiles everything into an empty directory. */
    private Usage compile(List<String> options) throws IOException {
        TemporaryDirectory.delete(classes);
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

    /** What javac itself takes for going through rounds. */
    private List<String> withIdleProcessor() {
        return List.of(
                "-processorpath",
                join(classPath) + File.pathSeparator + testClasses(),
                "-processor",
                IdleProcessor.class.getName());
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
}
