package dev.albedo.diff;

import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tables in the order of their foreign keys, as people want to read them. */
final class ForeignKeyOrder {

    private ForeignKeyOrder() {}

    /**
     * Each table after those it references, otherwise by name; where they reference each other in a circle, the first of the
     * circle by name goes first.
     *
     * @param others the tables of the other side: a table that is among them waits for none that is not
     */
    static List<Table> parentsFirst(Collection<Table> tables, Map<QualifiedName, Table> others) {
        Map<QualifiedName, Table> waiting = new TreeMap<>();
        tables.forEach(table -> waiting.put(table.name(), table));
        Map<QualifiedName, Integer> missing = new LinkedHashMap<>();
        Map<QualifiedName, List<QualifiedName>> children = new TreeMap<>();
        Map<QualifiedName, List<QualifiedName>> parentsOf = new TreeMap<>();
        for (Table table : waiting.values()) {
            List<QualifiedName> parents = table.foreignKeys().stream()
                    .map(Constraint.ForeignKey::target)
                    .filter(target -> !target.equals(table.name()) && waiting.containsKey(target))
                    .filter(target -> !others.containsKey(table.name()) || others.containsKey(target))
                    .distinct()
                    .toList();
            missing.put(table.name(), parents.size());
            parentsOf.put(table.name(), parents);
            parents.forEach(parent ->
                    children.computeIfAbsent(parent, name -> new ArrayList<>()).add(table.name()));
        }
        TreeSet<QualifiedName> ready = new TreeSet<>();
        missing.forEach((name, count) -> {
            if (count == 0) {
                ready.add(name);
            }
        });
        List<Table> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            QualifiedName next = ready.isEmpty() ? firstInCircle(waiting.keySet(), parentsOf) : ready.first();
            ready.remove(next);
            ordered.add(waiting.remove(next));
            for (QualifiedName child : children.getOrDefault(next, List.of())) {
                if (missing.merge(child, -1, Integer::sum) == 0 && waiting.containsKey(child)) {
                    ready.add(child);
                }
            }
        }
        return ordered;
    }

    /** The first of those that wait only for tables that wait for them. */
    private static QualifiedName firstInCircle(
            Set<QualifiedName> waiting, Map<QualifiedName, List<QualifiedName>> parents) {
        return waiting.stream()
                .filter(name -> awaited(name, waiting, parents).stream()
                        .allMatch(each -> awaited(each, waiting, parents).contains(name)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no table can be the first of " + waiting));
    }

    /** The tables that a table waits for, directly or not. */
    private static Set<QualifiedName> awaited(
            QualifiedName name, Set<QualifiedName> waiting, Map<QualifiedName, List<QualifiedName>> parents) {
        Set<QualifiedName> found = new HashSet<>();
        Deque<QualifiedName> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            for (QualifiedName parent : parents.getOrDefault(open.pop(), List.of())) {
                if (waiting.contains(parent) && found.add(parent)) {
                    open.push(parent);
                }
            }
        }
        return found;
    }
}
