package dev.albedo.maven.connect;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Resolves <code>${NAME:default}</code> the way Spring does, nested ones too. */
final class Placeholders {

    private final UnaryOperator<@Nullable String> values;

    /** Resolves against a function that gives {@code null} for what it does not know. */
    Placeholders(UnaryOperator<@Nullable String> values) {
        this.values = values;
    }

    /** Thrown for a name that has neither a value nor a default. */
    static final class UnresolvedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String name;

        UnresolvedException(String name) {
            super(name);
            this.name = name;
        }

        String name() {
            return name;
        }
    }

    String resolve(String text) throws UnresolvedException {
        return resolve(text, new HashSet<>());
    }

    private String resolve(String text, Set<String> within) throws UnresolvedException {
        StringBuilder resolved = new StringBuilder();
        int position = 0;
        while (true) {
            int start = text.indexOf("${", position);
            int end = start < 0 ? -1 : end(text, start + 2);
            if (end < 0) {
                return resolved.append(text, position, text.length()).toString();
            }
            resolved.append(text, position, start).append(value(text.substring(start + 2, end), within));
            position = end + 1;
        }
    }

    /** The brace that closes the placeholder whose content starts there, or -1. */
    private static int end(String text, int start) {
        int depth = 1;
        for (int i = start; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private String value(String content, Set<String> within) throws UnresolvedException {
        int colon = colon(content);
        String name = resolve(colon < 0 ? content : content.substring(0, colon), within);
        String value = values.apply(name);
        if (value != null && within.add(name)) {
            String resolved = resolve(value, within);
            within.remove(name);
            return resolved;
        }
        if (colon < 0) {
            throw new UnresolvedException(name);
        }
        return resolve(content.substring(colon + 1), within);
    }

    /** The colon between name and default, which is not one within a nested placeholder, or -1. */
    private static int colon(String content) {
        int depth = 0;
        for (int i = 0; i < content.length(); i++) {
            if (content.startsWith("${", i)) {
                depth++;
            } else if (content.charAt(i) == '}') {
                depth--;
            } else if (content.charAt(i) == ':' && depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
