package dev.albedo.safety.rows;

import dev.albedo.dialect.Dialect;
import dev.albedo.internal.sql.SqlText;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.Expect;
import dev.albedo.operation.Operation.ExpectUnique;
import dev.albedo.safety.loss.ValueCheck;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Deferrability;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SchemaDsl;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What existing rows have to satisfy before a change so that a constraint holds after it. They are known to satisfy the old
 * constraints; where the change converts, fills or computes a column, its new value is put in the place of the old one. Of a
 * column whose new value cannot be told nothing can be asked beforehand.
 */
final class RowsBefore {

    /** What a condition over NULL needs to be false rather than unknown. */
    private static final Set<String> TELLS_NULL = Set.of(
            "null",
            "notnull",
            "isnull",
            "coalesce",
            "distinct",
            "case",
            "num_nulls",
            "num_nonnulls",
            "true",
            "false",
            "unknown");

    private final Schema from;
    private final Schema to;
    private final RowValues values;
    private final Dialect dialect;

    RowsBefore(Schema from, Schema to, RowValues values, Dialect dialect) {
        this.from = from;
        this.to = to;
        this.values = values;
        this.dialect = dialect;
    }

    /** What is expected of the rows so that a constraint holds; nothing if it cannot be broken, or not be asked. */
    Optional<RowExpectation> expected(QualifiedName tableName, Constraint constraint) {
        Table table = from.tables().get(tableName);
        return table == null ? Optional.empty() : constraint.accept(new Question(table));
    }

    /** The same for a unique index, also of some rows or over expressions. */
    Optional<RowExpectation> expected(QualifiedName tableName, Index index) {
        Table table = from.tables().get(tableName);
        if (table == null || !index.unique()) {
            return Optional.empty();
        }
        boolean isOfColumns = index.parts().stream().noneMatch(Index.Part::isExpression);
        List<String> columns = index.parts().stream()
                .filter(part -> !part.isExpression())
                .map(Index.Part::text)
                .toList();
        if (isOfColumns && (index.where() == null || isKept(table, columns, index.nullsNotDistinct()))) {
            return new Question(table)
                    .key(
                            columns,
                            index.nullsNotDistinct(),
                            false,
                            new Constraint.Unique(
                                    index.name(), columns, index.nullsNotDistinct(), Deferrability.NOT_DEFERRABLE));
        }
        List<Index.Part> parts = new ArrayList<>();
        boolean same = true;
        for (Index.Part part : index.parts()) {
            Optional<String> text = part.isExpression() ? substituted(table, part.text()) : key(table, part.text());
            if (text.isEmpty()) {
                return Optional.empty();
            }
            boolean isColumn = !part.isExpression() && text.get().equals(dialect.identifier(part.text()));
            same &= isColumn || text.get().equals(part.text());
            parts.add(new Index.Part(
                    isColumn ? part.text() : text.get(),
                    !isColumn,
                    false,
                    Index.Nulls.DEFAULT,
                    null,
                    part.collation()));
        }
        String where = index.where();
        Optional<String> some = where == null ? Optional.of("") : substituted(table, where);
        if (some.isEmpty()) {
            return Optional.empty();
        }
        boolean asBefore = same
                && some.get().equals(where == null ? "" : where)
                && table.indexes().stream()
                        .anyMatch(old -> old.named(index.name()).equals(index));
        Index asked = same ? index : index.parts(parts);
        return asBefore
                ? Optional.empty()
                : expected(new ExpectUnique(tableName, where == null ? asked : asked.where(some.get())));
    }

    private static Optional<RowExpectation> expected(Operation expectation) {
        return Optional.of(new RowExpectation.OfTable(expectation));
    }

    private Optional<String> key(Table table, String column) {
        return values.ofKey(table.name(), column).map(RowValues.Value::sql);
    }

    /** A text over the new columns as one over the old ones; empty if it cannot be told. */
    private Optional<String> substituted(Table table, String sql) {
        Map<String, String> substitutes = new HashMap<>();
        for (String column : mentioned(table, sql)) {
            Optional<RowValues.Value> value = values.of(table.name(), column);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            if (!value.get().same()) {
                substitutes.put(column, value.get().sql());
            }
        }
        return substitutes.isEmpty() ? Optional.of(sql) : dialect.substituted(sql, substitutes);
    }

    /** The columns, before and after, whose names occur in a text. */
    private List<String> mentioned(Table table, String sql) {
        Set<String> names = new TreeSet<>();
        table.columns().forEach(column -> names.add(column.name()));
        to.table(table.name()).ifPresent(after -> after.columns().forEach(column -> names.add(column.name())));
        names.retainAll(SqlText.names(sql));
        return List.copyOf(names);
    }

    /** Whether columns that are a key are one afterwards. */
    private boolean isKept(Table table, List<String> columns, boolean nullsNotDistinct) {
        return !nullsNotDistinct
                && !isNoKey(table, columns)
                && columns.stream()
                        .allMatch(column -> values.ofKey(table.name(), column)
                                .filter(RowValues.Value::apart)
                                .isPresent());
    }

    private static boolean isNoKey(Table table, List<String> columns) {
        Set<String> wanted = new TreeSet<>(columns);
        return RowValues.keys(table).noneMatch(key -> wanted.equals(new TreeSet<>(key)));
    }

    /** What is expected of rows of a table that is there. */
    private final class Question implements Constraint.Visitor<Optional<RowExpectation>> {

        private final Table table;

        Question(Table table) {
            this.table = table;
        }

        @Override
        public Optional<RowExpectation> primaryKey(Constraint.PrimaryKey key) {
            boolean isFilled = key.columns().stream()
                    .map(column -> RowValues.column(from, table.name(), column))
                    .anyMatch(before -> before == null || !before.notNull());
            return key(key.columns(), false, isFilled, key);
        }

        @Override
        public Optional<RowExpectation> unique(Constraint.Unique unique) {
            return key(unique.columns(), unique.nullsNotDistinct(), false, unique);
        }

        /** No two rows may have the same values. */
        private Optional<RowExpectation> key(
                List<String> columns, boolean nullsNotDistinct, boolean isFilled, Constraint constraint) {
            List<RowValues.Value> parts = columns.stream()
                    .flatMap(column -> values.ofKey(table.name(), column).stream())
                    .toList();
            boolean hasNothing = !nullsNotDistinct && parts.stream().anyMatch(RowValues.Value::isNothing);
            if (parts.size() < columns.size() || hasNothing || isKept(table, columns, nullsNotDistinct)) {
                return Optional.empty();
            }
            if (!isFilled && parts.stream().allMatch(RowValues.Value::same)) {
                return RowsBefore.expected(new Expect(table.name(), constraint));
            }
            List<Index.Part> asked = IntStream.range(0, columns.size())
                    .mapToObj(i -> parts.get(i).same()
                            ? SchemaDsl.asc(columns.get(i))
                            : SchemaDsl.expression(parts.get(i).sql()))
                    .toList();
            return RowsBefore.expected(new ExpectUnique(
                    table.name(),
                    SchemaDsl.index(constraint.name(), asked.toArray(Index.Part[]::new))
                            .unique(true)
                            .nullsNotDistinct(nullsNotDistinct)));
        }

        @Override
        public Optional<RowExpectation> foreignKey(Constraint.ForeignKey key) {
            boolean asBefore = table.foreignKeys().stream()
                    .anyMatch(old -> old.columns().equals(key.columns())
                            && old.target().equals(key.target())
                            && old.targetColumns().equals(key.targetColumns())
                            && old.matchFull() == key.matchFull());
            List<RowValues.Value> parts = all(table.name(), key.columns());
            boolean hasNothing = !key.matchFull() && parts.stream().anyMatch(RowValues.Value::isNothing);
            if (asBefore || hasNothing || parts.size() < key.columns().size()) {
                return Optional.empty();
            }
            if (!from.tables().containsKey(key.target())) {
                return Optional.of(condition(parts.stream()
                        .map(part -> part.sql() + " IS NULL")
                        .collect(Collectors.joining(key.matchFull() ? " AND " : " OR "))));
            }
            List<RowValues.Value> targets = all(key.target(), key.targetColumns());
            if (targets.size() < key.targetColumns().size()) {
                return Optional.empty();
            }
            boolean same = parts.stream().allMatch(RowValues.Value::same)
                    && targets.stream().allMatch(RowValues.Value::same);
            return same ? RowsBefore.expected(new Expect(table.name(), key)) : converted(key, parts, targets);
        }

        private List<RowValues.Value> all(QualifiedName of, List<String> columns) {
            return columns.stream()
                    .flatMap(column -> values.ofKey(of, column).stream())
                    .toList();
        }

        /** The referenced values are among those of the target, each as it will be. */
        private Optional<RowExpectation> converted(
                Constraint.ForeignKey key, List<RowValues.Value> parts, List<RowValues.Value> targets) {
            return Optional.of(new RowExpectation.Among(
                    table.name(), sql(parts), key.target(), sql(targets), key.matchFull(), dialect));
        }

        private static List<String> sql(List<RowValues.Value> values) {
            return values.stream().map(RowValues.Value::sql).toList();
        }

        @Override
        public Optional<RowExpectation> check(Constraint.Check check) {
            List<RowValues.Value> parts = new ArrayList<>();
            Map<String, String> substitutes = new HashMap<>();
            for (String column : mentioned(table, check.expression())) {
                Optional<RowValues.Value> value = values.of(table.name(), column);
                if (value.isEmpty() || isStored(column, value.get(), check)) {
                    return Optional.empty();
                }
                parts.add(value.get());
                if (!value.get().same()) {
                    substitutes.put(column, value.get().sql());
                }
            }
            boolean asBefore = parts.stream().allMatch(RowValues.Value::plain)
                    && table.constraints(Constraint.Check.class).stream()
                            .anyMatch(old -> ValueCheck.allows(check.expression(), old.expression()));
            boolean isUnknown = !parts.isEmpty()
                    && parts.stream().allMatch(RowValues.Value::isNothing)
                    && Collections.disjoint(SqlText.names(check.expression()), TELLS_NULL);
            if (asBefore || isUnknown) {
                return Optional.empty();
            }
            Optional<String> removed =
                    parts.stream().allMatch(RowValues.Value::same) ? removed(check) : Optional.empty();
            if (removed.isPresent()) {
                return removed.map(this::condition);
            }
            return substitutes.isEmpty()
                    ? RowsBefore.expected(new Expect(table.name(), check))
                    : dialect.substituted(check.expression(), substitutes).map(this::condition);
        }

        /** The condition that no row has a value that an old check lists and the new one does not, if both list values. */
        private Optional<String> removed(Constraint.Check check) {
            List<String> columns = mentioned(table, check.expression());
            if (columns.size() != 1) {
                return Optional.empty();
            }
            Set<String> listed = ValueCheck.valuesOf(columns.get(0), check.expression());
            Set<String> removed = table.constraints(Constraint.Check.class).stream()
                    .map(old -> ValueCheck.valuesOf(columns.get(0), old.expression()))
                    .filter(old -> !old.isEmpty() && !listed.isEmpty())
                    .findFirst()
                    .map(LinkedHashSet::new)
                    .orElseGet(LinkedHashSet::new);
            removed.removeAll(listed);
            return removed.isEmpty() || !ValueCheck.isReadable(removed)
                    ? Optional.empty()
                    : Optional.of(dialect.identifier(columns.get(0)) + " NOT IN (" + String.join(", ", removed) + ")");
        }

        /** Whether a check does no more than list values, those of a conversion or a fill among them. */
        private boolean isStored(String column, RowValues.Value value, Constraint.Check check) {
            Set<String> listed = ValueCheck.valuesOf(column, check.expression());
            Column before = RowValues.column(from, table.name(), column);
            Column after = RowValues.column(to, table.name(), column);
            if (listed.isEmpty() || after == null) {
                return false;
            }
            EnumCases.@Nullable Conversion conversion =
                    before == null ? null : values.conversion(table.name(), before, after);
            return conversion == null
                    ? value.constant() && listed.contains(String.valueOf(values.fill(table.name(), after)))
                    : listed.containsAll(conversion.stored());
        }

        private RowExpectation condition(String condition) {
            return RowExpectation.OfTable.condition(table.name(), condition);
        }

        /** The database has to say which rows break it. */
        @Override
        public Optional<RowExpectation> exclusion(Constraint.Exclusion exclusion) {
            return Optional.empty();
        }
    }
}
