package dev.albedo.maven;

import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.goal.Diff;
import dev.albedo.maven.goal.FromSnapshot;
import dev.albedo.maven.goal.StartingPoint;
import dev.albedo.maven.goal.project.ModelSchema;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.report.Format;
import dev.albedo.run.MigrationSource;
import dev.albedo.snapshot.Snapshot;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Prints the plan that {@code create} would write; writes nothing and tests nothing. */
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
    boolean isFromSnapshot() {
        return !from().equals("database") && !from().equals("migrations");
    }

    private StartingPoint start(MigrationSource migrations, Snapshot model, ProjectLoader loader) throws IOException {
        if (!isFromSnapshot()) {
            return startingPoint(migrations, model.schema(), loader);
        }
        Snapshot before = ModelSchema.kept(project.getBasedir().toPath().resolve(from()), persistenceUnit());
        Set<String> schemas = new HashSet<>(before.schema().schemas());
        schemas.addAll(model.schema().schemas());
        return new FromSnapshot(
                place(migrations).views().read().without(before),
                migrations.graph(),
                scratchServer(new Drivers(loader), false),
                read(model.schema(), created(migrations)).schemas(schemas),
                comparison(loader),
                console());
    }

    @Override
    void run(ProjectLoader loader) throws IOException, SQLException {
        Format wanted = Format.parse(format);
        MigrationSource migrations = migrations(loader);
        Snapshot model = ModelSchema.read(classOutput(), persistenceUnit());
        Diff diff = new Diff(start(migrations, model, loader), place(migrations), console());
        switch (wanted) {
            case TEXT -> diff.run(model);
            case JSON -> System.out.println(diff.json(model));
        }
    }
}
