package dev.albedo.dialect.postgresql;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.internal.sql.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Questions about a SQL expression that PostgreSQL's grammar, types and functions answer. */
final class Expressions {

    /** What makes an expression more than the grammar takes behind DEFAULT without parentheses (gram.y, b_expr). */
    private static final Set<String> NOT_BEHIND_DEFAULT = Set.of(
            "and",
            "or",
            "not",
            "is",
            "isnull",
            "notnull",
            "like",
            "ilike",
            "similar",
            "in",
            "between",
            "collate",
            "at",
            "overlaps");

    /** Functions of PostgreSQL and uuid-ossp that give another value with each call (manual, sections 9.14 and 9.17, F.47). */
    private static final Set<String> NEVER_THE_SAME = Set.of(
            "nextval",
            "gen_random_uuid",
            "uuidv4",
            "uuidv7",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4");

    private static final Set<String> SAME_FOR_ALL_ROWS = Set.of(
            "true",
            "false",
            "array",
            "now",
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "transaction_timestamp",
            "upper",
            "lower");

    private Expressions() {}

    /** Whether an expression is a call of a function that never gives the same value twice. */
    static boolean differsFromRowToRow(String sql) {
        List<Token> tokens = SqlText.tokens(SqlText.trimmed(sql));
        return tokens.size() > 2
                && tokens.get(1).is("(")
                && SqlText.closing(tokens, 1) == tokens.size() - 1
                && NEVER_THE_SAME.stream().anyMatch(tokens.get(0)::is);
    }

    /** A default as a column definition takes it. */
    static String behindDefault(String sql) {
        int depth = 0;
        for (Token token : SqlText.tokens(sql)) {
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
            if (depth == 0 && token.kind() == Token.Kind.WORD && NOT_BEHIND_DEFAULT.contains(token.text())) {
                return "(" + sql + ")";
            }
        }
        return sql;
    }

    /**
     * The expression with {@code column} for every {@code table.column} and {@code schema.table.column}: in a table's own
     * expressions the same, and it works in another table as well.
     */
    static String withoutQualifier(String sql, String table, Predicate<String> isColumn) {
        List<Token> tokens = SqlText.tokens(sql);
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token column = tokens.get(i + 2);
            boolean qualifies = tokens.get(i).isName()
                    && tokens.get(i).text().equals(table)
                    && tokens.get(i + 1).is(".")
                    && column.isName()
                    && isColumn.test(column.text());
            if (qualifies) {
                boolean hasSchema =
                        i > 1 && tokens.get(i - 1).is(".") && tokens.get(i - 2).isName();
                result.append(sql, done, tokens.get(hasSchema ? i - 2 : i).start());
                done = column.start();
            }
        }
        return result.append(sql, done, sql.length()).toString();
    }

    /** The expression with others in place of columns; nothing if a name may be one of a column or of something else. */
    static Optional<String> substituted(String sql, Map<String, String> values) {
        List<Token> tokens = SqlText.tokens(sql);
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String value = token.isName() ? values.get(token.text()) : null;
            if (value == null) {
                continue;
            }
            boolean isPart = (i > 0 && tokens.get(i - 1).is("."))
                    || (i + 1 < tokens.size()
                            && (tokens.get(i + 1).is(".") || tokens.get(i + 1).is("(")));
            if (isPart) {
                return Optional.empty();
            }
            boolean isType = i > 0
                    && (tokens.get(i - 1).is("::")
                            || tokens.get(i - 1).is("as")
                            || tokens.get(i - 1).is("collate"));
            if (!isType) {
                result.append(sql, done, token.start()).append(value);
                done = token.end();
            }
        }
        return Optional.of(result.append(sql, done, sql.length()).toString());
    }

    /** Whether this is nothing but the name of that column. */
    static boolean isColumn(String sql, String name) {
        List<Token> tokens = SqlText.tokens(sql);
        return tokens.size() == 1
                && tokens.get(0).isName()
                && tokens.get(0).text().equals(name);
    }

    /** Whether this is a number, a string or a truth value, with or without sign, parentheses and casts by {@code ::}. */
    static boolean isConstant(String sql) {
        List<Token> tokens = SqlText.tokens(sql);
        int cast = IntStream.range(0, tokens.size())
                .filter(i -> tokens.get(i).is("::"))
                .findFirst()
                .orElse(tokens.size());
        return !tokens.isEmpty()
                && tokens.subList(0, cast).stream().allMatch(Expressions::isConstant)
                && (cast == tokens.size()
                        || (cast + 1 < tokens.size()
                                && isType(sql.substring(tokens.get(cast + 1).start()))));
    }

    /** Whether this is made of constants, casts, arrays and functions that are the same all through a transaction. */
    static boolean isSameForAllRows(String sql) {
        List<Token> tokens = SqlText.tokens(sql);
        return !tokens.isEmpty()
                && IntStream.range(0, tokens.size()).allMatch(i -> switch (tokens.get(i)
                        .kind()) {
                    case NUMBER, STRING, SYMBOL -> true;
                    case QUOTED, COMMENT, UNCLOSED -> false;
                    case WORD -> SAME_FOR_ALL_ROWS.contains(tokens.get(i).text()) || isInCast(tokens, i);
                });
    }

    /** Whether a word is of the type behind {@code ::}, which may have several words. */
    private static boolean isInCast(List<Token> tokens, int index) {
        int i = index;
        while (i > 0 && tokens.get(i).kind() == Token.Kind.WORD) {
            i--;
        }
        return tokens.get(i).is("::");
    }

    private static boolean isConstant(Token token) {
        return switch (token.kind()) {
            case NUMBER, STRING -> true;
            case SYMBOL -> "+-()".contains(token.text());
            case WORD -> token.is("true") || token.is("false");
            case QUOTED, COMMENT, UNCLOSED -> false;
        };
    }

    /** A string literal is a text whatever type it is cast to, which need not exist yet; any other expression as it is. */
    static String withoutCastOfString(String sql) {
        List<Token> tokens = SqlText.tokens(sql);
        boolean isCast = tokens.size() > 2
                && tokens.get(0).kind() == Token.Kind.STRING
                && tokens.get(1).is("::")
                && isType(sql.substring(tokens.get(2).start()));
        return isCast ? sql.substring(tokens.get(0).start(), tokens.get(0).end()) : sql;
    }

    /** Whether this is NULL, with or without a cast: as a default the same as none. */
    static boolean isNull(String sql) {
        List<Token> tokens = SqlText.tokens(sql);
        return !tokens.isEmpty()
                && tokens.get(0).is("null")
                && (tokens.size() == 1
                        || (tokens.size() > 2
                                && tokens.get(1).is("::")
                                && isType(sql.substring(tokens.get(2).start()))));
    }

    private static boolean isType(String text) {
        try {
            PostgresTypes.parse(text);
            return true;
        } catch (IllegalArgumentException notOnlyAType) {
            return false;
        }
    }
}
