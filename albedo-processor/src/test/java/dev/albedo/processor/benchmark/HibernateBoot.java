package dev.albedo.processor.benchmark;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** Hibernate alone, with nothing of Albedo: what a changed model costs at least. */
final class HibernateBoot {

    private HibernateBoot() {}

    /** Binds a model. Arguments: the names of its classes. */
    public static void main(String[] args) throws ClassNotFoundException {
        Logger.getLogger("org.hibernate").setLevel(Level.OFF);
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySetting("hibernate.dialect", "org.hibernate.dialect.PostgreSQLDialect")
                .applySetting("hibernate.boot.allow_jdbc_metadata_access", false)
                .build();
        MetadataSources sources = new MetadataSources(registry);
        for (String name : args) {
            sources.addAnnotatedClass(Class.forName(name));
        }
        Metadata metadata = sources.buildMetadata();
        if (metadata.getEntityBindings().size() != args.length) {
            throw new IllegalStateException("not all entities were bound");
        }
        StandardServiceRegistryBuilder.destroy(registry);
    }
}
