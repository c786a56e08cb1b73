package dev.albedo.operation;

import dev.albedo.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is about, as it is called before a rename; nothing, of SQL and of what only Java can tell.
 *
 * @param schema the schema, or {@code null} for the default one
 * @param table the table, if it is one or a part of one
 * @param name the column, constraint or index of the table, or the sequence, enum type or schema
 */
public record Subject(
        @Nullable String schema,
        @Nullable String table,
        @Nullable String name) {

    static final Subject NONE = new Subject(null, null, null);

    static Subject schema(String name) {
        return new Subject(name, null, name);
    }

    static Subject table(QualifiedName table) {
        return part(table, null);
    }

    static Subject part(QualifiedName table, @Nullable String name) {
        return new Subject(table.schema(), table.name(), name);
    }

    static Subject alone(QualifiedName object) {
        return new Subject(object.schema(), null, object.name());
    }
}
