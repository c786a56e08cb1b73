package dev.albedo.dialect.postgresql;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.internal.sql.Token;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts spellings that a person writes in the place of those that PostgreSQL prints; see {@code Dialect.readableTexts}.
 *
 * <p>It runs twice over the texts, as {@link TextAlignment} does: the first time it collects the spellings to try, the second
 * time it knows the answers.
 */
final class ReadableTexts {

    /**
     * Spellings of a text.
     *
     * @param printed the database's
     * @param known the one that it was created with, if that is known
     */
    private record Spelled(Question printed, @Nullable String known) {

        List<Question> candidates() {
            return ReadableSql.of(printed.text()).stream().map(printed::text).toList();
        }
    }

    private final Schema database;
    private final Schema model;
    private final Schema known;
    private final UnaryOperator<Spelled> best;

    private ReadableTexts(Schema database, Schema model, Schema known, UnaryOperator<Spelled> best) {
        this.database = database;
        this.model = model;
        this.known = known;
        this.best = best;
    }

    static Schema readable(Connection connection, Schema database, Schema model, Schema known) throws SQLException {
        List<Spelled> met = new ArrayList<>();
        new ReadableTexts(database, model, known, spelled -> {
                    met.add(spelled);
                    return spelled;
                })
                .spelled();
        if (met.isEmpty()) {
            return database;
        }
        Map<Question, String> best = best(connection, met);
        return new ReadableTexts(
                        database,
                        model,
                        known,
                        spelled -> new Spelled(
                                spelled.printed()
                                        .text(best.getOrDefault(
                                                spelled.printed(),
                                                spelled.printed().text())),
                                null))
                .spelled();
    }

    private static Map<Question, String> best(Connection connection, List<Spelled> all) throws SQLException {
        Map<Question, String> best = new HashMap<>();
        List<EquivalentTexts.Pair> pairs = all.stream()
                .filter(spelled -> spelled.known() != null)
                .map(spelled -> new EquivalentTexts.Pair(
                        spelled.printed().text(Objects.requireNonNull(spelled.known())), spelled.printed(), "", false))
                .toList();
        Set<EquivalentTexts.Pair> equal = pairs.isEmpty() ? Set.of() : EquivalentTexts.equalOf(connection, pairs);
        equal.forEach(pair -> best.put(pair.database(), pair.model().text()));
        Map<Question, List<Question>> open = new LinkedHashMap<>();
        all.stream()
                .map(spelled -> Map.entry(spelled.printed(), spelled.candidates()))
                .filter(each -> !best.containsKey(each.getKey()))
                .forEach(each -> open.put(each.getKey(), each.getValue()));
        if (!open.isEmpty()) {
            try (Scratch scratch = Scratch.open(connection)) {
                Map<Question, Scratch.Answer> answers =
                        scratch.ask(open.values().stream().flatMap(List::stream).toList());
                open.forEach((printed, candidates) -> candidates.stream()
                        .filter(each -> answers.containsKey(each)
                                && SqlText.trimmed(printed.text())
                                        .equals(answers.get(each).text()))
                        .findFirst()
                        .ifPresent(each -> best.put(printed, each.text())));
            }
        }
        return best;
    }

    private Schema spelled() {
        TreeMap<QualifiedName, Table> tables = new TreeMap<>(database.tables());
        tables.replaceAll((name, table) -> new Texts(
                        table,
                        model.table(name).orElse(Table.of(name)),
                        known.table(name).orElse(Table.of(name)))
                .spelled());
        return database.tables(tables);
    }

    /** A table of the database, and the same of the model and of what created it, which may be empty. */
    private final class Texts {
        private final Table table;
        private final Table wanted;
        private final Table created;

        Texts(Table table, Table wanted, Table created) {
            this.table = table;
            this.wanted = wanted;
            this.created = created;
        }

        Table spelled() {
            return table.columns(table.columns().stream().map(this::column).toList())
                    .constraints(table.constraints().stream()
                            .map(constraint -> constraint instanceof Constraint.Check check ? check(check) : constraint)
                            .toList())
                    .indexes(table.indexes().stream().map(this::index).toList());
        }

        private Constraint check(Constraint.Check check) {
            boolean isModels = wanted.constraints(Constraint.Check.class).stream()
                    .anyMatch(other -> other.expression().equals(check.expression()));
            String before = created.constraints(Constraint.Check.class).stream()
                    .filter(other -> Objects.equals(other.name(), check.name()))
                    .map(Constraint.Check::expression)
                    .findFirst()
                    .orElse(null);
            return isModels
                    ? check
                    : new Constraint.Check(
                            check.name(), text(Question.Kind.CONDITION, null, check.expression(), before));
        }

        private Column column(Column column) {
            Column other = wanted.column(column.name()).orElse(null);
            Column before = created.column(column.name()).orElse(null);
            Column result = column;
            String defaultSql = column.defaultSql();
            if (defaultSql != null
                    && Expressions.isConstant(defaultSql)
                    && (other == null || !defaultSql.equals(other.defaultSql()))) {
                result = result.defaultTo(
                        text(Question.Kind.DEFAULT, column, defaultSql, before == null ? null : before.defaultSql()));
            }
            Generated generated = column.generated();
            if (generated != null && (other == null || !generated.equals(other.generated()))) {
                Generated old = before == null ? null : before.generated();
                String expression = text(
                        Question.Kind.GENERATED, column, generated.expression(), old == null ? null : old.expression());
                result = result.generated(new Generated(expression, generated.stored()));
            }
            return result;
        }

        private Index index(Index index) {
            String where = index.where();
            boolean hasText = where != null || index.parts().stream().anyMatch(Index.Part::isExpression);
            if (!hasText || wanted.indexes().contains(index)) {
                return index;
            }
            List<Index.Part> parts = index.parts().stream()
                    .map(part -> part.isExpression()
                            ? TextAlignment.withText(part, text(Question.Kind.VALUE, null, part.text(), null))
                            : part)
                    .toList();
            String before = created.indexes().stream()
                    .filter(other -> Objects.equals(other.name(), index.name()))
                    .findFirst()
                    .map(Index::where)
                    .orElse(null);
            return index.parts(parts).where(where == null ? null : text(Question.Kind.CONDITION, null, where, before));
        }

        private String text(Question.Kind kind, @Nullable Column column, String text, @Nullable String before) {
            SortedMap<String, String> columns = new TreeMap<>();
            if (kind != Question.Kind.DEFAULT) {
                SqlText.tokens(text).stream()
                        .filter(Token::isName)
                        .flatMap(token -> table.column(token.text()).stream())
                        .forEach(each -> columns.put(each.name(), ColumnSql.type(each)));
            }
            String type = column == null ? "" : ColumnSql.type(column);
            Question printed = new Question(kind, table.name().name(), columns, type, text);
            return best.apply(new Spelled(printed, text.equals(before) ? null : before))
                    .printed()
                    .text();
        }
    }
}
