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

/** Every behaviour in {@code autogenerate-cases.txt} has cases that exist. */
class AutogenerateCasesTest {

    private static final Path TABLE = Path.of("src/test/resources/autogenerate-cases.txt");
    private static final Path MODELS = Path.of("src/test/resources/oracle");

    /** The behaviours on the list that JPA and Hibernate have too. */
    private static final List<Integer> BEHAVIOURS = List.of(
            1, 2, 3, 4, 5, 6, 7, 10, 11, 14, 16, 17, 18, 19, 20, 21, 22, 23, 24, 29, 30, 32, 33, 37, 38, 39, 40, 41, 42,
            43, 44, 45, 46, 47, 48, 52, 53, 54, 55, 59, 65, 66, 67, 68, 69, 73, 75, 79, 80, 81, 82, 83, 86, 101);

    /**
     * A behaviour.
     *
     * @param cases where it is tested
     * @param alembic which tests of Alembic have it
     */
    private record Behaviour(int number, String what, List<String> cases, String alembic) {
        static Behaviour parse(String line) {
            String[] cells = line.split(" \\| ");
            return new Behaviour(Integer.parseInt(cells[0]), cells[1], List.of(cells[2].split("; ")), cells[3]);
        }

        @Override
        public String toString() {
            return number + ", " + what;
        }
    }

    static Stream<Behaviour> behaviours() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Behaviour::parse);
    }

    @Test
    void noneIsMissing() throws IOException {
        assertThat(behaviours().map(Behaviour::number)).containsExactlyElementsOf(BEHAVIOURS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("behaviours")
    void hasCases(Behaviour behaviour) throws Exception {
        assertThat(behaviour.alembic()).isNotBlank();
        for (String part : behaviour.cases()) {
            if (part.startsWith("oracle/")) {
                assertThat(MODELS.resolve(part.substring("oracle/".length()) + ".java"))
                        .exists();
            } else if (part.startsWith("its/")) {
                assertThat(Path.of("..", part)).isDirectory();
            } else if (part.contains("#")) {
                String[] method = part.split("#");
                assertThat(TestSources.of(method[0])).contains(" " + method[1] + "(");
            } else {
                String[] change = part.split(": ", 2);
                assertThat(Class.forName("dev.albedo.maven.conformance." + change[0]))
                        .isNotNull();
                assertThat(EveryChangeTest.changes().map(Change::name)).contains(change[1]);
            }
        }
    }
}
