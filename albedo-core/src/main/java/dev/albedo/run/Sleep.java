package dev.albedo.run;

import java.time.Duration;

/** A pause that ends in a sentence when the thread is interrupted. */
final class Sleep {

    private Sleep() {}

    static void sleep(Duration duration, String what) {
        try {
            Thread.sleep(duration.toMillis(), (int) (duration.toNanos() % 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException(what + " was interrupted", e);
        }
    }
}
