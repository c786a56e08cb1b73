package dev.albedo.maven.random;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What happened in all pairs together. */
final class Tally {

    enum Event {
        PAIR,
        CHANGE,
        OPERATION,
        ROW_BEFORE,
        EXPECTATION_REFUSED,
        ROW_DELETED_BY_OPERATOR,
        FILL_SUPPLIED,
        TABLE_EMPTIED_BY_OPERATOR,
        UNFINISHED_MOVE_EMPTIED,
        LOSS_MARKED,
        COLUMN_COMPARED,
        COLUMN_CONVERTED,
        INSERT,
        NO_FREE_VALUE
    }

    private final Map<Event, LongAdder> counts = new EnumMap<>(Event.class);

    Tally() {
        for (Event event : Event.values()) {
            counts.put(event, new LongAdder());
        }
    }

    void add(Event event) {
        add(event, 1);
    }

    void add(Event event, long count) {
        counts.get(event).add(count);
    }

    long of(Event event) {
        return counts.get(event).sum();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
