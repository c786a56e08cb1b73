package dev.albedo.run;

import dev.albedo.revision.RevisionNode;
import java.util.List;

/**
 * What changed about what is recorded.
 *
 * @param added what is recorded as applied now, in order
 * @param removed what is not any more
 */
public record StampResult(List<RevisionNode> added, List<AppliedRevision> removed) {

    public StampResult {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }
}
