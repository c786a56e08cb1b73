package dev.albedo.lint;

import dev.albedo.operation.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What keeps a migration from being applied as it is written. */
public final class Readiness {

    private Readiness() {}

    /**
     * What the operations delete without an {@link Operation.AllowDataLoss} before it that says so in the same words, so
     * that a later edit is not covered by what was said before.
     */
    public static List<String> unacknowledged(List<Operation> operations) {
        Set<String> acknowledged = new HashSet<>();
        List<String> lost = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof Operation.AllowDataLoss allow) {
                acknowledged.add(allow.what());
            }
            DataLoss.of(operation).filter(what -> !acknowledged.contains(what)).ifPresent(lost::add);
        }
        return lost;
    }

    /** The backfills that nobody has given a value yet. */
    public static List<Operation.Backfill> unfilled(List<Operation> operations) {
        return operations.stream()
                .filter(Operation.Backfill.class::isInstance)
                .map(Operation.Backfill.class::cast)
                .filter(backfill -> backfill.value() == null)
                .toList();
    }
}
