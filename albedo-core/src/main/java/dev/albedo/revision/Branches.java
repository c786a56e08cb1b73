package dev.albedo.revision;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The branches of a graph and their labels. A label belongs to the revision that declares it, to all that follow that one,
 * and to those before it down to where its branch begins: the nearest branch point or merge, which are not on it.
 */
public final class Branches {

    private final RevisionGraph graph;
    private final Map<String, Set<String>> labels = new TreeMap<>();

    /** The branches of a graph. */
    public Branches(RevisionGraph graph) {
        this.graph = graph;
        Labels.of(graph.ordered()).ids().forEach((label, id) -> spread(label, graph.revision(id)));
    }

    private void spread(String label, RevisionNode declaring) {
        add(label, declaring.id());
        graph.descendants(declaring.id()).forEach(id -> add(label, id));
        RevisionNode at = declaring;
        while (at.parents().size() == 1) {
            at = graph.revision(at.parents().get(0));
            if (isPoint(at) || at.parents().size() > 1) {
                return;
            }
            add(label, at.id());
        }
    }

    private void add(String label, String id) {
        labels.computeIfAbsent(id, key -> new TreeSet<>()).add(label);
    }

    /** The labels of a revision, its own and those it has from others, sorted. */
    public Set<String> labels(String id) {
        return Collections.unmodifiableSet(labels.getOrDefault(id, Set.of()));
    }

    /** The revisions that are the parent of several others, in order. */
    public List<RevisionNode> points() {
        return graph.ordered().stream().filter(this::isPoint).toList();
    }

    private boolean isPoint(RevisionNode node) {
        return graph.children(node.id()).size() > 1;
    }
}
