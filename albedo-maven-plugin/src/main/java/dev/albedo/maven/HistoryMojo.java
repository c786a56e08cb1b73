package dev.albedo.maven;

import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.graph.GraphView;
import dev.albedo.maven.graph.HistoryListing;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.MigrationSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Draws the revisions of the project as a graph, newest first, and marks the current revision and the pending ones. Needs no database.
 */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class HistoryMojo extends AbstractGraphMojo {

    /**
     * The range of revisions, including both ends: {@code ae10:head}, {@code current:}, {@code -3:} for the last ones, {@code
     * shop@base:} for one branch. Either end may be omitted.
     */
    @Parameter(property = "albedo.range", defaultValue = ":")
    private String range;

    /** Prints everything that a revision declares. */
    @Parameter(property = "albedo.verbose", defaultValue = "false")
    private boolean verbose;

    @Override
    void run(MigrationSource migrations, GraphView view, ProjectLoader loader) {
        List<RevisionNode> revisions = identifiers(migrations, loader).range(range);
        if (isJson()) {
            List<RevisionNode> newestFirst = new ArrayList<>(revisions);
            Collections.reverse(newestFirst);
            System.out.println(json(view).of(newestFirst));
        } else {
            new HistoryListing(view, verbose, console()).print(revisions);
        }
    }
}
