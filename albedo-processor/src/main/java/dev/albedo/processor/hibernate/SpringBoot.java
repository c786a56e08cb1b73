package dev.albedo.processor.hibernate;

import java.util.List;
import java.util.SortedMap;

/**
 * What Spring Boot configures where the user configures nothing: its naming strategies (class
 * {@code HibernateProperties.Naming} of Spring Boot 3 and 4).
 */
final class SpringBoot {

    private static final String IMPLICIT = "hibernate.implicit_naming_strategy";
    private static final String PHYSICAL = "hibernate.physical_naming_strategy";

    private record Naming(String implicit, String physical) {}

    private static final List<Naming> VERSIONS = List.of(
            new Naming(
                    "org.springframework.boot.hibernate.SpringImplicitNamingStrategy",
                    "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl"),
            new Naming(
                    "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy",
                    "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy"));

    private SpringBoot() {}

    static void addNamingStrategies(ClassLoader loader, SortedMap<String, String> settings) {
        for (Naming naming : VERSIONS) {
            if (isThere(loader, naming.implicit()) && isThere(loader, naming.physical())) {
                settings.putIfAbsent(IMPLICIT, naming.implicit());
                settings.putIfAbsent(PHYSICAL, naming.physical());
                return;
            }
        }
    }

    private static boolean isThere(ClassLoader loader, String className) {
        return loader.getResource(className.replace('.', '/') + ".class") != null;
    }
}
