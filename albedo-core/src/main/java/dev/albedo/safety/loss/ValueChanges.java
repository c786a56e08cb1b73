package dev.albedo.safety.loss;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AddConstraint;
import dev.albedo.operation.Operation.AlterEnum;
import dev.albedo.operation.Operation.DropConstraint;
import dev.albedo.schema.Constraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values that a check or an enum type gets and loses, in words, so that no reader has to compare two lists. */
public final class ValueChanges {

    private ValueChanges() {}

    /**
     * Returns a note such as {@code adds SHIPPED, RETURNED} for each operation that changes a list of values.
     *
     * @param operations of one direction; a check that is dropped and added again is changed
     */
    public static Map<Operation, List<String>> of(List<Operation> operations) {
        Map<Operation, List<String>> notes = new LinkedHashMap<>();
        for (Operation operation : operations) {
            note(operation, operations).ifPresent(note -> notes.put(operation, List.of(note)));
        }
        return notes;
    }

    /** Notes of both, those of the first before those of the second. */
    public static Map<Operation, List<String>> and(
            Map<Operation, List<String>> some, Map<Operation, List<String>> others) {
        Map<Operation, List<String>> all = new LinkedHashMap<>(some);
        others.forEach((operation, notes) -> all.merge(operation, notes, (before, more) -> {
            List<String> both = new ArrayList<>(before);
            both.addAll(more);
            return both;
        }));
        return all;
    }

    private static Optional<String> note(Operation operation, List<Operation> operations) {
        if (operation instanceof AlterEnum alter) {
            return words(alter.from().values(), alter.to().values());
        }
        if (!(operation instanceof AddConstraint add) || !(add.constraint() instanceof Constraint.Check check)) {
            return Optional.empty();
        }
        ValueCheck after = ValueCheck.of(check.expression());
        return after == null
                ? Optional.empty()
                : operations.stream()
                        .filter(DropConstraint.class::isInstance)
                        .map(DropConstraint.class::cast)
                        .filter(drop -> drop.table().equals(add.table()))
                        .map(DropConstraint::was)
                        .filter(Constraint.Check.class::isInstance)
                        .map(was -> ValueCheck.of(((Constraint.Check) was).expression()))
                        .filter(before -> before != null && before.column().equals(after.column()))
                        .findFirst()
                        .filter(before -> ValueCheck.isReadable(without(before.values(), after.values()))
                                && ValueCheck.isReadable(without(after.values(), before.values())))
                        .flatMap(before -> words(unquoted(before.values()), unquoted(after.values())));
    }

    private static List<String> unquoted(Set<String> values) {
        return values.stream()
                .map(value -> value.startsWith("'")
                        ? value.substring(1, value.length() - 1).replace("''", "'")
                        : value)
                .toList();
    }

    private static Optional<String> words(Collection<String> before, Collection<String> after) {
        List<String> words = new ArrayList<>();
        difference(after, before).ifPresent(values -> words.add("adds " + values));
        difference(before, after).ifPresent(values -> words.add("removes " + values));
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
    }

    private static Optional<String> difference(Collection<String> of, Collection<String> without) {
        Set<String> left = without(of, without);
        return left.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", left));
    }

    private static Set<String> without(Collection<String> of, Collection<String> others) {
        Set<String> left = new LinkedHashSet<>(of);
        left.removeAll(others);
        return left;
    }
}
