package dev.albedo.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.Migration;
import dev.albedo.Operations;
import dev.albedo.Revision;
import dev.albedo.revision.RevisionNode;
import dev.albedo.revision.StepCode;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsListTest {

    private static final List<RevisionNode> NODES = List.of(
            new RevisionNode(
                    "b2",
                    "shop.Outer$B",
                    List.of("a1", "x9"),
                    List.of("c3", "d4"),
                    List.of("billing"),
                    "2026-11-23T09:00:00Z"),
            RevisionNode.of("a1", "shop.Ä"),
            new RevisionNode("c3", "shop.C", List.of(), List.of(), List.of(), "", new StepCode("0a1b", "")));

    @Test
    void writesOneLineARevisionAndReadsThemBack() {
        String text = MigrationsList.write(NODES);
        assertThat(text).isEqualTo("""
                        # Albedo's migrations: id, class, parents, depends on, labels, created
                        # format 1
                        a1\tshop.Ä\t\t\t\t
                        b2\tshop.Outer$B\ta1,x9\tc3,d4\tbilling\t2026-11-23T09:00:00Z
                        c3\tshop.C\t\t\t\t\t0a1b\t
                        """);
        assertThat(MigrationsList.read(text, "here")).containsExactlyInAnyOrderElementsOf(NODES);
        assertThat(MigrationsList.read(text + "\n" + MigrationsList.write(List.of()), "here"))
                .hasSize(3);
        assertThat(MigrationsList.read("", "here")).isEmpty();
    }

    @Test
    void refusesWhatItCannotWriteOrRead() {
        assertThatThrownBy(() -> MigrationsList.write(List.of(RevisionNode.of("a\tb", "shop.A"))))
                .hasMessage("\"a\tb\" has a tab or a line break in it");
        assertThatThrownBy(() -> MigrationsList.write(List.of(RevisionNode.of("a", "shop.A", "b,c"))))
                .hasMessage("one of [b,c] is empty or has a comma in it");
        assertThatThrownBy(() -> MigrationsList.read("# x\n\na1\tshop.A\n", "here"))
                .hasMessage("line 3 of here is not what Albedo's processor writes; compile the project again");
    }

    @Test
    void readsAnOlderListAndRefusesANewerOne(@TempDir Path root) throws IOException {
        String text = MigrationsList.write(NODES);
        assertThat(MigrationsList.read(text.replace("# format 1\n", ""), "here"))
                .as("a list of an Albedo that stated no format")
                .containsExactlyInAnyOrderElementsOf(NODES);
        Path file = list(root).resolve(MigrationsList.RESOURCE);
        Files.writeString(file, text.replace("# format 1", "# format 2"));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, null)) {
            assertThatThrownBy(() -> MigrationSource.of(loader))
                    .isInstanceOf(RunException.class)
                    .hasMessageMatching(
                            "file:.*/META-INF/albedo/migrations\\.list was written by a newer Albedo \\(format 2;"
                                    + " this one reads up to format 1\\): use that version, or compile the project again with mvn"
                                    + " clean compile");
        }
    }

    /** A migration that is loaded by its name. */
    @Revision(id = "a1")
    public static final class First implements Migration {
        @Override
        public void up(Operations op) {
            op.sql("create table a ()");
        }
    }

    /** Not public, so that it cannot be made. */
    @Revision(id = "b2", parent = "a1")
    static final class Hidden implements Migration {
        @Override
        public void up(Operations op) {}
    }

    @Test
    void findsTheListsOfAllModulesAndLoadsOneByOne(@TempDir Path directory) throws IOException {
        Path one = list(directory.resolve("one"), RevisionNode.of("a1", First.class.getName()));
        Path two = list(
                directory.resolve("two"),
                RevisionNode.of("b2", Hidden.class.getName(), "a1"),
                RevisionNode.of("c3", "shop.Gone", "b2"),
                RevisionNode.of("d4", String.class.getName(), "c3"));
        URL[] urls = {
            one.toUri().toURL(),
            two.toUri().toURL(),
            list(directory.resolve("copy"), RevisionNode.of("a1", First.class.getName()))
                    .toUri()
                    .toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            MigrationSource source = MigrationSource.of(loader);
            assertThat(source.graph().ordered()).extracting(RevisionNode::id).containsExactly("a1", "b2", "c3", "d4");
            assertThat(source.load(source.graph().revision("a1"))).isInstanceOf(First.class);
            assertThatThrownBy(() -> source.load(source.graph().revision("b2")))
                    .isInstanceOf(RunException.class)
                    .hasMessageStartingWith(
                            "the class dev.albedo.run.MigrationsListTest$Hidden of revision b2 cannot be made:"
                                    + " it must be public with a public constructor without parameters;");
            assertThatThrownBy(() -> source.load(source.graph().revision("c3")))
                    .hasMessage(
                            "the class shop.Gone of revision c3 is in the list of migrations but not on the class path;"
                                    + " compile the project again");
            assertThatThrownBy(() -> source.load(source.graph().revision("d4")))
                    .hasMessage("the class java.lang.String of revision d4 does not implement dev.albedo.Migration");
        }
    }

    private static Path list(Path root, RevisionNode... nodes) throws IOException {
        Path file = root.resolve(MigrationsList.RESOURCE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, MigrationsList.write(List.of(nodes)));
        return root;
    }

    @Test
    void takesMigrationsThatAreThere() {
        MigrationSource source = MigrationSource.of(List.of(new Hidden(), new First()));
        assertThat(source.graph().ordered()).extracting(RevisionNode::id).containsExactly("a1", "b2");
        assertThat(source.load(source.graph().revision("b2"))).isInstanceOf(Hidden.class);
        assertThatThrownBy(() -> MigrationSource.of(List.of((Migration) op -> {})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(" has no @Revision");
    }
}
