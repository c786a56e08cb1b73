package dev.albedo.maven.goal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.Migration;
import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.SchemaFilter;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.goal.Create;
import dev.albedo.maven.goal.FromDatabase;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationSource;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.spi.PlanHook;
import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project with hooks and its database, walked from a plan to a rollback. */
public abstract class HookFixture {

    private static final SchemaFilter READ = LiveSchema.FILTER;

    public final Said said = new Said();
    public final List<Migration> migrations = new ArrayList<>();
    public TestDatabase database;

    @TempDir
    Path sources;

    @BeforeEach
    void createDatabase() throws SQLException {
        database = TestDatabases.create();
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        database.close();
    }

    private ConnectionSource connections() {
        return ConnectionSource.of(database.dataSource());
    }

    private Migrator migrator() {
        return new Migrator(
                connections(),
                MigrationSource.of(migrations),
                RunSettings.DEFAULT.allowDestructive(true),
                new RunListener() {});
    }

    public Comparison comparison(PlanHook... hooks) throws SQLException {
        try (Connection connection = database.connect()) {
            return new Comparison(
                    Dialects.of(connection),
                    NamingConvention.DEFAULT,
                    Renames.NONE,
                    ObjectFilter.of("public", List.of(), List.of("table:albedo_history")),
                    Hooks.of(List.of(hooks)));
        }
    }

    ScratchServer scratch() {
        return ScratchServer.beside(
                new Drivers(HookFixture.class.getClassLoader()),
                () -> ConnectionSettings.of(database.url(), "the test"));
    }

    PlanProof proof(PlanProof.Place place) {
        return new PlanProof(place, Duration.ofSeconds(3), Duration.ofSeconds(60), scratch(), said);
    }

    public NewMigration place() {
        return new NewMigration(
                sources,
                "shop",
                Clock.fixed(Instant.EPOCH.plusSeconds(migrations.size()), ZoneOffset.UTC),
                () -> "aaa" + migrations.size(),
                UnaryOperator.identity());
    }

    /** Writes what leads to the model, where everything may be dropped; proven. */
    Optional<Path> create(Schema model, PlanHook... hooks) throws Exception {
        return create(Snapshots.of(model), Fills.NONE, false, hooks);
    }

    /** The same, with permission for what it deletes. */
    public Optional<Path> createAllowing(Schema model) throws Exception {
        return create(Snapshots.of(model), Fills.NONE, true);
    }

    Optional<Path> create(Snapshot model, Fills fills, boolean allowDestructive, PlanHook... hooks) throws Exception {
        said.lines().clear();
        return new Create(
                        new FromDatabase(migrator(), connections(), READ, comparison(hooks), DropScope.byAnyone(said)),
                        proof(PlanProof.Place.DATABASE),
                        place(),
                        fills,
                        allowDestructive,
                        said)
                .run("change " + migrations.size(), model);
    }

    /** Writes it, applies it, looks that nothing is left to do, takes it back and looks that all is as it was. */
    public String walked(Schema model, PlanHook... hooks) throws Exception {
        CatalogDump dump = CatalogDump.everything().without("albedo_history", "albedo_history_log");
        migrator().migrate("head");
        String before = dump.of(database);
        Path file = create(model, hooks).orElseThrow();
        migrations.add(compiled(file));
        migrator().migrate("head");
        String after = dump.of(database);
        assertThat(create(model, hooks)).as("found again: " + said.lines()).isEmpty();
        migrator().rollback(1);
        assertThat(dump.of(database)).isEqualTo(before);
        migrator().migrate("head");
        assertThat(dump.of(database)).isEqualTo(after);
        return Files.readString(file);
    }

    public Migration compiled(Path file) throws Exception {
        Path output = sources.resolve("classes");
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-Xlint:all",
                        "-Werror",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        output.toString(),
                        file.toString());
        assertThat(status).isZero();
        String name = file.getFileName().toString().replace(".java", "");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {output.toUri().toURL()}, HookFixture.class.getClassLoader())) {
            return (Migration)
                    loader.loadClass("shop." + name).getDeclaredConstructor().newInstance();
        }
    }

    public List<String> query(String sql) throws SQLException {
        return database.query(sql);
    }

    /** That no file of a migration is there. */
    void wroteNothing() {
        assertThat(sources.resolve("shop")).doesNotExist();
    }
}
