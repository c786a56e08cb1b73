package dev.albedo.run;

import dev.albedo.revision.RevisionNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a database stands.
 *
 * @param history the rows of the history table, in the order they were applied in
 * @param current the applied revisions that no other applied one follows
 * @param heads the heads of the project
 * @param pending what is not applied, in the order it would be
 * @param edited applied revisions whose operations are not those that were applied
 * @param unknown what is applied and not in the project
 * @param refusal why a run to the heads would be refused before its first statement; nothing if it would not
 */
public record Status(
        List<AppliedRevision> history,
        List<RevisionNode> current,
        List<RevisionNode> heads,
        List<RevisionNode> pending,
        List<EditedRevision> edited,
        List<AppliedRevision> unknown,
        Optional<String> refusal) {

    public Status {
        history = List.copyOf(history);
        current = List.copyOf(current);
        heads = List.copyOf(heads);
        pending = List.copyOf(pending);
        edited = List.copyOf(edited);
        unknown = List.copyOf(unknown);
    }

    /** Revisions that a run left between two steps; the next run finishes them. */
    public List<AppliedRevision> unfinished() {
        return history.stream()
                .filter(row -> row.state() != AppliedRevision.State.APPLIED)
                .toList();
    }

    /** The ids of what is applied. */
    public Set<String> applied() {
        return Planner.ids(history, AppliedRevision.State.APPLIED);
    }

    /** Whether every revision of the project is applied, and nothing else. */
    public boolean atHead() {
        return pending.isEmpty() && unknown.isEmpty() && unfinished().isEmpty();
    }
}
