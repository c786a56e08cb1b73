package dev.albedo.dialect.postgresql.reader;

import dev.albedo.schema.QualifiedName;
import java.util.List;

/**
 * The schemas that are read, one of them the default one.
 *
 * @param all the schemas
 * @param version the server's {@code server_version_num}
 */
record Namespaces(List<Namespace> all, int version) {

    /** A schema: its OID, its name, and whether it is the default one. */
    record Namespace(long id, String name, boolean isDefault) {}

    /** A name in a schema that may be any; the default schema is not named. */
    QualifiedName qualified(String schema, String name) {
        return new QualifiedName(isDefault(schema) ? null : schema, name);
    }

    /** A name in one of these schemas. */
    QualifiedName qualified(long namespace, String name) {
        for (Namespace each : all) {
            if (each.id == namespace) {
                return new QualifiedName(each.isDefault ? null : each.name, name);
            }
        }
        throw new IllegalArgumentException("no schema that is read has the number " + namespace);
    }

    private boolean isDefault(String schema) {
        return all.stream().anyMatch(each -> each.isDefault && each.name.equals(schema));
    }
}
