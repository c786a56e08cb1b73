package dev.albedo.dialect.postgresql;

import dev.albedo.schema.SequenceOptions;
import dev.albedo.schema.SqlType;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL takes where a sequence says nothing (manual, CREATE SEQUENCE). */
final class Sequences {

    private Sequences() {}

    /** The first value of a sequence that names none. */
    static long defaultStart(long increment, @Nullable Long min, @Nullable Long max) {
        return increment > 0 ? (min != null ? min : 1) : (max != null ? max : -1);
    }

    static long defaultMin(SqlType type, long increment) {
        return increment > 0 ? 1 : -largest(type) - 1;
    }

    static long defaultMax(SqlType type, long increment) {
        return increment > 0 ? largest(type) : -1;
    }

    private static long largest(SqlType type) {
        return switch (type.toString()) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    /** The same options, without bounds that are the default anyway. */
    static SequenceOptions normalized(SequenceOptions options, SqlType type) {
        Long min = options.min();
        Long max = options.max();
        return options.between(
                min != null && min == defaultMin(type, options.increment()) ? null : min,
                max != null && max == defaultMax(type, options.increment()) ? null : max);
    }
}
