package dev.albedo.maven.goal.origins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.goal.plan.Snapshots;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.write.MigrationIdentity;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.maven.writer.MigrationWriter;
import dev.albedo.origin.Origins;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.testing.GraphText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginsFileTest {

    private static final Origins ORIGINS =
            Origins.parse(List.of("customer = shop.Customer", "customer.mail = shop.Customer#email"));

    @TempDir
    Path sources;

    private NewMigration place() {
        return new NewMigration(
                sources,
                "shop.migrations",
                Clock.fixed(Instant.parse("2026-11-22T21:30:05Z"), ZoneOffset.UTC),
                () -> "8f3c1a9b27d4",
                UnaryOperator.identity());
    }

    private Path directory() {
        return sources.resolve("shop/migrations");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private MigrationWriter.Draft draft() {
        return place().draft("first", "create", MigrationIdentity.DEFAULT, List.of(), List.of(), List.of());
    }

    @Test
    void comesWithTheMigration() throws IOException {
        assertThat(place().origins().read()).isEqualTo(KeptOrigins.NONE);

        place().write(draft(), KeptOrigins.NONE, Snapshots.of(ORIGINS));

        assertThat(files()).containsExactly("M20261122213005_First.java", "origins.txt");
        assertThat(directory().resolve("origins.txt")).hasContent("""
            # Where the newest migration left each class and attribute of the model. albedo:create reads it to know a rename\
             from a drop and an add, and writes it; keep it with the migrations.
            # format 1
            customer = shop.Customer
            customer.mail = shop.Customer#email
            """);
        assertThat(place().origins().read().origins()).isEqualTo(ORIGINS);
    }

    @Test
    void ofAnOlderAlbedoIsReadAndOfANewerOneRefused() throws IOException {
        place().write(draft(), KeptOrigins.NONE, Snapshots.of(ORIGINS));
        Path file = directory().resolve("origins.txt");
        String text = Files.readString(file);
        Files.writeString(file, text.replace("# format 1\n", ""));
        assertThat(place().origins().read().origins()).isEqualTo(ORIGINS);

        Files.writeString(file, text.replace("# format 1", "# format 2"));
        assertThatThrownBy(() -> place().origins().read())
                .isInstanceOf(GoalException.class)
                .hasMessage(file
                        + " was written by a newer Albedo (format 2; this one reads up to format 1): use that version,"
                        + " or delete the file; without it Albedo asks about renames that it could infer");
    }

    @Test
    void staysAsItWasIfTheMigrationIsNotWritten() throws IOException {
        place().write(draft(), KeptOrigins.NONE, Snapshots.of(ORIGINS));

        assertThatThrownBy(() -> place().write(draft(), KeptOrigins.NONE, Snapshots.of(Origins.NONE)))
                .isInstanceOf(GoalException.class)
                .hasMessageContaining("already exists, so nothing was written");

        assertThat(place().origins().read().origins()).isEqualTo(ORIGINS);
    }

    @Test
    void takesTheMigrationWithItIfItCannotBeWritten() throws IOException {
        Files.createDirectories(directory().resolve("origins.txt/in-the-way"));

        assertThatThrownBy(() -> place().write(draft(), KeptOrigins.NONE, Snapshots.of(ORIGINS)))
                .isInstanceOf(GoalException.class)
                .hasMessageContaining("so nothing was written");

        assertThat(files()).containsExactly("origins.txt");
    }

    @Test
    void anEmptyMigrationLeavesItAlone() throws IOException {
        place().write(draft());

        assertThat(files()).containsExactly("M20261122213005_First.java");
    }

    @Test
    void isRefreshedBesideMigrationsOnly() throws IOException {
        OriginsFile file = place().origins();
        file.refresh(KeptOrigins.NONE, Snapshots.of(ORIGINS), null);
        assertThat(directory()).doesNotExist();

        place().write(draft());
        file.refresh(KeptOrigins.NONE, Snapshots.of(ORIGINS), null);
        assertThat(file.read().origins()).isEqualTo(ORIGINS);
    }

    @Test
    void saysWhatToDoAboutAConflict() throws IOException {
        Files.createDirectories(directory());
        Files.writeString(directory().resolve("origins.txt"), "# ...\r\na.b = A#b\r\n<<<<<<< HEAD\r\n");

        assertThatThrownBy(() -> place().origins().read())
                .isInstanceOf(GoalException.class)
                .hasMessage(
                        directory().resolve("origins.txt") + " cannot be read, for \"<<<<<<< HEAD\" is not of the form"
                                + " table.column = Class#attribute: resolve the conflict if"
                                + " it comes from a merge, or delete the file; without it Albedo asks about"
                                + " renames that it could infer");
    }

    private static KeptOrigins of(String... lines) {
        return KeptOrigins.NONE.with(Snapshots.of(Origins.parse(List.of(lines))));
    }

    private static RevisionGraph graph(String text) {
        return GraphText.graph(text);
    }

    @Test
    void remembersWhatEachMigrationReplaced() throws IOException {
        KeptOrigins first = of("t = T", "t.a = T#a", "t.b = T#b", "t.c = T#c");
        KeptOrigins second = first.after(
                "aaa1", Snapshots.of(Origins.parse(List.of("t = T", "t.a = T#a", "t.bb = T#b", "t.d = T#d"))));
        KeptOrigins third = second.after("bbb2", Snapshots.of(second.origins()));
        assertThat(third.lines())
                .containsExactly(
                        "# format 1",
                        "t = T",
                        "t.a = T#a",
                        "t.bb = T#b",
                        "t.d = T#d",
                        "# aaa1 replaced t.b = T#b",
                        "# aaa1 replaced t.c = T#c");
        assertThat(KeptOrigins.parse(third.lines())).isEqualTo(third);
        assertThat(third.without("bbb2")).isEqualTo(third);
        assertThat(third.without("aaa1").lines())
                .containsExactly("# format 1", "t = T", "t.a = T#a", "t.b = T#b", "t.c = T#c", "t.d = T#d");
    }

    @Test
    void aDeletedRenameIsTakenBackAndADeletedExchangeIsAskedAbout() throws IOException {
        KeptOrigins start = of("t = T", "t.a = T#a", "t.b = T#b");
        OriginsFile file = place().origins();
        Files.createDirectories(directory());
        file.write(start.after("aaa1", Snapshots.of(Origins.parse(List.of("t = T", "t.c = T#a", "t.b = T#b")))));
        assertThat(file.read(graph("aaa1")).origins().lines()).contains("t.c = T#a");
        assertThat(file.read(graph("bbb2"))).isEqualTo(start);

        file.write(start.after("aaa1", Snapshots.of(Origins.parse(List.of("t = T", "t.a = T#b", "t.b = T#a")))));
        assertThat(file.read(graph("aaa1")).origins().lines()).contains("t.a = T#b");
        assertThatThrownBy(() -> file.read(graph("bbb2")))
                .isInstanceOf(GoalException.class)
                .hasMessage(directory().resolve("origins.txt")
                        + " has entries of revision aaa1, which reused names for other attributes or numbers for"
                        + " other constants of an enum and is not in this project:"
                        + " if it was never applied, run mvn albedo:discard -Dalbedo.revision=aaa1, which restores the"
                        + " earlier entries; otherwise delete the lines with aaa1 from that file");
        assertThat(file.read().without("aaa1")).isEqualTo(start);

        file.write(start.after("aaa1", Snapshots.of(Origins.parse(List.of("t = T", "t.c = T#a", "t.b = T#b"))))
                .after("bbb2", Snapshots.of(Origins.parse(List.of("t = T", "t.a = T#new", "t.b = T#b", "t.c = T#a")))));
        assertThatThrownBy(() -> file.read(graph("bbb2")))
                .as("a later migration uses the old name again")
                .hasMessageContaining("of revision aaa1, which reused names");
    }
}
