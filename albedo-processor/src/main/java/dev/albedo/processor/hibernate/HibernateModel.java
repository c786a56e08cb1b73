package dev.albedo.processor.hibernate;

import dev.albedo.processor.hibernate.ModelBinding.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A model, to be bound by the user's Hibernate in a class loader that lives as long as this takes.
 *
 * @param classPath class output and class path; the lists of model classes on it are read
 * @param classes more model classes, by binary name
 * @param settings for Hibernate
 * @param dialectVersion the version of PostgreSQL
 * @param defaultSchema the schema that is the connection's current one
 * @param persistenceUnit which unit of {@code persistence.xml} is meant, or {@code null} if there is only one
 */
public record HibernateModel(
        List<Path> classPath,
        Set<String> classes,
        SortedMap<String, String> settings,
        String dialectVersion,
        String defaultSchema,
        @Nullable String persistenceUnit) {

    private static final String BRIDGE = "dev.albedo.processor.hibernate.bridge.ModelBridge";
    private static final String HIBERNATE = "org/hibernate/boot/MetadataSources.class";

    /**
     * Returns the names of the persistence units that a class output itself declares, in their order.
     *
     * @throws ModelException if its {@code persistence.xml} cannot be read
     */
    public static List<String> units(Path classOutput) throws IOException {
        return PersistenceUnit.names(classOutput);
    }

    /**
     * Reads the schema that the model expects.
     *
     * @throws ModelException if Hibernate cannot map it, or if there is no Hibernate that can be asked
     */
    public ModelBinding.Answer read() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (ModelLoader loader = new ModelLoader(classPath)) {
            if (loader.getResource(HIBERNATE) == null) {
                loader.append(defaultHibernate());
            }
            PersistenceUnit unit = PersistenceUnit.find(loader, persistenceUnit);
            thread.setContextClassLoader(loader);
            return bind(loader, unit);
        } catch (IOException e) {
            throw new UncheckedIOException("the class path cannot be read", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<URL> defaultHibernate() {
        List<URL> own = ModelLoader.ownClassPath();
        if (own == null || ModelLoader.class.getClassLoader().getResource(HIBERNATE) == null) {
            throw new ModelException(List.of(new ModelBinding.Problem(
                    null,
                    null,
                    "there is no Hibernate on the class path to read the model with; add org.hibernate.orm:hibernate-core"
                            + " to the project's dependencies")));
        }
        return own;
    }

    private ModelBinding.Answer bind(ModelLoader loader, PersistenceUnit unit) throws IOException {
        Set<String> selected = unit.select(allClasses(loader));
        TreeMap<String, String> allSettings = new TreeMap<>(unit.settings());
        allSettings.putAll(settings);
        SpringBoot.addNamingStrategies(loader, allSettings);
        SortedMap<String, String> constants = constants(loader);
        BiFunction<Set<String>, @Nullable String, ModelBinding.Answer> bind = (names, overrides) -> binding(loader)
                .bind(new ModelBinding.Question(
                        List.copyOf(names),
                        constants,
                        unit.mappingFiles(),
                        overrides,
                        allSettings,
                        dialectVersion,
                        defaultSchema));
        ModelTypes types = new ModelTypes(loader, selected);
        try {
            ModelBinding.Answer answer = bind.apply(selected, null);
            FaultPlace place = new FaultPlace(types);
            if (!answer.problems().isEmpty()) {
                throw new ModelException(
                        answer.problems().stream().map(place::locate).toList());
            }
            return answer.warnings(answer.warnings().stream()
                    .map(warning -> warning.attribute() == null ? warning : place.locate(warning))
                    .toList());
        } catch (ModelException e) {
            throw e;
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            if (!types.missing().isEmpty()) {
                throw new ModelException(Reason.ofMissing(types.missing()), e);
            }
            // Whatever user code and Hibernate throw while they bind: told as the reason, where it is known with its
            // class and attribute.
            Problem first = Reason.of(e, selected);
            // A service is the class path's, not a class's.
            List<Problem> all = Reason.isOurs(e) || e instanceof ServiceConfigurationError
                    ? List.of(first)
                    : new FaultSearch(
                                    types,
                                    selected,
                                    (names, leftOut) -> problems(bind, names, leftOut.overrides(names)))
                            .search(first);
            throw new ModelException(all.stream().map(Reason::named).toList(), e);
        }
    }

    private static List<Problem> problems(
            BiFunction<Set<String>, @Nullable String, ModelBinding.Answer> bind,
            Set<String> names,
            @Nullable String overrides) {
        try {
            return bind.apply(names, overrides).problems();
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            return List.of(Reason.of(e, names));
        }
    }

    private static ModelBinding binding(ModelLoader loader) {
        try {
            return Class.forName(BRIDGE, true, loader)
                    .asSubclass(ModelBinding.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the code that runs beside Hibernate cannot be loaded", e);
        }
    }

    private Set<String> allClasses(ModelLoader loader) throws IOException {
        TreeSet<String> all = new TreeSet<>(classes);
        texts(loader, ModelList.RESOURCE).forEach(text -> all.addAll(ModelList.read(text)));
        return all;
    }

    private static SortedMap<String, String> constants(ModelLoader loader) throws IOException {
        TreeMap<String, String> all = new TreeMap<>();
        texts(loader, FieldConstants.RESOURCE)
                .forEach(text -> FieldConstants.read(text).byField().forEach(all::putIfAbsent));
        return all;
    }

    private static List<String> texts(ModelLoader loader, String resource) throws IOException {
        List<String> texts = new ArrayList<>();
        for (URL url : Collections.list(loader.getResources(resource))) {
            URLConnection connection = url.openConnection();
            connection.setUseCaches(false); // or the jar stays open
            try (InputStream in = connection.getInputStream()) {
                texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
