package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Scripts;
import dev.albedo.dialect.Statement;
import java.util.List;
import java.util.Set;

/**
 * Scripts for psql, of {@code DO} blocks in PL/pgSQL.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-do.html">DO</a>
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-META-COMMAND-GEXEC">\gexec of psql</a>
 */
final class PostgresScripts implements Scripts {

    @Override
    public String howToRun(boolean hasConditionalStatements) {
        return (hasConditionalStatements
                        ? "It needs psql, because of \\gexec"
                        : "Run each statement by itself, and stop at the first error")
                + ": psql -X -v ON_ERROR_STOP=1 -f FILE";
    }

    @Override
    public String begin() {
        return "BEGIN";
    }

    @Override
    public String fixSettings() {
        return block("    " + fixSettingsLine());
    }

    @Override
    public String fixSettingsLine() {
        return "PERFORM " + SessionSettings.set(true) + ";";
    }

    @Override
    public String fixSessionSettings() {
        return block("    PERFORM " + SessionSettings.keep() + ";\n    PERFORM " + SessionSettings.set(false) + ";");
    }

    @Override
    public String putSettingsBack() {
        return block("    PERFORM " + SessionSettings.putBack() + ";");
    }

    @Override
    public String commit() {
        return "COMMIT";
    }

    @Override
    public String stopIf(String condition, String message) {
        return block("    " + raise(condition, message));
    }

    @Override
    public String when(String condition, List<String> lines) {
        StringBuilder body = new StringBuilder("    IF ").append(condition).append(" THEN\n");
        lines.forEach(line -> body.append("        ").append(line).append('\n'));
        return block(body.append("    END IF;").toString());
    }

    @Override
    public String execute(String sql) {
        return "EXECUTE " + Names.dollarQuoted(sql) + ";";
    }

    @Override
    public String raise(String condition, String message) {
        return "IF " + condition + " THEN RAISE EXCEPTION USING MESSAGE = " + Names.literal(message) + "; END IF;";
    }

    @Override
    public String aloneIf(String sql, String condition) {
        return "SELECT " + Names.literal(sql) + " WHERE " + condition + " \\gexec";
    }

    @Override
    public String answers(Statement statement, String answer) {
        return statement.aftermath() == null
                ? "true"
                : "(" + statement.aftermath().question() + ") = " + Names.literal(answer);
    }

    @Override
    public String list(Set<String> texts) {
        return "(" + String.join(", ", texts.stream().map(Names::literal).toList()) + ")";
    }

    private static String block(String body) {
        return "DO " + Names.dollarQuoted("\nBEGIN\n" + body + "\nEND\n");
    }
}
