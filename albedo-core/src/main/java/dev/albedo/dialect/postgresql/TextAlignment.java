package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.postgresql.EquivalentTexts.Pair;
import dev.albedo.internal.sql.SqlText;
import dev.albedo.internal.sql.Token;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts the model's spelling of SQL texts in the place of the database's where both mean the same; see
 * {@code Dialect.alignTexts}.
 *
 * <p>It runs twice over the tables that both have. The first time it takes no two different texts for the same and so
 * meets all pairs that could be; the second time it knows.
 *
 * <p>Texts are tried with the column types of the model. Where a type changes, the server reads checks and indexes again
 * with the new type (ALTER TABLE, ATPostAlterTypeCleanup), and so does whoever compares next time: what is the same now
 * must be the same then. Only a default is tried with the database's type, because changing a type sets the default anew
 * in any case.
 */
final class TextAlignment {

    private final Schema database;
    private final Schema model;
    private final Predicate<Pair> means;

    private TextAlignment(Schema database, Schema model, Predicate<Pair> means) {
        this.database = database;
        this.model = model;
        this.means = means;
    }

    static Schema align(Connection connection, Schema database, Schema model) throws SQLException {
        List<Pair> met = new ArrayList<>();
        Schema spelledTheSame = new TextAlignment(database, model, pair -> {
                    met.add(pair);
                    return false;
                })
                .aligned();
        if (met.isEmpty()) {
            return spelledTheSame;
        }
        Set<Pair> equal = EquivalentTexts.equalOf(connection, met);
        return new TextAlignment(database, model, equal::contains).aligned();
    }

    private Schema aligned() {
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(database.tables());
        tables.replaceAll((name, table) -> model.table(name)
                .map(wanted -> new Tables(table, wanted).aligned())
                .orElse(table));
        return database.tables(tables);
    }

    /** A table of the database and the same of the model. */
    private final class Tables {
        private final Table table;
        private final Table wanted;

        Tables(Table table, Table wanted) {
            this.table = table;
            this.wanted = wanted;
        }

        Table aligned() {
            List<Constraint> constraints = new ArrayList<>(table.constraints());
            align(
                    constraints,
                    Constraint.Check.class,
                    Question.Kind.CONDITION,
                    Constraint.Check::expression,
                    (check, text) -> new Constraint.Check(check.name(), text));
            align(
                    constraints,
                    Constraint.Exclusion.class,
                    Question.Kind.EXCLUSION,
                    Constraint.Exclusion::definition,
                    (exclusion, text) -> new Constraint.Exclusion(exclusion.name(), text));
            return table.columns(table.columns().stream().map(this::column).toList())
                    .constraints(constraints)
                    .indexes(indexes());
        }

        private Column column(Column column) {
            Column other = wanted.column(column.name()).orElse(null);
            if (other == null) {
                return column;
            }
            Column aligned = column;
            String defaultSql = column.defaultSql();
            String otherDefault = other.defaultSql();
            if (defaultSql != null && otherDefault != null) {
                boolean sameType = column.type().equals(other.type());
                boolean same = same(
                        Question.Kind.DEFAULT,
                        column,
                        otherDefault,
                        defaultSql,
                        "the default of column " + column.name() + " of table " + table.name(),
                        sameType);
                aligned = same ? aligned.defaultTo(otherDefault) : aligned;
            }
            Generated generated = column.generated();
            Generated otherGenerated = other.generated();
            if (generated != null && otherGenerated != null) {
                boolean same = same(
                        Question.Kind.GENERATED,
                        other,
                        otherGenerated.expression(),
                        generated.expression(),
                        "the generated column " + column.name() + " of table " + table.name(),
                        true);
                aligned = same
                        ? aligned.generated(new Generated(otherGenerated.expression(), generated.stored()))
                        : aligned;
            }
            return aligned;
        }

        /** Pairs by name where both have it, then whatever is left by text and by meaning, in order. */
        private <C extends Constraint> void align(
                List<Constraint> constraints,
                Class<C> type,
                Question.Kind kind,
                Function<C, String> text,
                BiFunction<C, String, C> withText) {
            List<C> left = new ArrayList<>(table.constraints(type));
            List<C> wantedLeft = new ArrayList<>(wanted.constraints(type));
            for (C other : wanted.constraints(type)) {
                left.stream()
                        .filter(each -> other.name() != null && other.name().equals(each.name()))
                        .findFirst()
                        .ifPresent(each -> {
                            left.remove(each);
                            wantedLeft.remove(other);
                            if (same(kind, null, text.apply(other), text.apply(each), place(other), true)) {
                                constraints.set(constraints.indexOf(each), withText.apply(each, text.apply(other)));
                            }
                        });
            }
            Set<String> texts = new HashSet<>(wantedLeft.stream().map(text).toList());
            Set<String> same = new HashSet<>(texts);
            same.retainAll(left.stream().map(text).toList());
            left.removeIf(each -> same.contains(text.apply(each)));
            wantedLeft.removeIf(other -> same.contains(text.apply(other)));
            for (C other : wantedLeft) {
                Optional<C> found = firstOf(
                        left, each -> same(kind, null, text.apply(other), text.apply(each), place(other), true));
                found.ifPresent(each -> {
                    left.remove(each);
                    constraints.set(constraints.indexOf(each), withText.apply(each, text.apply(other)));
                });
            }
        }

        private String place(Constraint constraint) {
            return "a constraint of table " + table.name()
                    + (constraint.name() == null ? "" : " (" + constraint.name() + ")");
        }

        private List<Index> indexes() {
            List<Index> indexes = new ArrayList<>(table.indexes());
            List<Index> left = new ArrayList<>(table.indexes());
            List<Index> wantedLeft = new ArrayList<>(wanted.indexes());
            for (Index other : wanted.indexes()) {
                left.stream()
                        .filter(each -> other.name() != null && other.name().equals(each.name()))
                        .findFirst()
                        .ifPresent(each -> {
                            left.remove(each);
                            wantedLeft.remove(other);
                            indexes.set(indexes.indexOf(each), index(each, other));
                        });
            }
            for (Index other : wantedLeft) {
                Optional<Index> found = firstOf(
                        left,
                        each -> shape(each).equals(shape(other))
                                && index(each, other).equals(other.named(each.name())));
                found.ifPresent(each -> {
                    left.remove(each);
                    indexes.set(indexes.indexOf(each), other.named(each.name()));
                });
            }
            return indexes;
        }

        /** The database's index with those texts of the model's that mean the same. */
        private Index index(Index index, Index other) {
            String place = "index " + other.name() + " of table " + table.name();
            List<Index.Part> parts = new ArrayList<>(index.parts());
            for (int i = 0; i < Math.min(parts.size(), other.parts().size()); i++) {
                Index.Part part = parts.get(i);
                Index.Part wantedPart = other.parts().get(i);
                if (part.isExpression()
                        && wantedPart.isExpression()
                        && same(Question.Kind.VALUE, null, wantedPart.text(), part.text(), place, true)) {
                    parts.set(i, withText(part, wantedPart.text()));
                }
            }
            String where = index.where();
            String wantedWhere = other.where();
            boolean sameWhere = where != null
                    && wantedWhere != null
                    && same(Question.Kind.CONDITION, null, wantedWhere, where, "the WHERE of " + place, true);
            return index.parts(parts).where(sameWhere ? wantedWhere : where);
        }

        private boolean same(
                Question.Kind kind,
                @Nullable Column column,
                String wantedText,
                String text,
                String place,
                boolean certain) {
            if (wantedText.equals(text)) {
                return true;
            }
            if (column != null && isNew(column.type())) {
                return false;
            }
            String type = column == null ? "" : ColumnSql.type(column);
            Optional<Question> ofModel = question(kind, type, wantedText);
            Optional<Question> ofDatabase = question(kind, type, text);
            return ofModel.isPresent()
                    && ofDatabase.isPresent()
                    && means.test(new Pair(ofModel.get(), ofDatabase.get(), place, certain));
        }

        /** Nothing if a column in it has a type that the database does not have yet, or not with the same attributes. */
        private Optional<Question> question(Question.Kind kind, String type, String text) {
            SortedMap<String, String> columns = new TreeMap<>();
            if (kind != Question.Kind.DEFAULT) {
                for (Token token : SqlText.tokens(text)) {
                    Optional<Column> named = token.isName() ? column(token.text()) : Optional.empty();
                    if (named.isPresent() && isNew(named.get().type())) {
                        return Optional.empty();
                    }
                    named.ifPresent(column -> columns.put(column.name(), ColumnSql.type(column)));
                }
            }
            String plain = Expressions.withoutQualifier(
                    text, table.name().name(), name -> column(name).isPresent());
            return Optional.of(new Question(kind, table.name().name(), columns, type, plain));
        }

        private Optional<Column> column(String name) {
            return wanted.column(name).or(() -> table.column(name));
        }
    }

    private boolean isNew(SqlType type) {
        SqlType element = type instanceof SqlType.Array array ? array.element() : type;
        return element instanceof SqlType.Named named && (isNewEnum(named) || isNewComposite(named));
    }

    private boolean isNewEnum(SqlType.Named type) {
        return model.enumType(type.name()).isPresent()
                && database.enumType(type.name()).isEmpty();
    }

    private boolean isNewComposite(SqlType.Named type) {
        return model.composite(type.name()).isPresent()
                && !model.composite(type.name()).equals(database.composite(type.name()));
    }

    /** An index without name and texts. */
    private static Index shape(Index index) {
        return index.named(null)
                .where(index.where() == null ? null : "")
                .parts(index.parts().stream()
                        .map(part -> part.isExpression() ? withText(part, "-") : part)
                        .toList());
    }

    static Index.Part withText(Index.Part part, String text) {
        return new Index.Part(
                text, part.isExpression(), part.descending(), part.nulls(), part.operatorClass(), part.collation());
    }

    /** The first that fits; asks for all of them, so that all pairs are met. */
    private static <T> Optional<T> firstOf(List<T> candidates, Predicate<T> fits) {
        return candidates.stream().filter(fits).toList().stream().findFirst();
    }
}
