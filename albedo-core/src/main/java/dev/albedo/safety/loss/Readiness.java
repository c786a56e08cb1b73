package dev.albedo.safety.loss;

import dev.albedo.operation.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What keeps a migration from being applied as it is written. */
public final class Readiness {

    private Readiness() {}

    /**
     * What the operations delete, in the words of {@link DataLoss}, without what an {@link Operation.Expect} before rules
     * out.
     */
    public static List<String> lost(List<Operation> operations) {
        return Losses.of(operations).all();
    }

    /**
     * What the operations delete without an {@link Operation.AllowDataLoss} before it that says so in the same words, so
     * that a later edit is not covered by what was said before.
     */
    public static List<String> unacknowledged(List<Operation> operations) {
        return Losses.of(operations).unacknowledged();
    }

    /** The same operations, with an {@link Operation.AllowDataLoss} before each that deletes data without one. */
    public static List<Operation> acknowledged(List<Operation> operations) {
        Set<String> left = new HashSet<>(unacknowledged(operations));
        List<Operation> all = new ArrayList<>();
        for (Operation operation : operations) {
            DataLoss.of(operation).filter(left::remove).ifPresent(what -> all.add(new Operation.AllowDataLoss(what)));
            all.add(operation);
        }
        return all;
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
