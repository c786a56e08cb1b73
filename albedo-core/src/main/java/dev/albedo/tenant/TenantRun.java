package dev.albedo.tenant;

import dev.albedo.revision.RevisionNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a tenant.
 *
 * @param tenant its name
 * @param outcome how it ended
 * @param done the revisions that were applied or taken back; none are known of one that failed
 * @param reason why it failed, or {@code null}
 */
public record TenantRun(
        String tenant,
        Outcome outcome,
        List<RevisionNode> done,
        @Nullable String reason) {

    /** How it ended. */
    public enum Outcome {
        /** It is where it should be. */
        DONE,
        /** It was stopped by an error; what was done before it stays. */
        FAILED,
        /** It was not begun, because another one failed. */
        SKIPPED
    }

    public TenantRun {
        done = List.copyOf(done);
    }
}
