package dev.albedo.safety.loss;

import dev.albedo.dialect.Dialect;
import dev.albedo.schema.SqlType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a value that a change of a column's type rounds or cuts off without an error.
 *
 * <p>What the server refuses is not lost: a string that is too long, a number out of range, text that is no number. An
 * expression of the migration's own may cut off what the server would refuse (PostgreSQL manual, sections 8.1, 8.3, 8.5, 8.10
 * and CREATE CAST).
 */
final class SilentLoss {

    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
    private static final List<Integer> DIGITS_OF_INTEGERS = List.of(5, 10, 19);
    private static final List<String> STRINGS = List.of("char", "varchar", "text", "bpchar", "citext", "name");
    private static final List<String> TIMES = List.of("time", "timetz", "timestamp", "timestamptz");
    private static final int INFINITE = Integer.MAX_VALUE;
    private static final int DIGITS_OF_SECONDS = 6;
    private static final int DIGITS_OF_REAL = 6;
    private static final int DIGITS_OF_DOUBLE = 15;
    private static final int LONGEST_NAME = 63;
    private static final Pattern ZONE = Pattern.compile("(?i)AT TIME ZONE '([^']*)'");

    /** What goes where one kind of value becomes another, whatever its size. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("timestamp>date", "the time of day"),
            Map.entry("timestamptz>date", "the time of day"),
            Map.entry("timestamp>time", "the date"),
            Map.entry("timestamptz>time", "the date"),
            Map.entry("timestamp>timetz", "the date"),
            Map.entry("timestamptz>timetz", "the date"),
            Map.entry("timetz>time", "the offset from UTC"),
            Map.entry("timetz>interval", "the offset from UTC"),
            Map.entry("interval>time", "the days"),
            Map.entry("inet>cidr", "the host part of the address"),
            Map.entry("circle>point", "the size"),
            Map.entry("circle>box", "the shape"),
            Map.entry("circle>polygon", "the shape"),
            Map.entry("polygon>point", "the shape"),
            Map.entry("polygon>box", "the shape"),
            Map.entry("polygon>circle", "the shape"),
            Map.entry("box>point", "the size"),
            Map.entry("box>circle", "the shape"),
            Map.entry("lseg>point", "the length"));

    private SilentLoss() {}

    /**
     * The part in words, such as {@code the time of day}.
     *
     * @param using the expression that makes the new values, or {@code null} for the server's own cast, which refuses what
     *     does not fit
     */
    static Optional<String> of(SqlType from, SqlType to, @Nullable String using) {
        if (from instanceof SqlType.Array source && to instanceof SqlType.Array target) {
            return of(source.element(), target.element(), using);
        }
        return from instanceof SqlType.Simple source && to instanceof SqlType.Simple target
                ? Optional.ofNullable(part(source, target, using))
                : Optional.empty();
    }

    private static @Nullable String part(SqlType.Simple from, SqlType.Simple to, @Nullable String using) {
        String part = PARTS.get(base(from) + ">" + base(to));
        if (part != null) {
            return part;
        }
        boolean isText = STRINGS.contains(from.name());
        if (STRINGS.contains(to.name())) {
            boolean isCut = to.name().equals("name") || (using != null && isText);
            return isCut && length(to) < length(from) ? "characters beyond " + to : null;
        }
        if (TIMES.contains(from.name()) && TIMES.contains(to.name()) && seconds(to) < seconds(from)) {
            return "fractions of seconds that " + to + " rounds off";
        }
        if (from.name().equals("timestamptz") || to.name().equals("timestamptz")) {
            return changesItsClock(using) ? "times that a change of the clock skips or repeats" : null;
        }
        if (base(from).equals("interval") && base(to).equals("interval")) {
            boolean hasFewerFields = !to.name().equals("interval") && !to.name().equals(from.name());
            return hasFewerFields || seconds(to) < seconds(from) ? "fields that " + to + " does not hold" : null;
        }
        if (List.of("bit", "varbit").contains(to.name())) {
            boolean isBits = List.of("bit", "varbit").contains(from.name());
            return !isBits && !to.arguments().isEmpty() ? "bits beyond " + to : null;
        }
        return isRounded(from, to) ? "digits that " + to + " rounds off" : null;
    }

    /** The usual spellings of the condition that nothing is rounded or cut off; none if it has no usual one. */
    static List<String> exact(String column, SqlType from, SqlType to) {
        if (!(from instanceof SqlType.Simple source) || !(to instanceof SqlType.Simple target)) {
            return List.of();
        }
        boolean isWhole = INTEGERS.contains(target.name());
        if (isWhole || target.name().equals("numeric")) {
            int scale = isWhole ? 0 : scale(target);
            List<String> rounded = new ArrayList<>(List.of("round(" + column + ", " + scale + ")"));
            if (scale == 0) {
                rounded.addAll(List.of("round(" + column + ")", "trunc(" + column + ")"));
            }
            return rounded.stream()
                    .flatMap(same -> Stream.of(column + " = " + same, same + " = " + column))
                    .toList();
        }
        if (source.name().equals("timestamp") && target.name().equals("date")) {
            String day = "date_trunc('day', " + column + ")";
            return List.of(column + " = " + day, day + " = " + column);
        }
        return STRINGS.contains(target.name())
                ? List.of("char_length(" + column + ") <= " + length(target))
                : List.of();
    }

    /** Whether an expression names a time zone whose clock was changed since 1970. */
    private static boolean changesItsClock(@Nullable String using) {
        Matcher zone = ZONE.matcher(using == null ? "" : using);
        if (!zone.find()) {
            return false;
        }
        try {
            return ZoneId.of(zone.group(1)).getRules().nextTransition(Instant.EPOCH) != null;
        } catch (DateTimeException notKnownToJava) {
            return !zone.group().endsWith(Dialect.UNKNOWN_ZONE);
        }
    }

    /** Without the fields of an interval. */
    private static String base(SqlType.Simple type) {
        return type.name().startsWith("interval ") ? "interval" : type.name();
    }

    private static int length(SqlType.Simple string) {
        return switch (string.name()) {
            case "char" -> argument(string, 0, 1);
            case "name" -> LONGEST_NAME;
            default -> argument(string, 0, INFINITE);
        };
    }

    private static int seconds(SqlType.Simple time) {
        return argument(time, 0, DIGITS_OF_SECONDS);
    }

    private static int argument(SqlType.Simple type, int place, int otherwise) {
        return type.arguments().size() > place
                ? Integer.parseInt(type.arguments().get(place))
                : otherwise;
    }

    private static boolean isRounded(SqlType.Simple from, SqlType.Simple to) {
        if (!isFraction(from)) {
            boolean isExact = from.name().equals("smallint")
                    || (from.name().equals("integer") && !to.name().equals("real"));
            return (INTEGERS.contains(from.name()) && !isExact && hasDigitsOnly(to) && digits(from) > digits(to))
                    || (INTEGERS.contains(from.name()) && to.name().equals("numeric") && scale(to) < 0);
        }
        if (INTEGERS.contains(to.name())) {
            return scale(from) > 0 && !STRINGS.contains(from.name());
        }
        return switch (to.name()) {
            case "numeric" -> scale(to) < scale(from) || hasDigitsOnly(from);
            case "money" -> scale(from) > 2;
            case "real", "double precision" -> digits(from) > digits(to);
            default -> false;
        };
    }

    /**
     * Whether values may have a part behind the point: numbers that are not whole, and what can be read as such. Text that
     * has one is refused as a whole number.
     */
    private static boolean isFraction(SqlType.Simple type) {
        return List.of("numeric", "real", "double precision", "money", "jsonb").contains(type.name())
                || STRINGS.contains(type.name());
    }

    private static boolean hasDigitsOnly(SqlType.Simple type) {
        return List.of("real", "double precision").contains(type.name());
    }

    /** How many digits a number can have at most, so that each of them counts. */
    private static int digits(SqlType.Simple number) {
        int integer = INTEGERS.indexOf(number.name());
        return integer >= 0
                ? DIGITS_OF_INTEGERS.get(integer)
                : switch (number.name()) {
                    case "real" -> DIGITS_OF_REAL;
                    case "double precision" -> DIGITS_OF_DOUBLE;
                    default -> argument(number, 0, INFINITE);
                };
    }

    /** How many digits a number can have behind the point. */
    private static int scale(SqlType.Simple number) {
        return switch (number.name()) {
            case "money" -> 2;
            case "numeric" -> number.arguments().isEmpty() ? INFINITE : argument(number, 1, 0);
            default -> INTEGERS.contains(number.name()) ? 0 : INFINITE;
        };
    }
}
