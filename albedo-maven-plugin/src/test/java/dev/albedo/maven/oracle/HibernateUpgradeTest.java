package dev.albedo.maven.oracle;

import static dev.albedo.schema.SchemaDsl.check;
import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.SchemaDsl.table;
import static dev.albedo.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.connect.ConnectionSettings;
import dev.albedo.maven.connect.Drivers;
import dev.albedo.maven.connect.ScratchServer;
import dev.albedo.maven.goal.Diff;
import dev.albedo.maven.goal.FromSnapshot;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.project.ModelSchema;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.processor.hibernate.ModelBinding;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.Snapshot;
import dev.albedo.snapshot.SnapshotWriter;
import dev.albedo.testing.LiveSchema;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another version of Hibernate would change in a schema, from two snapshots. */
class HibernateUpgradeTest {

    private static final Model MODEL = new Model("upgrade", """
            package oracle.upgrade;

            import jakarta.persistence.*;
            import jakarta.validation.constraints.*;
            import java.math.BigDecimal;
            import java.util.*;
            import org.hibernate.annotations.TenantId;

            @Entity
            class Album {
                @Id Long id;
                @Column(nullable = false) String title;
                @ElementCollection Set<String> tags;
                @ElementCollection @OrderColumn(name = "place") List<String> pages;
                @DecimalMax("9.5") BigDecimal grade;
                @TenantId String tenant;
            }
            """);

    private static TestDatabase server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void create() throws SQLException {
        server = TestDatabases.create();
    }

    @AfterAll
    static void drop() throws SQLException {
        server.close();
    }

    private static Snapshot snapshot(String version) throws Exception {
        try (HibernateRelease release = new HibernateRelease(version, "upgrade", List.of(MODEL))) {
            ModelBinding.Answer answer = release.read(MODEL);
            return new Snapshot(
                    answer.schema(),
                    answer.origins(),
                    answer.oldNames(),
                    answer.initialValues(),
                    answer.unmanaged(),
                    answer.madeBy(),
                    version);
        }
    }

    private Said diff(Snapshot before, Snapshot now) throws Exception {
        Said said = new Said();
        FromSnapshot start = new FromSnapshot(
                before,
                RevisionGraph.of(List.of()),
                ScratchServer.beside(
                        new Drivers(HibernateUpgradeTest.class.getClassLoader()),
                        () -> ConnectionSettings.of(server.url(), "the test")),
                LiveSchema.FILTER,
                new Comparison(new PostgresDialect(18), NamingConvention.DEFAULT, Renames.NONE, ObjectFilter.ALL),
                said);
        NewMigration place = new NewMigration(folder, "shop", Clock.systemUTC(), () -> "000000000001", text -> text);
        new Diff(start, place, said).run(now);
        return said;
    }

    @Test
    void fromHibernate6To7() throws Exception {
        Said said = diff(snapshot("6.6"), snapshot("7.4"));

        assertThat(said.lines())
                .containsExactly(
                        "  expect check (place>=0) on album_pages",
                        "  expect unique (album_id, tags) on album_tags",
                        "  add check (place>=0) on album_pages (ck_album_pages_place)",
                        "  add unique (album_id, tags) on album_tags (uq_album_tags_album_id_tags)",
                        "mvn albedo:create -Dname=\"...\" writes this migration");
        assertThat(said.warnings()).isEmpty();
    }

    @Test
    void fromHibernate7To8() throws Exception {
        Said said = diff(snapshot("7.4"), snapshot("8.0"));

        assertThat(said.lines()).contains("  add check (grade<=9.5) on album (ck_album_grade)");
        assertThat(said.warnings())
                .contains("Hibernate would also create these, which Albedo does not manage:")
                .anySatisfy(line -> assertThat(line).contains("alter table Album enable row level security"));

        assertThat(diff(snapshot("8.0"), snapshot("7.4")).warnings())
                .contains("Hibernate would no longer create these, which Albedo does not manage:");
    }

    @Test
    void theSameVersionChangesNothing() throws Exception {
        assertThat(diff(snapshot("7.4"), snapshot("7.4")).lines())
                .containsExactly("No difference: the model matches the earlier snapshot");
    }

    @Test
    void anotherSpellingWithOneMeaningIsNoDifference() throws Exception {
        Schema before = Schema.of(table("t", column("a", integer()), check("ck_t_a", "a in (1,2)")));
        Schema now = Schema.of(table("t", column("a", integer()), check("ck_t_a", "((a IN (1, 2)))")));

        assertThat(diff(Snapshots.of(before), Snapshots.of(now)).lines())
                .containsExactly("No difference: the model matches the earlier snapshot");
    }

    @Test
    void readsASnapshotFromAFileAndFromAJar() throws Exception {
        Snapshot kept = Snapshots.of(Schema.of(table("t", column("a", integer()))));
        Path file = Files.writeString(folder.resolve("before.json"), SnapshotWriter.write(kept));
        Path jar = folder.resolve("shop-1.0.jar");
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(bytes)) {
            entries.putNextEntry(new ZipEntry(Snapshot.RESOURCE));
            entries.write(SnapshotWriter.write(kept).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(ModelSchema.kept(file, null)).isEqualTo(kept);
        assertThat(ModelSchema.kept(jar, null)).isEqualTo(kept);
    }

    @Test
    void saysWhatIsNoSnapshot() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "notes");
        Path jar = folder.resolve("other.jar");
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(bytes)) {
            entries.putNextEntry(new ZipEntry("other.txt"));
        }

        assertThatThrownBy(() -> ModelSchema.kept(Path.of("databse"), null))
                .isInstanceOf(GoalException.class)
                .hasMessage(
                        "Cannot read the snapshot databse: databse does not exist. albedo.from is database,"
                                + " migrations, or the path of a kept META-INF/albedo/schema.json or of a jar that contains it");
        assertThatThrownBy(() -> ModelSchema.kept(text, null))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith(text + " is not a snapshot that this version of Albedo can read: ")
                .hasMessageEndingWith(
                        ". Compile the earlier state with this version, and keep its META-INF/albedo/schema.json");
        assertThatThrownBy(() -> ModelSchema.kept(jar, null))
                .isInstanceOf(GoalException.class)
                .hasMessage(jar + " has no META-INF/albedo/schema.json: name a jar that was built with Albedo");
    }
}
