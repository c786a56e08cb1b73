package dev.albedo.maven.oracle;

import dev.albedo.processor.hibernate.ModelBinding;
import dev.albedo.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A release of Hibernate with models that are compiled for it. */
public final class HibernateRelease implements AutoCloseable {

    private final String version;
    private final Path classes;
    private final List<Model> models;
    private final OpenHibernate hibernate;

    /**
     * Compiles the models that fit.
     *
     * @param version as in the name of the folder that the build puts its class path into
     * @param purpose of the models, for the name of the folder that they are compiled into
     */
    public HibernateRelease(String version, String purpose, List<Model> all) throws IOException {
        this.version = version;
        this.classes = Path.of("target", purpose + "-" + version);
        List<Path> jars = OpenHibernate.jars("hibernate-" + version);
        this.models = all.stream().filter(model -> model.isFor(version)).toList();
        Compilation.run(models, jars, classes);
        List<Path> everything = new ArrayList<>(jars);
        everything.add(classes);
        this.hibernate = new OpenHibernate(everything);
    }

    public String version() {
        return version;
    }

    List<Model> models() {
        return models;
    }

    /** The folder with the class files of the models. */
    Path classes() {
        return classes;
    }

    /** Binary names of the classes of a model that Hibernate has to know. */
    private List<String> classNames(Model model) throws IOException {
        try (Stream<Path> files = Files.list(classes.resolve("oracle").resolve(model.name()))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> "oracle." + model.name() + "."
                            + file.getFileName().toString().replace(".class", ""))
                    .sorted()
                    .filter(hibernate::isModelClass)
                    .toList();
        }
    }

    /** Lets Hibernate itself create the schema of a model. */
    public void create(Model model, TestDatabase database) throws Exception {
        hibernate.start(classNames(model), model.mappingFiles(), model.settings(), "create-only", database);
    }

    /** The same without starting Hibernate as a whole; for models without mapping files. */
    public void export(Model model, TestDatabase database) throws Exception {
        hibernate.manage(classNames(model), model.settings(), "create-only", database);
    }

    /** What Albedo makes of a model. */
    public ModelBinding.Answer read(Model model) throws Exception {
        return hibernate.read(classNames(model), model.mappingFiles(), model.settings());
    }

    /** Lets Hibernate load the entities that a query finds. */
    List<String> load(Model model, String query, TestDatabase database) throws Exception {
        return hibernate.load(classNames(model), model.settings(), query, database);
    }

    /** Lets a program in the package of a model work with a database: its static method {@code run} gets the URL. */
    void run(Model model, String program, TestDatabase database) throws Exception {
        hibernate.run("oracle." + model.name() + "." + program, database.url());
    }

    @Override
    public void close() throws IOException {
        hibernate.close();
    }

    @Override
    public String toString() {
        return "Hibernate " + version;
    }
}
