package dev.albedo.dialect.postgresql.reader;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.ReferentialAction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes constraints of the rows of {@code pg_constraint} (PostgreSQL manual section 53.13). */
final class ConstraintRows {

    private static final String EXCLUDE = "EXCLUDE ";

    private final Namespaces namespaces;
    private final Map<Long, TableColumns> columns;

    ConstraintRows(Namespaces namespaces, Map<Long, TableColumns> columns) {
        this.namespaces = namespaces;
        this.columns = columns;
    }

    Constraint constraint(CatalogRows.Constraint row, TableColumns own) {
        return switch (row.kind()) {
            case 'p' -> new Constraint.PrimaryKey(row.name(), own.names(row.columns()), deferrability(row));
            case 'u' ->
                new Constraint.Unique(row.name(), own.names(row.columns()), row.nullsNotDistinct(), deferrability(row));
            case 'f' ->
                new Constraint.ForeignKey(
                        row.name(),
                        own.names(row.columns()),
                        namespaces.qualified(known(row, row.targetSchema()), known(row, row.target())),
                        targetColumns(row),
                        action(row.onDelete()),
                        action(row.onUpdate()),
                        row.match() == 'f',
                        deferrability(row));
            case 'c' -> new Constraint.Check(row.name(), SqlText.trimmed(known(row, row.text())));
            case 'x' -> new Constraint.Exclusion(row.name(), exclusion(known(row, row.text())));
            default -> throw new IllegalArgumentException("no constraint is of the kind " + row.kind());
        };
    }

    private static String known(CatalogRows.Constraint row, @Nullable String value) {
        return Objects.requireNonNull(
                value, () -> "constraint " + row.name() + " went away while it was read; read it again");
    }

    private List<String> targetColumns(CatalogRows.Constraint row) {
        TableColumns target = columns.get(row.targetId());
        return row.targetColumns().isEmpty() && target != null
                ? target.names(row.targetNumbers())
                : row.targetColumns();
    }

    private static String exclusion(String definition) {
        return definition.startsWith(EXCLUDE) ? definition.substring(EXCLUDE.length()) : definition;
    }

    private static Deferrability deferrability(CatalogRows.Constraint row) {
        if (!row.deferrable()) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return row.deferred() ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }

    private static ReferentialAction action(char letter) {
        return switch (letter) {
            case 'a' -> ReferentialAction.NO_ACTION;
            case 'r' -> ReferentialAction.RESTRICT;
            case 'c' -> ReferentialAction.CASCADE;
            case 'n' -> ReferentialAction.SET_NULL;
            case 'd' -> ReferentialAction.SET_DEFAULT;
            default -> throw new IllegalArgumentException("no referential action is written " + letter);
        };
    }
}
