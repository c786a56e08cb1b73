package dev.albedo.maven.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every point in {@code existing-databases.txt} has tests that exist. */
class ExistingDatabasesTest {

    private static final Path TABLE = Path.of("src/test/resources/existing-databases.txt");

    private static final List<String> POINTS = List.of(
            "A1",
            "A2",
            "A3",
            "A4",
            "A5",
            "A6",
            "B1",
            "B2",
            "B3",
            "B4",
            "B5",
            "B6",
            "B7",
            "E1",
            "E2",
            "E3",
            "E4",
            "E5",
            "E6",
            "E7",
            "E8",
            "adoption",
            "pairs",
            "inputs");

    /**
     * A row.
     *
     * @param point of which it shows a part
     * @param test a method of a test class, or a situation of the integration tests
     */
    private record Row(String point, String test, String what) {
        static Row parse(String line) {
            String[] cells = line.split(" \\| ", 3);
            return new Row(cells[0], cells[1], cells[2]);
        }

        @Override
        public String toString() {
            return point + ", " + what;
        }
    }

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Row::parse);
    }

    @Test
    void noPointIsMissing() throws IOException {
        assertThat(rows().map(Row::point).distinct()).containsExactlyElementsOf(POINTS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void hasItsTest(Row row) throws IOException {
        if (row.test().startsWith("its/")) {
            assertThat(Path.of("..", row.test())).isDirectory();
        } else {
            String[] method = row.test().split("#");
            String source = TestSources.of(method[0]);
            int name = source.lastIndexOf(" " + method[1] + "(");
            assertThat(name).as("a method %s", row.test()).isPositive();
            String before = source.substring(0, name);
            assertThat(before.substring(Math.max(0, before.lastIndexOf("\n    }\n"))))
                    .as("what stands before %s", row.test())
                    .containsAnyOf("@Test\n", "@ParameterizedTest", "@TestFactory", "@ArchTest");
        }
    }
}
