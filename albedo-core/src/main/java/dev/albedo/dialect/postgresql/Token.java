package dev.albedo.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of SQL as PostgreSQL's scanner sees it (manual section 4.1), as far as one must see it to find where
 * something ends: quotes, comments and parentheses. Blanks and comments are no tokens.
 *
 * @param kind what it is
 * @param text a word in lower case, an identifier without its quotes, everything else as it is written
 * @param start where it starts in the SQL
 * @param end where it ends, exclusive
 */
record Token(Kind kind, String text, int start, int end) {

    /** What a token is. */
    enum Kind {
        WORD,
        QUOTED,
        STRING,
        NUMBER,
        SYMBOL
    }

    boolean is(String word) {
        return kind != Kind.QUOTED && kind != Kind.STRING && text.equals(word);
    }

    /** Whether this can be the name of something. */
    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /**
     * The tokens of a SQL text.
     *
     * @throws IllegalArgumentException if a quote or a comment is not closed
     */
    static List<Token> of(String sql) {
        return new Scanner(sql).all();
    }

    private static final class Scanner {
        private final String sql;
        private final List<Token> tokens = new ArrayList<>();

        Scanner(String sql) {
            this.sql = sql;
        }

        List<Token> all() {
            int at = 0;
            while (at < sql.length()) {
                at = next(at);
            }
            return tokens;
        }

        private int next(int at) {
            char c = sql.charAt(at);
            if (Character.isWhitespace(c)) {
                return at + 1;
            }
            if (sql.startsWith("--", at)) {
                int lineEnd = sql.indexOf('\n', at);
                return lineEnd < 0 ? sql.length() : lineEnd + 1;
            }
            if (sql.startsWith("/*", at)) {
                return commentEnd(at);
            }
            if (c == '\'') {
                return add(Kind.STRING, at, quoteEnd(at, false));
            }
            if (c == '"') {
                int end = quoteEnd(at, false);
                tokens.add(new Token(Kind.QUOTED, sql.substring(at + 1, end - 1).replace("\"\"", "\""), at, end));
                return end;
            }
            if (c == '$') {
                return dollar(at);
            }
            if (isDigit(c) || (c == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1)))) {
                int end = at;
                while (end < sql.length() && (isWordPart(sql.charAt(end)) || sql.charAt(end) == '.')) {
                    end++;
                }
                return add(Kind.NUMBER, at, end);
            }
            if (isWordStart(c)) {
                return word(at);
            }
            return add(Kind.SYMBOL, at, at + 1);
        }

        private int word(int at) {
            int end = at;
            while (end < sql.length() && isWordPart(sql.charAt(end))) {
                end++;
            }
            boolean prefix = end == at + 1 && "eEbBxXnN".indexOf(sql.charAt(at)) >= 0;
            if (prefix && end < sql.length() && sql.charAt(end) == '\'') {
                return add(Kind.STRING, at, quoteEnd(end, Character.toLowerCase(sql.charAt(at)) == 'e'));
            }
            tokens.add(new Token(Kind.WORD, folded(sql.substring(at, end)), at, end));
            return end;
        }

        private int dollar(int at) {
            int tagEnd = at + 1;
            while (tagEnd < sql.length() && isWordPart(sql.charAt(tagEnd)) && sql.charAt(tagEnd) != '$') {
                tagEnd++;
            }
            if (tagEnd == sql.length() || sql.charAt(tagEnd) != '$') {
                return add(Kind.SYMBOL, at, at + 1);
            }
            String tag = sql.substring(at, tagEnd + 1);
            int end = sql.indexOf(tag, tagEnd + 1);
            if (end < 0) {
                throw unclosed(tag);
            }
            return add(Kind.STRING, at, end + tag.length());
        }

        private int quoteEnd(int at, boolean backslashes) {
            char quote = sql.charAt(at);
            for (int i = at + 1; i < sql.length(); i++) {
                char c = sql.charAt(i);
                if (c == '\\' && backslashes) {
                    i++;
                } else if (c == quote) {
                    if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                        i++;
                    } else {
                        return i + 1;
                    }
                }
            }
            throw unclosed(String.valueOf(quote));
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
            throw unclosed("/*");
        }

        private int add(Kind kind, int start, int end) {
            tokens.add(new Token(kind, sql.substring(start, end), start, end));
            return end;
        }

        /** PostgreSQL folds the letters of ASCII only. */
        private static String folded(String word) {
            StringBuilder folded = new StringBuilder(word);
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                if (c >= 'A' && c <= 'Z') {
                    folded.setCharAt(i, (char) (c + ('a' - 'A')));
                }
            }
            return folded.toString();
        }

        private IllegalArgumentException unclosed(String quote) {
            return new IllegalArgumentException("the SQL text \"" + sql + "\" has an unclosed " + quote);
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
