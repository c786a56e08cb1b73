package dev.albedo.diff;

import dev.albedo.operation.Operation;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Puts steps in the order in which a database accepts them: by phase, within a phase as they were found, unless one
 * needs what a later phase settles. Such are rare (a new table takes the name of an enum type that goes), and the step
 * and what depends on it then wait.
 */
final class Order {

    private Order() {}

    static List<Operation> sorted(List<PhasedOperation> found, Schema from, Schema to) {
        List<PhasedOperation> steps = found.stream()
                .sorted(Comparator.comparing(PhasedOperation::phase))
                .toList();
        FootprintReader footprints = new FootprintReader(from, to);
        List<Footprint> prints =
                steps.stream().map(step -> step.operation().accept(footprints)).toList();
        Map<Footprint.Condition, List<Integer>> settledBy = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            for (Footprint.Condition condition : prints.get(i).settles()) {
                settledBy.computeIfAbsent(condition, key -> new ArrayList<>()).add(i);
            }
        }
        List<List<Integer>> followers = new ArrayList<>();
        steps.forEach(step -> followers.add(new ArrayList<>()));
        int[] missing = new int[steps.size()];
        for (int i = 0; i < steps.size(); i++) {
            TreeSet<Integer> first = new TreeSet<>();
            prints.get(i).needs().forEach(condition -> first.addAll(settledBy.getOrDefault(condition, List.of())));
            first.remove(i);
            missing[i] = first.size();
            for (int each : first) {
                followers.get(each).add(i);
            }
        }
        return walk(steps, followers, missing);
    }

    private static List<Operation> walk(List<PhasedOperation> steps, List<List<Integer>> followers, int[] missing) {
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        TreeSet<Integer> waiting = new TreeSet<>();
        for (int i = 0; i < steps.size(); i++) {
            waiting.add(i);
            if (missing[i] == 0) {
                ready.add(i);
            }
        }
        List<Operation> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            // SQL seems to mention more than it does (see SqlText.names), so two steps may seem to wait for each other.
            Integer polled = ready.poll();
            int next = polled == null ? waiting.first() : polled;
            if (waiting.remove(next)) {
                ordered.add(steps.get(next).operation());
                for (int follower : followers.get(next)) {
                    missing[follower]--;
                    if (missing[follower] == 0) {
                        ready.add(follower);
                    }
                }
            }
        }
        return ordered;
    }
}
