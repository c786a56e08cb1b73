package dev.albedo.run;

import java.util.regex.Pattern;

/** Takes passwords out of texts that people will read. */
public final class Secrets {

    private static final Pattern IN_AUTHORITY = Pattern.compile("(//[^/@\\s:]*):[^/@\\s]*@");
    private static final Pattern IN_PARAMETER =
            Pattern.compile("(?i)([a-z]*(?:password|passwd|pwd|secret|token)[a-z]*\\s*=\\s*)[^&;\\s\"',)]+");
    private static final Pattern IN_SQL = Pattern.compile("(?i)(\\bpassword\\s+)E?'(?:[^']|'')*'");

    private Secrets() {}

    /** The text with three asterisks for every password in a JDBC URL, a parameter or an SQL statement. */
    public static String mask(String text) {
        String masked = IN_AUTHORITY.matcher(text).replaceAll("$1:***@");
        masked = IN_PARAMETER.matcher(masked).replaceAll("$1***");
        return IN_SQL.matcher(masked).replaceAll("$1'***'");
    }
}
