package dev.albedo.dialect.postgresql;

import dev.albedo.data.Row;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Values of rows as PostgreSQL reads them from text (manual, chapter 8, Data Types), for the server to take the type of their
 * place: in a literal between quotes, and in COPY. The last and the first moment that Java has are infinity there, as for the
 * JDBC driver.
 */
final class ValueText {

    private ValueText() {}

    /** The text; none for {@code null}. */
    static @Nullable String of(@Nullable Object value) {
        if (value instanceof Row.Bytes bytes) {
            return "\\x" + bytes.hex();
        }
        if (value instanceof LocalDate date) {
            return infinity(date.equals(LocalDate.MAX), date.equals(LocalDate.MIN), () -> date(date) + era(date));
        }
        if (value instanceof LocalDateTime moment) {
            return infinity(
                    moment.equals(LocalDateTime.MAX),
                    moment.equals(LocalDateTime.MIN),
                    () -> moment(moment) + era(moment.toLocalDate()));
        }
        if (value instanceof OffsetDateTime moment) {
            return infinity(
                    moment.equals(OffsetDateTime.MAX),
                    moment.equals(OffsetDateTime.MIN),
                    () -> moment(moment.toLocalDateTime()) + offset(moment.getOffset()) + era(moment.toLocalDate()));
        }
        if (value instanceof Instant moment) {
            return infinity(
                    moment.equals(Instant.MAX), moment.equals(Instant.MIN), () -> of(moment.atOffset(ZoneOffset.UTC)));
        }
        if (value instanceof OffsetTime time) {
            return time.toLocalTime() + offset(time.getOffset());
        }
        return value == null ? null : value.toString();
    }

    /** As SQL writes it: whole numbers and truth values as they are, everything else between quotes. */
    static String literal(@Nullable Object value) {
        String text = of(value);
        if (text == null) {
            return "NULL";
        }
        boolean plain = value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger;
        return plain ? text : Names.literal(text);
    }

    private static @Nullable String infinity(
            boolean last, boolean first, java.util.function.Supplier<@Nullable String> other) {
        return last ? "infinity" : first ? "-infinity" : other.get();
    }

    private static String date(LocalDate date) {
        int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
        return String.format(Locale.ROOT, "%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
    }

    private static String moment(LocalDateTime moment) {
        LocalTime time = moment.toLocalTime();
        return date(moment.toLocalDate()) + " " + time;
    }

    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00" : offset.getId();
    }

    private static String era(LocalDate date) {
        return date.getYear() > 0 ? "" : " BC";
    }
}
