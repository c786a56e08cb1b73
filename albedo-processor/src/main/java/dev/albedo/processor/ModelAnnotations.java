package dev.albedo.processor;

import java.util.Collection;
import java.util.Set;

/** Which annotations make a class part of a model. */
final class ModelAnnotations {

    private static final Set<String> ON_TYPES = Set.of(
            "jakarta.persistence.Entity",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.Converter");

    private ModelAnnotations() {}

    static boolean isOnType(CharSequence annotation) {
        return ON_TYPES.contains(annotation.toString());
    }

    /** A package speaks for the model if it says anything of Hibernate or Jakarta Persistence. */
    static boolean isOnPackage(CharSequence annotation) {
        String name = annotation.toString();
        return name.startsWith("jakarta.persistence.") || name.startsWith("org.hibernate.annotations.");
    }

    static boolean areOn(String className, Collection<String> descriptors) {
        boolean isPackage = className.endsWith("package-info");
        return descriptors.stream()
                .map(descriptor ->
                        descriptor.substring(1, descriptor.length() - 1).replace('/', '.'))
                .anyMatch(name -> isPackage ? isOnPackage(name) : isOnType(name));
    }
}
