package dev.albedo.dialect;

import dev.albedo.schema.QualifiedName;
import java.util.Set;

/**
 * What a {@link SchemaReader} looks at. The connection's default schema is always read.
 *
 * @param schemas further schemas, by name; one that does not exist is no error, and the default schema may be among them
 * @param ignored tables that are not Albedo's business, such as its own history; without a schema, in the default one
 * @param known tables of the model and the migrations: only of these one is read that inherits from another, because the
 *     others may be the partitions of before PostgreSQL had any
 */
public record SchemaFilter(Set<String> schemas, Set<QualifiedName> ignored, Set<QualifiedName> known) {

    /** A filter that lets no table through that inherits from another. */
    public SchemaFilter(Set<String> schemas, Set<QualifiedName> ignored) {
        this(schemas, ignored, Set.of());
    }

    public SchemaFilter {
        known = Set.copyOf(known);
        schemas = Set.copyOf(schemas);
        ignored = Set.copyOf(ignored);
    }

    /** The same with these further schemas. */
    public SchemaFilter schemas(Set<String> changed) {
        return new SchemaFilter(changed, ignored, known);
    }
}
