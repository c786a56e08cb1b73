package dev.albedo.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.goal.report.GoalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which editor opens a migration. */
class EditTest {

    @TempDir
    Path directory;

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** A Java program as the editor: it writes its name into the file that it is given. */
    private String editor(String name) throws IOException {
        Path program = Files.writeString(directory.resolve(name + ".java"), """
                public class %1$s {
                    public static void main(String[] args) throws Exception {
                        java.nio.file.Files.writeString(java.nio.file.Path.of(args[0]), "%1$s");
                    }
                }
                """.formatted(name));
        return JAVA + " " + program;
    }

    @Test
    void isTheOneThatTheEnvironmentNames() throws IOException {
        Path file = directory.resolve("M1.java");
        new Edit(Map.of("EDITOR", editor("Plain"))).run(List.of(file));
        assertThat(file).hasContent("Plain");
        new Edit(Map.of("EDITOR", editor("Plain"), "VISUAL", editor("Visual"))).run(List.of(file));
        assertThat(file).hasContent("Visual");
    }

    @Test
    void mustBeThereAndWork() {
        List<Path> files = List.of(Path.of("M1.java"));
        assertThatThrownBy(() -> new Edit(Map.of()).run(files))
                .isInstanceOf(GoalException.class)
                .hasMessage("no editor is set: set the environment variable EDITOR, or open M1.java yourself");
        assertThatThrownBy(() -> new Edit(Map.of("EDITOR", "no-such-editor")).run(files))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("the editor no-such-editor cannot be started: ")
                .hasMessageEndingWith("; set the environment variable EDITOR to an installed editor");
        assertThatThrownBy(() -> new Edit(Map.of("EDITOR", JAVA + " --no-such-option")).run(files))
                .isInstanceOf(GoalException.class)
                .hasMessage("the editor " + JAVA + " --no-such-option exited with status 1");
    }
}
