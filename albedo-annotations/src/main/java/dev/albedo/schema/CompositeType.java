package dev.albedo.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A composite type of the database, a struct (PostgreSQL manual section 8.16).
 *
 * @param name the name
 * @param attributes in their order, which is part of the type: a value is written and read by position. An attribute is a
 *     column with a type, and perhaps a collation and a comment; PostgreSQL lets each be NULL
 * @param comment what {@code COMMENT ON TYPE} says
 */
public record CompositeType(
        QualifiedName name,
        List<Column> attributes,
        @Nullable String comment) {

    public CompositeType {
        attributes = attributes.stream().map(Column::nullable).toList();
        Set<String> names = new HashSet<>();
        for (Column attribute : attributes) {
            if (!names.add(attribute.name())) {
                throw new IllegalArgumentException(
                        "composite type " + name + " has two attributes of the name " + attribute.name());
            }
            if (attribute.defaultSql() != null || attribute.identity() != null || attribute.generated() != null) {
                throw new IllegalArgumentException("attribute " + attribute.name() + " of composite type " + name
                        + " cannot have a default, be an identity or be generated");
            }
        }
    }

    public Optional<Column> attribute(String attributeName) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(attributeName))
                .findFirst();
    }

    public CompositeType named(QualifiedName changed) {
        return new CompositeType(changed, attributes, comment);
    }

    public CompositeType attributes(List<Column> changed) {
        return new CompositeType(name, changed, comment);
    }

    public CompositeType comment(@Nullable String changed) {
        return new CompositeType(name, attributes, changed);
    }
}
