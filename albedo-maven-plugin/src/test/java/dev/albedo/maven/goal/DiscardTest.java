package dev.albedo.maven.goal;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.SchemaFilter;
import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.goal.origins.KeptOrigins;
import dev.albedo.maven.goal.origins.OriginsFile;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.DropScope;
import dev.albedo.maven.goal.plan.Fills;
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.project.ModuleParts;
import dev.albedo.maven.goal.project.Released;
import dev.albedo.maven.goal.project.SourceFiles;
import dev.albedo.maven.goal.proof.PlanProof;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.origin.Origins;
import dev.albedo.run.ConnectionSource;
import dev.albedo.run.MigrationsList;
import dev.albedo.run.Migrator;
import dev.albedo.run.RunListener;
import dev.albedo.run.RunSettings;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two migrations: a table, and one that exchanges the names of two of its columns and adds a third. */
class DiscardTest {

    private static final SaidMigrations MIGRATIONS = new SaidMigrations("aaa1 bbb2<aaa1")
            .up(
                    "aaa1",
                    op -> op.createTable(
                            "customer",
                            column("id", integer()),
                            column("a", varchar(9)).nullable(),
                            column("b", varchar(9)).nullable()))
            .up("bbb2", op -> {
                op.renameColumn("customer", "a", "x");
                op.renameColumn("customer", "b", "a");
                op.renameColumn("customer", "x", "b");
                op.addColumn("customer", column("c", integer()).nullable());
            });

    private static final KeptOrigins FIRST = KeptOrigins.NONE.with(Snapshots.of(Origins.parse(
            List.of("customer = shop.Customer", "customer.a = shop.Customer#one", "customer.b = shop.Customer#two"))));
    private static final KeptOrigins SECOND = FIRST.after(
            "bbb2",
            Snapshots.of(Origins.parse(List.of(
                    "customer = shop.Customer",
                    "customer.a = shop.Customer#two",
                    "customer.b = shop.Customer#one",
                    "customer.c = shop.Customer#three"))));

    private final Said said = new Said();
    private Released released = Released.UNKNOWN;

    @TempDir
    private Path folder;

    private Path sources;
    private Path classes;

    @BeforeEach
    void write() throws IOException {
        sources = Files.createDirectories(folder.resolve("src/p")).getParent();
        classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("p"));
        for (String id : List.of("aaa1", "bbb2")) {
            Files.createFile(sources.resolve("p/M" + id + ".java"));
            Files.createFile(classes.resolve("p/M" + id + ".class"));
        }
        Files.createFile(classes.resolve("p/Mbbb2$1.class"));
        Files.createFile(classes.resolve("p/Mbbb22.class"));
        Path list = classes.resolve(MigrationsList.RESOURCE);
        Files.createDirectories(list.getParent());
        Files.writeString(list, MigrationsList.write(MIGRATIONS.graph().ordered()));
        origins().write(SECOND);
    }

    private OriginsFile origins() {
        return new OriginsFile(sources.resolve("p/origins.txt"));
    }

    private NewMigration place() {
        return new NewMigration(sources, "p", Clock.systemUTC(), NewMigration::randomId, UnaryOperator.identity());
    }

    private Discard discard(TestDatabase database, SaidMigrations migrations) {
        Migrator migrator = new Migrator(
                ConnectionSource.of(database.dataSource()), migrations, RunSettings.DEFAULT, RunListener.NONE);
        return new Discard(
                migrations,
                place(),
                new SourceFiles(sources),
                classes,
                () -> migrator.status().history(),
                released,
                said);
    }

    private static void migrate(TestDatabase database, String target) {
        new Migrator(ConnectionSource.of(database.dataSource()), MIGRATIONS, RunSettings.DEFAULT, RunListener.NONE)
                .migrate(target);
    }

    private List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("p"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void deletesTheDraftWithAllThatCreateWrote() throws Exception {
        try (TestDatabase database = TestDatabases.create()) {
            migrate(database, "aaa1");
            discard(database, MIGRATIONS).run(null);

            assertThat(files(sources)).containsExactly("Maaa1.java", "origins.txt");
            assertThat(files(classes)).containsExactly("Maaa1.class", "Mbbb22.class");
            assertThat(origins().read()).isEqualTo(FIRST);
            assertThat(Files.readString(classes.resolve(MigrationsList.RESOURCE)))
                    .isEqualTo(MigrationsList.write(List.of(MIGRATIONS.graph().revision("aaa1"))));
            assertThat(said.lines())
                    .containsExactly("Deleted " + sources.resolve("p/Mbbb2.java"), "The head is aaa1 (Maaa1)");
        }
    }

    @Test
    void theFirstMigrationLeavesNothing() throws Exception {
        try (TestDatabase database = TestDatabases.create()) {
            Files.delete(sources.resolve("p/Mbbb2.java"));
            origins().write(FIRST);
            discard(database, new SaidMigrations("aaa1")).run("aaa1");
            assertThat(files(sources)).isEmpty();
            assertThat(said.lines()).last().isEqualTo("There are no migrations left");
        }
    }

    private void refuses(TestDatabase database, String name, String message) throws IOException {
        List<String> before = files(sources);
        assertThatThrownBy(() -> discard(database, MIGRATIONS).run(name))
                .isInstanceOf(GoalException.class)
                .hasMessage(message);
        assertThat(files(sources)).isEqualTo(before);
        assertThat(origins().read()).isEqualTo(SECOND);
    }

    @Test
    void refusesWhatIsAppliedReleasedOrBuiltOn() throws Exception {
        try (TestDatabase database = TestDatabases.create()) {
            refuses(
                    database,
                    "aaa1",
                    "bbb2 (Mbbb2) builds on aaa1 (Maaa1): discard that first, or change its parent. Nothing was deleted");
            released = revisions -> Optional.of(revisions.get(0).describe() + " is in the git tag v1");
            refuses(
                    database,
                    null,
                    "bbb2 (Mbbb2) is in the git tag v1, so a database may have applied it: write a new migration that undoes"
                            + " it, or, if no database has applied it, run the goal again with"
                            + " -Dalbedo.ignoreTags=true. Nothing"
                            + " was deleted");
            migrate(database, "head");
            refuses(
                    database,
                    "bbb",
                    "bbb2 (Mbbb2) is applied in the database: roll it back with mvn albedo:rollback first."
                            + " Nothing was"
                            + " deleted");
        }
    }

    /** The file was deleted by hand: create and check refuse until this takes the names back. */
    @Test
    void takesTheNamesOfADeletedFileBack() throws Exception {
        try (TestDatabase database = TestDatabases.create()) {
            Files.delete(sources.resolve("p/Mbbb2.java"));
            SaidMigrations left = new SaidMigrations("aaa1");
            assertThatThrownBy(() -> origins().read(left.graph()))
                    .hasMessageContaining("run mvn albedo:discard -Dalbedo.revision=bbb2");
            migrate(database, "head");
            assertThatThrownBy(() -> discard(database, left).run("bbb2"))
                    .hasMessageStartingWith("revision bbb2 is applied in the database");
            new Migrator(ConnectionSource.of(database.dataSource()), left, RunSettings.DEFAULT, RunListener.NONE)
                    .stamp(List.of("base"), true);
            discard(database, left).run("bbb2");
            assertThat(origins().read(left.graph()).origins().lines())
                    .contains("customer.a = shop.Customer#one", "customer.b = shop.Customer#two");
            assertThat(said.lines())
                    .containsExactly("Restored the entries that revision bbb2 replaced in "
                            + origins().path());
        }
    }

    /** The schema is the same with and without the exchange, so only the record tells that it was not done. */
    @Test
    void createAndCheckRefuseAfterADeletedExchange() throws Exception {
        SaidMigrations left = new SaidMigrations("aaa1");
        Snapshot model = Snapshots.of(Schema.EMPTY);
        Comparison comparison =
                new Comparison(new PostgresDialect(18), NamingConvention.DEFAULT, Renames.NONE, ObjectFilter.ALL);
        FromMigrations start = new FromMigrations(
                left,
                ScratchServer.copying(new Drivers(DiscardTest.class.getClassLoader()), () -> {
                    throw new AssertionError("nothing is tried");
                }),
                new SchemaFilter(Set.of(), Set.of()),
                RunSettings.DEFAULT,
                comparison,
                DropScope.byAnyone(said),
                said);
        PlanProof proof = new PlanProof(PlanProof.Place.OFF, Duration.ZERO, Duration.ZERO, start.scratch(), said);
        String sentence =
                "which reused names for other attributes or numbers for other constants of an enum and is not in"
                        + " this project";
        assertThatThrownBy(() -> new Create(start, proof, place(), Fills.NONE, said).run("more", model))
                .isInstanceOf(GoalException.class)
                .hasMessageContaining(sentence);
        assertThatThrownBy(() -> new Diff(start, place(), said).run(model)).hasMessageContaining(sentence);
        Check check = new Check(comparison, false, migrations -> place(), said);
        assertThat(check.find(() -> left, Optional.of(model), new ModuleParts(true, true), migrations -> List.of())
                        .wrong())
                .singleElement()
                .asString()
                .contains(sentence);
        assertThat(files(sources)).containsExactly("Maaa1.java", "Mbbb2.java", "origins.txt");
        assertThat(origins().read()).isEqualTo(SECOND);
    }
}
