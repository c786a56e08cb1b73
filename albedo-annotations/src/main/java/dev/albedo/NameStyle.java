package dev.albedo;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** A rule by which names change all at once, as when a project changes its naming strategy. */
public enum NameStyle {

    /** {@code ORDER_DATE} becomes {@code order_date}; the list has the old names. */
    LOWER_CASE("lower case", UnaryOperator.identity(), name -> name.toLowerCase(Locale.ROOT)),

    /** {@code order_date} becomes {@code ORDER_DATE}; the list has the old names. */
    UPPER_CASE("upper case", UnaryOperator.identity(), name -> name.toUpperCase(Locale.ROOT)),

    /** {@code orderDate} becomes {@code order_date}, as in Hibernate's strategy; the list has the old names. */
    SNAKE_CASE("snake case", UnaryOperator.identity(), NameStyle::snakeCase),

    /** {@code orderdate} becomes {@code order_date}; the list has the new names. */
    SEPARATED("words separated by underscores", name -> name.replace("_", ""), UnaryOperator.identity());

    private final String words;
    private final UnaryOperator<String> before;
    private final UnaryOperator<String> after;

    NameStyle(String words, UnaryOperator<String> before, UnaryOperator<String> after) {
        this.words = words;
        this.before = before;
        this.after = after;
    }

    /** Returns the old name of something by its name in the list. */
    public String before(String listed) {
        return before.apply(listed);
    }

    /** Returns the new name of something by its name in the list. */
    public String after(String listed) {
        return after.apply(listed);
    }

    /** Returns what names are afterwards, in words. */
    @Override
    public String toString() {
        return words;
    }

    /** Follows Hibernate's {@code PhysicalNamingStrategySnakeCaseImpl}. */
    private static String snakeCase(String name) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean isWordStart = i > 0
                    && i < name.length() - 1
                    && (Character.isLowerCase(name.charAt(i - 1)) || Character.isDigit(name.charAt(i - 1)))
                    && Character.isUpperCase(name.charAt(i))
                    && (Character.isLowerCase(name.charAt(i + 1)) || Character.isDigit(name.charAt(i + 1)));
            all.append(isWordStart ? "_" : "").append(name.charAt(i));
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }
}
