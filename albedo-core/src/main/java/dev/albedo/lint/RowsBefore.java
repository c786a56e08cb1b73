package dev.albedo.lint;

import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the rows that are there before a change: that they satisfy the old constraints. Of a column that the
 * change fills, converts or computes nothing is known, so nothing can be asked of it beforehand.
 */
final class RowsBefore {

    private final Schema from;
    private final Schema to;

    RowsBefore(Schema from, Schema to) {
        this.from = from;
        this.to = to;
    }

    /** Whether rows may break a constraint, and can be asked. */
    boolean mayBreak(QualifiedName tableName, Constraint constraint) {
        Table table = from.tables().get(tableName);
        return table != null && constraint.accept(new Question(table));
    }

    /** Whether rows may break a unique index of some of them, or over expressions, and can be asked. */
    boolean mayBreak(QualifiedName tableName, Index index) {
        Table table = from.tables().get(tableName);
        if (table == null) {
            return false;
        }
        boolean asBefore =
                table.indexes().stream().anyMatch(old -> old.named(index.name()).equals(index));
        List<String> columns = new ArrayList<>();
        List<String> texts = new ArrayList<>(index.where() == null ? List.of() : List.of(index.where()));
        index.parts().forEach(part -> (part.isExpression() ? texts : columns).add(part.text()));
        boolean isKey = index.parts().stream().noneMatch(Index.Part::isExpression)
                && !index.nullsNotDistinct()
                && !isNoKey(table, columns);
        texts.forEach(text -> columns.addAll(mentioned(table, text)));
        return !asBefore && !isKey && stay(tableName, columns);
    }

    /**
     * Whether rows may reference something in a table that is new and so has no rows.
     *
     * @param table with the key
     */
    boolean mayReferenceNothing(QualifiedName table, Constraint.ForeignKey key) {
        return from.tables().containsKey(table)
                && !from.tables().containsKey(key.target())
                && stay(table, key.columns());
    }

    private boolean isNoKey(Table table, List<String> columns) {
        Set<String> wanted = new TreeSet<>(columns);
        return keys(table).noneMatch(key -> wanted.equals(new TreeSet<>(key)));
    }

    /** The columns of before and after whose names occur in a text. */
    private List<String> mentioned(Table table, String sql) {
        return Stream.concat(
                        table.columns().stream(), to.table(table.name()).map(Table::columns).orElse(List.of()).stream())
                .map(Column::name)
                .distinct()
                .filter(name -> Pattern.compile("(?i)(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                        .matcher(sql)
                        .find())
                .toList();
    }

    /** Whether a column is a key by itself, so that no two rows can get the same value. */
    boolean mustDiffer(QualifiedName tableName, String column) {
        List<String> alone = List.of(column);
        return to.table(tableName)
                .filter(table -> keys(table).anyMatch(alone::equals))
                .isPresent();
    }

    private static Stream<List<String>> keys(Table table) {
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

    private boolean stay(QualifiedName table, List<String> columns) {
        return columns.stream().allMatch(column -> stays(table, column));
    }

    /** Whether a column has the same values before and after. */
    private boolean stays(QualifiedName tableName, String name) {
        Column before = column(from, tableName, name);
        Column after = column(to, tableName, name);
        return before != null
                && after != null
                && before.generated() == null
                && after.generated() == null
                && before.type().equals(after.type())
                && (before.notNull() || !after.notNull())
                && !hasChangedEnum(before);
    }

    private static @Nullable Column column(Schema schema, QualifiedName table, String name) {
        return schema.table(table).flatMap(found -> found.column(name)).orElse(null);
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

    /** Whether rows of a table that is there may break a constraint. */
    private final class Question implements Constraint.Visitor<Boolean> {

        private final Table table;

        Question(Table table) {
            this.table = table;
        }

        @Override
        public Boolean primaryKey(Constraint.PrimaryKey key) {
            return stay(table.name(), key.columns()) && isNoKey(table, key.columns());
        }

        @Override
        public Boolean unique(Constraint.Unique unique) {
            return stay(table.name(), unique.columns())
                    && (unique.nullsNotDistinct() || isNoKey(table, unique.columns()));
        }

        @Override
        public Boolean foreignKey(Constraint.ForeignKey key) {
            boolean asBefore = table.foreignKeys().stream()
                    .anyMatch(old -> old.columns().equals(key.columns())
                            && old.target().equals(key.target())
                            && old.targetColumns().equals(key.targetColumns())
                            && old.matchFull() == key.matchFull());
            return !asBefore && stay(table.name(), key.columns()) && stay(key.target(), key.targetColumns());
        }

        @Override
        public Boolean check(Constraint.Check check) {
            boolean asBefore = table.constraints(Constraint.Check.class).stream()
                    .anyMatch(old -> ValueCheck.allows(check.expression(), old.expression()));
            return !asBefore && stay(table.name(), mentioned(table, check.expression()));
        }

        /** The database has to say which rows break it. */
        @Override
        public Boolean exclusion(Constraint.Exclusion exclusion) {
            return false;
        }
    }
}
