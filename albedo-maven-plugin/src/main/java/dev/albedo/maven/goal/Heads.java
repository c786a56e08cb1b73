package dev.albedo.maven.goal;

import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import java.util.List;
import java.util.stream.Collectors;

/** The revisions that none follows. */
public final class Heads {

    private Heads() {}

    /** Prints them. */
    public static void print(RevisionGraph graph, Console console) {
        if (graph.heads().isEmpty()) {
            console.print("There are no migrations yet; mvn albedo:create -Dname=... writes the first");
        }
        graph.heads().forEach(head -> console.print(console.strong(head.id()) + "  " + head.simpleName()));
    }

    /**
     * The head that a new revision follows, or none before the first.
     *
     * @throws GoalException if there are several
     */
    static List<RevisionNode> atMostOne(RevisionGraph graph, String goal) {
        List<RevisionNode> heads = graph.heads();
        if (heads.size() > 1) {
            throw new GoalException(several(heads) + ", then run mvn albedo:" + goal + " again");
        }
        return heads;
    }

    static String several(List<RevisionNode> heads) {
        return "There are " + heads.size() + " heads: "
                + heads.stream().map(RevisionNode::describe).collect(Collectors.joining(", "))
                + "; let one of them follow the other: change its parent, which is safe as long as no database has it";
    }
}
