package dev.albedo.maven.oracle;

import dev.albedo.processor.Inputs;
import dev.albedo.processor.hibernate.ModelBinding;
import dev.albedo.processor.hibernate.OpenModelLoader;
import dev.albedo.testing.TestDatabase;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A release of Hibernate with all it needs and all models, in one class loader of its own. */
final class HibernateRelease {

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("org.hibernate");

    private static final List<String> MODEL_ANNOTATIONS =
            List.of("Entity", "Embeddable", "MappedSuperclass", "Converter");

    private final String version;
    private final Path classes;
    private final List<Path> classPath;
    private final List<Model> models;
    private final ClassLoader loader;

    /**
     * Compiles the models that fit.
     *
     * @param version as in the name of the folder that the build puts its class path into
     */
    HibernateRelease(String version, List<Model> all) throws IOException {
        LOGGER.setLevel(Level.OFF);
        this.version = version;
        this.classes = Path.of("target", "oracle-" + version);
        try (Stream<Path> jars = Files.list(Path.of("target", "hibernate-" + version))) {
            this.classPath = jars.sorted().toList();
        }
        this.models = all.stream().filter(model -> model.isFor(version)).toList();
        Compilation.run(models, classPath, classes);
        List<Path> everything = new ArrayList<>(classPath);
        everything.add(classes);
        this.loader = OpenModelLoader.over(everything);
    }

    List<Model> models() {
        return models;
    }

    /** Binary names of the classes of a model that Hibernate has to know. */
    List<String> classNames(Model model) throws IOException {
        try (Stream<Path> files = Files.list(classes.resolve("oracle").resolve(model.name()))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> "oracle." + model.name() + "."
                            + file.getFileName().toString().replace(".class", ""))
                    .sorted()
                    .filter(name -> isModelClass(load(name)))
                    .toList();
        }
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isModelClass(Class<?> type) {
        for (Annotation annotation : type.getAnnotations()) {
            if (annotation.annotationType().getPackageName().equals("jakarta.persistence")
                    && MODEL_ANNOTATIONS.contains(annotation.annotationType().getSimpleName())) {
                return true;
            }
        }
        return false;
    }

    /** Lets Hibernate itself create the schema of a model, as an application does that starts. */
    void create(Model model, TestDatabase database) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("hibernate.connection.driver_class", "org.postgresql.Driver");
        settings.setProperty("hibernate.connection.url", database.url());
        settings.setProperty("hibernate.connection.username", database.user());
        settings.setProperty("hibernate.connection.pool_size", "2");
        settings.setProperty("hibernate.hbm2ddl.auto", "create-only");
        settings.setProperty("hibernate.hbm2ddl.halt_on_error", "true");
        settings.putAll(model.settings());
        inLoader(() -> {
            Class<?> type = load("org.hibernate.cfg.Configuration");
            Object configuration = type.getConstructor().newInstance();
            type.getMethod("addProperties", Properties.class).invoke(configuration, settings);
            for (String name : classNames(model)) {
                type.getMethod("addAnnotatedClass", Class.class).invoke(configuration, load(name));
            }
            for (String resource : model.mappingFiles()) {
                type.getMethod("addResource", String.class).invoke(configuration, resource);
            }
            AutoCloseable sessionFactory =
                    (AutoCloseable) type.getMethod("buildSessionFactory").invoke(configuration);
            sessionFactory.close();
            return model;
        });
    }

    /** What Albedo makes of a model. */
    ModelBinding.Answer read(Model model) throws Exception {
        return inLoader(() -> OpenModelLoader.binding(loader)
                .bind(new ModelBinding.Question(
                        classNames(model),
                        Collections.emptySortedMap(),
                        model.mappingFiles(),
                        model.settings(),
                        Inputs.DEFAULT_DIALECT_VERSION,
                        Inputs.DEFAULT_SCHEMA)));
    }

    private <T> T inLoader(Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(this + " does not take the model", e.getTargetException());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public String toString() {
        return "Hibernate " + version;
    }
}
