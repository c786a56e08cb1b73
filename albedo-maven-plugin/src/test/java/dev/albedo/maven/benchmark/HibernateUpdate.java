package dev.albedo.maven.benchmark;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Hibernate's schema update, into a script, and no more of Hibernate than that takes. In a JVM with Hibernate on its class
 * path.
 */
final class HibernateUpdate {

    private HibernateUpdate() {}

    /** Arguments: the URL, the folder with the entities' classes, and the script to write. */
    public static void main(String[] args) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("hibernate.connection.url", args[0]);
        settings.setProperty("jakarta.persistence.schema-generation.scripts.action", "update");
        settings.setProperty("jakarta.persistence.schema-generation.scripts.create-target", args[2]);
        Class<?> builder = Class.forName("org.hibernate.boot.registry.StandardServiceRegistryBuilder");
        Object registry = builder.getMethod("build")
                .invoke(builder.getMethod("applySettings", Map.class)
                        .invoke(builder.getConstructor().newInstance(), settings));
        Class<?> service = Class.forName("org.hibernate.service.ServiceRegistry");
        Class<?> type = Class.forName("org.hibernate.boot.MetadataSources");
        Object sources = type.getConstructor(service).newInstance(registry);
        for (String name : entities(Path.of(args[1]))) {
            type.getMethod("addAnnotatedClass", Class.class).invoke(sources, Class.forName(name));
        }
        Object metadata = type.getMethod("buildMetadata").invoke(sources);
        Class.forName("org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator")
                .getMethod(
                        "process",
                        Class.forName("org.hibernate.boot.Metadata"),
                        service,
                        Map.class,
                        Class.forName("org.hibernate.tool.schema.spi.DelayedDropRegistry"))
                .invoke(null, metadata, registry, settings, null);
    }

    /** The names of the entities, which are all classes that are in no other. */
    static List<String> entities(Path classes) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$"))
                    .map(file -> file.replace(File.separatorChar, '.').replaceFirst("\\.class$", ""))
                    .sorted()
                    .toList();
        }
    }
}
