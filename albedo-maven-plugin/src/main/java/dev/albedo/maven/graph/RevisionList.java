package dev.albedo.maven.graph;

import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.RunReport;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.Status;
import java.util.List;

/** Lists revisions of one kind: the heads, the branch points, where a database is. */
public final class RevisionList {

    private final GraphView view;
    private final Console console;

    public RevisionList(GraphView view, Console console) {
        this.view = view;
        this.console = console;
    }

    /** The revisions that none follows. */
    public void heads() {
        if (view.graph().heads().isEmpty()) {
            console.print(HistoryListing.EMPTY);
        }
        view.graph().heads().forEach(this::line);
    }

    /** The revisions that several follow, and those. */
    public void branches() {
        List<RevisionNode> points = view.branches().points();
        if (points.isEmpty()) {
            console.print(
                    view.graph().ordered().isEmpty()
                            ? HistoryListing.EMPTY
                            : "There is no branch point: no revision has several children");
        }
        for (RevisionNode point : points) {
            line(point);
            for (String child : view.graph().children(point.id())) {
                RevisionNode node = view.graph().revision(child);
                String labels = String.join(", ", view.branches().labels(child));
                console.print("  -> " + console.strong(child) + "  " + node.simpleName()
                        + (labels.isEmpty() ? "" : "  " + labels) + view.marked(node));
            }
        }
    }

    /**
     * Where a database is.
     *
     * @param mustBeAtHead whether all of the project must be applied
     * @throws GoalException if it must be and is not
     */
    public void current(Status status, boolean mustBeAtHead) {
        if (status.current().isEmpty()) {
            console.print("Nothing is applied");
        }
        status.current().forEach(this::line);
        status.unknown()
                .forEach(
                        row -> console.print(console.danger(row.id()) + "  " + row.name() + "  (not in this project)"));
        status.unfinished()
                .forEach(row -> console.print(console.danger(row.id()) + "  " + row.name() + "  (interrupted)"));
        if (mustBeAtHead && !status.atHead()) {
            throw new GoalException("The database is not at head: " + reason(status));
        }
    }

    private String reason(Status status) {
        if (!status.unknown().isEmpty()) {
            String id = status.unknown().get(0).id();
            return "it has revision " + id + ", "
                    + view.graph()
                            .elsewhere(id)
                            .orElse("which this project does not have; get the version of the project that has it");
        }
        if (!status.unfinished().isEmpty()) {
            return "revision " + status.unfinished().get(0).id()
                    + " was interrupted; run mvn albedo:migrate, which resumes it";
        }
        int pending = status.pending().size();
        return RunReport.revisions(status.pending()) + (pending == 1 ? " is" : " are") + " pending, the first "
                + status.pending().get(0).describe() + "; run mvn albedo:migrate";
    }

    private void line(RevisionNode node) {
        console.print(console.strong(node.id()) + "  " + node.simpleName()
                + (node.labels().isEmpty() ? "" : "  " + String.join(", ", node.labels())) + view.marked(node));
    }
}
