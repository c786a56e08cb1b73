package dev.albedo.revision;

import dev.albedo.revision.RevisionProblem.Attribute;
import dev.albedo.revision.RevisionProblem.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds revisions that come before themselves: one shortest cycle for each knot of them. */
final class Cycles {

    private final Map<String, RevisionNode> byId;
    private final Labels labels;
    private final List<RevisionProblem> problems = new ArrayList<>();
    private final Set<String> told = new HashSet<>();

    private Cycles(Map<String, RevisionNode> byId) {
        this.byId = byId;
        this.labels = Labels.of(byId.values());
    }

    /** The problems, in the order of the map. */
    static List<RevisionProblem> problems(Map<String, RevisionNode> byId) {
        Cycles cycles = new Cycles(byId);
        cycles.selves();
        cycles.knots();
        return cycles.problems;
    }

    private void selves() {
        for (RevisionNode node : byId.values()) {
            if (node.parents().contains(node.id())) {
                self(node, Attribute.PARENT, node.id(), "parent");
            }
            dependency(node, node.id()).ifPresent(name -> self(node, Attribute.DEPENDS_ON, name, "dependency"));
        }
    }

    /** By which name, its id or a label, a revision depends on another one. */
    private Optional<String> dependency(RevisionNode node, String id) {
        return node.dependsOn().stream()
                .filter(name -> labels.id(name).equals(id))
                .findFirst();
    }

    private void self(RevisionNode node, Attribute attribute, String value, String what) {
        problems.add(new RevisionProblem(
                Kind.CYCLE,
                node.className(),
                attribute,
                value,
                "revision " + GraphChecks.described(node) + " is its own " + what));
    }

    /** Looks only at what is left when revisions that nothing is before have been taken away, again and again. */
    private void knots() {
        for (String id : leftover()) {
            if (!told.contains(id)) {
                List<String> cycle = shortestCycle(id);
                if (!cycle.isEmpty()) {
                    tell(cycle);
                }
            }
        }
    }

    private List<String> leftover() {
        Map<String, Integer> open = new HashMap<>();
        Map<String, List<String>> after = new HashMap<>();
        Deque<String> free = new ArrayDeque<>();
        for (String id : byId.keySet()) {
            List<String> before = before(id);
            open.put(id, before.size());
            if (before.isEmpty()) {
                free.add(id);
            }
            for (String other : before) {
                after.computeIfAbsent(other, key -> new ArrayList<>()).add(id);
            }
        }
        while (!free.isEmpty()) {
            String id = free.remove();
            open.remove(id);
            for (String next : after.getOrDefault(id, List.of())) {
                if (open.merge(next, -1, Integer::sum) == 0) {
                    free.add(next);
                }
            }
        }
        List<String> left = new ArrayList<>(byId.keySet());
        left.retainAll(open.keySet());
        return left;
    }

    /** What comes directly before a revision, without itself and what does not exist. */
    private List<String> before(String id) {
        List<String> before = new ArrayList<>();
        RevisionNode node = byId.get(id);
        if (node != null) {
            for (String other : labels.resolved(node).before()) {
                if (!other.equals(id) && byId.containsKey(other) && !before.contains(other)) {
                    before.add(other);
                }
            }
        }
        return before;
    }

    /** From the revision back to itself, each followed by one that must come before it; empty if there is no way. */
    private List<String> shortestCycle(String start) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            String id = queue.remove();
            for (String next : before(id)) {
                if (next.equals(start)) {
                    return path(cameFrom, start, id);
                }
                if (cameFrom.putIfAbsent(next, id) == null) {
                    queue.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<String> path(Map<String, String> cameFrom, String start, String last) {
        List<String> reversed = new ArrayList<>();
        for (@Nullable String id = last; id != null && !id.equals(start); id = cameFrom.get(id)) {
            reversed.add(0, id);
        }
        reversed.add(0, start);
        return reversed;
    }

    private void tell(List<String> cycle) {
        told.addAll(cycle);
        RevisionNode first = byId.get(cycle.get(0));
        String next = cycle.get(1);
        if (first == null) {
            throw new IllegalStateException("the cycle " + cycle + " has an unknown revision");
        }
        String names = Stream.concat(cycle.stream(), Stream.of(first.id()))
                .map(byId::get)
                .map(RevisionNode::describe)
                .collect(Collectors.joining(" comes after "));
        problems.add(new RevisionProblem(
                Kind.CYCLE,
                first.className(),
                first.parents().contains(next) ? Attribute.PARENT : Attribute.DEPENDS_ON,
                first.parents().contains(next) ? next : dependency(first, next).orElse(next),
                "revisions come before themselves: " + names));
    }
}
