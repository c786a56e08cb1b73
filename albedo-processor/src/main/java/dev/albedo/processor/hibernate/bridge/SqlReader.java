package dev.albedo.processor.hibernate.bridge;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.internal.sql.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of SQL that is read from left to right, by words, names, literals and whole parentheses. Enough to understand the
 * options that annotations take as SQL.
 */
final class SqlReader {

    private final String sql;
    private final List<Token> tokens;
    private int next;

    SqlReader(String sql) {
        this.sql = sql;
        this.tokens = SqlText.tokens(sql);
    }

    boolean atEnd() {
        return next == tokens.size();
    }

    /** Passes these words if they come next. */
    boolean skip(String words) {
        String[] expected = words.split(" ");
        if (next + expected.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!tokens.get(next + i).is(SqlText.folded(expected[i]))) {
                return false;
            }
        }
        next += expected.length;
        return true;
    }

    /** The next token, or all from a parenthesis to its end, as it is written; {@code null} at the end. */
    @Nullable
    String take() {
        if (atEnd()) {
            return null;
        }
        int first = next;
        int close = isParentheses() ? SqlText.closing(tokens, next) : next;
        next = close < 0 ? tokens.size() : close + 1;
        return sql.substring(tokens.get(first).start(), tokens.get(next - 1).end());
    }

    /** Whether parentheses come next. */
    boolean isParentheses() {
        return !atEnd() && tokens.get(next).is("(");
    }

    /** What stands in the parentheses that come next, cut at its commas. */
    List<String> takeList() {
        String parentheses = String.valueOf(take());
        return SqlText.split(parentheses.substring(1, parentheses.length() - 1), ",");
    }

    /** A possibly qualified name: the parts around dots. */
    List<String> takeName() {
        List<String> parts = new ArrayList<>();
        do {
            parts.add(StoredNames.stored(String.valueOf(take())));
        } while (skip("."));
        return parts;
    }

    /** All that is left, as it is written. */
    String rest() {
        String rest = atEnd()
                ? ""
                : sql.substring(
                        tokens.get(next).start(), tokens.get(tokens.size() - 1).end());
        next = tokens.size();
        return rest;
    }
}
