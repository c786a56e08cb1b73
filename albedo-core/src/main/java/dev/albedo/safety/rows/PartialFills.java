package dev.albedo.safety.rows;

import dev.albedo.dialect.Dialect;
import dev.albedo.internal.sql.SqlText;
import dev.albedo.operation.Operation.Backfill;
import dev.albedo.safety.loss.ValueCheck;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import dev.albedo.snapshot.InitialValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fills of columns that may be NULL and yet need a value in some rows: because the Java attribute is primitive, or because a
 * check requires it of the rows of a subclass.
 */
final class PartialFills {

    private final Schema from;
    private final Schema to;
    private final InitialValues values;
    private final Dialect dialect;

    PartialFills(Schema from, Schema to, InitialValues values, Dialect dialect) {
        this.from = from;
        this.to = to;
        this.values = values;
        this.dialect = dialect;
    }

    /** The fill of a column that is NULL in all rows; {@code null} if no row needs one. */
    @Nullable
    Backfill ofNew(QualifiedName table, Column column) {
        InitialValues.Primitive primitive =
                values.primitive(table, column.name()).orElse(null);
        if (primitive != null) {
            return ofPrimitive(table, column, primitive);
        }
        Set<String> rows = requirements(to, table)
                .filter(required -> required.columns().contains(column.name()))
                .map(Requirement::rows)
                .filter(each -> mayExist(table, each))
                .collect(Collectors.toCollection(TreeSet::new));
        return rows.isEmpty()
                ? null
                : new Backfill(table, column.name(), value(table, column.name()), null, String.join(" OR ", rows));
    }

    /** The fills of columns that stay nullable, although their attribute cannot be {@code null} any more. */
    List<Backfill> ofNewPrimitives() {
        List<Backfill> fills = new ArrayList<>();
        values.primitives()
                .forEach((table, columns) -> columns.forEach((name, primitive) -> {
                    Column after = RowValues.column(to, table, name);
                    if (after != null
                            && primitive.isNew()
                            && isNullable(RowValues.column(from, table, name))
                            && isNullable(after)) {
                        Backfill fill = ofPrimitive(table, after, primitive);
                        if (fill != null) {
                            fills.add(fill);
                        }
                    }
                }));
        return fills;
    }

    private static boolean isNullable(@Nullable Column column) {
        return column != null && !column.notNull() && column.generated() == null;
    }

    private @Nullable String value(QualifiedName table, String column) {
        return values.find(table, column)
                .or(() -> values.primitive(table, column).map(InitialValues.Primitive::value))
                .orElse(null);
    }

    private @Nullable Backfill ofPrimitive(QualifiedName table, Column column, InitialValues.Primitive primitive) {
        String rows = primitive.rows();
        if (rows != null && !mayExist(table, rows)) {
            return null;
        }
        List<String> conditions = Stream.ofNullable(rows).collect(Collectors.toList());
        if (!primitive.embedded().isEmpty()
                && primitive.embedded().stream().noneMatch(each -> isPresent(table, each))) {
            List<String> known = primitive.embedded().stream()
                    .filter(each -> RowValues.column(from, table, each) != null)
                    .map(each -> dialect.identifier(each) + " IS NOT NULL")
                    .toList();
            if (known.isEmpty()) {
                return null;
            }
            conditions.add(known.size() == 1 ? known.get(0) : "(" + String.join(" OR ", known) + ")");
        }
        return new Backfill(
                table,
                column.name(),
                primitive.value(),
                null,
                conditions.isEmpty() ? null : String.join(" AND ", conditions));
    }

    /** Whether all rows have a value in a column after the change. */
    private boolean isPresent(QualifiedName table, String name) {
        Column before = RowValues.column(from, table, name);
        Column after = RowValues.column(to, table, name);
        return after != null && (after.notNull() || (before == null && after.defaultSql() != null));
    }

    /** The fills of columns that a new check requires of some rows and that these may not have. */
    List<Backfill> ofRequired(QualifiedName table, Constraint.Check check) {
        Requirement requirement = Requirement.of(check.expression());
        if (requirement == null || !mayExist(table, requirement.rows())) {
            return List.of();
        }
        return requirement.columns().stream()
                .filter(column -> lacks(table, column, requirement.rows()))
                .map(column -> new Backfill(table, column, value(table, column), null, requirement.rows()))
                .toList();
    }

    /** Whether a check requires columns of some rows, and a fill or an older check sees to each. */
    boolean isMet(QualifiedName table, Constraint.Check check) {
        Requirement requirement = Requirement.of(check.expression());
        return requirement != null
                && requirement.columns().stream()
                        .allMatch(column -> RowValues.column(to, table, column) != null
                                && !SqlText.mentions(requirement.rows(), column));
    }

    private boolean lacks(QualifiedName table, String name, String rows) {
        Column before = RowValues.column(from, table, name);
        Column after = RowValues.column(to, table, name);
        return before != null
                && after != null
                && !before.notNull()
                && !after.notNull()
                && requirements(from, table).noneMatch(old -> old.columns().contains(name) && isSame(old.rows(), rows));
    }

    private static boolean isSame(String rows, String others) {
        return ValueCheck.allows(rows, others) && ValueCheck.allows(others, rows);
    }

    private static Stream<Requirement> requirements(Schema schema, QualifiedName table) {
        return schema.table(table).map(Table::constraints).orElse(Collections.emptyList()).stream()
                .filter(Constraint.Check.class::isInstance)
                .map(check -> Requirement.of(((Constraint.Check) check).expression()))
                .flatMap(Stream::ofNullable);
    }

    /** Whether a check does not rule out that there are such rows before the change, as those of a subclass that is new. */
    private boolean mayExist(QualifiedName table, String rows) {
        Table before = from.table(table).orElse(null);
        return before == null
                || before.constraints(Constraint.Check.class).stream()
                        .noneMatch(check -> ValueCheck.isDisjoint(check.expression(), rows));
    }
}
