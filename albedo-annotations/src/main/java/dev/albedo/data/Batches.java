package dev.albedo.data;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * How many rows are changed at a time, in which order, each time in a transaction of its own.
 *
 * @param size how many rows with a value to fill in there are in a batch
 * @param key columns that are never NULL, and by which rows are ordered and told apart, such as those of the primary key. Where
 *     several rows have the same key they are in the same batch
 * @param pause between two batches, for others to get their turn; at least none
 */
public record Batches(int size, List<String> key, Duration pause) {

    public Batches {
        key = List.copyOf(key);
        if (size < 1) {
            throw new IllegalArgumentException("a batch of " + size + " rows does nothing");
        }
        if (key.isEmpty() || new HashSet<>(key).size() < key.size()) {
            throw new IllegalArgumentException("the key of batches has one or more columns, each once, not " + key);
        }
        if (pause.isNegative()) {
            throw new IllegalArgumentException("a pause cannot take " + pause);
        }
    }

    /**
     * The size of batches that do not say yet in which order; {@link #by} completes it.
     *
     * @param rows in a batch
     */
    public record Size(int rows) {

        /** In the order of these columns, which are never NULL: those of the primary key, usually. */
        public Batches by(String... key) {
            return new Batches(rows, List.of(key), Duration.ZERO);
        }
    }

    /** With a pause between two batches. */
    public Batches pause(Duration between) {
        return new Batches(size, key, between);
    }
}
