package dev.albedo.internal.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions about SQL that a user or a database wrote, answered without parsing it. */
public final class SqlText {

    /** The words that name a column only in quotes: "reserved" in the PostgreSQL manual, appendix C. */
    private static final Set<String> RESERVED = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check
            collate collation column concurrently constraint create cross current_catalog current_date
            current_role current_schema current_time current_timestamp current_user default deferrable desc
            distinct do else end except false fetch for foreign freeze from full grant group having ilike in
            initially inner intersect into is isnull join lateral leading left like limit localtime
            localtimestamp natural not notnull null offset on only or order outer overlaps placing primary
            references returning right select session_user similar some symmetric system_user table tablesample
            then to trailing true union unique user using variadic verbose when where window with
            """.strip().split("\\s+"));

    /** The words of types that have more than one (manual, section 8). */
    private static final Set<String> MORE_OF_A_TYPE = Set.of("varying", "precision", "with", "without", "time", "zone");

    private SqlText() {}

    /**
     * Returns a word as the server stores it: it lowers the letters of ASCII and no others where a character may have
     * several bytes, as in UTF-8 (scansup.c, downcase_identifier).
     */
    public static String folded(String word) {
        StringBuilder folded = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return folded.toString();
    }

    /** Returns the name that an identifier stands for: what is between its quotes, or the folded word. */
    public static String name(String identifier) {
        return identifier.length() > 1 && identifier.startsWith("\"") && identifier.endsWith("\"")
                ? identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"")
                : folded(identifier);
    }

    /** Returns a name as SQL has it, in quotes only where it must be. */
    public static String spelled(String name) {
        return isPlain(name) ? name : quoted(name);
    }

    /** Returns the parts of a name with dots; none of a text that is something else. */
    public static List<String> parts(String name) {
        List<Token> tokens = tokens(name);
        boolean isName = tokens.size() % 2 == 1;
        for (int i = 0; i < tokens.size(); i++) {
            isName &= i % 2 == 0 ? tokens.get(i).isName() : tokens.get(i).is(".");
        }
        return isName ? tokens.stream().filter(Token::isName).map(Token::text).toList() : List.of();
    }

    /** Returns the tokens without comments; none of a text with an unclosed quote, which the server refuses. */
    public static List<Token> tokens(String sql) {
        List<Token> tokens = Token.scan(sql);
        tokens.removeIf(token -> token.kind() == Token.Kind.COMMENT);
        return tokens.stream().anyMatch(token -> token.kind() == Token.Kind.UNCLOSED) ? List.of() : tokens;
    }

    /**
     * Returns the words and quoted names outside of strings, as a database stores them, in order. They are more than the
     * names of columns (functions, keywords), but never less.
     */
    public static Set<String> names(String sql) {
        return Token.scan(sql).stream()
                .filter(Token::isName)
                .map(Token::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns whether a text names this, outside of strings. */
    public static boolean mentions(String sql, String name) {
        return names(sql).contains(name);
    }

    /** Returns whether this string stands somewhere in a text as a literal. */
    public static boolean hasLiteral(String sql, String value) {
        return Token.scan(sql).stream()
                .anyMatch(token ->
                        token.kind() == Token.Kind.STRING && token.string().equals(value));
    }

    /** Returns the text with one blank between its tokens, words in lower case, and no quotes that are not needed. */
    public static String canonical(String sql) {
        return tokens(sql).stream()
                .map(token -> token.kind() == Token.Kind.QUOTED ? spelled(token.text()) : token.text())
                .collect(Collectors.joining(" "));
    }

    /** Returns the expression without blanks, comments and parentheses around it. */
    public static String trimmed(String sql) {
        List<Token> tokens = tokens(sql);
        int first = 0;
        int last = tokens.size() - 1;
        while (first < last && tokens.get(first).is("(") && closing(tokens, first) == last) {
            first++;
            last--;
        }
        return first > last
                ? sql.strip()
                : sql.substring(tokens.get(first).start(), tokens.get(last).end());
    }

    /** Returns where the parenthesis or bracket closes that opens here; -1 if nowhere. */
    public static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += depth(tokens.get(i));
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Returns where the type ends that begins here, with its other words, its length and its brackets. */
    public static int typeEnd(List<Token> tokens, int start) {
        int i = start + 1;
        while (is(tokens, i, ".")) {
            i += 2;
        }
        while (i < tokens.size()
                && (tokens.get(i).opens()
                        || MORE_OF_A_TYPE.contains(tokens.get(i).text()))) {
            int last = tokens.get(i).opens() ? closing(tokens, i) : i;
            i = last < 0 ? tokens.size() : last + 1;
        }
        return Math.min(i, tokens.size());
    }

    private static int depth(Token token) {
        return token.opens() ? 1 : token.closes() ? -1 : 0;
    }

    /** Returns what a word or symbol separates outside of quotes and parentheses, stripped; blank parts too. */
    public static List<String> split(String sql, String separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (Token token : outside(sql)) {
            if (token.is(separator)) {
                parts.add(sql.substring(start, token.start()).strip());
                start = token.end();
            }
        }
        parts.add(sql.substring(start).strip());
        return parts;
    }

    /** Returns where a symbol is first outside of quotes and parentheses; -1 if nowhere. */
    public static int find(String sql, String symbol) {
        return outside(sql).stream()
                .filter(token -> token.is(symbol))
                .mapToInt(Token::start)
                .findFirst()
                .orElse(-1);
    }

    /** The tokens outside of parentheses. */
    private static List<Token> outside(String sql) {
        List<Token> outside = new ArrayList<>();
        int depth = 0;
        for (Token token : Token.scan(sql)) {
            depth += depth(token);
            if (depth == 0) {
                outside.add(token);
            }
        }
        return outside;
    }

    /** Returns why a text is not one expression, if that can be seen. */
    public static Optional<String> problem(String text) {
        if (text.isBlank()) {
            return Optional.of("there is no expression");
        }
        int depth = 0;
        String problem = null;
        for (Token token : Token.scan(text)) {
            depth += depth(token);
            if (token.kind() == Token.Kind.COMMENT
                    || (isUnclosed(token) && token.text().startsWith("/*"))) {
                problem = "a comment is no part of an expression";
            } else if (isUnclosed(token)) {
                problem = "a quote is not closed";
            } else if (depth < 0) {
                problem = "a parenthesis is closed that is not open";
            } else if (token.is(";") || (token.is(",") && depth == 0)) {
                problem = "it is more than one expression";
            }
            if (problem != null) {
                return Optional.of(problem);
            }
        }
        return depth > 0 ? Optional.of("a parenthesis is not closed") : Optional.empty();
    }

    private static boolean isUnclosed(Token token) {
        return token.kind() == Token.Kind.UNCLOSED;
    }

    /**
     * Replaces a column's name, but nothing within strings or longer words, and no function or type of that name. The
     * new name is quoted where it must be, or where the old one was without need.
     */
    public static String renamed(String sql, String from, String to) {
        List<Token> tokens = tokens(sql);
        return replaced(sql, tokens, i -> {
            boolean isColumn = isNamed(tokens.get(i), from)
                    && !is(tokens, i + 1, "(")
                    && !isTypeAt(tokens, is(tokens, i - 1, ".") ? i - 2 : i)
                    && !is(tokens, i - 1, "collate");
            boolean isQuoted = tokens.get(i).kind() == Token.Kind.QUOTED;
            return !isColumn ? null : isQuoted && isPlain(from) ? quoted(to) : spelled(to);
        });
    }

    /**
     * Replaces a sequence's name where SQL takes the next value of it, which is the one place that has it in a string.
     *
     * @param from the name as SQL has it, perhaps with that of its schema
     */
    public static String renamedSequence(String sql, String from, String to) {
        List<Token> tokens = tokens(sql);
        return replaced(sql, tokens, i -> {
            Token token = tokens.get(i);
            boolean isCalled =
                    token.kind() == Token.Kind.STRING && is(tokens, i - 1, "(") && is(tokens, i - 2, "nextval");
            if (!isCalled) {
                return null;
            }
            return parts(token.string()).equals(parts(from)) ? "'" + to.replace("'", "''") + "'" : null;
        });
    }

    /**
     * Replaces a type's name where SQL converts to it.
     *
     * @param schema that SQL says before the name; {@code null} if it says none
     */
    public static String renamedType(String sql, @Nullable String schema, String from, String to) {
        List<Token> tokens = tokens(sql);
        return replaced(sql, tokens, i -> {
            boolean isQualified =
                    schema != null && is(tokens, i - 1, ".") && i > 1 && isNamed(tokens.get(i - 2), schema);
            boolean isType = schema == null ? isTypeAt(tokens, i) : isQualified && isTypeAt(tokens, i - 2);
            return isType && isNamed(tokens.get(i), from) ? spelled(to) : null;
        });
    }

    private static String replaced(String sql, List<Token> tokens, IntFunction<@Nullable String> replacement) {
        StringBuilder replaced = new StringBuilder();
        int done = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String other = replacement.apply(i);
            if (other != null) {
                replaced.append(sql, done, tokens.get(i).start()).append(other);
                done = tokens.get(i).end();
            }
        }
        return replaced.append(sql, done, sql.length()).toString();
    }

    /** Whether a token names a thing of that name; a reserved word does so in quotes only. */
    private static boolean isNamed(Token token, String name) {
        return token.isName()
                && token.text().equals(name)
                && (token.kind() == Token.Kind.QUOTED || !RESERVED.contains(name));
    }

    /** Whether SQL converts to the type that is named here. */
    private static boolean isTypeAt(List<Token> tokens, int index) {
        return is(tokens, index - 1, "::") || is(tokens, index - 1, "as");
    }

    private static boolean is(List<Token> tokens, int index, String wordOrSymbol) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(wordOrSymbol);
    }

    private static boolean isPlain(String name) {
        IntPredicate isPlain = c -> (c >= 'a' && c <= 'z') || c == '_';
        return !name.isEmpty()
                && isPlain.test(name.charAt(0))
                && name.chars().allMatch(isPlain.or(c -> c >= '0' && c <= '9'))
                && !RESERVED.contains(name);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
