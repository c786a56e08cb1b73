package dev.albedo.run;

import dev.albedo.schema.QualifiedName;
import java.time.Duration;

/**
 * What can be set about runs.
 *
 * @param history the name of the history table; without a schema it is in the connection's current one
 * @param lockPatience how long to wait while another run has the lock
 * @param retry how often a connection is tried
 * @param allowDestructive whether migrations are applied that delete data and do not acknowledge it
 */
public record RunSettings(QualifiedName history, Duration lockPatience, Retry retry, boolean allowDestructive) {

    /** The table {@code albedo_history}, five minutes, {@link Retry#DEFAULT}, nothing destructive. */
    public static final RunSettings DEFAULT =
            new RunSettings(QualifiedName.of("albedo_history"), Duration.ofMinutes(5), Retry.DEFAULT, false);

    public RunSettings history(QualifiedName changed) {
        return new RunSettings(changed, lockPatience, retry, allowDestructive);
    }

    public RunSettings lockPatience(Duration changed) {
        return new RunSettings(history, changed, retry, allowDestructive);
    }

    public RunSettings retry(Retry changed) {
        return new RunSettings(history, lockPatience, changed, allowDestructive);
    }

    public RunSettings allowDestructive(boolean changed) {
        return new RunSettings(history, lockPatience, retry, changed);
    }
}
