package dev.albedo.maven.graph;

import dev.albedo.maven.goal.report.Console;
import dev.albedo.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws the revision graph, the newest revision first. */
public final class HistoryListing {

    /** The message for a project without migrations. */
    static final String EMPTY = "There are no migrations yet; mvn albedo:create -Dname=... writes the first";

    private final GraphView view;
    private final boolean verbose;
    private final Console console;

    /**
     * A goal.
     *
     * @param verbose whether all that a revision declares is said
     */
    public HistoryListing(GraphView view, boolean verbose, Console console) {
        this.view = view;
        this.verbose = verbose;
        this.console = console;
    }

    /**
     * Draws them.
     *
     * @param oldestFirst in the order of the graph
     */
    public void print(List<RevisionNode> oldestFirst) {
        if (oldestFirst.isEmpty()) {
            console.print(view.graph().ordered().isEmpty() ? EMPTY : "There is no revision in this range");
            return;
        }
        List<RevisionNode> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        int widest =
                newestFirst.stream().mapToInt(node -> node.id().length()).max().orElse(0);
        Set<String> shown = oldestFirst.stream().map(RevisionNode::id).collect(Collectors.toSet());
        GraphDrawing.of(newestFirst, node -> text(node, widest, shown)).forEach(console::print);
        view.status()
                .ifPresent(status -> status.unknown()
                        .forEach(row -> console.warn("The database has revision " + row.id() + " (" + row.name()
                                + "), "
                                + view.graph().elsewhere(row.id()).orElse("which this project does not have"))));
    }

    private List<String> text(RevisionNode node, int widest, Set<String> shown) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(console.strong(node.id()))
                .append(" ".repeat(widest - node.id().length()))
                .append("  ")
                .append(node.simpleName());
        List<String> hidden = node.parents().stream()
                .filter(parent -> !shown.contains(parent))
                .toList();
        if (!hidden.isEmpty() && !verbose) {
            line.append("  after ").append(String.join(", ", hidden));
        }
        if (!node.dependsOn().isEmpty() && !verbose) {
            line.append("  depends on ").append(String.join(", ", node.dependsOn()));
        }
        if (!node.labels().isEmpty() && !verbose) {
            line.append("  ").append(String.join(", ", node.labels()));
        }
        lines.add(line.append(view.marked(node)).toString());
        if (verbose) {
            new Facts(view).of(node).forEach(fact -> lines.add("    " + fact));
            lines.add("");
        }
        return lines;
    }
}
