package dev.albedo.maven;

import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.graph.GraphView;
import dev.albedo.maven.graph.RevisionList;
import dev.albedo.run.MigrationSource;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Lists the revisions without a child; there should be one. Needs no database.
 */
@Mojo(name = "heads", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class HeadsMojo extends AbstractGraphMojo {

    @Override
    void run(MigrationSource migrations, GraphView view, ProjectLoader loader) {
        if (isJson()) {
            System.out.println(json(view).of(view.graph().heads()));
        } else {
            new RevisionList(view, console()).heads();
        }
    }
}
