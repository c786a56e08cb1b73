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
 * Which values of a column survive a change of its type, as a condition over the column as it is. What the server would
 * round or cut off without an error is no reason to refuse it (manual, sections 8.1, 8.3 and 9.24.9, pg_input_is_valid).
 */
final class Fitting {

    private static final Map<String, BigDecimal> LARGEST = Map.of(
            "smallint", BigDecimal.valueOf(Short.MAX_VALUE),
            "integer", BigDecimal.valueOf(Integer.MAX_VALUE),
            "bigint", BigDecimal.valueOf(Long.MAX_VALUE));

    /** The most characters that a number, a time or a UUID takes. */
    private static final int LONGEST_PLAIN_VALUE = 64;

    private final Version version;
    private final Schema before;
    private final Schema after;

    Fitting(Version version, Schema before, Schema after) {
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
        EnumType wantedElement = to.type() instanceof SqlType.Array array ? enumType(after, array.element()) : null;
        if (wantedElement != null && from.type().equals(to.type())) {
            return without(column, to.type(), gone(wantedElement));
        }
        if (from.type() instanceof SqlType.Array || !(to.type() instanceof SqlType.Simple target)) {
            return Optional.empty();
        }
        String source = Casts.base(from.type());
        if (Casts.STRINGS.contains(target.name())) {
            return shortEnough(column, from.type(), target);
        }
        if (Casts.NUMBERS.contains(source) && Casts.NUMBERS.contains(target.name())) {
            return inRange(column, (SqlType.Simple) from.type(), target);
        }
        boolean read = Casts.STRINGS.contains(source)
                && !target.name().equals("bytea")
                && !target.name().equals("oid");
        return read && version.has(Version.INPUT_IS_VALID)
                ? Optional.of("pg_input_is_valid(" + column + "::text, " + Names.literal(Names.type(target)) + ")")
                : Optional.empty();
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
        return from instanceof SqlType.Array || wanted.values().isEmpty()
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

    private static Optional<String> inRange(String column, SqlType.Simple from, SqlType.Simple to) {
        BigDecimal largest = largest(to);
        BigDecimal present = largest(from);
        if (largest == null || (present != null && present.compareTo(largest) <= 0)) {
            return Optional.empty();
        }
        boolean isWhole = LARGEST.containsKey(from.name());
        boolean isWholeTarget = LARGEST.containsKey(to.name());
        BigDecimal smallest =
                LARGEST.containsKey(to.name()) ? largest.negate().subtract(BigDecimal.ONE) : largest.negate();
        String value = isWhole
                ? column
                : isWholeTarget && !from.name().equals("numeric")
                        ? "round(" + column + "::double precision)"
                        : "round(" + column + "::numeric, " + largest.scale() + ")";
        return Optional.of(value + " BETWEEN " + (isWhole ? whole(smallest) : smallest.toPlainString()) + " AND "
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
        return LARGEST.get(type.name());
    }
}
