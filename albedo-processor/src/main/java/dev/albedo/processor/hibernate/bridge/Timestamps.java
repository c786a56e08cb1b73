package dev.albedo.processor.hibernate.bridge;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.GeneratorCreator;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Value;
import org.hibernate.service.ServiceRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Makes Hibernate's own generators of timestamps, as its {@code EntityMetamodel} does before an application creates its
 * schema: since 7.0 they make their columns NOT NULL. Generators that users wrote are not made, because they may need the
 * running application.
 */
final class Timestamps {

    private static final List<Class<? extends Annotation>> ANNOTATIONS =
            List.of(CreationTimestamp.class, UpdateTimestamp.class, CurrentTimestamp.class);

    private final MetadataImplementor metadata;
    private final ServiceRegistry registry;

    private Timestamps(MetadataImplementor metadata, ServiceRegistry registry) {
        this.metadata = metadata;
        this.registry = registry;
    }

    static void apply(MetadataImplementor metadata, ServiceRegistry registry) {
        Timestamps timestamps = new Timestamps(metadata, registry);
        for (PersistentClass entity : metadata.getEntityBindings()) {
            Class<?> type = entity.getMappedClass();
            if (type != null) {
                entity.getProperties().forEach(property -> timestamps.apply(type, property));
            }
        }
    }

    private void apply(Class<?> owner, Property property) {
        GeneratorCreator creator = property.getValueGeneratorCreator();
        if (creator != null && isTimestamp(owner, property.getName())) {
            creator.createGenerator(new Context(metadata, registry, property));
        } else if (property.getValue() instanceof Component component && !component.isDynamic()) {
            component.getProperties().forEach(part -> apply(component.getComponentClass(), part));
        }
    }

    private static boolean isTimestamp(Class<?> owner, String attribute) {
        return members(owner, attribute).stream()
                .anyMatch(member -> ANNOTATIONS.stream().anyMatch(member::isAnnotationPresent));
    }

    private static List<AnnotatedElement> members(Class<?> owner, String attribute) {
        String suffix = Character.toUpperCase(attribute.charAt(0)) + attribute.substring(1);
        List<String> getters = List.of("get" + suffix, "is" + suffix, attribute);
        List<AnnotatedElement> members = new ArrayList<>();
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            List.of(type.getDeclaredFields()).stream()
                    .filter(field -> field.getName().equals(attribute))
                    .forEach(members::add);
            List.of(type.getDeclaredMethods()).stream()
                    .filter(method -> method.getParameterCount() == 0 && getters.contains(method.getName()))
                    .forEach(members::add);
        }
        return members;
    }

    /** What a generator may ask; the later methods are newer than 6.6. */
    private record Context(MetadataImplementor metadata, ServiceRegistry registry, Property property)
            implements GeneratorCreationContext {
        @Override
        public Database getDatabase() {
            return metadata.getDatabase();
        }

        @Override
        public ServiceRegistry getServiceRegistry() {
            return registry;
        }

        @Override
        public @Nullable String getDefaultCatalog() {
            return null;
        }

        @Override
        public @Nullable String getDefaultSchema() {
            return null;
        }

        @Override
        public PersistentClass getPersistentClass() {
            return property.getPersistentClass();
        }

        @Override
        public Property getProperty() {
            return property;
        }

        @Override
        public RootClass getRootClass() {
            return getPersistentClass().getRootClass();
        }

        @Override
        public Value getValue() {
            return property.getValue();
        }
    }
}
