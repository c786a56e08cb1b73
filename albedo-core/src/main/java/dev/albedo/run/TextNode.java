package dev.albedo.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the canonical text of an operation: fixed words, then perhaps a value in double quotes, then perhaps more pieces
 * in parentheses, as in {@code column "name" (type "varchar(100)", nullable)}. A text is in one line: within a value a
 * backslash precedes a quote or a backslash, and stands with {@code n} and {@code r} for the line breaks.
 *
 * @param label words of letters, with a space between two of them
 * @param value what the words are about; {@code null} for none
 * @param children in order
 */
record TextNode(String label, @Nullable String value, List<TextNode> children) {

    TextNode {
        children = List.copyOf(children);
    }

    static TextNode of(String label, @Nullable String value, TextNode... children) {
        return new TextNode(label, value, List.of(children));
    }

    /** The first child with a label. */
    Optional<TextNode> child(String childLabel) {
        return children.stream().filter(child -> child.label.equals(childLabel)).findFirst();
    }

    /** Whether a child has a label. */
    boolean has(String childLabel) {
        return child(childLabel).isPresent();
    }

    /** The same with other values, in all its pieces. */
    TextNode values(UnaryOperator<String> change) {
        return new TextNode(
                label,
                value == null ? null : change.apply(value),
                children.stream().map(child -> child.values(change)).toList());
    }

    /** The same without the children of a label. */
    TextNode without(String childLabel) {
        return new TextNode(
                label,
                value,
                children.stream()
                        .filter(child -> !child.label.equals(childLabel))
                        .toList());
    }

    /** The canonical text. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text);
        return text.toString();
    }

    private void append(StringBuilder text) {
        text.append(label);
        if (value != null) {
            text.append(" \"").append(escaped(value)).append('"');
        }
        if (!children.isEmpty()) {
            text.append(" (");
            for (int i = 0; i < children.size(); i++) {
                text.append(i == 0 ? "" : ", ");
                children.get(i).append(text);
            }
            text.append(')');
        }
    }

    private static String escaped(String string) {
        return string.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** Reads what {@link #toString} wrote; nothing if that is not what the text is. */
    static Optional<TextNode> parse(String text) {
        Parser parser = new Parser(text);
        @Nullable TextNode node = parser.node();
        return node != null && parser.at == text.length() ? Optional.of(node) : Optional.empty();
    }

    private static final class Parser {

        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        /** A node, or {@code null} if none begins here or it does not end. */
        @Nullable
        TextNode node() {
            int start = at;
            while (at < text.length() && (isLetter(text.charAt(at)) || (next(" ") && isLetterAt(at + 1)))) {
                at++;
            }
            String label = text.substring(start, at);
            if (label.isEmpty()) {
                return null;
            }
            @Nullable String value = null;
            if (next(" \"")) {
                at += 2;
                value = value();
                if (value == null) {
                    return null;
                }
            }
            List<TextNode> children = new ArrayList<>();
            if (next(" (")) {
                at += 2;
                while (true) {
                    @Nullable TextNode child = node();
                    if (child == null) {
                        return null;
                    }
                    children.add(child);
                    if (next(")")) {
                        at++;
                        break;
                    }
                    if (!next(", ")) {
                        return null;
                    }
                    at += 2;
                }
            }
            return new TextNode(label, value, children);
        }

        private @Nullable String value() {
            StringBuilder value = new StringBuilder();
            for (; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"') {
                    at++;
                    return value.toString();
                }
                if (c == '\\' && at + 1 < text.length()) {
                    char escaped = text.charAt(++at);
                    value.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
                } else {
                    value.append(c);
                }
            }
            return null;
        }

        private boolean next(String expected) {
            return text.startsWith(expected, at);
        }

        private boolean isLetterAt(int index) {
            return index < text.length() && isLetter(text.charAt(index));
        }

        private static boolean isLetter(char c) {
            return c >= 'a' && c <= 'z';
        }
    }
}
