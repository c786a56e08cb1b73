package dev.albedo.maven;

import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.graph.GraphView;
import dev.albedo.maven.graph.RevisionList;
import dev.albedo.run.MigrationSource;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Lists the revisions with several children, and these children. Needs no database.
 */
@Mojo(name = "branches", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class BranchesMojo extends AbstractGraphMojo {

    @Override
    void run(MigrationSource migrations, GraphView view, ProjectLoader loader) {
        if (isJson()) {
            System.out.println(json(view).of(view.branches().points()));
        } else {
            new RevisionList(view, console()).branches();
        }
    }
}
