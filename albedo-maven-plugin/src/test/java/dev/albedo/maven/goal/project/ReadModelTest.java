package dev.albedo.maven.goal.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.maven.goal.report.Said;
import dev.albedo.processor.Inputs;
import dev.albedo.revision.RevisionNode;
import dev.albedo.revision.StepCode;
import dev.albedo.run.MigrationsList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadModelTest {

    private static final RevisionNode FIRST =
            new RevisionNode("aaaaaaaaaaaa", "shop.First", List.of(), List.of(), List.of(), "2026-11-22T21:30:05Z");

    @TempDir
    private Path project;

    private Path classes;
    private Path list;

    @BeforeEach
    void compile() throws IOException {
        classes = Files.createDirectories(project.resolve("classes"));
        list = classes.resolve(MigrationsList.RESOURCE);
        Path source = Files.createDirectories(project.resolve("shop")).resolve("First.java");
        Files.writeString(source, """
                package shop;
                @dev.albedo.Revision(id = "aaaaaaaaaaaa", parent = {}, created = "2026-11-22T21:30:05Z")
                public class First implements dev.albedo.Migration {
                    @Override public void up(dev.albedo.Operations op) {}
                }
                """);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString()))
                .isZero();
    }

    @Test
    void listsMigrationsThatNoProcessorHasSeen() throws IOException {
        list();

        assertThat(listed()).containsExactly(FIRST);

        Files.delete(classes.resolve("shop/First.class"));
        list();

        assertThat(listed()).isEmpty();
    }

    @Test
    void keepsWhatTheProcessorHasReadOfDataSteps() throws IOException {
        RevisionNode read = FIRST.stepCode(new StepCode("up", "down"));
        RevisionNode gone = new RevisionNode("bbbbbbbbbbbb", "shop.Gone", List.of(), List.of(), List.of(), "");
        Files.createDirectories(list.getParent());
        Files.writeString(list, MigrationsList.write(List.of(read)));
        list();

        assertThat(listed()).containsExactly(read);

        Files.writeString(list, MigrationsList.write(List.of(read, gone)));
        list();

        assertThat(listed()).containsExactly(read);
    }

    private void list() throws IOException {
        new ReadModel(Inputs.of(classes, List.of()), new Said()).listMigrations();
    }

    private List<RevisionNode> listed() throws IOException {
        return MigrationsList.read(Files.readString(list), list.toString());
    }
}
