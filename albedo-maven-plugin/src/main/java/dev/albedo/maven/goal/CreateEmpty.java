package dev.albedo.maven.goal;

import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.write.MigrationIdentity;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.run.MigrationSource;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a migration that does nothing yet, for data or custom work. */
public final class CreateEmpty {

    private final MigrationSource migrations;
    private final NewMigration place;
    private final Console console;

    public CreateEmpty(MigrationSource migrations, NewMigration place, Console console) {
        this.migrations = migrations;
        this.place = place;
        this.console = console;
    }

    /**
     * Writes it.
     *
     * @param identity where it goes
     */
    public Path run(@Nullable String name, MigrationIdentity identity) {
        var draft = place.draft(
                name,
                "create-empty",
                identity,
                identity.parentsIn(migrations.graph(), "create-empty"),
                List.of(),
                List.of());
        Path file = place.write(draft);
        place.announce(file, console);
        return file;
    }
}
