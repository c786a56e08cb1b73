package dev.albedo.maven.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells one SQL expression from more than that, or less, without parsing it: what stands in quotes and parentheses is none
 * of its business (PostgreSQL manual, section 4.1, Lexical Structure).
 */
final class SqlExpression {

    private SqlExpression() {}

    /** The parts between commas outside of quotes and parentheses, without blank ones. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        Walk walk = new Walk(text);
        for (int comma = walk.next(c -> c == ','); comma >= 0; comma = walk.next(c -> c == ',')) {
            parts.add(text.substring(start, comma).strip());
            start = comma + 1;
        }
        parts.add(text.substring(start).strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /** Where a character is first, outside of quotes and parentheses; -1 if nowhere. */
    static int find(String text, char wanted) {
        return new Walk(text).next(c -> c == wanted);
    }

    /** Why a text is not one expression, if that can be seen. */
    static Optional<String> problem(String text) {
        Walk walk = new Walk(text);
        boolean several = walk.next(c -> c == ',' || c == ';') >= 0;
        return Optional.ofNullable(
                text.isBlank() ? "there is no expression" : several ? "it is more than one expression" : walk.problem);
    }

    /** Goes over a text. */
    private static final class Walk {
        private final String text;
        private int position;
        private int depth;
        private @Nullable String problem;

        Walk(String text) {
            this.text = text;
        }

        /** The next such character outside of quotes and parentheses, or -1. */
        int next(IntPredicate wanted) {
            while (position < text.length()) {
                int at = position++;
                char c = text.charAt(at);
                if (c == '\'' || c == '"') {
                    skipQuoted(c, c == '\'' && isEscaping(at));
                } else if (c == '(' || c == '[') {
                    depth++;
                } else if (c == ')' || c == ']') {
                    depth--;
                    if (depth < 0) {
                        problem = "a parenthesis is closed that is not open";
                    }
                } else if (text.startsWith("--", at) || text.startsWith("/*", at)) {
                    problem = "a comment is no part of an expression";
                } else if (c == ';' && depth > 0) {
                    problem = "it is more than one expression";
                } else if (depth == 0 && wanted.test(c)) {
                    return at;
                }
            }
            if (depth > 0) {
                problem = "a parenthesis is not closed";
            }
            return -1;
        }

        private void skipQuoted(char quote, boolean escaping) {
            while (position < text.length()) {
                char c = text.charAt(position++);
                if (c == quote) {
                    return; // a doubled one ends a text and begins the next
                }
                if (escaping && c == '\\') {
                    position++;
                }
            }
            problem = "a quote is not closed";
        }

        /** Whether a backslash escapes in the text that begins here, as in {@code E'it\'s'}. */
        private boolean isEscaping(int quote) {
            boolean marked = quote > 0 && "eE".indexOf(text.charAt(quote - 1)) >= 0;
            return marked && (quote == 1 || !Character.isJavaIdentifierPart(text.charAt(quote - 2)));
        }
    }
}
