package dev.albedo.maven;

import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.goal.Check;
import dev.albedo.maven.goal.project.ModelSchema;
import dev.albedo.maven.goal.project.ModuleParts;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.project.ReadModel;
import dev.albedo.maven.goal.report.Format;
import dev.albedo.maven.goal.report.UnmanagedReport;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fails if the entities, the migrations and their graph do not agree: if there are several heads, if a migration does not
 * fit the schema that the earlier ones create, if a value is not filled in, if a loss of data is not acknowledged, or if the migrations do not lead to the model. Reports all findings. Needs no database and runs automatically in
 * {@code mvn verify}. With {@code albedo.check.database} it also fails if a migration was edited after it was applied.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
final class CheckMojo extends AbstractDatabaseMojo {

    /** Skips the check. */
    @Parameter(property = "albedo.check.skip", defaultValue = "false")
    private boolean skipCheck;

    /** Accepts migrations that delete data without {@code op.allowDataLoss(...)}. */
    @Parameter(property = "albedo.allowDestructive", defaultValue = "false")
    private boolean allowDestructive;

    /** Whether to check the configured database for migrations that were edited after they were applied. */
    @Parameter(property = "albedo.check.database", defaultValue = "false")
    private boolean checkDatabase;

    /** {@code text} for people, {@code json} for programs; the goal fails in both cases. */
    @Parameter(property = "format", defaultValue = "text")
    private String format;

    @Override
    void validate() {
        super.validate();
        Format.parse(format);
    }

    @Override
    void run(ProjectLoader loader) throws IOException {
        if (skipCheck) {
            console().print("The check is skipped (albedo.check.skip)");
            return;
        }
        if (isCalledByName() && AlbedoLifecycleParticipant.sawTo(project)) {
            new ReadModel(inputs(), console()).runIfOutdatedAndThere();
        }
        Format wanted = Format.parse(format);
        ConnectionSettings database = checkDatabase ? connection() : null;
        Check check = new Check(comparison(loader), allowDestructive, this::place, console());
        Check.Found found = check.find(
                () -> migrations(loader),
                ModelSchema.find(classOutput(), persistenceUnit()),
                ModuleParts.in(classOutput()),
                migrations -> database == null
                        ? List.of()
                        : migrator(connections(database, loader), migrations)
                                .status()
                                .edited());
        switch (wanted) {
            case TEXT ->
                ModelSchema.find(classOutput(), persistenceUnit())
                        .ifPresent(model -> UnmanagedReport.print(model, console()));
            case JSON -> System.out.println(found.json());
        }
        check.report(found);
    }
}
