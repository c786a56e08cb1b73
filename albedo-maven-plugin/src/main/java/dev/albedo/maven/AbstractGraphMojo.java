package dev.albedo.maven;

import dev.albedo.dialect.UnsupportedDatabaseException;
import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.PasswordMask;
import dev.albedo.maven.connect.SetupException;
import dev.albedo.maven.goal.project.ProjectLoader;
import dev.albedo.maven.goal.report.Format;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.graph.GraphView;
import dev.albedo.maven.graph.RevisionsJson;
import dev.albedo.revision.Identifiers;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.Retry;
import dev.albedo.run.RunException;
import dev.albedo.run.RunListener;
import dev.albedo.run.Status;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that prints revisions, and marks those that a database has. */
abstract class AbstractGraphMojo extends AbstractDatabaseMojo {

    /** {@code text} for people, {@code json} for programs; add {@code -q} to print only the JSON. */
    @Parameter(property = "format", defaultValue = "text")
    private String format;

    /**
     * Whether to show which revisions the database has: {@code true}, {@code false}, or {@code auto}: if a database is
     * configured and reachable.
     */
    @Parameter(property = "albedo.indicateCurrent", defaultValue = "auto")
    private String indicateCurrent;

    private @Nullable Status asked;
    private @Nullable String shownUrl;

    @Override
    void validate() {
        super.validate();
        Format.parse(format);
        if (!Set.of("true", "false", "auto").contains(indicateCurrent)) {
            throw new GoalException("albedo.indicateCurrent is " + indicateCurrent + ": use true, false or auto");
        }
    }

    /** Says it. */
    abstract void run(MigrationSource migrations, GraphView view, ProjectLoader loader) throws Exception;

    @Override
    final void run(ProjectLoader loader) throws Exception {
        MigrationSource migrations = migrations(loader);
        run(migrations, new GraphView(migrations.graph(), status(migrations, loader)), loader);
    }

    boolean isJson() {
        return Format.parse(format) == Format.JSON;
    }

    RevisionsJson json(GraphView view) {
        return new RevisionsJson(view, Optional.ofNullable(shownUrl));
    }

    /** Names in the graph; the database is asked only if something is counted from where it is. */
    Identifiers identifiers(MigrationSource migrations, ProjectLoader loader) {
        RevisionGraph graph = migrations.graph();
        return new Identifiers(graph, () -> applied(migrations, loader));
    }

    private Set<String> applied(MigrationSource migrations, ProjectLoader loader) {
        try {
            Status status =
                    asked == null ? ask(migrations, loader, runSettings().retry()) : asked;
            return status.applied();
        } catch (IOException e) {
            throw new SetupException(String.valueOf(e.getMessage()), e);
        }
    }

    private Optional<Status> status(MigrationSource migrations, ProjectLoader loader) throws IOException {
        return switch (indicateCurrent) {
            case "true" -> Optional.of(ask(migrations, loader, runSettings().retry()));
            case "false" -> Optional.empty();
            default -> configured().isEmpty() ? Optional.empty() : askIfItAnswers(migrations, loader);
        };
    }

    private Optional<Status> askIfItAnswers(MigrationSource migrations, ProjectLoader loader) throws IOException {
        try {
            return Optional.of(ask(migrations, loader, Retry.NONE));
        } catch (RunException | SetupException | UnsupportedDatabaseException e) {
            console()
                    .warn("Cannot tell which revisions are applied: "
                            + PasswordMask.mask(String.valueOf(e.getMessage()), secret())
                            + ". -Dalbedo.indicateCurrent=false lists them without a database");
            return Optional.empty();
        }
    }

    private Status ask(MigrationSource migrations, ProjectLoader loader, Retry retry) throws IOException {
        ConnectionSettings settings = connection();
        Status status = new Migrator(
                        connections(settings, loader), migrations, runSettings().retry(retry), RunListener.NONE)
                .status();
        asked = status;
        shownUrl = settings.shownUrl();
        return status;
    }
}
