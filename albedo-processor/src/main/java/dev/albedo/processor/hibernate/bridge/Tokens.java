package dev.albedo.processor.hibernate.bridge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of SQL cut into words, quoted names, literals and whole parentheses, and read from left to right. Enough to
 * understand the options that annotations take as SQL.
 */
final class Tokens {

    private final String sql;
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private int next;

    Tokens(String text) {
        this.sql = withoutComments(text);
        int i = 0;
        while (i < sql.length()) {
            if (Character.isWhitespace(sql.charAt(i))) {
                i++;
                continue;
            }
            int end = end(sql, i);
            tokens.add(sql.substring(i, end));
            starts.add(i);
            i = end;
        }
    }

    private static String withoutComments(String sql) {
        StringBuilder kept = new StringBuilder();
        int i = 0;
        while (i < sql.length()) {
            boolean line = sql.startsWith("--", i);
            if (line || sql.startsWith("/*", i)) {
                int end = sql.indexOf(line ? "\n" : "*/", i + 2);
                kept.append(' ');
                i = end < 0 ? sql.length() : end + (line ? 1 : 2);
            } else {
                int next = "'\"".indexOf(sql.charAt(i)) < 0 ? i + 1 : end(sql, i);
                kept.append(sql, i, next);
                i = next;
            }
        }
        return kept.toString();
    }

    private static int end(String sql, int start) {
        char c = sql.charAt(start);
        if (c == '(') {
            int i = start + 1;
            while (i < sql.length() && sql.charAt(i) != ')') {
                i = end(sql, i);
            }
            return Math.min(i + 1, sql.length());
        }
        if (c == '\'' || c == '"') {
            int i = start + 1;
            while (i < sql.length()) {
                if (sql.charAt(i) != c) {
                    i++;
                } else if (i + 1 < sql.length() && sql.charAt(i + 1) == c) {
                    i += 2;
                } else {
                    return i + 1;
                }
            }
            return i;
        }
        int i = start;
        while (i < sql.length() && (Character.isLetterOrDigit(sql.charAt(i)) || "_$".indexOf(sql.charAt(i)) >= 0)) {
            i++;
        }
        return Math.max(i, start + 1);
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
            if (!tokens.get(next + i).equalsIgnoreCase(expected[i])) {
                return false;
            }
        }
        next += expected.length;
        return true;
    }

    /** The next token, or {@code null} at the end. */
    @Nullable
    String take() {
        return atEnd() ? null : tokens.get(next++);
    }

    /** Whether parentheses come next. */
    boolean isParentheses() {
        return !atEnd() && tokens.get(next).startsWith("(");
    }

    /** What stands in the parentheses that come next, cut at its commas. */
    List<String> takeList() {
        String inside = inner(String.valueOf(take()));
        List<String> items = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < inside.length(); ) {
            if (inside.charAt(i) == ',') {
                items.add(inside.substring(start, i).strip());
                start = ++i;
            } else {
                i = end(inside, i);
            }
        }
        items.add(inside.substring(start).strip());
        return items;
    }

    /** A possibly qualified name: the parts around dots. */
    List<String> takeName() {
        List<String> parts = new ArrayList<>();
        do {
            parts.add(Names.stored(String.valueOf(take())));
        } while (skip("."));
        return parts;
    }

    /** All that is left, as it is written. */
    String rest() {
        String rest = atEnd() ? "" : sql.substring(starts.get(next)).strip();
        next = tokens.size();
        return rest;
    }

    /** The text without parentheses that enclose all of it. */
    static String bare(String sql) {
        String bare = sql.strip();
        while (bare.startsWith("(") && end(bare, 0) == bare.length() && bare.endsWith(")")) {
            bare = inner(bare);
        }
        return bare;
    }

    private static String inner(String parentheses) {
        return parentheses.substring(1, parentheses.length() - 1).strip();
    }
}
