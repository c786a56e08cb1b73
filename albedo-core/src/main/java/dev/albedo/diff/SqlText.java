package dev.albedo.diff;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What SQL mentions, found without parsing it. It finds more than there is (functions, keywords) but never less, which
 * at worst takes off and puts back something that could have stayed.
 */
final class SqlText {

    private static final Pattern TOKEN = Pattern.compile(
            "[eE]'(?:[^'\\\\]|\\\\.|'')*+'|'(?:[^']|'')*+'|\"((?:[^\"]|\"\")*+)\"|([\\p{L}_][\\p{L}\\p{N}_$]*)",
            Pattern.DOTALL);

    private SqlText() {}

    /** The words and quoted names outside strings, as a database stores them, in order. */
    static Set<String> names(String sql) {
        Set<String> names = new LinkedHashSet<>();
        Matcher token = TOKEN.matcher(sql);
        while (token.find()) {
            if (token.group(1) != null) {
                names.add(token.group(1).replace("\"\"", "\""));
            } else if (token.group(2) != null) {
                names.add(token.group(2).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    /** Whether this string stands somewhere in the SQL as a literal. */
    static boolean hasLiteral(String sql, String value) {
        return sql.contains("'" + value.replace("'", "''") + "'");
    }
}
