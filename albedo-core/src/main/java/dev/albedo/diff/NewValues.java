package dev.albedo.diff;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.schema.Column;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether one migration both adds a value to an enum type and uses it, which some databases refuse unless the type is
 * made anew. A value that goes counts too, because taking the migration back adds it.
 */
final class NewValues {

    private NewValues() {}

    static boolean areUsed(EnumType type, EnumType changed, List<Footprint> footprints, Schema from, Schema to) {
        List<String> values = Stream.concat(
                        type.values().stream().filter(value -> !changed.values().contains(value)),
                        changed.values().stream().filter(value -> !type.values().contains(value)))
                .toList();
        return footprints.stream()
                .anyMatch(footprint -> footprint.converts().contains(type.name())
                        || (names(footprint.sql(), values) && concerns(footprint, type.name(), from, to)));
    }

    private static boolean names(List<String> sql, List<String> values) {
        return sql.stream().anyMatch(text -> values.stream().anyMatch(value -> SqlText.hasLiteral(text, value)));
    }

    /** Whether the table has a column of the type, or the texts name it. */
    private static boolean concerns(Footprint footprint, QualifiedName type, Schema from, Schema to) {
        return hasColumn(from, footprint.table(), type)
                || hasColumn(to, footprint.table(), type)
                || Uses.mentioned(footprint.sql()).contains(type.name());
    }

    private static boolean hasColumn(Schema schema, @Nullable QualifiedName name, QualifiedName type) {
        Table table = name == null ? null : schema.tables().get(name);
        return table != null && table.columns().stream().anyMatch(column -> uses(column, type));
    }

    private static boolean uses(Column column, QualifiedName type) {
        return Uses.createdType(column.type()).filter(type::equals).isPresent();
    }
}
