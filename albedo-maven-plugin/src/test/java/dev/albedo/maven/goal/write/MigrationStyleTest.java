package dev.albedo.maven.goal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.goal.CreateEmpty;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.maven.writer.Template;
import dev.albedo.run.MigrationSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationStyleTest {

    private static final String FRAME =
            "// of the shop\npackage ${package};\n${imports}\n${revision}\npublic final class ${class} implements Migration"
                    + " {\n${methods}\n}\n";

    @TempDir
    Path sources;

    private final Said said = new Said();

    private Path create(UnaryOperator<String> layout, PostWrite postWrite) {
        NewMigration place = new NewMigration(
                sources,
                "shop",
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                () -> "aaa1",
                layout,
                new MigrationStyle(new ClassNamePattern("V_{slug}"), Optional.of(Template.parse(FRAME)), postWrite));
        return new CreateEmpty(MigrationSource.of(List.of()), place, said).run("Two words", MigrationIdentity.DEFAULT);
    }

    @Test
    void isThatOfTheProject() throws Exception {
        Path file = create(UnaryOperator.identity(), PostWrite.NOTHING);

        assertThat(file).isEqualTo(sources.resolve("shop/V_two_words.java"));
        assertThat(Files.readString(file))
                .startsWith("// of the shop\npackage shop;\n")
                .contains("class V_two_words ");
        assertThatThrownBy(() -> create(UnaryOperator.identity(), PostWrite.NOTHING))
                .isInstanceOf(GoalException.class)
                .hasMessage(file + " already exists, so nothing was written: move it, or choose another name");
    }

    @Test
    void whatIsWrittenStaysIfACommandFails() {
        PostWrite missing =
                new PostWrite(List.of(List.of("no-such-program", "{file}")), sources, Duration.ofMinutes(1));
        Path file = sources.resolve("shop/V_two_words.java");

        assertThatThrownBy(() -> create(UnaryOperator.identity(), missing))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("The migration was written, but \"no-such-program " + file + "\"");

        assertThat(file).exists();
        assertThat(said.lines()).containsExactly("Wrote " + file);
    }

    @Test
    void aTemplateThatMakesNoJavaIsNamed() {
        assertThatThrownBy(() -> create(
                        source -> {
                            throw new IllegalStateException("the formatter refused a migration: 1:1");
                        },
                        PostWrite.NOTHING))
                .isInstanceOf(GoalException.class)
                .hasMessage("Nothing was written, because the result is not valid Java: the formatter refused a"
                        + " migration: 1:1. Correct albedo.template");
        assertThat(sources.resolve("shop")).doesNotExist();
    }
}
