package dev.albedo.safety.rows;

import dev.albedo.dialect.Dialect;
import dev.albedo.internal.sql.SqlText;
import dev.albedo.operation.Operation.Backfill;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import dev.albedo.schema.Types;
import dev.albedo.snapshot.InitialValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What existing rows will have in a column after a change, as an expression over what they have before it: the same, a
 * converted value, what a new column is filled with, NULL.
 */
final class RowValues {

    private final Schema from;
    private final Schema to;
    private final InitialValues values;
    private final List<Backfill> said;
    private final Dialect dialect;
    private final EnumCases cases;

    RowValues(Schema from, Schema to, InitialValues values, List<Backfill> said, Dialect dialect) {
        this.from = from;
        this.to = to;
        this.values = values;
        this.said = said;
        this.dialect = dialect;
        this.cases = new EnumCases(from, to, values, dialect);
    }

    /**
     * A value.
     *
     * @param sql the expression
     * @param same whether it is the value that the row has
     * @param plain whether it compares with constants as the value that the row has
     * @param apart whether rows with different values have different ones afterwards
     * @param constant whether it is the same for all rows
     */
    record Value(String sql, boolean same, boolean plain, boolean apart, boolean constant) {

        boolean isNothing() {
            return constant && sql.startsWith("CAST(NULL AS ");
        }
    }

    /** What a hook says that rows get. */
    Optional<Backfill> said(QualifiedName table, String column) {
        return said.stream()
                .filter(fill -> fill.table().equals(table) && fill.column().equals(column))
                .findFirst();
    }

    /** What rows that have nothing in a column can have; nothing where each must have another. */
    @Nullable
    String fill(QualifiedName table, Column column) {
        if (mustDiffer(table, column.name())) {
            return null;
        }
        return column.defaultSql() != null
                ? column.defaultSql()
                : values.find(table, column.name()).orElse(null);
    }

    /** The same, or what a person has to review: the value of a primitive attribute that nothing is assigned to. */
    @Nullable
    String proposedFill(QualifiedName table, Column column) {
        String fill = fill(table, column);
        return fill != null || mustDiffer(table, column.name())
                ? fill
                : values.primitive(table, column.name())
                        .map(InitialValues.Primitive::value)
                        .orElse(null);
    }

    /**
     * Whether existing rows get the default of a new column: not where it would be the same for rows that must differ, if
     * they can do without a value.
     */
    boolean isGivenDefault(QualifiedName table, Column column) {
        String text = column.defaultSql();
        return text != null
                && (column.notNull() || !mustDiffer(table, column.name()) || dialect.differsFromRowToRow(text));
    }

    /** Whether a column is a key by itself, so that no two rows can get the same value. */
    private boolean mustDiffer(QualifiedName tableName, String column) {
        List<String> alone = List.of(column);
        return to.table(tableName)
                .filter(table -> keys(table).anyMatch(alone::equals))
                .isPresent();
    }

    /** The columns of each key that all rows of a table are told apart by. */
    static Stream<List<String>> keys(Table table) {
        Stream<List<String>> indexes = table.indexes().stream()
                .filter(index -> index.unique()
                        && index.where() == null
                        && index.parts().stream().noneMatch(Index.Part::isExpression))
                .map(index -> index.parts().stream().map(Index.Part::text).toList());
        return Stream.of(
                        table.primaryKey().map(Constraint.PrimaryKey::columns).stream(),
                        table.constraints(Constraint.Unique.class).stream().map(Constraint.Unique::columns),
                        indexes)
                .flatMap(each -> each);
    }

    /** How the constants of a Java enum get from one column to the other; {@code null} if the column has none. */
    EnumCases.@Nullable Conversion conversion(QualifiedName table, Column before, Column after) {
        return cases.conversion(table, before, after);
    }

    /** Whether only a person can tell how they get there. */
    boolean isUnknown(QualifiedName table, Column before, Column after) {
        return cases.isUnknown(table, before, after);
    }

    /** The value as rows are compared by it for a key; empty if it is not known. A value that a person has yet to say is NULL. */
    Optional<Value> ofKey(QualifiedName table, String column) {
        return of(table, column, true);
    }

    /** The value; empty if it is not known. */
    Optional<Value> of(QualifiedName table, String column) {
        return of(table, column, false);
    }

    private Optional<Value> of(QualifiedName table, String name, boolean asKey) {
        Column before = column(from, table, name);
        Column after = column(to, table, name);
        if (after == null) {
            return Optional.empty();
        }
        Generated generated = after.generated();
        if (generated != null) {
            return computed(table, before, after, generated.expression());
        }
        if (before == null) {
            return added(table, after);
        }
        if (before.generated() != null && !before.type().equals(after.type())) {
            return Optional.empty();
        }
        return existing(table, before, after, asKey).flatMap(value -> filled(table, before, after, value, asKey));
    }

    private Optional<Value> existing(QualifiedName table, Column before, Column after, boolean asKey) {
        boolean same = before.type().equals(after.type());
        EnumCases.Conversion conversion = conversion(table, before, after);
        if (same && conversion == null) {
            return hasChangedEnum(before) && !asKey
                    ? Optional.empty()
                    : Optional.of(new Value(dialect.identifier(before.name()), true, true, true, false));
        }
        if (conversion != null) {
            return Optional.of(new Value(conversion.using(), false, false, true, false));
        }
        boolean apart = dialect.keepsApart(before.type(), after.type());
        boolean plain = apart && dialect.using(before, after).isEmpty();
        return dialect.converted(before, after).map(sql -> new Value(sql, false, plain, apart, false));
    }

    private Optional<Value> filled(QualifiedName table, Column before, Column after, Value value, boolean asKey) {
        if (before.notNull() || !after.notNull()) {
            return Optional.of(value);
        }
        String fill = said(table, after.name()).map(Backfill::value).orElseGet(() -> fill(table, after));
        if (fill == null) {
            return asKey ? Optional.of(value) : Optional.empty();
        }
        return dialect.isConstant(fill)
                ? Optional.of(new Value(
                        "coalesce(" + value.sql() + ", " + cast(fill, after) + ")", false, value.plain(), false, false))
                : Optional.empty();
    }

    private Optional<Value> added(QualifiedName table, Column column) {
        if (column.identity() != null || said(table, column.name()).isPresent()) {
            return Optional.empty();
        }
        String fill =
                isGivenDefault(table, column) ? column.defaultSql() : column.notNull() ? fill(table, column) : "NULL";
        boolean isKnown = fill != null && (fill.equals("NULL") || dialect.isConstant(fill));
        return isKnown
                ? Optional.of(new Value(cast(String.valueOf(fill), column), false, false, false, true))
                : Optional.empty();
    }

    /** A created type may not exist yet. */
    private String cast(String constant, Column column) {
        return dialect.cast(constant, existing(column.type()));
    }

    private static SqlType existing(SqlType type) {
        if (type instanceof SqlType.Array array) {
            return new SqlType.Array(existing(array.element()));
        }
        return type instanceof SqlType.Named ? Types.text() : type;
    }

    private Optional<Value> computed(QualifiedName table, @Nullable Column before, Column after, String expression) {
        Map<String, String> substitutes = new HashMap<>();
        for (Column each : to.table(table).orElseThrow().columns()) {
            if (each.generated() == null && SqlText.mentions(expression, each.name())) {
                Optional<Value> value = of(table, each.name(), false);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                if (!value.get().same()) {
                    substitutes.put(each.name(), value.get().sql());
                }
            }
        }
        if (after.equals(before) && substitutes.isEmpty()) {
            return Optional.of(new Value(dialect.identifier(after.name()), true, true, true, false));
        }
        return dialect.substituted(expression, substitutes)
                .map(sql -> new Value(dialect.cast(sql, after.type()), false, false, false, false));
    }

    private boolean hasChangedEnum(Column column) {
        SqlType element = column.type() instanceof SqlType.Array array ? array.element() : column.type();
        if (!(element instanceof SqlType.Named named)) {
            return false;
        }
        EnumType before = from.enums().get(named.name());
        EnumType after = to.enums().get(named.name());
        return before != null && after != null && !before.values().equals(after.values());
    }

    static @Nullable Column column(Schema schema, QualifiedName table, String name) {
        return schema.column(table, name).orElse(null);
    }
}
