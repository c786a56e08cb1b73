package dev.albedo.run;

import java.util.regex.Pattern;

/** Takes passwords out of texts that people will read. */
public final class Secrets {

    private static final Pattern IN_AUTHORITY = Pattern.compile("(//[^/@\\s:]*):[^/@\\s]*@");
    private static final Pattern IN_PARAMETER =
            Pattern.compile("(?i)([a-z]*(?:password|passwd|pwd|secret|token)[a-z]*\\s*=\\s*)[^&;\\s\"',)]+");
    private static final Pattern IN_SQL = Pattern.compile("(?is)(\\bpassword(?:\\s+|\\s*=\\s*))"
            + "(?:E'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+'|'[^']*+(?:''[^']*+)*+')");

    /** As in the connection strings of dblink; not in an expression that has spaces around its sign or calls a function. */
    private static final Pattern IN_CONNECTION =
            Pattern.compile("(?i)((?:password|passwd|pwd)=)[^&;\\s\"',()]++(?!\\()");

    private Secrets() {}

    /** The text with three asterisks for every password in a JDBC URL, a parameter or an SQL statement. */
    public static String mask(String text) {
        return IN_PARAMETER.matcher(maskPasswords(text)).replaceAll("$1***");
    }

    /**
     * The same for a text that must say all but its passwords: what only looks like one, such as {@code token = id} in SQL,
     * stays.
     */
    static String maskPasswords(String text) {
        String masked = IN_AUTHORITY.matcher(text).replaceAll("$1:***@");
        masked = IN_SQL.matcher(masked).replaceAll("$1'***'");
        return IN_CONNECTION.matcher(masked).replaceAll("$1***");
    }
}
