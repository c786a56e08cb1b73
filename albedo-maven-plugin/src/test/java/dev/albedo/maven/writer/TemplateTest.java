package dev.albedo.maven.writer;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.Types.bigint;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.maven.writer.MigrationWriter.Draft;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.CreateTable;
import dev.albedo.schema.SchemaDsl;
import dev.albedo.schema.TableElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

    private static final String FRAME = """
            /* Owned by the shop. ${name} */
            package ${package};

            ${imports}
            import java.util.List;

            /** Revision ${id}, of ${created}, after ${parents}. */
            ${revision}
            public final class ${class} implements Migration {
                static final List<String> REVIEWERS = List.of("${name}");

            ${methods}
            }
            """;

    @TempDir
    Path directory;

    private static Draft draft(List<Operation> up, List<Operation> down) {
        return new Draft(
                "shop.migrations",
                "M1_Test",
                "8f3c",
                List.of("27c6", "1111"),
                List.of(),
                List.of(),
                "2026-11-22T21:30:05Z",
                up,
                down,
                "add */ \"mail\" \\u000a",
                false,
                Map.of());
    }

    @Test
    void isAroundWhatIsGenerated() throws Exception {
        List<Operation> up = new ArrayList<>();
        List<Operation> down = new ArrayList<>();
        for (int t = 0; t < 50; t++) {
            TableElement[] columns = new TableElement[30];
            for (int c = 0; c < columns.length; c++) {
                columns[c] =
                        column("c" + c, c % 2 == 0 ? bigint() : varchar(100)).defaultTo("'${class}'");
            }
            up.add(new CreateTable(SchemaDsl.table("table_" + t, columns)));
            down.add(
                    0, new Operation.DropTable(((CreateTable) up.get(t)).table().name(), null));
        }
        Draft draft = draft(up, down);

        String source = MigrationWriter.source(draft, Template.parse(FRAME));

        Recorded recorded = Recorded.from(directory, draft.packageName(), draft.className(), source);
        assertThat(recorded.up()).isEqualTo(up);
        assertThat(recorded.down()).isEqualTo(down);
        assertThat(source)
                .startsWith("/* Owned by the shop. add * / 'mail' \\\\u000a */\npackage shop.migrations;\n")
                .contains("/** Revision 8f3c, of 2026-11-22T21:30:05Z, after 27c6, 1111. */\n@Revision(")
                .contains("private static void up2(Operations op)");
    }

    @Test
    void isAroundASkeleton() throws Exception {
        Draft draft = draft(List.of(), List.of());
        String source = MigrationWriter.source(draft, Template.parse(FRAME));
        assertThat(Recorded.from(directory, draft.packageName(), draft.className(), source)
                        .up())
                .isEmpty();
    }

    @Test
    void isRefusedIfSomethingIsMissingOrNotKnown() {
        assertThatThrownBy(() -> Template.parse("class ${class} { ${methods} }"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("it lacks ${imports}, ${revision}");
        assertThatThrownBy(() -> Template.parse(FRAME + "${author}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("${author} is unknown; use ${class}, ${created}, ${id}, ${imports}, ${methods},"
                        + " ${name}, ${package}, ${parents}, ${revision}");
    }
}
