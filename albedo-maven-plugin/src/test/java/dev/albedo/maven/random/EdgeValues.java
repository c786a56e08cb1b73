package dev.albedo.maven.random;

import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Values of a type as texts that PostgreSQL reads: ordinary ones and those at the edge, such as the longest, the largest and
 * the oldest.
 *
 * @param schema has the enum types
 */
record EdgeValues(Schema schema) {

    private static final int LONG_TEXT = 3000;

    /** The values of a type. */
    List<String> of(SqlType type) {
        if (type instanceof SqlType.Named named) {
            return schema.enumType(named.name()).orElseThrow().values();
        }
        if (type instanceof SqlType.Array array) {
            List<String> elements = of(array.element());
            return List.of("{}", "{NULL}", list(elements), list(List.of(elements.get(0), elements.get(0))));
        }
        SqlType.Simple simple = (SqlType.Simple) type;
        return switch (simple.name()) {
            case "smallint" -> List.of("0", "1", "2", "-32768", "32767");
            case "integer" -> List.of("0", "1", "2", "40000", "-2147483648", "2147483647");
            case "bigint" -> List.of("0", "1", "2", "5000000000", "-9223372036854775808", "9223372036854775807");
            case "numeric" -> decimals(simple);
            case "double precision", "real" ->
                List.of("0", "1", "2.5", "-1e30", "1e-30", "16777217", "NaN", "Infinity");
            case "boolean" -> List.of("true", "false");
            case "varchar" -> texts(simple.arguments().isEmpty() ? LONG_TEXT : argument(simple, 0));
            case "text" -> texts(LONG_TEXT);
            case "char" -> List.of("x", "7", "ä", "'");
            case "date" -> List.of("2020-02-29", "0001-01-01", "9999-12-31");
            case "time" -> List.of("10:00", "00:00", "23:59:59.999999");
            case "timestamp" -> List.of("2020-03-29 02:30", "0001-01-01 00:00", "9999-12-31 23:59:59.999999");
            case "timestamptz" ->
                List.of("2020-03-29 02:30+00", "0001-01-02 00:00+00", "9999-12-30 23:59:59.999999+00");
            case "uuid" -> List.of(new UUID(0, 0).toString(), new UUID(-1, -1).toString(), new UUID(1, 2).toString());
            case "bytea" -> List.of("\\x78", "\\x", "\\x00ff", "\\x" + "61".repeat(LONG_TEXT));
            case "jsonb" -> List.of("{\"a\": \"1\"}", "{}", "null", "[1.50, \"it's\", {\"deep\": [true]}]");
            default -> throw new IllegalArgumentException("no value is known of type " + type);
        };
    }

    private static int argument(SqlType.Simple type, int place) {
        return Integer.parseInt(type.arguments().get(place));
    }

    private static List<String> texts(int length) {
        return Stream.of("x", "", "12", "it's \"a\\b\"", " two ", "true", "2020-01-01", "ä".repeat(length))
                .filter(text -> text.length() <= length)
                .toList();
    }

    private static List<String> decimals(SqlType.Simple type) {
        if (type.arguments().isEmpty()) {
            return List.of("0", "1", "1.5", "-123456789012345678901234567890.5");
        }
        int scale = type.arguments().size() > 1 ? argument(type, 1) : 0;
        BigDecimal largest =
                BigDecimal.TEN.pow(argument(type, 0)).subtract(BigDecimal.ONE).movePointLeft(scale);
        List<String> values = new ArrayList<>(List.of("0", "1", "2", largest.toPlainString()));
        values.add(largest.negate().toPlainString());
        values.add(BigDecimal.ONE.movePointLeft(scale).toPlainString());
        return values;
    }

    private static String list(List<String> elements) {
        StringBuilder text = new StringBuilder("{");
        for (String element : elements) {
            text.append(text.length() == 1 ? "" : ",")
                    .append('"')
                    .append(element.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return text.append('}').toString();
    }

    /** Another value for each number from 1 on, as far as the type has so many. */
    String numbered(SqlType type, int number) {
        if (type instanceof SqlType.Array array) {
            return list(List.of(numbered(array.element(), number)));
        }
        if (type instanceof SqlType.Named) {
            List<String> all = of(type);
            return all.get(number % all.size());
        }
        SqlType.Simple simple = (SqlType.Simple) type;
        return switch (simple.name()) {
            case "boolean" -> number % 2 == 0 ? "true" : "false";
            case "char" -> Character.toString('A' + number % 50);
            case "date" -> "2021-01-01".substring(0, 8) + "%02d".formatted(1 + number % 28);
            case "time" -> "11:%02d:%02d".formatted(number / 60 % 60, number % 60);
            case "timestamp" -> "2021-01-01 11:%02d:%02d".formatted(number / 60 % 60, number % 60);
            case "timestamptz" -> "2021-01-01 11:%02d:%02d+00".formatted(number / 60 % 60, number % 60);
            case "uuid" -> new UUID(7, number).toString();
            case "bytea" -> "\\x%08x".formatted(number);
            case "jsonb" -> "{\"n\": \"" + number + "\"}";
            default -> Integer.toString(100 + number);
        };
    }
}
