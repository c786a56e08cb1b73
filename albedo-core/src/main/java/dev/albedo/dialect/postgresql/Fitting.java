package dev.albedo.dialect.postgresql;

import dev.albedo.schema.Column;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which values of a column survive a change of its type, as a condition over the column as it is. It measures what the
 * conversion makes of a value: the text in bytes or in a large object, not their digits. What the server would round or cut
 * off without an error is no reason to refuse it, unless it is another value then: a number that becomes a truth value, a
 * date in words or in an order that is not the ISO one, a moment without an offset (manual, sections 8.1, 8.3, 8.5 and
 * 9.24.9, pg_input_is_valid).
 */
final class Fitting {

    private static final Map<String, BigDecimal> LARGEST = Map.of(
            "smallint", BigDecimal.valueOf(Short.MAX_VALUE),
            "integer", BigDecimal.valueOf(Integer.MAX_VALUE),
            "bigint", BigDecimal.valueOf(Long.MAX_VALUE));

    private static final BigDecimal LARGEST_MONEY = new BigDecimal("92233720368547758.07");

    /** Numbers between 0 and the smallest, and above the largest, are errors; these are the ends of what is rounded to them. */
    private static final Map<String, String> FLOATING = Map.of(
            "real",
            "BETWEEN 7.1e-46 AND 3.40282356e38",
            "double precision",
            "BETWEEN 2.5e-324 AND 1.797693134862315e308");

    /** Text that means the same in each session, by what it becomes. */
    private static final Map<String, String> TIMES = Map.of(
            "date", "^ *[0-9]{4,}-[0-9]{1,2}-[0-9]{1,2}( BC)? *$|^ *-?infinity *$",
            "time", "^ *[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,%s})?)? *$",
            "timetz", "^ *[0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,%s})?)? *([+-][0-9]{1,2}(:?[0-9]{2})?|Z) *$",
            "timestamp",
                    "^ *[0-9]{4,}-[0-9]{1,2}-[0-9]{1,2}([ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,%s})?)?)?( BC)? *$"
                            + "|^ *-?infinity *$",
            "timestamptz",
                    "^ *[0-9]{4,}-[0-9]{1,2}-[0-9]{1,2}[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,%s})?)?"
                            + " *([+-][0-9]{1,2}(:?[0-9]{2})?|Z)( BC)? *$|^ *-?infinity *$");

    /** The most characters that a number, a time or a UUID takes. */
    private static final int LONGEST_PLAIN_VALUE = 64;

    private final ServerVersion version;
    private final Schema before;
    private final Schema after;

    Fitting(ServerVersion version, Schema before, Schema after) {
        this.version = version;
        this.before = before;
        this.after = after;
    }

    Optional<String> condition(Column from, Column to) {
        String column = Names.identifier(from.name());
        EnumType wanted = enumType(after, to.type());
        if (wanted != null) {
            return among(column, from.type(), wanted);
        }
        if (to.type() instanceof SqlType.Array target) {
            EnumType wantedElement = enumType(after, target.element());
            if (wantedElement != null) {
                return from.type().equals(to.type())
                        ? without(column, to.type(), gone(wantedElement))
                        : allAmong(column, from.type(), wantedElement);
            }
            return from.type() instanceof SqlType.Array source
                    ? each(column, source.element(), target.element())
                    : version.has(ServerVersion.INPUT_IS_VALID)
                            ? Optional.of(isValid(column, Names.type(target)))
                            : Optional.empty();
        }
        return to.type() instanceof SqlType.Simple target
                ? condition(column, from.type(), target, Casts.using(from.name(), from.type(), target))
                : Optional.empty();
    }

    private static String isValid(String value, String type) {
        return "pg_input_is_valid(" + value + "::text, " + Names.literal(type) + ")";
    }

    /** Compares texts, because the type may not exist yet. */
    private Optional<String> allAmong(String column, SqlType from, EnumType wanted) {
        if (wanted.values().isEmpty()) {
            return Optional.empty();
        }
        String among = "array_remove(" + column + (from instanceof SqlType.Array ? "" : "::text")
                + "::text[], NULL) <@ ARRAY[" + literals(wanted.values()) + "]";
        if (from instanceof SqlType.Array) {
            return Optional.of(among);
        }
        return version.has(ServerVersion.INPUT_IS_VALID)
                ? Optional.of("CASE WHEN " + isValid(column, "text[]") + " THEN " + among + " ELSE false END")
                : Optional.empty();
    }

    /** Elements are cast, whatever a column would do with their contents. */
    private Optional<String> each(String column, SqlType from, SqlType to) {
        String element = "element";
        String using = Casts.isAssignable(from, to) ? null : element + "::text::" + Names.type(to);
        return to instanceof SqlType.Simple target
                ? condition(element, from, target, using)
                        .map(each -> "NOT EXISTS (SELECT FROM unnest(" + column + ") AS " + element + " WHERE NOT ("
                                + each + "))")
                : Optional.empty();
    }

    /**
     * A condition over a value.
     *
     * @param using what it becomes, or {@code null} if the server casts it
     */
    private Optional<String> condition(String value, SqlType from, SqlType.Simple to, @Nullable String using) {
        String source = Casts.base(from);
        String target = to.name();
        if (Casts.STRINGS.contains(target)) {
            return using == null
                    ? shortEnough(value, from, to)
                    : Optional.of("char_length(" + using + ") " + (limit(to) == null ? ">= 0" : "<= " + limit(to)));
        }
        boolean isRead = using != null && using.equals(value + "::text::" + Names.type(to));
        if (isRead) {
            return readable(value, source, to);
        }
        if (isNumber(source) && isNumber(target)) {
            return inRange(value, (SqlType.Simple) from, to);
        }
        if (source.equals("jsonb")) {
            return ofJson(value, to);
        }
        if (source.equals("boolean") && target.equals("numeric")) {
            BigDecimal largest = largest(to);
            return largest == null || largest.compareTo(BigDecimal.ONE) >= 0
                    ? Optional.empty()
                    : Optional.of("NOT " + value);
        }
        if (source.equals("integer") && target.equals("boolean")) {
            return Optional.of(value + " IN (0, 1)");
        }
        if (List.of("bit", "varbit").contains(source)
                && List.of("bit", "varbit").contains(target)) {
            return to.arguments().isEmpty()
                    ? Optional.empty()
                    : Optional.of("length(" + value + ") " + (target.equals("bit") ? "= " : "<= ")
                            + to.arguments().get(0));
        }
        return Optional.empty();
    }

    private static boolean isNumber(String base) {
        return Casts.NUMBERS.contains(base) || base.equals("money");
    }

    private static Optional<String> ofJson(String value, SqlType.Simple to) {
        if (to.name().equals("boolean")) {
            return Optional.of("jsonb_typeof(" + value + ") = 'boolean'");
        }
        return isNumber(to.name())
                ? Optional.of("CASE WHEN jsonb_typeof(" + value + ") = 'number' THEN "
                        + inRange("(" + value + "::text::numeric)", new SqlType.Simple("numeric", List.of()), to)
                                .orElse("true")
                        + " ELSE false END")
                : Optional.empty();
    }

    private Optional<String> readable(String value, String source, SqlType.Simple to) {
        List<String> conditions = new ArrayList<>();
        boolean isString = Casts.STRINGS.contains(source);
        if (isString && TIMES.containsKey(to.name())) {
            String digits = to.arguments().isEmpty() ? "6" : to.arguments().get(0);
            String pattern =
                    TIMES.get(to.name()).replace("[0-9]{1,%s}", digits.equals("0") ? "0+" : "[0-9]{1," + digits + "}");
            conditions.add(value + " ~ " + Names.literal(pattern));
        }
        if (version.has(ServerVersion.INPUT_IS_VALID)) {
            conditions.add(isValid(value, Names.type(to)));
        }
        return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" AND ", conditions));
    }

    private static @Nullable EnumType enumType(Schema schema, SqlType type) {
        return type instanceof SqlType.Named named ? schema.enums().get(named.name()) : null;
    }

    private List<String> gone(EnumType wanted) {
        EnumType known = before.enums().get(wanted.name());
        return known == null
                ? List.of()
                : known.values().stream()
                        .filter(value -> !wanted.values().contains(value))
                        .toList();
    }

    private Optional<String> among(String column, SqlType from, EnumType wanted) {
        if (from.equals(new SqlType.Named(wanted.name()))) {
            return without(column, from, gone(wanted));
        }
        return wanted.values().isEmpty()
                ? Optional.empty()
                : Optional.of(column + "::text IN (" + literals(wanted.values()) + ")");
    }

    /** Compares texts, because the transaction that adds a value cannot use it (manual, ALTER TYPE). */
    private static Optional<String> without(String column, SqlType type, List<String> gone) {
        if (gone.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                type instanceof SqlType.Array
                        ? "NOT " + column + "::text[] && ARRAY[" + literals(gone) + "]"
                        : column + "::text NOT IN (" + literals(gone) + ")");
    }

    private static String literals(List<String> values) {
        return values.stream().map(Names::literal).collect(Collectors.joining(", "));
    }

    private Optional<String> shortEnough(String column, SqlType from, SqlType.Simple to) {
        Integer limit = limit(to);
        if (limit == null || longest(from) <= limit) {
            return Optional.empty();
        }
        boolean isString = Casts.STRINGS.contains(Casts.base(from));
        return Optional.of("char_length(" + column + (isString ? "" : "::text") + ") <= " + limit);
    }

    private static @Nullable Integer limit(SqlType.Simple string) {
        if (!string.arguments().isEmpty()) {
            return Integer.valueOf(string.arguments().get(0));
        }
        return string.name().equals("char") ? Integer.valueOf(1) : null;
    }

    /** How long a value of this type can be as text. */
    private int longest(SqlType type) {
        EnumType known = enumType(before, type);
        if (known != null) {
            return known.values().stream().mapToInt(String::length).max().orElse(0);
        }
        String base = Casts.base(type);
        if (Casts.STRINGS.contains(base)) {
            Integer limit = limit((SqlType.Simple) type);
            return limit == null ? Integer.MAX_VALUE : limit;
        }
        return LARGEST.containsKey(base) ? LARGEST.get(base).precision() + 1 : textLength(base);
    }

    private static int textLength(String base) {
        return switch (base) {
            case "boolean" -> "false".length();
            case "uuid" -> 36;
            case "date", "time", "timestamp", "timestamptz" -> LONGEST_PLAIN_VALUE;
            default -> Integer.MAX_VALUE;
        };
    }

    private static Optional<String> inRange(String value, SqlType.Simple from, SqlType.Simple to) {
        String floating = FLOATING.get(to.name());
        boolean isWide = from.name().equals("numeric")
                && (from.arguments().isEmpty()
                        || Integer.parseInt(from.arguments().get(0)) > 37);
        if (floating != null) {
            boolean isSafe = !isWide
                    && !(from.name().equals("double precision") && to.name().equals("real"));
            return isSafe
                    ? Optional.empty()
                    : Optional.of("(" + value + " IN (0, 'Infinity', '-Infinity', 'NaN') OR abs(" + value + ") "
                            + floating + ")");
        }
        BigDecimal largest = largest(to);
        BigDecimal present = largest(from);
        if (largest == null || (present != null && present.compareTo(largest) <= 0)) {
            return Optional.empty();
        }
        boolean isWhole = LARGEST.containsKey(from.name());
        boolean isWholeTarget = LARGEST.containsKey(to.name());
        BigDecimal smallest =
                LARGEST.containsKey(to.name()) ? largest.negate().subtract(BigDecimal.ONE) : largest.negate();
        boolean isMoney = from.name().equals("money");
        String rounded = isWhole
                ? value
                : isWholeTarget && !from.name().equals("numeric") && !isMoney
                        ? "round(" + value + "::double precision)"
                        : "round(" + value + "::numeric, " + largest.scale() + ")";
        return Optional.of(rounded + " BETWEEN " + (isWhole ? whole(smallest) : smallest.toPlainString()) + " AND "
                + (isWhole ? whole(largest) : largest.toPlainString()));
    }

    private static String whole(BigDecimal bound) {
        return bound.toBigInteger().toString();
    }

    /** The largest number of a type; {@code null} if there is none that matters. */
    private static @Nullable BigDecimal largest(SqlType.Simple type) {
        List<String> arguments = new ArrayList<>(type.arguments());
        if (type.name().equals("numeric") && !arguments.isEmpty()) {
            int precision = Integer.parseInt(arguments.get(0));
            int scale = arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) : 0;
            return BigDecimal.TEN
                    .pow(precision)
                    .subtract(BigDecimal.ONE)
                    .movePointLeft(scale)
                    .setScale(scale);
        }
        return type.name().equals("money") ? LARGEST_MONEY : LARGEST.get(type.name());
    }
}
