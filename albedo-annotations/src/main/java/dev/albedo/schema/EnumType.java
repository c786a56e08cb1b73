package dev.albedo.schema;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enum type of the database (PostgreSQL manual section 8.7).
 *
 * @param name the name
 * @param values in the order in which they compare
 * @param comment what {@code COMMENT ON TYPE} says
 */
public record EnumType(
        QualifiedName name, List<String> values, @Nullable String comment) {

    public EnumType {
        values = List.copyOf(values);
        if (new HashSet<>(values).size() != values.size()) {
            throw new IllegalArgumentException("enum type " + name + " names a value twice: " + values);
        }
    }

    public EnumType named(QualifiedName changed) {
        return new EnumType(changed, values, comment);
    }

    public EnumType values(List<String> changed) {
        return new EnumType(name, changed, comment);
    }

    public EnumType comment(@Nullable String changed) {
        return new EnumType(name, values, changed);
    }
}
