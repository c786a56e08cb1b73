package dev.albedo.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessTest {

    private static final Instant START = Instant.parse("2026-11-22T21:30:05Z");

    @TempDir
    private Path project;

    @BeforeEach
    void compile() throws IOException {
        write("src/main/java/shop/Customer.java", 0);
        write("src/main/java/shop/package-info.java", 0);
        write("src/main/resources/application.yml", 0);
        write("src/main/resources/excluded.txt", 0);
        write("target/generated-sources/annotations/shop/Generated.java", 0);
        write("target/classes/shop/Customer.class", 1);
        write("target/classes/shop/Customer$Inner.class", 1);
        write("target/classes/shop/Generated.class", 1);
        write("target/classes/application.yml", 1);
        Path list = write("target/classes/META-INF/albedo/model.list", 1);
        Files.writeString(list, "# comment\nshop.Customer\nshop.Customer$Inner\nshop.Generated\nshop\n");
    }

    @Test
    void whatIsCompiledIsFresh() throws IOException {
        assertThat(stale()).isEmpty();
    }

    @Test
    void aChangedSourceIsStale() throws IOException {
        Path source = write("src/main/java/shop/Customer.java", 2);
        assertThat(stale()).contains(source);
    }

    @Test
    void aNewSourceIsStale() throws IOException {
        Path source = write("src/main/java/shop/Order.java", 0);
        assertThat(stale()).contains(source);
    }

    @Test
    void aChangedResourceIsStale() throws IOException {
        Path resource = write("src/main/resources/application.yml", 2);
        assertThat(stale()).contains(resource);
    }

    @Test
    void aNewMappingFileIsStale() throws IOException {
        Path resource = write("src/main/resources/META-INF/orm.xml", 0);
        assertThat(stale()).contains(resource);
    }

    @Test
    void aDeletedEntityIsStale() throws IOException {
        Files.delete(project.resolve("src/main/java/shop/Customer.java"));
        assertThat(stale()).contains(project.resolve("target/classes/shop/Customer.class"));
    }

    @Test
    void anotherLanguageIsNotMissed() throws IOException {
        Files.delete(project.resolve("src/main/java/shop/Customer.java"));
        write("src/main/kotlin/Everything.kt", 0);
        assertThat(stale()).isEmpty();
    }

    @Test
    void aProjectWithoutSourcesIsFresh() throws IOException {
        assertThat(new Freshness(
                                List.of(project.resolve("none")),
                                project.resolve("none"),
                                List.of(project.resolve("none")),
                                project.resolve("none"))
                        .stale())
                .isEmpty();
    }

    @Test
    void aDeletedMigrationThatTheCompilerLeftStopsTheGoal() throws IOException {
        write("target/classes/shop/M3_Later.class", 1);
        Path list = write("target/classes/META-INF/albedo/migrations.list", 1);
        Files.writeString(list, "# comment\nccc3\tshop.M3_Later\tbbb2\t\t\t2026-11-22T21:30:05Z\n");

        assertThatThrownBy(() -> freshness().requireNoLeftovers())
                .isInstanceOf(GoalException.class)
                .hasMessage(
                        "The source of " + Path.of("shop", "M3_Later.class") + " is gone, but its class is still in "
                                + project.resolve("target/classes")
                                + " and the compiler did not remove it: run mvn clean compile. Nothing was run");

        write("src/main/java/shop/M3_Later.java", 0);
        freshness().requireNoLeftovers();
    }

    private Optional<Path> stale() throws IOException {
        return freshness().stale();
    }

    private Freshness freshness() {
        return new Freshness(
                List.of(project.resolve("src/main/java")),
                project.resolve("target/generated-sources"),
                List.of(project.resolve("src/main/resources")),
                project.resolve("target/classes"));
    }

    private Path write(String name, long second) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(second)));
        return file;
    }
}
