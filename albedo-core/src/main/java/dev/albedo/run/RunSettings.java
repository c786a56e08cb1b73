package dev.albedo.run;

import dev.albedo.schema.QualifiedName;
import java.time.Duration;

/**
 * What can be set about runs.
 *
 * @param history the name of the history table; without a schema it is in the connection's current one
 * @param lockPatience how long to wait while another run has the lock
 * @param retry how often a connection is tried
 */
public record RunSettings(QualifiedName history, Duration lockPatience, Retry retry) {

    /** The table {@code albedo_history}, five minutes, {@link Retry#DEFAULT}. */
    public static final RunSettings DEFAULT =
            new RunSettings(QualifiedName.of("albedo_history"), Duration.ofMinutes(5), Retry.DEFAULT);

    public RunSettings history(QualifiedName changed) {
        return new RunSettings(changed, lockPatience, retry);
    }

    public RunSettings lockPatience(Duration changed) {
        return new RunSettings(history, changed, retry);
    }

    public RunSettings retry(Retry changed) {
        return new RunSettings(history, lockPatience, changed);
    }
}
