package dev.albedo.schema;

import org.jspecify.annotations.Nullable;

/**
 * How a sequence counts (PostgreSQL manual, CREATE SEQUENCE).
 *
 * @param start the first value
 * @param increment the step, never 0
 * @param min the smallest value, or {@code null} for the default of direction and type
 * @param max the largest value, or {@code null} for the default of direction and type
 * @param cache how many values a session takes at once, at least 1
 * @param cycle whether it starts again at the other end
 */
public record SequenceOptions(
        long start,
        long increment,
        @Nullable Long min,
        @Nullable Long max,
        long cache,
        boolean cycle) {

    /** Counts 1, 2, 3, ... */
    public static final SequenceOptions DEFAULT = new SequenceOptions(1, 1, null, null, 1, false);

    public SequenceOptions {
        if (increment == 0) {
            throw new IllegalArgumentException("a sequence cannot have the increment 0");
        }
        if (cache < 1) {
            throw new IllegalArgumentException("a sequence cannot have a cache below 1");
        }
    }

    public SequenceOptions startWith(long changed) {
        return new SequenceOptions(changed, increment, min, max, cache, cycle);
    }

    public SequenceOptions incrementBy(long changed) {
        return new SequenceOptions(start, changed, min, max, cache, cycle);
    }

    /** Sets both bounds; {@code null} is the default of direction and type. */
    public SequenceOptions between(@Nullable Long smallest, @Nullable Long largest) {
        return new SequenceOptions(start, increment, smallest, largest, cache, cycle);
    }

    public SequenceOptions cache(long changed) {
        return new SequenceOptions(start, increment, min, max, changed, cycle);
    }

    public SequenceOptions cycle(boolean changed) {
        return new SequenceOptions(start, increment, min, max, cache, changed);
    }
}
