package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Statement;
import java.util.List;
import java.util.Set;

/**
 * The SQL of a script that decides on its own what it does.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-do.html">DO</a>
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMAND-GEXEC">\gexec of psql</a>
 */
public final class ScriptSql {

    private ScriptSql() {}

    /** Begins a transaction. */
    public static String begin() {
        return "BEGIN";
    }

    /** Sets, for the transaction, what casts and literals depend on, as a run does. */
    public static String fixSettings() {
        return block("    " + fixSettingsLine());
    }

    /** The same as a line of a block. */
    public static String fixSettingsLine() {
        return "PERFORM " + SessionSettings.set(true) + ";";
    }

    /** Sets it for the session; {@link #putSettingsBack} puts back what the session had. */
    public static String fixSessionSettings() {
        return block("    PERFORM " + SessionSettings.keep() + ";\n    PERFORM " + SessionSettings.set(false) + ";");
    }

    /** Puts back what the session had. */
    public static String putSettingsBack() {
        return block("    PERFORM " + SessionSettings.putBack() + ";");
    }

    /** Ends a transaction. */
    public static String commit() {
        return "COMMIT";
    }

    /** A statement that stops a script if a condition is true. */
    public static String stopIf(String condition, String message) {
        return block("    " + raise(condition, message));
    }

    /**
     * A statement that does things if a condition is true, as one transaction.
     *
     * @param lines of PL/pgSQL: {@link #execute}, {@link #raise}, comments, statements that need not wait for others to be
     *     done to be understood, with their semicolon
     */
    public static String when(String condition, List<String> lines) {
        StringBuilder body = new StringBuilder("    IF ").append(condition).append(" THEN\n");
        lines.forEach(line -> body.append("        ").append(line).append('\n'));
        return block(body.append("    END IF;").toString());
    }

    /** A line that runs any statement, which is looked at only then. */
    public static String execute(String sql) {
        return "EXECUTE " + Names.dollarQuoted(sql) + ";";
    }

    /** A line that stops a script if a condition is true. */
    public static String raise(String condition, String message) {
        return "IF " + condition + " THEN RAISE EXCEPTION USING MESSAGE = " + Names.literal(message) + "; END IF;";
    }

    /** A query of psql that runs what it answers with: a statement that must be alone, if a condition is true. */
    public static String aloneIf(String sql, String condition) {
        return "SELECT " + Names.literal(sql) + " WHERE " + condition + " \\gexec";
    }

    /** Whether the answer to the question about what became of a statement is this one. */
    public static String answers(Statement statement, String answer) {
        return statement.aftermath() == null
                ? "true"
                : "(" + statement.aftermath().question() + ") = " + Names.literal(answer);
    }

    /** A list of texts for {@code IN}; of at least one. */
    public static String list(Set<String> texts) {
        return "(" + String.join(", ", texts.stream().map(Names::literal).toList()) + ")";
    }

    private static String block(String body) {
        return "DO " + Names.dollarQuoted("\nBEGIN\n" + body + "\nEND\n");
    }
}
