package dev.albedo.maven.goal;

import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints the revision graph, the newest first. Where a line's parent is not the line below, it is named. */
public final class History {

    private History() {}

    /** Prints one line a revision. */
    public static void print(RevisionGraph graph, Console console) {
        List<RevisionNode> newestFirst = new ArrayList<>(graph.ordered());
        Collections.reverse(newestFirst);
        if (newestFirst.isEmpty()) {
            console.print("There are no migrations yet; mvn albedo:create -Dname=... writes the first");
            return;
        }
        Set<String> heads = graph.heads().stream().map(RevisionNode::id).collect(Collectors.toSet());
        int widest =
                newestFirst.stream().mapToInt(node -> node.id().length()).max().orElse(0);
        for (int i = 0; i < newestFirst.size(); i++) {
            RevisionNode node = newestFirst.get(i);
            List<String> below =
                    i + 1 < newestFirst.size() ? List.of(newestFirst.get(i + 1).id()) : List.of();
            StringBuilder line = new StringBuilder(console.strong(node.id()))
                    .append(" ".repeat(widest - node.id().length()))
                    .append("  ")
                    .append(node.simpleName());
            if (!node.parents().equals(below)) {
                line.append(node.parents().isEmpty() ? "  (base)" : "  <- " + String.join(", ", node.parents()));
            }
            if (!node.dependsOn().isEmpty()) {
                line.append("  depends on ").append(String.join(", ", node.dependsOn()));
            }
            if (!node.labels().isEmpty()) {
                line.append("  ").append(String.join(", ", node.labels()));
            }
            if (heads.contains(node.id())) {
                line.append("  (head)");
            }
            console.print(line.toString());
        }
    }
}
