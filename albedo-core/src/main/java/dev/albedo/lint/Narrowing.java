package dev.albedo.lint;

import dev.albedo.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a type has no place for all values of another: fewer characters, digits or bits, no time of day. Types that have
 * nothing to do with each other are not compared: how values get from one to the other is said beside the change.
 */
final class Narrowing {

    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
    private static final List<String> STRINGS = List.of("char", "varchar", "text");
    private static final List<String> TIMES = List.of("time", "timetz", "timestamp", "timestamptz");
    private static final int INFINITE = Integer.MAX_VALUE;
    private static final int DIGITS_OF_SECONDS = 6;

    private Narrowing() {}

    static boolean isNarrower(SqlType from, SqlType to) {
        if (from instanceof SqlType.Array source && to instanceof SqlType.Array target) {
            return isNarrower(source.element(), target.element());
        }
        if (!(from instanceof SqlType.Simple source) || !(to instanceof SqlType.Simple target)) {
            return false;
        }
        if (STRINGS.contains(source.name()) && STRINGS.contains(target.name())) {
            return argument(target, 0, length(target)) < argument(source, 0, length(source));
        }
        if (TIMES.contains(source.name())) {
            return target.name().equals("date")
                    || (source.name().startsWith("timestamp") && target.name().equals("time"))
                    || (TIMES.contains(target.name())
                            && argument(target, 0, DIGITS_OF_SECONDS) < argument(source, 0, DIGITS_OF_SECONDS));
        }
        Digits before = digits(source);
        Digits after = digits(target);
        return before != null && after != null && after.isFewerThan(before);
    }

    private static int length(SqlType.Simple string) {
        return string.name().equals("char") ? 1 : INFINITE;
    }

    private static int argument(SqlType.Simple type, int place, int otherwise) {
        return type.arguments().size() > place
                ? Integer.parseInt(type.arguments().get(place))
                : otherwise;
    }

    /**
     * How many digits a number may have.
     *
     * @param before the point; for integers a little more than fit into any decimal of fewer digits
     * @param after the point
     */
    private record Digits(int before, int after) {
        boolean isFewerThan(Digits other) {
            return before < other.before || after < other.after;
        }
    }

    private static @Nullable Digits digits(SqlType.Simple number) {
        int integer = INTEGERS.indexOf(number.name());
        if (integer >= 0) {
            return new Digits(List.of(5, 10, 19).get(integer), 0);
        }
        return switch (number.name()) {
            case "numeric" ->
                number.arguments().isEmpty()
                        ? new Digits(INFINITE, INFINITE)
                        : new Digits(argument(number, 0, 0) - argument(number, 1, 0), argument(number, 1, 0));
            case "real" -> new Digits(INFINITE, 6);
            case "double precision" -> new Digits(INFINITE, 15);
            default -> null;
        };
    }
}
