package dev.albedo.diff;

import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tables in the order of their foreign keys, as people want to read them. */
final class Families {

    private Families() {}

    /**
     * Each table after those it references, otherwise by name; where they reference each other in a circle, the first by
     * name goes first.
     */
    static List<Table> parentsFirst(Collection<Table> tables) {
        Map<QualifiedName, Table> waiting = new TreeMap<>();
        tables.forEach(table -> waiting.put(table.name(), table));
        Map<QualifiedName, Integer> missing = new LinkedHashMap<>();
        Map<QualifiedName, List<QualifiedName>> children = new TreeMap<>();
        for (Table table : waiting.values()) {
            List<QualifiedName> parents = table.foreignKeys().stream()
                    .map(Constraint.ForeignKey::target)
                    .filter(target -> !target.equals(table.name()) && waiting.containsKey(target))
                    .distinct()
                    .toList();
            missing.put(table.name(), parents.size());
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
            QualifiedName next = ready.isEmpty() ? waiting.keySet().iterator().next() : ready.first();
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
}
