package dev.albedo.maven.goal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With programs that every machine has which runs this test: those of the JDK. */
class PostWriteTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    Path directory;

    private final Said said = new Said();
    private Path file;
    private Path program;

    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(directory.resolve("M 1.java"), "class M {}");
        program = Files.writeString(directory.resolve("Program.java"), """
                class Program {
                    public static void main(String[] arguments) throws Exception {
                        System.out.println(new java.io.File("Program.java").exists() + " " + arguments.length);
                        System.err.println(new java.io.File(arguments[0]).length());
                        Thread.sleep(Long.parseLong(arguments[1]));
                        System.exit(Integer.parseInt(arguments[2]));
                    }
                }
                """);
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA, program.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private void run(Duration limit, List<List<String>> commands) {
        new PostWrite(commands, directory, limit).run(file, said);
    }

    @Test
    void itsOutputIsShown() {
        run(Duration.ofMinutes(2), List.of(command("{file}", "0", "0"), command("no", "0", "0")));
        assertThat(said.lines()).containsExactly("true 3", "10", "true 3", "0");
    }

    @Test
    void whatFailsIsSaidAndTheFileStays() {
        assertThatThrownBy(
                        () -> run(Duration.ofMinutes(2), List.of(command("{file}", "0", "3"), command("x", "0", "0"))))
                .isInstanceOf(GoalException.class)
                .hasMessage("The migration was written, but \"" + JAVA + " " + program + " " + file
                        + " 0 3\" of albedo.postWrite exited with status 3: correct the command and run it on " + file
                        + ", or delete that file");
        assertThat(said.lines()).containsExactly("true 3", "10");
        assertThat(file).exists();
    }

    @Test
    void whatTakesTooLongIsStopped() {
        assertThatThrownBy(() -> run(Duration.ofSeconds(1), List.of(command("{file}", "600000", "0"))))
                .isInstanceOf(GoalException.class)
                .hasMessageContaining(" of albedo.postWrite took longer than 1 s and was stopped: correct the command");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> run(Duration.ofMinutes(2), List.of(List.of("no-such-program", "{file}"))))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("The migration was written, but \"no-such-program " + file
                        + "\" of albedo.postWrite cannot be run (Cannot run program \"no-such-program\"");
    }
}
