package dev.albedo.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.maven.TestMaven.Outcome;
import dev.albedo.testing.TestDatabase;
import dev.albedo.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.shared.utils.cli.CommandLineException;
import org.apache.maven.shared.utils.cli.CommandLineUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goals say to inputs that are not right, one block of {@code bad-inputs.txt} each: the one sentence, and nothing has
 * changed, neither in the database nor in the project.
 */
class BadInputsTest {

    private static final int AT_LEAST = 100;

    @TempDir
    private static Path folder;

    private static TestDatabase database;
    private static Map<String, Path> projects = new TreeMap<>();

    /**
     * A bad input.
     *
     * @param command the project, the goal and its options; {@code pom:} before a property of the POM, {@code conf:} before
     *     an element of the plugin's configuration
     * @param expected how it ends, and the sentence
     */
    private record Input(String command, String expected) {}

    @BeforeAll
    static void prepare() throws Exception {
        projects = BadInputProjects.write(folder);
        fill();
    }

    private static void fill() throws Exception {
        database = TestDatabases.create();
        Outcome applied = new TestMaven(projects.get("line"))
                .run("migrate", Map.of("albedo.url", database.url(), "to", "aaaa1111"));
        assertThat(applied).isEqualTo(new Outcome(TestMaven.Ending.DONE, "", applied.said()));
        database.execute("insert into customer values (1)");
    }

    @AfterAll
    static void drop() throws Exception {
        database.close();
    }

    private static List<Input> inputs() throws IOException {
        List<Input> inputs = new ArrayList<>();
        for (String block :
                Files.readString(Path.of("src/test/resources/bad-inputs.txt")).split("\\n(?=\\$ )")) {
            if (block.startsWith("$ ")) {
                String[] parts = block.substring(2).strip().split("\\n", 2);
                inputs.add(new Input(parts[0], parts.length > 1 ? parts[1] : ""));
            }
        }
        return inputs;
    }

    @Test
    void thereAreMany() throws IOException {
        List<Input> inputs = inputs();
        assertThat(inputs).hasSizeGreaterThanOrEqualTo(AT_LEAST).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> eachIsAnsweredInOneSentence() throws IOException {
        return inputs().stream().map(input -> DynamicTest.dynamicTest(input.command(), () -> answered(input)));
    }

    private void answered(Input input) throws Exception {
        String[] words = words(input.command());
        Path project = projects.get(words[0]);
        assertThat(project).as("project %s", words[0]).isNotNull();
        TestMaven maven = new TestMaven(project);
        Map<String, String> user = new LinkedHashMap<>();
        user.put("albedo.url", database.url());
        user.put("albedo.connectPatience", "0");
        for (int i = 2; i < words.length; i++) {
            String[] option = filled(words[i], project).split("=", 2);
            String value = option.length > 1 ? option[1] : "true";
            if (option[0].startsWith("pom:")) {
                maven.property(option[0].substring(4), value);
            } else if (option[0].startsWith("conf:")) {
                maven.configure(option[0].substring(5), value);
            } else {
                assertThat(option[0]).startsWith("-D");
                user.put(option[0].substring(2), value);
            }
        }
        user.values().removeIf(value -> value.equals("{unset}"));
        String before = state(project);

        Outcome outcome = maven.run(words[1], user);

        String answer = outcome.ending().name().toLowerCase(Locale.ROOT) + ": "
                + outcome.sentence()
                        .replace(project.toString(), "{project}")
                        .replace(database.name(), "{database}")
                        .replaceAll("(127\\.0\\.0\\.1|localhost):\\d{4,}", "{server}");
        String after = state(project);
        if (!after.equals(before)) { // so that the others are not about this one
            drop();
            fill();
        }
        assertThat(answer).isEqualTo(input.expected().strip());
        assertThat(after).isEqualTo(before);
    }

    private static String filled(String option, Path project) {
        return option.replace("{url}", database.url())
                .replace("{project}", project.toString())
                .replace("{database}", database.name());
    }

    private static String[] words(String command) {
        try {
            return CommandLineUtils.translateCommandline(command);
        } catch (CommandLineException e) {
            throw new IllegalStateException(command, e);
        }
    }

    /** All that an input could have changed. */
    private static String state(Path project) throws Exception {
        StringBuilder state = new StringBuilder(database.name());
        for (String query : List.of(
                "select table_schema || '.' || table_name from information_schema.tables order by 1",
                "select t::text from albedo_history t order by 1",
                "select t::text from customer t order by 1",
                "select count(*) from albedo_history_log")) {
            state.append(database.query(query));
        }
        try (Stream<Path> files = Files.walk(project)) {
            Path lock = project.resolve("target/albedo");
            for (Path file : files.filter(file -> !file.equals(lock)
                            && !file.startsWith(lock.resolve("goal.lock"))
                            && !file.startsWith(lock.resolve("goal.lock.pid")))
                    .sorted()
                    .toList()) {
                state.append(file).append(Files.isRegularFile(file) ? Files.readString(file) : "");
            }
        }
        return state.toString();
    }
}
