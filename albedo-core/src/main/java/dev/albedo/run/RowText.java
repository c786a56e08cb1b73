package dev.albedo.run;

import dev.albedo.data.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The digest of rows in a canonical text. Each value counts with its kind, as 1 is not "1". */
final class RowText {

    private static final String NUMBER = "number";

    private static final Map<Class<?>, String> KINDS = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(Byte.class, NUMBER),
            Map.entry(Short.class, NUMBER),
            Map.entry(Integer.class, NUMBER),
            Map.entry(Long.class, NUMBER),
            Map.entry(BigInteger.class, NUMBER),
            Map.entry(Float.class, NUMBER),
            Map.entry(Double.class, NUMBER),
            Map.entry(BigDecimal.class, NUMBER),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalTime.class, "time"),
            Map.entry(LocalDateTime.class, "date and time"),
            Map.entry(OffsetTime.class, "time with offset"),
            Map.entry(OffsetDateTime.class, "date and time with offset"),
            Map.entry(Instant.class, "instant"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(Row.Bytes.class, "bytes"));

    private RowText() {}

    static String digest(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(text(row)).append('\n'));
        return Checksum.of(text.toString());
    }

    static TextNode text(Row row) {
        return new TextNode(
                "row", null, row.values().stream().map(RowText::text).toList());
    }

    private static TextNode text(@Nullable Object value) {
        if (value == null) {
            return TextNode.of("null", null);
        }
        @Nullable String kind = KINDS.get(value.getClass());
        if (kind == null) {
            throw new IllegalStateException("a row has a value of " + value.getClass());
        }
        return TextNode.of(kind, value instanceof Row.Bytes bytes ? bytes.hex() : value.toString());
    }
}
