package dev.albedo.run;

import java.time.Duration;

/** What is broken off, and what is asked of the run after it. */
enum FaultCase {
    UP(Direction.UP, Direction.UP, false, 1),
    DOWN(Direction.DOWN, Direction.DOWN, false, 5),
    /** Up again, after the way down was broken off. */
    DOWN_THEN_UP(Direction.DOWN, Direction.UP, false, 9),
    /** All revisions in one transaction. */
    SINGLE_UP(Direction.UP, Direction.UP, true, 13),
    SINGLE_DOWN(Direction.DOWN, Direction.DOWN, true, 17);

    final Direction broken;
    final Direction next;
    final boolean single;
    private final int first;

    FaultCase(Direction broken, Direction next, boolean single, int first) {
        this.broken = broken;
        this.next = next;
        this.single = single;
        this.first = first;
    }

    /** The place to begin with, from 1, where only every {@code stride}th is tried: another one in each case. */
    int first(int stride) {
        return Math.min(first, stride);
    }

    Migrator migrator(ConnectionSource connections) {
        return migrator(connections, Limits.DEFAULT);
    }

    Migrator migrator(ConnectionSource connections, Limits limits) {
        return new Migrator(
                connections,
                single ? FaultMigrations.single() : FaultMigrations.create(),
                RunSettings.DEFAULT
                        .allowDestructive(true)
                        .lockPatience(Duration.ofSeconds(20))
                        .limits(limits)
                        .singleTransaction(single),
                RunListener.NONE);
    }

    static void run(Migrator migrator, Direction direction) {
        if (direction == Direction.UP) {
            migrator.migrate("head");
        } else {
            migrator.rollbackTo("base");
        }
    }
}
