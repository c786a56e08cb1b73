package dev.albedo.processor;

import dev.albedo.processor.hibernate.HibernateModel;
import dev.albedo.processor.hibernate.ModelBinding;
import dev.albedo.processor.hibernate.ModelException;
import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads a compiled model, as the processor does at the end of a compilation: for goals, where the processor could not run
 * or what it wrote is gone or stale.
 */
public final class ModelReader {

    private ModelReader() {}

    /**
     * The schema that the model of a compiled project expects. The model are the classes in the class output that have an
     * annotation of the model, and what the modules on the class path list.
     *
     * @param warnings takes one sentence for each thing the model says and a schema cannot express
     * @throws ModelException if Hibernate cannot map the model
     */
    public static Snapshot read(Inputs inputs, Consumer<String> warnings) throws IOException {
        Set<String> classes = classes(inputs.classOutput());
        return read(inputs, classes, Fingerprint.of(inputs, classes), warning -> warnings.accept(warning.message()));
    }

    /**
     * A mark of all that decides on the snapshot: a snapshot that has it need not be read again. Costs milliseconds.
     */
    public static String fingerprint(Inputs inputs) throws IOException {
        return Fingerprint.of(inputs, classes(inputs.classOutput()));
    }

    /**
     * The simple name of the source that a class was compiled from.
     *
     * @return nothing if its compiler did not say, as with {@code -g:none}
     */
    public static Optional<String> sourceFile(Path classFile) throws IOException {
        return Optional.ofNullable(new ClassFile(Files.readAllBytes(classFile)).sourceFile());
    }

    static Snapshot read(
            Inputs inputs, Collection<String> classes, String fingerprint, Consumer<ModelBinding.Problem> warnings) {
        List<Path> classPath = new ArrayList<>();
        classPath.add(inputs.classOutput());
        classPath.addAll(inputs.classPath());
        ModelBinding.Answer answer = new HibernateModel(
                        classPath,
                        Set.copyOf(classes),
                        inputs.settings(),
                        inputs.dialectVersion(),
                        inputs.defaultSchema(),
                        inputs.persistenceUnit())
                .read();
        answer.warnings().forEach(warnings);
        return new Snapshot(
                answer.schema(),
                answer.origins(),
                answer.oldNames(),
                answer.initialValues(),
                answer.unmanaged(),
                answer.madeBy(),
                fingerprint);
    }

    /** The model classes in a directory, whichever compiler wrote them. */
    public static Set<String> classes(Path classOutput) throws IOException {
        Set<String> classes = new TreeSet<>();
        if (!Files.isDirectory(classOutput)) {
            return classes;
        }
        try (Stream<Path> files = Files.walk(classOutput)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String path = classOutput.relativize(file).toString();
                if (path.endsWith(".class") && Files.isRegularFile(file)) {
                    String name = path.substring(0, path.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.');
                    ClassFile type = new ClassFile(Files.readAllBytes(file));
                    if (ModelAnnotations.areOn(name, type.annotations())) {
                        classes.add(name);
                    }
                }
            }
        }
        return classes;
    }
}
