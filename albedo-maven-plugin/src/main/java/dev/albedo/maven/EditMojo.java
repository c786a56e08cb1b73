package dev.albedo.maven;

import dev.albedo.maven.goal.Edit;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.revision.Identifiers;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Opens migrations in the editor that the environment variable {@code VISUAL} or {@code EDITOR} names, and waits until it is
 * closed. Needs no database.
 */
@Mojo(name = "edit", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class EditMojo extends AbstractMigrationsMojo {

    /** The revision: an id, a unique prefix, a label, {@code head-1} and so on. */
    @Parameter(property = "albedo.revision", defaultValue = "heads")
    private String revision;

    @Override
    void run(ProjectLoader loader) throws IOException {
        RevisionGraph graph = migrations(loader).graph();
        List<Path> files = new ArrayList<>();
        for (String id : new Identifiers(graph, Set.of()).resolve(revision)) {
            RevisionNode node = graph.revision(id);
            files.add(sources()
                    .of(node)
                    .orElseThrow(() ->
                            new GoalException("the source of revision " + node.describe() + " is not in this module")));
        }
        if (files.isEmpty()) {
            throw new GoalException("\"" + revision + "\" is not a revision: set -Dalbedo.revision to one that"
                    + " mvn albedo:history lists");
        }
        new Edit(System.getenv()).run(files);
    }
}
