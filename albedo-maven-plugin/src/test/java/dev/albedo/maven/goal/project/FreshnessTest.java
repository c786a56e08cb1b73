package dev.albedo.maven.goal.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.goal.report.GoalException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
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
        compiled("Customer.java", "class Customer { static class Inner {} }", 1);
        compiled("Generated.java", "class Generated {}", 1);
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
    void aDeletedKotlinSourceIsStale() throws IOException {
        compiled("Everything.kt", "class Customer { static class Inner {} }", 1);
        kotlin("Everything.kt", "package shop", 0);
        assertThat(stale()).isEmpty();

        Files.delete(project.resolve("src/main/kotlin/Everything.kt"));
        Files.delete(project.resolve("src/main/java/shop/Customer.java"));
        kotlin("Everything.kt", "package shop.other", 0);
        compiled("Everything.kt", "package shop.other; class Other {}", 1);
        assertThat(stale()).contains(project.resolve("target/classes/shop/Customer.class"));
    }

    @Test
    void aChangedKotlinSourceIsStale() throws IOException {
        compiled("Everything.kt", "class Customer { static class Inner {} }", 1);
        kotlin("Everything.kt", "package shop", 0);
        assertThat(stale()).isEmpty();

        Path changed = kotlin("Everything.kt", "package shop", 2);
        assertThat(stale()).contains(changed);
    }

    @Test
    void aNewKotlinSourceIsStale() throws IOException {
        assertThat(stale()).isEmpty();

        Path created = kotlin("shop/Bill.kt", "package shop", 0);
        assertThat(stale()).contains(created);
    }

    @Test
    void anEntityThatLeftItsSourceStopsTheGoal() throws IOException {
        compiled("Everything.kt", "class Customer { static class Inner {} }", 1);
        kotlin("Everything.kt", "package shop", 2);
        freshness().requireNoLeftovers(); // nothing of it is compiled yet

        Files.delete(project.resolve("src/main/java/shop/Customer.java"));
        compiled("Everything.kt", "class Customer {}", 3);
        assertThatThrownBy(() -> freshness().requireNoLeftovers())
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith(
                        Path.of("shop", "Customer$Inner.class") + " is no longer compiled from its source");
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
        compiled("M3_Later.java", "class M3_Later {}", 1);
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

    private Path kotlin(String name, String text, long second) throws IOException {
        Path file = write("src/main/kotlin/" + name, second);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(second)));
        return file;
    }

    /** Classes of the package shop as a compiler leaves them, whatever it compiles: with the name of their source. */
    private void compiled(String source, String text, long second) throws IOException {
        String code = text.startsWith("package") ? text : "package shop; " + text;
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(URI.create("memory:///" + source), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return code;
                    }
                };
        Path output = Files.createDirectories(project.resolve("target/classes"));
        Path fresh = Files.createDirectories(project.resolve("fresh"));
        boolean done = ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none", "-d", fresh.toString()), null, List.of(file))
                .call();
        assertThat(done).isTrue();
        try (Stream<Path> classes = Files.walk(fresh)) {
            for (Path compiled : (Iterable<Path>) classes.filter(Files::isRegularFile)::iterator) {
                Path target = output.resolve(fresh.relativize(compiled).toString());
                Files.createDirectories(target.getParent());
                Files.move(compiled, target, StandardCopyOption.REPLACE_EXISTING);
                Files.setLastModifiedTime(target, FileTime.from(START.plusSeconds(second)));
            }
        }
    }

    private Path write(String name, long second) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(second)));
        return file;
    }
}
