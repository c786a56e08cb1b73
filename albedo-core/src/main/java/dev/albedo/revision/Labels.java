package dev.albedo.revision;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which revision declares a label.
 *
 * @param ids the id for each label; where two declare it, which is a mistake, that of the first
 */
record Labels(Map<String, String> ids) {

    static Labels of(Collection<RevisionNode> nodes) {
        Map<String, String> ids = new TreeMap<>();
        nodes.forEach(node -> node.labels().forEach(label -> ids.putIfAbsent(label, node.id())));
        return new Labels(Map.copyOf(ids));
    }

    /** The revision that declares a label. */
    Optional<String> declaring(String label) {
        return Optional.ofNullable(ids.get(label));
    }

    /** The id that is meant where an id or a label may stand. */
    String id(String name) {
        return ids.getOrDefault(name, name);
    }

    /** A revision that says by their ids what it depends on. */
    RevisionNode resolved(RevisionNode node) {
        if (node.dependsOn().stream().noneMatch(ids::containsKey)) {
            return node;
        }
        return new RevisionNode(
                node.id(),
                node.className(),
                node.parents(),
                node.dependsOn().stream().map(this::id).distinct().toList(),
                node.labels(),
                node.created(),
                node.stepCode());
    }
}
