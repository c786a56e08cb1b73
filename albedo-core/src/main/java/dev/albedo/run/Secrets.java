package dev.albedo.run;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.RunSql;
import java.util.regex.Pattern;

/** Takes passwords out of texts that people will read. */
public final class Secrets {

    private static final Pattern IN_AUTHORITY = Pattern.compile("(//[^/@\\s:?]*):[^/\\s?]*@");
    private static final Pattern IN_PARAMETER =
            Pattern.compile("(?i)([a-z]*(?:password|passwd|pwd|secret|token)[a-z]*\\s*=\\s*)[^&;\\s\"',)]+");
    private static final Pattern IN_SQL = Pattern.compile("(?is)((?:password|passwd|pwd)\"?(?:\\s+|\\s*:?=\\s*))"
            + "(?:E'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+'|(?:N|U&)?'[^']*+(?:''[^']*+)*+'"
            + "|\\$([\\p{L}_][\\p{L}\\p{N}_]*|)\\$.*?\\$\\2\\$)");

    /** As in the connection strings of dblink; not in an expression that has spaces around its sign or calls a function. */
    private static final Pattern IN_CONNECTION =
            Pattern.compile("(?i)((?:password|passwd|pwd)=)[^&;\\s\"',()]++(?!\\()");

    private Secrets() {}

    /** An operation in words, in one line and without passwords. */
    public static String words(Operation operation) {
        Operation shown = operation instanceof RunSql sql
                ? new RunSql(SqlSecrets.withoutSecrets(sql.sql()), sql.undo(), sql.effect())
                : operation;
        return mask(shown.describe().replaceAll("\\s*\\R\\s*", " "));
    }

    /** SQL as it may be shown: without passwords, tokens and keys. */
    public static String maskSql(String sql) {
        return maskPasswords(SqlSecrets.withoutSecrets(sql));
    }

    /** The text with three asterisks for every password in a JDBC URL, a parameter or an SQL statement. */
    public static String mask(String text) {
        return IN_PARAMETER.matcher(maskPasswords(text)).replaceAll("$1***");
    }

    /**
     * The same for a text that must say all but its passwords: what only looks like one, such as {@code token = id} in SQL,
     * stays.
     */
    static String maskPasswords(String text) {
        String sql = SqlSecrets.withoutPasswords(text);
        String masked = IN_AUTHORITY.matcher(sql).replaceAll("$1:***@");
        masked = IN_SQL.matcher(masked).replaceAll("$1'***'");
        return IN_CONNECTION.matcher(masked).replaceAll("$1***");
    }
}
