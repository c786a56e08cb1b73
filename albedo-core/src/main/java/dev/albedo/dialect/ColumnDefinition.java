package dev.albedo.dialect;

import dev.albedo.schema.Constraint;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Identity;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text such as {@code varchar(20) default 'new' not null}, taken apart.
 *
 * @param type the type
 * @param serial whether the type was one of the serial ones: then {@code type} is the number behind it, the column is
 *     NOT NULL, and a sequence owned by the column gives its default (manual section 8.1.4)
 * @param notNull what the text says of NULL, or {@code null} if it says nothing
 * @param defaultSql the default, or {@code null} for none
 * @param identity set if the database numbers the rows
 * @param generated set if the database computes the column
 * @param collation set if the text names one
 * @param primaryKey whether the text says PRIMARY KEY
 * @param unique whether the text says UNIQUE
 * @param checks the checks in the text
 * @param storage how the server stores the values, such as {@code compression pglz}; no schema says that
 */
public record ColumnDefinition(
        SqlType type,
        boolean serial,
        @Nullable Boolean notNull,
        @Nullable String defaultSql,
        @Nullable Identity identity,
        @Nullable Generated generated,
        @Nullable QualifiedName collation,
        boolean primaryKey,
        boolean unique,
        List<Constraint.Check> checks,
        List<String> storage) {

    public ColumnDefinition {
        checks = List.copyOf(checks);
        storage = List.copyOf(storage);
    }
}
