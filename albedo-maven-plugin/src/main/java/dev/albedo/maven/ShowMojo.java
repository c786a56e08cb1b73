package dev.albedo.maven;

import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.graph.GraphView;
import dev.albedo.maven.graph.Show;
import dev.albedo.run.MigrationSource;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Describes a revision: its place in the graph, its file, and the operations of {@code up} and {@code down}. Needs no database.
 */
@Mojo(name = "show", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class ShowMojo extends AbstractGraphMojo {

    /** The revision: an id, a unique prefix, a label, {@code head-1}, {@code current} and so on. */
    @Parameter(property = "albedo.revision", defaultValue = "heads")
    private String revision;

    @Override
    void run(MigrationSource migrations, GraphView view, ProjectLoader loader) {
        Set<String> ids = identifiers(migrations, loader).resolve(revision);
        if (ids.isEmpty()) {
            throw new GoalException("\"" + revision + "\" is not a revision: set -Dalbedo.revision to one that"
                    + " mvn albedo:history lists");
        }
        List<Show> shown = ids.stream()
                .map(view.graph()::revision)
                .map(node -> Show.of(node, migrations, sources().of(node)))
                .toList();
        if (isJson()) {
            System.out.println(json(view).shown(shown));
        } else {
            shown.forEach(show -> show.print(view, console()));
        }
    }
}
