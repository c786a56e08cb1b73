package dev.albedo.maven;

import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.goal.StatusReport;
import dev.albedo.maven.goal.origins.MappedViews;
import dev.albedo.maven.goal.project.ModelSchema;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.report.Format;
import dev.albedo.maven.goal.report.UnmanagedReport;
import dev.albedo.run.MigrationSource;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows the current revision of the database, the pending revisions, and the migrations that were edited after they were
 * applied.
 */
@Mojo(name = "status", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
final class StatusMojo extends AbstractDatabaseMojo {

    /** {@code text} for people, {@code json} for programs; add {@code -q} to print only the JSON. */
    @Parameter(property = "format", defaultValue = "text")
    private String format;

    @Override
    void validate() {
        super.validate();
        Format.parse(format);
    }

    @Override
    void run(ProjectLoader loader) throws IOException {
        MigrationSource migrations = migrations(loader);
        ConnectionSettings settings = connection();
        StatusReport report = new StatusReport(
                migrator(connections(settings, loader), migrations).status(), settings.shownUrl());
        MappedViews views = place(migrations).views().read();
        switch (Format.parse(format)) {
            case TEXT -> {
                report.print(console());
                ModelSchema.find(classOutput(), persistenceUnit()).ifPresent(model -> {
                    UnmanagedReport.print(model, console());
                    views.print(model, console());
                });
            }
            case JSON -> System.out.println(report.json());
        }
    }
}
