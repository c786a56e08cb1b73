package dev.albedo.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A check that requires columns of some rows, as Hibernate makes one for the attributes of a subclass that shares its table
 * with others: {@code kind <> 'TRUCK' or (load is not null and axles is not null)}, also as PostgreSQL prints it.
 *
 * @param rows a SQL condition: the rows that must have values
 * @param columns those that must have one
 */
record Requirement(String rows, Set<String> columns) {

    private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\w+|<>|::|\\S");

    private static final Pattern PRESENT = Pattern.compile(
            "\\(*\\s*(\"(?:[^\"]|\"\")+\"|\\w+)\\s+is\\s+not\\s+null\\s*\\)*", Pattern.CASE_INSENSITIVE);

    private static final Pattern LITERAL = Pattern.compile("(?:'(?:[^']|'')*'|-?\\d+)(?:::[\\w \"]+)?");

    /** What a check requires; {@code null} if it has another form. */
    static @Nullable Requirement of(String check) {
        List<String> alternatives = split(check, "or");
        if (alternatives.size() != 2) {
            return null;
        }
        Set<String> columns = new TreeSet<>();
        for (String present : split(alternatives.get(1), "and")) {
            Matcher matcher = PRESENT.matcher(present.strip());
            if (!matcher.matches()) {
                return null;
            }
            columns.add(name(matcher.group(1)));
        }
        List<String> sides = split(alternatives.get(0), "<>");
        return sides.size() == 2 && LITERAL.matcher(sides.get(1).strip()).matches()
                ? new Requirement(sides.get(0).strip() + " = " + sides.get(1).strip(), columns)
                : null;
    }

    private static String name(String spelled) {
        return spelled.startsWith("\"")
                ? spelled.substring(1, spelled.length() - 1).replace("\"\"", "\"")
                : spelled.toLowerCase(Locale.ROOT);
    }

    /** The parts of a text, without parentheses around it, that a word parts outside of parentheses. */
    private static List<String> split(String text, String word) {
        String inner = text.strip();
        while (isInParentheses(inner)) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        List<String> parts = new ArrayList<>();
        Matcher token = TOKEN.matcher(inner);
        int depth = 0;
        int start = 0;
        while (token.find()) {
            depth += token.group().equals("(") ? 1 : token.group().equals(")") ? -1 : 0;
            if (depth == 0 && token.group().equalsIgnoreCase(word)) {
                parts.add(inner.substring(start, token.start()));
                start = token.end();
            }
        }
        parts.add(inner.substring(start));
        return parts;
    }

    private static boolean isInParentheses(String text) {
        Matcher token = TOKEN.matcher(text);
        int depth = 0;
        while (token.find()) {
            depth += token.group().equals("(") ? 1 : token.group().equals(")") ? -1 : 0;
            if (depth == 0) {
                return token.group().equals(")") && token.end() == text.length();
            }
        }
        return false;
    }
}
