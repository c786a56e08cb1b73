package dev.albedo.dialect.postgresql;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.internal.sql.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shorter spellings of a SQL expression that PostgreSQL printed from its parse tree (ruleutils.c): without the casts and
 * parentheses that the parser adds itself, lists of values as IN, a range as BETWEEN. They are guesses: whether one means the
 * same is for the server to say.
 */
final class ReadableSql {

    private static final Set<String> KEYWORDS = Set.of(
            "is",
            "not",
            "null",
            "and",
            "or",
            "true",
            "false",
            "unknown",
            "distinct",
            "from",
            "case",
            "when",
            "then",
            "else",
            "end",
            "any",
            "all",
            "in",
            "array",
            "collate");

    /** Functions that the grammar knows, which are printed in upper case. */
    private static final Set<String> FUNCTIONS = Set.of("coalesce", "greatest", "least", "nullif");

    private static final Set<String> NUMBER_TYPES = Set.of("smallint", "integer", "bigint", "numeric");

    private static final Pattern NEGATIVE = Pattern.compile("'(-\\d+(?:\\.\\d+)?)'");

    private static final Pattern AT_LEAST = Pattern.compile("(.+) >= (\\S+)");

    private static final Pattern AT_MOST = Pattern.compile("(.+) <= (\\S+)");

    private final String sql;
    private final List<Token> tokens;
    private final boolean casts;

    private ReadableSql(String sql, List<Token> tokens, boolean casts) {
        this.sql = sql;
        this.tokens = tokens;
        this.casts = casts;
    }

    /** The spellings without casts and with them; none if the text cannot be read. */
    static List<String> of(String printed) {
        List<Token> tokens = SqlText.tokens(printed);
        Set<String> spellings = new LinkedHashSet<>();
        if (!tokens.isEmpty()) {
            spellings.add(new ReadableSql(printed, tokens, false).condition(0, tokens.size()).text);
            spellings.add(new ReadableSql(printed, tokens, true).condition(0, tokens.size()).text);
        }
        return List.copyOf(spellings);
    }

    /** How strongly a text binds, weakest first. */
    private enum Binding {
        OR,
        AND,
        NOT,
        VALUE
    }

    private record Part(String text, Binding binding) {

        Part(String text) {
            this(text, Binding.VALUE);
        }

        /** The same as an operand of something that binds like this. */
        String in(Binding outer) {
            return binding.compareTo(outer) > 0 ? text : "(" + text + ")";
        }
    }

    private Part condition(int from, int to) {
        if (isGroup(from, to)) {
            return condition(from + 1, to - 1);
        }
        List<Part> parts = split(from, to, "or");
        if (parts.size() > 1) {
            return joined(parts, " or ", Binding.OR);
        }
        parts = split(from, to, "and");
        if (parts.size() == 2) {
            Matcher least = AT_LEAST.matcher(parts.get(0).text);
            Matcher most = AT_MOST.matcher(parts.get(1).text);
            if (least.matches() && most.matches() && least.group(1).equals(most.group(1))) {
                return new Part(least.group(1) + " between " + least.group(2) + " and " + most.group(2));
            }
        }
        if (parts.size() > 1) {
            return joined(parts, " and ", Binding.AND);
        }
        if (tokens.get(from).is("not") && from + 1 < to) {
            return new Part("not " + condition(from + 1, to).in(Binding.NOT), Binding.NOT);
        }
        return new Part(operand(from, to));
    }

    private static Part joined(List<Part> parts, String word, Binding binding) {
        return new Part(
                String.join(word, parts.stream().map(part -> part.in(binding)).toList()), binding);
    }

    /** What a word separates outside of parentheses; nothing where the word is part of a CASE. */
    private List<Part> split(int from, int to, String word) {
        List<Part> parts = new ArrayList<>();
        int start = from;
        for (int i = from; i < to; i = after(i)) {
            if (tokens.get(i).is("case")) {
                return new ArrayList<>();
            }
            if (tokens.get(i).is(word)) {
                parts.add(condition(start, i));
                start = i + 1;
            }
        }
        if (start > from) {
            parts.add(condition(start, to));
        }
        return parts;
    }

    /** The token behind this one, or behind the parentheses that it opens. */
    private int after(int i) {
        return tokens.get(i).opens() ? closing(i) + 1 : i + 1;
    }

    /** Where the parenthesis or bracket closes that opens here; PostgreSQL prints no other. */
    private int closing(int open) {
        int close = SqlText.closing(tokens, open);
        return close < 0 ? tokens.size() - 1 : close;
    }

    private boolean isGroup(int from, int to) {
        return to - from > 2 && tokens.get(from).is("(") && closing(from) == to - 1;
    }

    /** An expression without AND, OR and NOT outside of parentheses. */
    private String operand(int from, int to) {
        StringBuilder text = new StringBuilder();
        int previousEnd = -1;
        for (int i = from; i < to; ) {
            Token token = tokens.get(i);
            boolean isCast = token.is("::") && i + 1 < to;
            if (isCast) {
                int end = SqlText.typeEnd(tokens, i + 1);
                if (casts) {
                    text.append(slice(i, end));
                } else if (NUMBER_TYPES.contains(slice(i + 1, end))) {
                    unquoteNumber(text);
                }
                i = end;
                previousEnd = tokens.get(end - 1).end();
                continue;
            }
            if (previousEnd >= 0 && token.start() > previousEnd) {
                text.append(' ');
            }
            String list = listOf(i, to);
            if (list != null) {
                text.append(list);
                i = after(i + 2);
            } else if (isLike(i, to)) {
                boolean isNot = token.is("!");
                int last = i + (isNot ? 3 : 2);
                boolean anyCase = last < to && tokens.get(last).is("*");
                text.append(isNot ? "not " : "").append(anyCase ? "ilike" : "like");
                i = anyCase ? last + 1 : last;
            } else if (token.opens()) {
                text.append(inside(i, from));
                i = after(i);
            } else {
                boolean isKeyword = token.kind() == Token.Kind.WORD
                        && (KEYWORDS.contains(token.text()) || FUNCTIONS.contains(token.text()));
                text.append(isKeyword ? token.text() : sql.substring(token.start(), token.end()));
                i++;
            }
            previousEnd = tokens.get(i - 1).end();
        }
        return text.toString();
    }

    /** Parentheses or brackets with what is in them, or only that, where it is a name or a literal and no argument. */
    private String inside(int open, int from) {
        int close = closing(open);
        String left = slice(open, open + 1);
        String right = slice(close, close + 1);
        boolean isArguments = tokens.get(open).is("[")
                || (open > from
                        && tokens.get(open - 1).isName()
                        && (tokens.get(open - 1).kind() == Token.Kind.QUOTED
                                || !KEYWORDS.contains(tokens.get(open - 1).text())));
        if (isArguments || isList(open + 1, close)) {
            return left + String.join(", ", items(open + 1, close)) + right;
        }
        Part part = condition(open + 1, close);
        boolean isAtom = part.binding == Binding.VALUE && (isAtom(part.text) || isLiteral(open + 1, close));
        return isAtom ? part.text : left + part.text + right;
    }

    private boolean isList(int from, int to) {
        for (int i = from; i < to; i = after(i)) {
            if (tokens.get(i).is(",")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAtom(String text) {
        List<Token> tokens = SqlText.tokens(text);
        return tokens.size() == 1
                || (tokens.size() == 2 && tokens.get(0).is("-") && tokens.get(1).kind() == Token.Kind.NUMBER);
    }

    /** Whether this is a string or a number, perhaps negative, with a cast or without. */
    private boolean isLiteral(int from, int to) {
        int literal = tokens.get(from).is("-") ? from + 1 : from;
        return literal < to
                && isValue(tokens.get(literal))
                && (literal + 1 == to || tokens.get(literal + 1).is("::"));
    }

    private static boolean isValue(Token token) {
        return token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.NUMBER;
    }

    private List<String> items(int from, int to) {
        List<String> items = new ArrayList<>();
        int start = from;
        for (int i = from; i < to; i = after(i)) {
            if (tokens.get(i).is(",")) {
                items.add(condition(start, i).text);
                start = i + 1;
            }
        }
        if (start < to) {
            items.add(condition(start, to).text);
        }
        return items;
    }

    /** {@code = ANY (ARRAY[...])} as IN and {@code <> ALL (ARRAY[...])} as NOT IN, spaced as Hibernate does; {@code null} if there is none. */
    private @Nullable String listOf(int i, int to) {
        boolean isIn = i + 3 < to && tokens.get(i).is("=") && tokens.get(i + 1).is("any");
        boolean isNotIn =
                i + 3 < to && tokens.get(i).is("<>") && tokens.get(i + 1).is("all");
        int open = i + 2;
        if (!(isIn || isNotIn) || !tokens.get(open).is("(")) {
            return null;
        }
        int first = open + 1;
        while (tokens.get(first).is("(")) {
            first++;
        }
        if (!tokens.get(first).is("array") || !tokens.get(first + 1).is("[")) {
            return null;
        }
        return (isIn ? "in (" : "not in (") + String.join(",", items(first + 2, closing(first + 1))) + ")";
    }

    private boolean isLike(int i, int to) {
        int first = tokens.get(i).is("!") ? i + 1 : i;
        return first + 1 < to
                && tokens.get(first).is("~")
                && tokens.get(first + 1).is("~")
                && tokens.get(first).end() == tokens.get(first + 1).start();
    }

    private static void unquoteNumber(StringBuilder text) {
        Matcher number = NEGATIVE.matcher(text.substring(Math.max(0, text.lastIndexOf(" ") + 1)));
        if (number.matches()) {
            text.setLength(text.length() - number.group().length());
            text.append(number.group(1));
        }
    }

    private String slice(int from, int to) {
        return sql.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }
}
