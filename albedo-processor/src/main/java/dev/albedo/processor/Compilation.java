package dev.albedo.processor;

import com.sun.source.util.Trees;
import dev.albedo.processor.hibernate.FieldConstants;
import dev.albedo.processor.hibernate.ModelException;
import dev.albedo.processor.hibernate.ModelList;
import dev.albedo.processor.report.Message;
import dev.albedo.processor.report.Reporter;
import dev.albedo.processor.revision.MigrationLists;
import dev.albedo.processor.revision.Revisions;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationsList;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** One compilation, from its first round to the classes it has written. */
final class Compilation {

    static final String INPUTS_OPTION = "albedo.inputs";

    private final ProcessingEnvironment environment;
    private final Elements elements;
    private final Reporter reporter;
    private final ClassOutput output;
    private final boolean hearsOfClasses;
    private final Revisions revisions;
    private final Initializers initializers;

    /** All classes of this compilation by binary name. */
    private final Map<String, Element> compiled = new HashMap<>();

    /** The fields and methods of model classes as they are before javac writes the classes, which makes them anew. */
    private final Map<Element, List<Element>> members = new HashMap<>();

    private final Set<String> awaited = new HashSet<>();
    private final Set<String> model = new TreeSet<>();
    private final SortedMap<String, String> constants = new TreeMap<>();
    private @Nullable Inputs inputs;
    private boolean readsModel;
    private boolean hasStubs;

    /**
     * Starts.
     *
     * @param hearsOfClasses whether the compiler tells when it has written the classes
     */
    Compilation(ProcessingEnvironment environment, boolean hearsOfClasses) {
        this.environment = environment;
        this.elements = environment.getElementUtils();
        this.reporter = new Reporter(environment);
        this.output = new ClassOutput(environment.getFiler());
        this.hearsOfClasses = hearsOfClasses;
        Trees trees = trees(environment);
        this.revisions = new Revisions(environment, reporter, trees);
        this.initializers = new Initializers(trees);
    }

    private static @Nullable Trees trees(ProcessingEnvironment environment) {
        try {
            return Trees.instance(environment);
        } catch (IllegalArgumentException e) {
            return null; // another compiler, or one whose environment a build tool has wrapped
        }
    }

    /** Takes what a round brings. */
    void take(Collection<? extends Element> roots) {
        for (PackageElement root : ElementFilter.packagesIn(roots)) {
            String name = root.getQualifiedName() + ".package-info";
            compiled.put(name, root);
            if (root.getAnnotationMirrors().stream().anyMatch(a -> ModelAnnotations.isOnPackage(name(a)))) {
                model.add(name);
            }
        }
        ElementFilter.typesIn(roots).forEach(type -> {
            awaited.add(elements.getBinaryName(type).toString());
            take(type);
        });
    }

    private void take(TypeElement type) {
        String name = elements.getBinaryName(type).toString();
        compiled.put(name, type);
        boolean isModel = type.getAnnotationMirrors().stream().anyMatch(a -> ModelAnnotations.isOnType(name(a)));
        if (isModel && isStub(type)) {
            hasStubs = true;
        } else if (isModel) {
            model.add(name);
            initializers.read(type, (field, constant) -> constants.put(FieldConstants.key(name, field), constant));
        }
        revisions.add(type);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::take);
    }

    /**
     * Whether a source is what Groovy's compiler lets Java see of a class that it has yet to compile: without the fields, so
     * that Hibernate could not map it. The goal {@code snapshot} reads the model when the class is there.
     */
    private static boolean isStub(TypeElement type) {
        return type.getInterfaces().stream().anyMatch(each -> each.toString().equals("groovy.lang.GroovyObject"));
    }

    private static CharSequence name(AnnotationMirror annotation) {
        return ((TypeElement) annotation.getAnnotationType().asElement()).getQualifiedName();
    }

    /** Takes note that the compiler has written a class. */
    void generated(TypeElement type) {
        awaited.remove(elements.getBinaryName(type).toString());
    }

    /** Writes the lists and checks the revisions. */
    void endRounds(boolean failed) throws IOException {
        if (failed) {
            return;
        }
        Path directory = output.directory();
        if (directory == null) {
            return;
        }
        inputs = inputs(directory);
        if (inputs != null && !isSame(inputs.classOutput(), directory)) {
            return; // of tests, or of something else that no snapshot is made of
        }
        listModel(directory);
        listConstants(directory);
        boolean migrates = listRevisions(directory);
        if (!hasStubs
                && (!model.isEmpty()
                        || (migrates && !listsOfOthers(ModelList.RESOURCE).isEmpty()))) {
            if (!hearsOfClasses) {
                reporter.warn(Message.noJavac(), null);
            } else if (inputs == null) {
                reporter.warn(Message.noInputs(), null);
            } else {
                for (Inputs unit : units(inputs)) {
                    output.reserve(unit.snapshot());
                }
                model.stream().map(compiled::get).filter(Objects::nonNull).forEach(type -> {
                    reporter.keepPlace(type);
                    List<Element> enclosed = List.copyOf(type.getEnclosedElements());
                    enclosed.forEach(reporter::keepPlace);
                    members.put(type, enclosed);
                });
                readsModel = true;
            }
        }
    }

    /** Each persistence unit; a persistence.xml that cannot be read is told when the model is. */
    private static List<Inputs> units(Inputs inputs) throws IOException {
        try {
            return inputs.units();
        } catch (ModelException e) {
            return List.of(inputs);
        }
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        boolean sameName =
                one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
        return sameName || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
    }

    private @Nullable Inputs inputs(Path directory) {
        String file = environment.getOptions().get(INPUTS_OPTION);
        if (file != null) {
            try {
                return Inputs.read(Path.of(file));
            } catch (IOException e) {
                reporter.warn(Message.unreadableInputs(String.valueOf(e.getMessage())), null);
                return null;
            }
        }
        List<Path> own = ownClassPath();
        return own.isEmpty() ? null : Inputs.of(directory, own);
    }

    /** The class path of the compilation, if the processor was found on it and Hibernate with it. */
    private static List<Path> ownClassPath() {
        ClassLoader loader = Compilation.class.getClassLoader();
        List<Path> paths = new ArrayList<>();
        if (loader instanceof URLClassLoader urls
                && loader.getResource("org/hibernate/boot/MetadataSources.class") != null) {
            for (URL url : urls.getURLs()) {
                try {
                    paths.add(Path.of(url.toURI()));
                } catch (URISyntaxException e) {
                    throw new IllegalStateException("javac's class path has an entry that is no file: " + url, e);
                }
            }
        }
        return paths;
    }

    private void listModel(Path directory) throws IOException {
        String before = output.read(ModelList.RESOURCE);
        // What earlier compilations wrote, and other compilers, such as Kotlin's.
        ModelReader.classes(directory).stream()
                .filter(name -> isStillThere(directory, name))
                .forEach(model::add);
        write(ModelList.RESOURCE, before, ModelList.write(model));
    }

    private void listConstants(Path directory) throws IOException {
        String before = output.read(FieldConstants.RESOURCE);
        if (before != null) {
            FieldConstants.read(before).byField().forEach((field, constant) -> {
                if (isStillThere(directory, FieldConstants.className(field))) {
                    constants.put(field, constant);
                }
            });
        }
        write(FieldConstants.RESOURCE, before, new FieldConstants(constants).write());
    }

    /** Whether this module has any. */
    private boolean listRevisions(Path directory) throws IOException {
        String before = output.read(MigrationsList.RESOURCE);
        if (before == null && revisions.isEmpty()) {
            return false;
        }
        List<RevisionNode> own = new ArrayList<>();
        try {
            if (before != null) {
                MigrationsList.read(before, MigrationsList.RESOURCE).stream()
                        .filter(node -> isStillThere(directory, node.className()))
                        .forEach(own::add);
            }
            List<RevisionNode> others = new ArrayList<>(own);
            others.addAll(revisionsOfOthers());
            if (revisions.check(others, inputs != null && units(inputs).size() > 1)) {
                own.addAll(revisions.nodes());
                for (Map.Entry<String, String> text : MigrationLists.texts(own).entrySet()) {
                    write(text.getKey(), output.read(text.getKey()), text.getValue());
                }
            }
        } catch (IllegalArgumentException e) {
            reporter.error(Message.unreadableList(String.valueOf(e.getMessage())), null);
        }
        return !own.isEmpty();
    }

    private boolean isStillThere(Path directory, String className) {
        return !compiled.containsKey(className)
                && Files.exists(directory.resolve(className.replace('.', '/') + ".class"));
    }

    private List<RevisionNode> revisionsOfOthers() throws IOException {
        List<RevisionNode> nodes = new ArrayList<>();
        listsOfOthers(MigrationsList.RESOURCE).forEach((where, text) -> nodes.addAll(MigrationsList.read(text, where)));
        return nodes;
    }

    /** The lists of this name that the modules on the class path have, by where they are. */
    private Map<String, String> listsOfOthers(String resource) throws IOException {
        Map<String, String> lists = new LinkedHashMap<>();
        if (inputs == null) {
            return lists;
        }
        for (Path entry : inputs.classPath()) {
            if (isSame(entry, inputs.classOutput())) {
                continue;
            }
            Path file = entry.resolve(resource);
            if (Files.isRegularFile(file)) {
                lists.put(file.toString(), Files.readString(file));
            } else if (Files.isRegularFile(entry) && Jar.open(entry).has(resource)) {
                try (ZipFile jar = new ZipFile(entry.toFile())) {
                    ZipEntry list = jar.getEntry(resource);
                    String text = new String(jar.getInputStream(list).readAllBytes(), StandardCharsets.UTF_8);
                    lists.put(resource + " in " + entry, text);
                }
            }
        }
        return lists;
    }

    private void write(String resource, @Nullable String before, String text) throws IOException {
        if (!text.equals(before == null ? "" : before)) {
            output.reserve(resource);
            output.write(resource, text);
        }
    }

    /** Writes the snapshot, if the compilation has written all its classes. */
    void finish() throws IOException {
        Inputs project = inputs;
        if (readsModel && project != null && awaited.isEmpty()) {
            String file = environment.getOptions().get(INPUTS_OPTION);
            boolean goalFollows = file != null && model.stream().noneMatch(compiled::containsKey);
            for (Inputs unit : units(project)) {
                Path cache = file == null
                        ? null
                        : Path.of(file).resolveSibling(Path.of(unit.snapshot()).getFileName());
                new SnapshotStep(unit, model, output, cache, reporter, this::element, goalFollows).run();
            }
        }
    }

    private @Nullable Element element(@Nullable String className, @Nullable String attribute) {
        Element type = className == null ? null : compiled.get(className);
        if (type == null || attribute == null) {
            return type;
        }
        List<Element> named = members.getOrDefault(type, List.of()).stream()
                .filter(each -> isCalled(each, attribute))
                .toList();
        return named.stream()
                .filter(each -> !each.getAnnotationMirrors().isEmpty())
                .findFirst()
                .orElse(named.isEmpty() ? type : named.get(0));
    }

    /** Whether an element is the field or the getter of an attribute. */
    private static boolean isCalled(Element element, String attribute) {
        String name = element.getSimpleName().toString();
        return switch (element.getKind()) {
            case FIELD -> name.equals(attribute);
            case METHOD -> name.equalsIgnoreCase("get" + attribute) || name.equalsIgnoreCase("is" + attribute);
            default -> false;
        };
    }
}
