package dev.albedo.maven.oracle;

import dev.albedo.processor.Inputs;
import dev.albedo.processor.hibernate.ModelBinding;
import dev.albedo.processor.hibernate.OpenModelLoader;
import dev.albedo.testing.TestDatabase;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A release of Hibernate with all it needs and with models, in one class loader of its own. */
final class OpenHibernate implements AutoCloseable {

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("org.hibernate");

    private static final List<String> MODEL_ANNOTATIONS =
            List.of("Entity", "Embeddable", "MappedSuperclass", "Converter");

    private final URLClassLoader loader;

    OpenHibernate(List<Path> classPath) {
        LOGGER.setLevel(Level.OFF);
        this.loader = OpenModelLoader.over(classPath);
    }

    /** The jars of a release, in the folder that the build puts them into. */
    static List<Path> jars(String folder) throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target", folder))) {
            return jars.sorted().toList();
        }
    }

    /** Whether Hibernate has to be told of the class. */
    boolean isModelClass(String name) {
        for (Annotation annotation : load(name).getAnnotations()) {
            if (annotation.annotationType().getPackageName().equals("jakarta.persistence")
                    && MODEL_ANNOTATIONS.contains(annotation.annotationType().getSimpleName())) {
                return true;
            }
        }
        return false;
    }

    /** A class of Hibernate, of a library or of a model, by its binary name. */
    Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Starts Hibernate with a model as an application does.
     *
     * @param action what Hibernate does with the schema, see {@link #manage}
     */
    void start(
            List<String> classNames,
            List<String> mappingFiles,
            SortedMap<String, String> modelSettings,
            String action,
            TestDatabase database)
            throws Exception {
        start(classNames, mappingFiles, modelSettings, action, database, sessionFactory -> classNames);
    }

    private <T> T start(
            List<String> classNames,
            List<String> mappingFiles,
            SortedMap<String, String> modelSettings,
            String action,
            TestDatabase database,
            Work<T> work)
            throws Exception {
        Properties settings = settings(modelSettings, action, database);
        return inLoader(() -> {
            Class<?> type = load("org.hibernate.cfg.Configuration");
            Object configuration = type.getConstructor().newInstance();
            type.getMethod("addProperties", Properties.class).invoke(configuration, settings);
            for (String name : classNames) {
                type.getMethod("addAnnotatedClass", Class.class).invoke(configuration, load(name));
            }
            for (String resource : mappingFiles) {
                type.getMethod("addResource", String.class).invoke(configuration, resource);
            }
            try (AutoCloseable sessionFactory =
                    (AutoCloseable) type.getMethod("buildSessionFactory").invoke(configuration)) {
                return work.of(sessionFactory);
            }
        });
    }

    /** What is done with a session factory. */
    @FunctionalInterface
    private interface Work<T> {
        T of(AutoCloseable sessionFactory) throws Exception;
    }

    /** Loads the entities that a query finds, as texts. */
    List<String> load(
            List<String> classNames, SortedMap<String, String> modelSettings, String query, TestDatabase database)
            throws Exception {
        return start(classNames, List.of(), modelSettings, "none", database, sessionFactory -> {
            try (AutoCloseable session = (AutoCloseable) load("org.hibernate.SessionFactory")
                    .getMethod("openSession")
                    .invoke(sessionFactory)) {
                Object found = load("org.hibernate.query.QueryProducer")
                        .getMethod("createQuery", String.class, Class.class)
                        .invoke(session, query, Object.class);
                List<?> entities = (List<?>) load("org.hibernate.query.SelectionQuery")
                        .getMethod("getResultList")
                        .invoke(found);
                return entities.stream().map(String::valueOf).toList();
            }
        });
    }

    private static Properties settings(SortedMap<String, String> modelSettings, String action, TestDatabase database) {
        Properties settings = new Properties();
        settings.setProperty("hibernate.connection.driver_class", "org.postgresql.Driver");
        settings.setProperty("hibernate.connection.url", database.url());
        settings.setProperty("hibernate.connection.username", database.user());
        settings.setProperty("hibernate.connection.pool_size", "2");
        settings.setProperty("hibernate.hbm2ddl.auto", action);
        settings.setProperty("hibernate.hbm2ddl.halt_on_error", "true");
        settings.putAll(modelSettings);
        return settings;
    }

    /**
     * Lets Hibernate do with the schema what it does when it starts, and no more: without all that an application needs
     * besides, it is quicker, and models do whose services are not here. Bean Validation has no say in this.
     *
     * @param action {@code create-only} or {@code validate}
     */
    void manage(List<String> classNames, SortedMap<String, String> modelSettings, String action, TestDatabase database)
            throws Exception {
        Properties settings = settings(modelSettings, action, database);
        inLoader(() -> {
            Class<?> builder = load("org.hibernate.boot.registry.StandardServiceRegistryBuilder");
            Object registry = builder.getMethod("build")
                    .invoke(builder.getMethod("applySettings", Map.class)
                            .invoke(builder.getConstructor().newInstance(), settings));
            Class<?> type = load("org.hibernate.boot.MetadataSources");
            Object sources = type.getConstructor(load("org.hibernate.service.ServiceRegistry"))
                    .newInstance(registry);
            for (String name : classNames) {
                type.getMethod("addAnnotatedClass", Class.class).invoke(sources, load(name));
            }
            Object metadata = type.getMethod("buildMetadata").invoke(sources);
            // As SessionFactoryImpl does: the columns of a foreign key are in the order of the key that it references.
            load("org.hibernate.boot.spi.MetadataImplementor")
                    .getMethod("orderColumns", boolean.class)
                    .invoke(metadata, false);
            load("org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator")
                    .getMethod(
                            "process",
                            load("org.hibernate.boot.Metadata"),
                            load("org.hibernate.service.ServiceRegistry"),
                            Map.class,
                            load("org.hibernate.tool.schema.spi.DelayedDropRegistry"))
                    .invoke(null, metadata, registry, settings, null);
            builder.getMethod("destroy", load("org.hibernate.service.ServiceRegistry"))
                    .invoke(null, registry);
            return classNames;
        });
    }

    /** What Albedo makes of a model. */
    ModelBinding.Answer read(
            List<String> classNames, List<String> mappingFiles, SortedMap<String, String> modelSettings)
            throws Exception {
        return inLoader(() -> OpenModelLoader.binding(loader)
                .bind(new ModelBinding.Question(
                        classNames,
                        Collections.emptySortedMap(),
                        mappingFiles,
                        null,
                        modelSettings,
                        Inputs.DEFAULT_DIALECT_VERSION,
                        Inputs.DEFAULT_SCHEMA)));
    }

    /** Calls the static method {@code run} of a class with a text. */
    void run(String name, String argument) throws Exception {
        inLoader(() -> load(name).getMethod("run", String.class).invoke(null, argument));
    }

    private <T> T inLoader(Callable<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    "Hibernate does not take the model, or its program fails", e.getTargetException());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
