package dev.albedo.maven.database;

/** SQL as PostgreSQL prints it. */
final class SqlText {

    private SqlText() {}

    /**
     * An expression without the parentheses around all of it, which the server adds and every place that takes an
     * expression adds again. Strings and quoted names are passed over; the server doubles quotes in both.
     */
    static String bare(String sql) {
        String text = sql;
        while (isEnclosed(text)) {
            text = text.substring(1, text.length() - 1);
        }
        return text;
    }

    private static boolean isEnclosed(String text) {
        if (!text.startsWith("(") || !text.endsWith(")")) {
            return false;
        }
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i == text.length() - 1;
            }
        }
        return false;
    }
}
