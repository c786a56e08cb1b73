package dev.albedo.maven.graph;

import dev.albedo.revision.Branches;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A graph, and where a database stands in it if one was asked.
 *
 * @param branches of the graph
 * @param status of the database
 * @param applied the ids that the database has
 */
public record GraphView(RevisionGraph graph, Branches branches, Optional<Status> status, Set<String> applied) {

    /** The state of a revision in a database. */
    enum State {
        APPLIED,
        PENDING,
        /** No database was asked. */
        UNKNOWN
    }

    public GraphView(RevisionGraph graph, Optional<Status> status) {
        this(graph, new Branches(graph), status, status.map(Status::applied).orElse(Set.of()));
    }

    boolean isHead(RevisionNode node) {
        return graph.children(node.id()).isEmpty();
    }

    boolean isCurrent(RevisionNode node) {
        return status.isPresent() && status.get().current().contains(node);
    }

    State state(RevisionNode node) {
        return status.isEmpty() ? State.UNKNOWN : applied.contains(node.id()) ? State.APPLIED : State.PENDING;
    }

    /** Returns the marks of a revision, such as head. */
    List<String> marks(RevisionNode node) {
        List<String> marks = new ArrayList<>();
        if (isHead(node)) {
            marks.add("head");
        }
        if (node.parents().isEmpty()) {
            marks.add("base");
        }
        if (isCurrent(node)) {
            marks.add("current");
        }
        if (state(node) == State.PENDING) {
            marks.add("pending");
        }
        return marks;
    }

    /** The marks behind a revision, or nothing. */
    String marked(RevisionNode node) {
        List<String> marks = marks(node);
        return marks.isEmpty() ? "" : "  (" + String.join(", ", marks) + ")";
    }
}
