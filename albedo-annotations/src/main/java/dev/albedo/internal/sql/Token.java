package dev.albedo.internal.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token of a SQL text as PostgreSQL's scanner sees it (scan.l; manual, section 4.1). Only the operators that the scanner
 * itself knows have more than one character.
 *
 * @param kind what it is
 * @param text a word in lower case, an identifier without its quotes, everything else as it is written
 * @param start where it starts in the text
 * @param end where it ends, exclusive
 */
public record Token(Kind kind, String text, int start, int end) {

    /** The kinds of tokens. */
    public enum Kind {
        WORD,
        QUOTED,
        STRING,
        NUMBER,
        SYMBOL,
        COMMENT,
        /** A quote or comment that does not end, to the end of the text. */
        UNCLOSED
    }

    /** Returns whether this is that word, in lower case, or that symbol. */
    public boolean is(String wordOrSymbol) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL || kind == Kind.NUMBER) && text.equals(wordOrSymbol);
    }

    /** Returns whether this can be the name of something. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** Returns whether a parenthesis or bracket opens here. */
    public boolean opens() {
        return is("(") || is("[");
    }

    /** Returns whether a parenthesis or bracket closes here. */
    public boolean closes() {
        return is(")") || is("]");
    }

    /** Returns what a string in plain quotes or dollars says; one in other quotes as it is written between them. */
    public String string() {
        if (text.startsWith("$")) {
            int mark = text.indexOf('$', 1) + 1;
            return text.substring(mark, text.length() - mark);
        }
        int quote = text.indexOf('\'');
        String inner = text.substring(quote + 1, text.length() - 1);
        return quote == 0 ? inner.replace("''", "'") : inner;
    }

    /**
     * Returns the tokens of a SQL text without its comments.
     *
     * @throws IllegalArgumentException if a quote or a comment is not closed
     */
    public static List<Token> of(String sql) {
        List<Token> tokens = scan(sql);
        if (!tokens.isEmpty() && tokens.get(tokens.size() - 1).kind == Kind.UNCLOSED) {
            Token open = tokens.get(tokens.size() - 1);
            String mark = open.text.startsWith("$")
                    ? open.text.substring(0, open.text.indexOf('$', 1) + 1)
                    : open.text.startsWith("/*") ? "/*" : open.text.startsWith("\"") ? "\"" : "'";
            throw new IllegalArgumentException("the SQL text \"" + sql + "\" has an unclosed " + mark);
        }
        tokens.removeIf(token -> token.kind == Kind.COMMENT);
        return tokens;
    }

    /** Returns all tokens of a text with its comments, also where the text ends within one. */
    public static List<Token> scan(String sql) {
        return new Scanner(sql).all();
    }

    private static final class Scanner {
        private static final List<String> OPERATORS = List.of("::", ":=", "=>", "<=", ">=", "<>", "!=");

        /** A word may follow at once, as it may on servers before PostgreSQL 15. */
        private static final Pattern NUMBER = Pattern.compile(
                "0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:[0-9][0-9_]*(?:\\.[0-9_]*)?|\\.[0-9][0-9_]*)(?:[eE][+-]?[0-9]+)?");

        private final String sql;
        private final List<Token> tokens = new ArrayList<>();

        Scanner(String sql) {
            this.sql = sql;
        }

        List<Token> all() {
            int at = 0;
            while (at < sql.length()) {
                char c = sql.charAt(at);
                at = c == ' ' || (c >= '\t' && c <= '\r') ? at + 1 : next(at, c);
            }
            return tokens;
        }

        private int next(int at, char c) {
            if (sql.startsWith("--", at)) {
                return add(Kind.COMMENT, at, lineEnd(at));
            }
            if (sql.startsWith("/*", at)) {
                return add(Kind.COMMENT, at, commentEnd(at));
            }
            if (c == '\'') {
                return add(Kind.STRING, at, quoteEnd(at, false));
            }
            if (c == '"') {
                return add(Kind.QUOTED, at, quoteEnd(at, false));
            }
            if (c == '$') {
                return dollar(at);
            }
            Matcher number = NUMBER.matcher(sql).region(at, sql.length());
            if (number.lookingAt()) {
                return add(Kind.NUMBER, at, number.end());
            }
            if (isWordStart(c)) {
                return word(at);
            }
            boolean two = OPERATORS.stream().anyMatch(operator -> sql.startsWith(operator, at));
            return add(Kind.SYMBOL, at, two ? at + 2 : at + 1);
        }

        private int word(int at) {
            int end = wordEnd(at);
            boolean isPrefix = end == at + 1 && "eEbBxXnN".indexOf(sql.charAt(at)) >= 0;
            if (isPrefix && sql.startsWith("'", end)) {
                return add(Kind.STRING, at, quoteEnd(end, "eE".indexOf(sql.charAt(at)) >= 0));
            }
            if (end == at + 1 && "uU".indexOf(sql.charAt(at)) >= 0) {
                if (sql.startsWith("&'", end)) {
                    return add(Kind.STRING, at, quoteEnd(end + 1, false));
                }
                if (sql.startsWith("&\"", end)) {
                    return add(Kind.QUOTED, at, quoteEnd(end + 1, false));
                }
            }
            return add(Kind.WORD, at, end);
        }

        /** A string in dollars, a parameter such as {@code $1}, or a dollar sign. */
        private int dollar(int at) {
            int end = wordEnd(at + 1);
            boolean isParameter = end > at + 1 && isDigit(sql.charAt(at + 1));
            int tagEnd = sql.indexOf('$', at + 1);
            if (isParameter || tagEnd < 0 || tagEnd > end) {
                return add(Kind.SYMBOL, at, isParameter ? end : at + 1);
            }
            String tag = sql.substring(at, tagEnd + 1);
            int close = sql.indexOf(tag, tagEnd + 1);
            return add(Kind.STRING, at, close < 0 ? -1 : close + tag.length());
        }

        private int lineEnd(int at) {
            int end = at;
            while (end < sql.length() && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
                end++;
            }
            return end;
        }

        private int wordEnd(int at) {
            int end = at;
            while (end < sql.length() && isWordPart(sql.charAt(end))) {
                end++;
            }
            return end;
        }

        private int quoteEnd(int at, boolean backslashes) {
            char quote = sql.charAt(at);
            for (int i = at + 1; i < sql.length(); i++) {
                char c = sql.charAt(i);
                if (c == '\\' && backslashes) {
                    i++;
                } else if (c == quote) {
                    if (i + 1 == sql.length() || sql.charAt(i + 1) != quote) {
                        return i + 1;
                    }
                    i++;
                }
            }
            return -1;
        }

        private int commentEnd(int at) {
            int depth = 0;
            for (int i = at; i + 1 < sql.length(); i++) {
                if (sql.startsWith("/*", i)) {
                    depth++;
                    i++;
                } else if (sql.startsWith("*/", i)) {
                    depth--;
                    i++;
                    if (depth == 0) {
                        return i + 1;
                    }
                }
            }
            return -1;
        }

        private int add(Kind kind, int start, int end) {
            int known = end < 0 ? sql.length() : end;
            String text = sql.substring(start, known);
            tokens.add(new Token(end < 0 ? Kind.UNCLOSED : kind, end < 0 ? text : value(kind, text), start, known));
            return known;
        }

        private static String value(Kind kind, String text) {
            return switch (kind) {
                case WORD -> SqlText.folded(text);
                case QUOTED ->
                    text.substring(text.indexOf('"') + 1, text.length() - 1).replace("\"\"", "\"");
                default -> text;
            };
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private static boolean isWordStart(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
        }

        private static boolean isWordPart(char c) {
            return isWordStart(c) || isDigit(c) || c == '$';
        }
    }
}
