package dev.albedo.run;

import dev.albedo.internal.sql.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes secrets out of SQL by their position: a literal behind {@code PASSWORD}, an option or a column of such a name; the
 * password in a connection string; the keys of pgcrypto. Names and other literals stay as they are. Literals in literals, as in
 * {@code DO} and {@code EXECUTE}, are looked into.
 */
final class SqlSecrets {

    private static final String MASKED = "'***'";
    private static final int DEEPEST = 4;

    private static final Pattern WORTH_READING =
            Pattern.compile("(?i)passw|pwd|secret|token|key|credential|crypt|hmac");
    private static final Pattern PASSWORD = Pattern.compile("(?i).*(password|passwd|pwd)");
    private static final Pattern TOKEN =
            Pattern.compile("(?i).*(secret|token|api_?key|access_?key|private_?key|credentials?)");

    /** In a connection string of libpq, whose values may be in quotes. */
    private static final Pattern IN_CONNECTION =
            Pattern.compile("(?i)((?:password|passwd|pwd)\\s*=\\s*)(?:'(?:[^'\\\\]|\\\\.)*+'|[^\\s&;'\"(),]++(?!\\())");

    /** In the format of a statement: a placeholder where a password belongs. */
    private static final Pattern IN_FIRST = Pattern.compile("(?i)(?:password|passwd|pwd)\\W+%");

    /** What may be between a name and its value. */
    private static final Set<String> CONNECTORS = Set.of("=", ":=", "=>", "to");

    /** Which arguments of functions are secrets, from 0; those of pgcrypto. */
    private static final Map<String, Set<Integer>> ARGUMENTS = Map.ofEntries(
            Map.entry("crypt", Set.of(0)),
            Map.entry("hmac", Set.of(1)),
            Map.entry("encrypt", Set.of(1)),
            Map.entry("decrypt", Set.of(1)),
            Map.entry("encrypt_iv", Set.of(1)),
            Map.entry("decrypt_iv", Set.of(1)),
            Map.entry("pgp_sym_encrypt", Set.of(1)),
            Map.entry("pgp_sym_encrypt_bytea", Set.of(1)),
            Map.entry("pgp_sym_decrypt", Set.of(1)),
            Map.entry("pgp_sym_decrypt_bytea", Set.of(1)),
            Map.entry("pgp_pub_decrypt", Set.of(1, 2)),
            Map.entry("pgp_pub_decrypt_bytea", Set.of(1, 2)));

    /** Functions whose first argument tells whether those after it are secrets: the name of a setting, a format. */
    private static final Set<String> TOLD_BY_FIRST = Set.of("set_config", "format");

    /**
     * A call that is open.
     *
     * @param function the name of its function
     * @param argument which argument it has come to
     * @param told whether its first argument speaks of a secret
     */
    private record Call(String function, int argument, boolean told) {
        boolean hasSecret() {
            return (told && argument > 0)
                    || ARGUMENTS.getOrDefault(function, Set.of()).contains(argument);
        }
    }

    private final boolean tokens;
    private final int depth;
    private final StringBuilder masked = new StringBuilder();
    private final Deque<Call> calls = new ArrayDeque<>();
    private boolean expected;
    private String word = "";

    private SqlSecrets(boolean tokens, int depth) {
        this.tokens = tokens;
        this.depth = depth;
    }

    /** The SQL without passwords. */
    static String withoutPasswords(String sql) {
        return mask(sql, false, 0);
    }

    /** The SQL without passwords and without what opens a door like one: tokens, secrets, keys for an API. */
    static String withoutSecrets(String sql) {
        return mask(sql, true, 0);
    }

    private static String mask(String sql, boolean tokens, int depth) {
        return depth > DEEPEST || !WORTH_READING.matcher(sql).find() ? sql : new SqlSecrets(tokens, depth).read(sql);
    }

    private String read(String sql) {
        int done = 0;
        for (Token token : Token.scan(sql)) {
            String text = sql.substring(token.start(), token.end());
            masked.append(sql, done, token.start());
            done = token.end();
            switch (token.kind()) {
                case COMMENT -> masked.append(text);
                case STRING -> string(text, true);
                case QUOTED -> name(text, text.replace("\"", ""));
                case WORD -> name(text, token.text());
                case NUMBER, SYMBOL -> sign(text);
                case UNCLOSED -> {
                    if (text.startsWith("/*")) {
                        masked.append(text);
                    } else if (text.contains("'") || text.startsWith("$")) {
                        string(text, false);
                    } else {
                        name(text, text.replace("\"", ""));
                    }
                }
            }
        }
        return masked.append(sql, done, sql.length()).toString();
    }

    private void string(String text, boolean ends) {
        if (text.startsWith("$")) {
            dollars(text, text.indexOf('$', 1) + 1, ends);
        } else {
            literal(text, text.indexOf('\''), "eE".indexOf(text.charAt(0)) < 0, ends);
        }
    }

    private void name(String text, String plain) {
        masked.append(text);
        expected = (expected && CONNECTORS.contains(plain)) || isSecret(plain);
        word = plain;
    }

    private boolean isSecret(String name) {
        return PASSWORD.matcher(name).matches()
                || (tokens && TOKEN.matcher(name).matches());
    }

    private void sign(String text) {
        masked.append(text);
        expected = expected && CONNECTORS.contains(text);
        @Nullable Call call = calls.peek();
        switch (text) {
            case "(" -> calls.push(new Call(word, 0, false));
            case ")" -> calls.poll();
            case "," -> {
                if (call != null) {
                    calls.pop();
                    calls.push(new Call(call.function(), call.argument() + 1, call.told()));
                }
            }
            default -> {}
        }
        word = "";
    }

    private boolean isExpected() {
        @Nullable Call call = calls.peek();
        return expected || (call != null && call.hasSecret());
    }

    /**
     * Reads a literal in quotes.
     *
     * @param start where its first quote is
     * @param doubled whether a quote in it is always two
     * @param ends whether its last quote is there
     */
    private void literal(String text, int start, boolean doubled, boolean ends) {
        if (isExpected()) {
            masked.append(MASKED);
        } else {
            int end = ends ? text.length() - 1 : text.length();
            String content = text.substring(start + 1, end);
            String plain = doubled ? content.replace("''", "'") : content;
            tell(plain);
            String inside = inside(plain);
            masked.append(text, 0, start + 1)
                    .append(inside.equals(plain) ? content : doubled ? inside.replace("'", "''") : inside)
                    .append(text, end, text.length());
        }
        expected = false;
        word = "";
    }

    private void tell(String literal) {
        @Nullable Call call = calls.peek();
        boolean first = call != null && call.argument() == 0 && TOLD_BY_FIRST.contains(call.function());
        if (first && (IN_FIRST.matcher(literal).find() || isSecret(literal))) {
            calls.pop();
            calls.push(new Call(call.function(), 0, true));
        }
    }

    private void dollars(String text, int mark, boolean ends) {
        if (isExpected()) {
            masked.append(MASKED);
        } else {
            int end = ends ? text.length() - mark : text.length();
            masked.append(text, 0, mark)
                    .append(inside(text.substring(mark, end)))
                    .append(text, end, text.length());
        }
        expected = false;
        word = "";
    }

    private String inside(String content) {
        return mask(IN_CONNECTION.matcher(content).replaceAll("$1***"), tokens, depth + 1);
    }
}
