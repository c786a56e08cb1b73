package dev.albedo.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values in the order of their columns, which a database can be given: {@code null}, texts, numbers, truth values, the
 * moments, dates and times of {@code java.time}, UUIDs, bytes.
 *
 * <p>An enum constant is its {@link Enum#name}, a character the text of it, a {@link ZonedDateTime} the same moment without the
 * name of its zone, and {@code byte[]} is {@link Bytes}, so that equal rows are equal.
 *
 * @param values each one of these classes
 */
public record Row(List<@Nullable Object> values) {

    private static final Set<Class<?>> CLASSES = Set.of(
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            BigInteger.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetTime.class,
            OffsetDateTime.class,
            Instant.class,
            UUID.class,
            Bytes.class);

    /**
     * Takes the values.
     *
     * @throws IllegalArgumentException if a database cannot be given one of them
     */
    public Row {
        List<@Nullable Object> taken = new ArrayList<>(values.size());
        for (Object value : values) {
            taken.add(taken(value, taken.size() + 1));
        }
        values = Collections.unmodifiableList(taken);
    }

    /**
     * Bytes.
     *
     * @param hex two hexadecimal digits each, in lower case
     */
    public record Bytes(String hex) {

        public Bytes(byte[] bytes) {
            this(HexFormat.of().formatHex(bytes));
        }

        /** The bytes; the caller may keep them. */
        public byte[] toArray() {
            return HexFormat.of().parseHex(hex);
        }
    }

    private static @Nullable Object taken(@Nullable Object value, int place) {
        if (value == null || CLASSES.contains(value.getClass())) {
            return value;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof byte[] bytes) {
            return new Bytes(bytes);
        }
        if (value instanceof Character character) {
            return character.toString();
        }
        if (value instanceof ZonedDateTime moment) {
            return moment.toOffsetDateTime();
        }
        throw new IllegalArgumentException("value " + place + " is of " + value.getClass()
                + ", which a database cannot be given: give null, a text, a number, a boolean, an enum constant, a UUID, a"
                + " byte[], or a date, time or moment of java.time; for anything else give a text, and cast it in the SQL"
                + " if it has to be");
    }
}
