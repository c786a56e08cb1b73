package dev.albedo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.revision.StepCode;
import dev.albedo.run.MigrationsList;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the data steps of a migration say is read from its source. */
class StepCodeTest {

    @TempDir
    Path directory;

    private StepCode plain;

    private static final String PLAIN = """
            package m;
            import dev.albedo.*;
            import java.sql.*;
            @Revision(id = "a1")
            public final class A implements Migration {
                private static final String SQL = "update customer set name = 'x'";
                @Override
                public void up(Operations op) {
                    int least = 3;
                    op.sql("select 1");
                    op.data("fill", data -> fill(data.connection(), least));
                }
                @Override
                public void down(Operations op) {
                    op.data("empty", data -> empty(data.connection()));
                }
                private static void fill(Connection connection, int least) throws SQLException {
                    run(connection, SQL + " where id > " + (least + 1));
                }
                private static void empty(Connection connection) throws SQLException {
                    run(connection, "update customer set name = null");
                }
                private static void run(Connection connection, String sql) throws SQLException {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                }
                private static int unused() {
                    return 1;
                }
            }
            """;

    private StepCode read(String source) {
        Path place = directory.resolve("app");
        TestProject project = TestProject.bare(place)
                .onClassPath(Hibernates.albedo())
                .inputs(Inputs.of(place.resolve("classes"), Hibernates.albedo()));
        Hibernates.albedo().forEach(project::onProcessorPath);
        assertThat(project.source(source).compile().messages()).isEmpty();
        return MigrationsList.read(project.written(MigrationsList.RESOURCE), "here")
                .get(0)
                .stepCode();
    }

    private StepCode edited(String what, String otherwise) {
        assertThat(PLAIN).contains(what);
        return read(PLAIN.replace(what, otherwise));
    }

    @BeforeEach
    void readPlain() {
        plain = read(PLAIN);
    }

    @Test
    void isKnownInBothDirections() {
        assertThat(plain.up()).matches("1:[0-9a-f]{32}");
        assertThat(plain.down()).matches("1:[0-9a-f]{32}").isNotEqualTo(plain.up());
        assertThat(edited("op.data(\"fill\", data -> fill(data.connection(), least));", "")
                        .up())
                .isEmpty();
    }

    @Test
    void isTheSameInAnotherForm() {
        assertThat(edited("run(connection, SQL", "// a comment\n        run(\n   connection,\tSQL"))
                .isEqualTo(plain);
        assertThat(edited("package m;", "/* A licence. */\npackage m;")).isEqualTo(plain);
        assertThat(edited("(least + 1)", "((least) + 1)")).isEqualTo(plain);
        assertThat(edited("private static void fill", "@Deprecated static synchronized void fill"))
                .isEqualTo(plain);
        assertThat(edited(
                        "\"update customer set name = 'x'\"",
                        "\"\"\"\n            update customer set name = 'x'\"\"\""))
                .isEqualTo(plain);
    }

    @Test
    void isTheSameWhateverElseTheClassDoes() {
        assertThat(edited("select 1", "select 2")).isEqualTo(plain);
        assertThat(edited("return 1", "return 2")).isEqualTo(plain);
    }

    @Test
    void isAnotherOneIfWhatIsDoneIsAnotherOne() {
        assertThat(edited("data -> fill(data.connection(), least)", "data -> fill(data.connection(), least + 1)")
                        .up())
                .isNotEqualTo(plain.up());
        assertThat(edited("least = 3", "least = 4").up()).as("a local variable").isNotEqualTo(plain.up());
        assertThat(edited("= 'x'", "= 'y'").up()).as("a constant").isNotEqualTo(plain.up());
        assertThat(edited(" where id > ", " where id < ").up()).as("a method").isNotEqualTo(plain.up());
        StepCode twice = edited("statement.execute(sql);", "statement.execute(sql); statement.execute(sql);");
        assertThat(twice.up()).as("a method of a method").isNotEqualTo(plain.up());
        assertThat(twice.down()).as("a method of a method").isNotEqualTo(plain.down());
    }

    @Test
    void isOfTheLoopAroundAStepAsWell() {
        String step = "op.data(\"fill\", data -> fill(data.connection(), least));";
        StepCode once = edited(step, "for (int i : new int[] {1}) { " + step + " }");
        StepCode twice = edited(step, "for (int i : new int[] {1, 2}) { " + step + " }");
        assertThat(once.up()).isNotEqualTo(plain.up()).isNotEqualTo(twice.up());
    }

    @Test
    void knowsTheDirectionsApart() {
        StepCode otherDown = edited("name = null", "name = ''");
        assertThat(otherDown.up()).isEqualTo(plain.up());
        assertThat(otherDown.down()).isNotEqualTo(plain.down());
    }

    @Test
    void isFoundInAMethodThatUpCalls() {
        StepCode moved = edited(
                "op.data(\"fill\", data -> fill(data.connection(), least));\n    }",
                "steps(op, least);\n    }\n    private void steps(Operations op, int least) {\n"
                        + "op.data(\"fill\", data -> fill(data.connection(), least));\n    }");
        assertThat(moved.up()).matches("1:[0-9a-f]{32}");
    }
}
