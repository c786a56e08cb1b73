package dev.albedo.maven.goal.project;

import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import java.util.List;
import java.util.stream.Collectors;

/** The revisions that none follows. */
public final class Heads {

    private Heads() {}

    /**
     * The head that a new revision follows, or none before the first.
     *
     * @throws GoalException if there are several
     */
    public static List<RevisionNode> atMostOne(RevisionGraph graph, String goal) {
        return atMostOne(graph.heads(), goal);
    }

    public static List<RevisionNode> atMostOne(List<RevisionNode> heads, String goal) {
        if (heads.size() > 1) {
            throw new GoalException(several(heads)
                    + (goal.startsWith("create")
                            ? "; or choose the parent, such as -Dalbedo.head="
                                    + heads.get(0).id()
                            : ", then run mvn albedo:" + goal + " again"));
        }
        return heads;
    }

    public static String several(List<RevisionNode> heads) {
        return "There are " + heads.size() + " heads: "
                + heads.stream().map(RevisionNode::describe).collect(Collectors.joining(", "))
                + "; run mvn albedo:merge to join them, or mvn albedo:rebase to put one on top of the other";
    }
}
