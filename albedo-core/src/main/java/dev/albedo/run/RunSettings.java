package dev.albedo.run;

import dev.albedo.schema.QualifiedName;
import java.time.Duration;
import java.util.Set;

/**
 * What can be set about runs.
 *
 * @param history the name of the history table; without a schema it is in the connection's current one
 * @param lockPatience how long to wait while another run has the lock
 * @param retry how often a connection is tried
 * @param allowDestructive whether migrations are applied, or taken back, that delete data and do not acknowledge it
 * @param limits how long statements may take, and what is done about locks of others
 * @param singleTransaction whether all revisions of a run are one transaction instead of one each, so that if one fails
 *     nothing is left of any. A run with a revision that cannot be in a transaction is then refused
 * @param undoBaselines the ids of the baselines that may be taken back, which drops tables that were there before Albedo
 */
public record RunSettings(
        QualifiedName history,
        Duration lockPatience,
        Retry retry,
        boolean allowDestructive,
        Limits limits,
        boolean singleTransaction,
        Set<String> undoBaselines) {

    public RunSettings {
        undoBaselines = Set.copyOf(undoBaselines);
    }

    /** The table {@code albedo_history}, five minutes, {@link Retry#DEFAULT}, nothing destructive, {@link Limits#DEFAULT}. */
    public static final RunSettings DEFAULT = new RunSettings(
            QualifiedName.of("albedo_history"),
            Duration.ofMinutes(5),
            Retry.DEFAULT,
            false,
            Limits.DEFAULT,
            false,
            Set.of());

    public RunSettings history(QualifiedName changed) {
        return new RunSettings(
                changed, lockPatience, retry, allowDestructive, limits, singleTransaction, undoBaselines);
    }

    public RunSettings lockPatience(Duration changed) {
        return new RunSettings(history, changed, retry, allowDestructive, limits, singleTransaction, undoBaselines);
    }

    public RunSettings retry(Retry changed) {
        return new RunSettings(
                history, lockPatience, changed, allowDestructive, limits, singleTransaction, undoBaselines);
    }

    public RunSettings allowDestructive(boolean changed) {
        return new RunSettings(history, lockPatience, retry, changed, limits, singleTransaction, undoBaselines);
    }

    public RunSettings limits(Limits changed) {
        return new RunSettings(
                history, lockPatience, retry, allowDestructive, changed, singleTransaction, undoBaselines);
    }

    public RunSettings singleTransaction(boolean changed) {
        return new RunSettings(history, lockPatience, retry, allowDestructive, limits, changed, undoBaselines);
    }

    public RunSettings undoBaselines(Set<String> changed) {
        return new RunSettings(history, lockPatience, retry, allowDestructive, limits, singleTransaction, changed);
    }
}
