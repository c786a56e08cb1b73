package dev.albedo.maven.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every point in the tables of what had to become right has tests that exist. */
class ShownPointsTest {

    private static final Path FOLDER = Path.of("src/test/resources");

    /**
     * A table.
     *
     * @param file with a row a line
     * @param points each of which has rows, in this order
     */
    private record Table(String file, String points) {
        List<Row> rows() {
            try {
                return Files.readAllLines(FOLDER.resolve(file)).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> Row.parse(file, line))
                        .toList();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return file;
        }
    }

    private static final List<Table> TABLES = List.of(
            new Table(
                    "existing-databases.txt",
                    "A1 A2 A3 A4 A5 A6 B1 B2 B3 B4 B5 B6 B7 E1 E2 E3 E4 E5 E6 E7 E8 adoption pairs inputs"),
            new Table(
                    "models-and-teams.txt",
                    "C1 C2 C3 C4 C5 C6 C7 C8 D1 D2 D3 D4 D5 F1 F2 F3 F4 F5 F6 F7 F8 F9 corpus goldens rest"));

    /**
     * A row.
     *
     * @param table which it is in
     * @param point of which it shows a part
     * @param test a method of a test class, or a situation of the integration tests
     */
    private record Row(String table, String point, String test, String what) {
        static Row parse(String table, String line) {
            String[] cells = line.split(" \\| ", 3);
            return new Row(table, cells[0], cells[1], cells[2]);
        }

        @Override
        public String toString() {
            return point + ", " + what;
        }
    }

    static Stream<Table> tables() {
        return TABLES.stream();
    }

    static Stream<Row> rows() {
        List<Row> rows = new ArrayList<>();
        TABLES.forEach(table -> rows.addAll(table.rows()));
        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void noPointIsMissing(Table table) {
        assertThat(table.rows().stream().map(Row::point).distinct())
                .containsExactly(table.points().split(" "));
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
