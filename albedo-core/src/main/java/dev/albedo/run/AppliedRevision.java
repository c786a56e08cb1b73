package dev.albedo.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history table.
 *
 * @param id the revision
 * @param name the simple name of its class
 * @param state whether it is applied, or on its way up or down
 * @param stepsDone how many of its steps are done, in the direction of the state
 * @param inDoubt whether the next step, which is outside of a transaction, may have happened
 * @param checksum of its operations
 * @param appliedAt when it was applied, or begun if it is on its way
 * @param durationMillis how long it took
 * @param appliedBy the database's user who did it
 * @param position where the last batch of the next step ended, as JSON; {@code null} if it does not go batch by batch
 */
public record AppliedRevision(
        String id,
        String name,
        State state,
        int stepsDone,
        boolean inDoubt,
        String checksum,
        Instant appliedAt,
        long durationMillis,
        String appliedBy,
        @Nullable String position) {

    /** Where a revision stands. */
    public enum State {
        /** All of it is there. */
        APPLIED,
        /** Some of its steps up are done. */
        STARTED,
        /** Some of its steps down are done. */
        UNDOING
    }

    /** Whether it was begun and nothing of it has happened. */
    boolean nothingDone() {
        return state == State.STARTED && stepsDone == 0 && !inDoubt && position == null;
    }
}
