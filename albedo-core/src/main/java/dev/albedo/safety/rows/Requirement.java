package dev.albedo.safety.rows;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.internal.sql.Token;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A check that requires columns of some rows, as Hibernate makes one for the attributes of a subclass that shares its table
 * with others: {@code kind <> 'TRUCK' or (load is not null and axles is not null)}, also as PostgreSQL prints it.
 *
 * @param rows a SQL condition: the rows that must have values
 * @param columns those that must have one
 */
record Requirement(String rows, Set<String> columns) {

    /** What a check requires; {@code null} if it has another form. */
    static @Nullable Requirement of(String check) {
        List<String> alternatives = split(check, "or");
        if (alternatives.size() != 2) {
            return null;
        }
        Set<String> columns = new TreeSet<>();
        for (String present : split(alternatives.get(1), "and")) {
            List<Token> tokens = SqlText.tokens(SqlText.trimmed(present));
            if (tokens.size() != 4 || !SqlText.canonical(present).contains(" is not null")) {
                return null;
            }
            columns.add(tokens.get(0).text());
        }
        List<String> sides = split(alternatives.get(0), "<>");
        return sides.size() == 2 && isLiteral(SqlText.tokens(sides.get(1)))
                ? new Requirement(sides.get(0) + " = " + sides.get(1), columns)
                : null;
    }

    /** Whether this is a string or a number, perhaps with a cast. */
    private static boolean isLiteral(List<Token> tokens) {
        int value = !tokens.isEmpty() && tokens.get(0).is("-") ? 1 : 0;
        return value < tokens.size()
                && (tokens.get(value).kind() == Token.Kind.STRING
                        || tokens.get(value).kind() == Token.Kind.NUMBER)
                && (value + 1 == tokens.size() || tokens.get(value + 1).is("::"))
                && tokens.stream().skip(value + 2L).allMatch(Token::isName);
    }

    /** The parts of a text, without parentheses around it, that a word parts outside of parentheses. */
    private static List<String> split(String text, String word) {
        return SqlText.split(SqlText.trimmed(text), word);
    }
}
