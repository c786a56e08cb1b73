package dev.albedo.maven.graph;

import dev.albedo.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The properties of a revision without its code, a line each.
 *
 * @param view where it is
 */
record Facts(GraphView view) {

    List<String> of(RevisionNode node) {
        List<String> facts = new ArrayList<>();
        facts.add("class       " + node.className());
        add(facts, "created     ", node.created().isEmpty() ? List.of() : List.of(node.created()));
        add(facts, node.parents().size() > 1 ? "merges      " : "follows     ", described(node.parents()));
        add(facts, "followed by ", described(view.graph().children(node.id())));
        add(facts, "depends on  ", described(node.dependsOn()));
        add(facts, "labels      ", node.labels());
        Set<String> inherited = new TreeSet<>(view.branches().labels(node.id()));
        inherited.removeAll(node.labels());
        add(facts, "on branch   ", inherited);
        return facts;
    }

    private static void add(List<String> facts, String title, Collection<String> values) {
        if (!values.isEmpty()) {
            facts.add(title + String.join(", ", values));
        }
    }

    private List<String> described(List<String> ids) {
        return ids.stream().map(id -> view.graph().revision(id).describe()).toList();
    }
}
