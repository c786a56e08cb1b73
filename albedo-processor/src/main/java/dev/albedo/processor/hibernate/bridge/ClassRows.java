package dev.albedo.processor.hibernate.bridge;

import dev.albedo.dialect.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Formula;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.jspecify.annotations.Nullable;

/** Conditions for the rows of a class in a table that it shares with other classes. */
final class ClassRows {

    private final Metadata metadata;
    private final Dialect dialect;
    private final Spelling sql;

    ClassRows(Metadata metadata, Dialect dialect, Spelling sql) {
        this.metadata = metadata;
        this.dialect = dialect;
        this.sql = sql;
    }

    /** The rows of a class and its subclasses; {@code null} if it shares its table with no other class. */
    @Nullable
    String of(PersistentClass declaring) {
        if (!(declaring instanceof SingleTableSubclass)
                || declaring.getDiscriminator() == null
                || declaring.getDiscriminator().getSelectables().isEmpty()) {
            return null;
        }
        Selectable selectable = declaring.getDiscriminator().getSelectables().get(0);
        String discriminator = selectable instanceof Column column
                ? sql.identifier(StoredNames.stored(column.getQuotedName(dialect)))
                : "(" + ((Formula) selectable).getFormula() + ")";
        TreeSet<String> values = new TreeSet<>();
        for (PersistentClass each : metadata.getEntityBindings()) {
            if (isWithin(each, declaring) && each.getDiscriminatorValue() != null) {
                values.add(each.getDiscriminatorValue());
            }
        }
        List<String> conditions = new ArrayList<>();
        // "null" and "not null" stand for these themselves, see PersistentClass.NULL_DISCRIMINATOR_MAPPING.
        if (values.remove("null")) {
            conditions.add(discriminator + " IS NULL");
        }
        if (values.remove("not null")) {
            conditions.add(discriminator + " IS NOT NULL");
        }
        if (!values.isEmpty()) {
            JdbcType type = ((org.hibernate.mapping.BasicValue) declaring.getDiscriminator())
                    .resolve()
                    .getJdbcType();
            List<String> literals = values.stream()
                    .map(value -> type.isNumber() ? value : sql.literal(value))
                    .toList();
            conditions.add(
                    literals.size() == 1
                            ? discriminator + " = " + literals.get(0)
                            : discriminator + " IN (" + String.join(", ", literals) + ")");
        }
        return conditions.isEmpty() ? null : String.join(" OR ", conditions);
    }

    private static boolean isWithin(PersistentClass each, PersistentClass declaring) {
        for (PersistentClass type = each; type != null; type = type.getSuperclass()) {
            if (type.equals(declaring)) {
                return true;
            }
        }
        return false;
    }
}
