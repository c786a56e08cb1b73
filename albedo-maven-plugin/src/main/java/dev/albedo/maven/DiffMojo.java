package dev.albedo.maven;

import dev.albedo.maven.goal.Diff;
import dev.albedo.maven.goal.Format;
import dev.albedo.maven.goal.ModelSchema;
import dev.albedo.maven.goal.ProjectLoader;
import dev.albedo.run.MigrationSource;
import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.sql.SQLException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Prints the plan that {@code create} would write; writes and tries nothing. */
@Mojo(name = "diff", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class DiffMojo extends AbstractComparisonMojo {

    /** {@code text} for people, {@code json} for programs; add {@code -q} to print only the JSON. */
    @Parameter(property = "format", defaultValue = "text")
    private String format;

    @Override
    void validate() {
        super.validate();
        Format.parse(format);
    }

    @Override
    void run(ProjectLoader loader) throws IOException, SQLException {
        Format wanted = Format.parse(format);
        MigrationSource migrations = MigrationSource.of(loader);
        Snapshot model = ModelSchema.read(classOutput());
        Diff diff = new Diff(startingPoint(migrations, model.schema(), loader), place(migrations), console());
        switch (wanted) {
            case TEXT -> diff.run(model);
            case JSON -> System.out.println(diff.json(model));
        }
    }
}
