package dev.albedo.safety.loss;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.internal.sql.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A check that lists the values of one column, as Hibernate makes them for enums and as PostgreSQL prints them. Whoever
 * adds a constant need not have all rows read for that.
 *
 * @param column as it is spelled
 * @param values as they are spelled
 */
public record ValueCheck(String column, Set<String> values) {

    private static final Pattern LITERAL = Pattern.compile("'.*'|-?\\d{1,9}", Pattern.DOTALL);

    private static final int MOST_CONSTANTS = 1000;

    /** Beyond that a range such as 0 to 150 is not one of an enum's numbers, and a list of them tells a reader nothing. */
    private static final int MOST_NUMBERS = 10;

    /** Whether a reader is served by a list of these values, some of a check. */
    public static boolean isReadable(Collection<String> values) {
        return values.size() <= MOST_NUMBERS || values.stream().anyMatch(value -> value.startsWith("'"));
    }

    /** Whether it is plain that each value which the old condition allows is allowed by the new one. */
    public static boolean allows(String condition, String oldCondition) {
        ValueCheck check = of(condition);
        ValueCheck old = of(oldCondition);
        return condition.equals(oldCondition)
                || (check != null
                        && old != null
                        && check.column.equals(old.column)
                        && check.values.containsAll(old.values));
    }

    /** Whether it is plain that no value of the same column satisfies both conditions. */
    public static boolean isDisjoint(String condition, String other) {
        ValueCheck one = of(condition);
        ValueCheck two = of(other);
        return one != null
                && two != null
                && one.column.equals(two.column)
                && one.values.stream().noneMatch(two.values::contains);
    }

    /** The values of a column that a check lists, as they are spelled; empty if it says anything else. */
    public static Set<String> valuesOf(String column, String condition) {
        ValueCheck check = of(condition);
        return check != null && check.isOf(column) ? check.values : Set.of();
    }

    private boolean isOf(String name) {
        return column.equals(SqlText.spelled(name));
    }

    /** The check that a condition is; {@code null} if it says anything else. */
    static @Nullable ValueCheck of(String condition) {
        List<String> tokens = tokens(condition);
        if (tokens.size() < 3) {
            return null;
        }
        String column = tokens.get(0);
        String start = String.join(" ", tokens.subList(1, Math.min(4, tokens.size())));
        if (start.startsWith("in ")) {
            return list(column, tokens.subList(2, tokens.size()));
        }
        if (start.equals("= any array")) {
            return list(column, tokens.subList(4, tokens.size()));
        }
        if (start.startsWith("= ")) {
            return list(column, tokens.subList(2, tokens.size()));
        }
        if (tokens.size() == 5
                && tokens.get(1).equals("between")
                && tokens.get(3).equals("and")) {
            return range(column, tokens.get(2), tokens.get(4));
        }
        boolean isRange = tokens.size() == 7
                && tokens.get(1).equals(">=")
                && tokens.subList(3, 6).equals(List.of("and", column, "<="));
        return isRange ? range(column, tokens.get(2), tokens.get(6)) : null;
    }

    /** The tokens without casts and without what groups, a sign with its number. */
    private static List<String> tokens(String condition) {
        List<Token> all = SqlText.tokens(condition);
        List<String> tokens = new ArrayList<>();
        String sign = "";
        for (int i = 0; i < all.size(); i++) {
            Token token = all.get(i);
            boolean isSign =
                    token.is("-") && i + 1 < all.size() && all.get(i + 1).kind() == Token.Kind.NUMBER;
            if (token.is("::")) {
                i = SqlText.typeEnd(all, i + 1) - 1;
            } else if (isSign) {
                sign = "-";
            } else if (!token.opens() && !token.closes()) {
                tokens.add(sign + (token.kind() == Token.Kind.QUOTED ? SqlText.spelled(token.text()) : token.text()));
                sign = "";
            }
        }
        return tokens;
    }

    private static @Nullable ValueCheck list(String column, List<String> tokens) {
        Set<String> values = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean isValue = i % 2 == 0;
            if (isValue
                    ? !LITERAL.matcher(tokens.get(i)).matches()
                    : !tokens.get(i).equals(",")) {
                return null;
            }
            if (isValue) {
                values.add(tokens.get(i));
            }
        }
        return new ValueCheck(column, values);
    }

    private static @Nullable ValueCheck range(String column, String first, String last) {
        if (!first.matches("-?\\d{1,9}") || !last.matches("-?\\d{1,9}")) {
            return null;
        }
        int low = Integer.parseInt(first);
        int high = Integer.parseInt(last);
        if (high < low || high - low > MOST_CONSTANTS) {
            return null;
        }
        Set<String> values = new LinkedHashSet<>();
        for (int i = low; i <= high; i++) {
            values.add(Integer.toString(i));
        }
        return new ValueCheck(column, values);
    }
}
