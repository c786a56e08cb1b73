package dev.albedo.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The attempts at one thing, as {@link Retry} describes them; the first one begins now. */
final class Backoff {

    private final Retry retry;
    private final long start = System.nanoTime();
    private Duration pause;
    private int attempts = 1;
    private boolean another;

    Backoff(Retry retry) {
        this.retry = retry;
        this.pause = retry.first();
    }

    /** After an attempt has failed: the pause before the next one, or nothing if that would be too late. */
    Optional<Duration> next() {
        if (another) {
            attempts++;
        }
        Duration next = jittered(pause);
        another = elapsed().plus(next).compareTo(retry.patience()) <= 0;
        pause = pause.multipliedBy(2).compareTo(retry.longest()) > 0 ? retry.longest() : pause.multipliedBy(2);
        return another ? Optional.of(next) : Optional.empty();
    }

    /** How many attempts there were. */
    int attempts() {
        return attempts;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration jittered(Duration pause) {
        long nanos = pause.toNanos();
        return Duration.ofNanos(
                nanos / 2 + (nanos < 2 ? 0 : ThreadLocalRandom.current().nextLong(nanos / 2)));
    }
}
