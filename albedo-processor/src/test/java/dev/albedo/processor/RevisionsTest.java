package dev.albedo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.processor.revision.NativeImage;
import dev.albedo.run.MigrationsList;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions are listed and the graph is checked while it is compiled. */
class RevisionsTest {

    @TempDir
    Path directory;

    private TestProject project;

    @BeforeEach
    void start() {
        project = project(directory.resolve("app"));
    }

    private static TestProject project(Path directory) {
        TestProject project = TestProject.bare(directory)
                .onClassPath(Hibernates.albedo())
                .inputs(Inputs.of(directory.resolve("classes"), Hibernates.albedo()));
        Hibernates.albedo().forEach(project::onProcessorPath);
        return project;
    }

    private static String migration(String name, String revision) {
        return """
                package m;
                import dev.albedo.*;
                @Revision(
                        %s)
                public final class %s implements Migration {
                    @Override
                    public void up(Operations op) {}
                }
                """.formatted(revision, name);
    }

    @Test
    void listsThem() {
        project.source(migration("A", "id = \"a1\", created = \"2026-01-01T00:00:00Z\", labels = \"billing\""))
                .source(migration("B", "id = \"b2\", parent = \"a1\", transactional = false"))
                .source("package m;\npublic class Other {}");

        TestProject.Result result = project.compile();

        assertThat(result.messages()).isEmpty();
        assertThat(project.written(MigrationsList.RESOURCE)).isEqualTo("""
                        # Albedo's migrations: id, class, parents, depends on, labels, created
                        # format 1
                        a1\tm.A\t\t\tbilling\t2026-01-01T00:00:00Z
                        b2\tm.B\ta1\t\t\t
                        """);
    }

    @Test
    void tellsNativeImagesOfThem() {
        project.source(migration("A", "id = \"a1\"")).source(migration("B", "id = \"b2\", parent = \"a1\""));

        assertThat(project.compile().messages()).isEmpty();

        assertThat(project.written(NativeImage.CLASSES)).isEqualTo("""
                        [
                          {"name": "m.A", "methods": [{"name": "<init>", "parameterTypes": []}]},
                          {"name": "m.B", "methods": [{"name": "<init>", "parameterTypes": []}]}
                        ]
                        """);
        assertThat(project.written(NativeImage.RESOURCES)).isEqualTo("""
                        {"resources": {"includes": [{"pattern": "\\\\QMETA-INF/albedo/migrations.list\\\\E"}]}}
                        """);
    }

    @Test
    void keepsTheOthersOfAPartialCompilation() {
        project.source(migration("A", "id = \"a1\"")).source(migration("B", "id = \"b2\", parent = \"a1\""));
        assertThat(project.compile().ok()).isTrue();

        project.source(migration("B", "id = \"b3\", parent = \"a1\""));
        assertThat(project.compileOnly("m/B.java").messages()).isEmpty();

        assertThat(project.written(MigrationsList.RESOURCE))
                .contains("a1\tm.A")
                .contains("b3\tm.B")
                .doesNotContain("b2");
    }

    @Test
    void forgetsTheDeletedOnes() {
        project.source(migration("A", "id = \"a1\"")).source(migration("B", "id = \"b2\", parent = \"a1\""));
        assertThat(project.compile().ok()).isTrue();

        project.delete("src/m/B.java").delete("classes/m/B.class");
        assertThat(project.compile().messages()).isEmpty();

        assertThat(project.written(MigrationsList.RESOURCE)).contains("a1").doesNotContain("b2");
    }

    @Test
    void knowsThoseOfOtherModules() {
        TestProject other = project(directory.resolve("other")).source(migration("A", "id = \"a1\""));
        assertThat(other.compile().ok()).isTrue();
        project.onClassPath(List.of(other.classes()));

        project.source(migration("B", "id = \"b2\", parent = \"a1\""));
        assertThat(project.compile().messages()).isEmpty();
        assertThat(project.written(MigrationsList.RESOURCE)).contains("b2").doesNotContain("m.A");
    }

    @Test
    void reportsEverythingThatIsWrongWhereItIs() {
        project.source(migration("A", "id = \"a1\""))
                .source(migration("Same", "id = \"a1\""))
                .source(migration("Orphan", "id = \"o1\",\n        parent = {\"a1\",\n                \"zzz\"}"))
                .source(migration("Bad", "id = \"not an id\", parent = \"a1\""))
                .source(migration("C1", "id = \"c1\", parent = \"c2\""))
                .source(migration("C2", "id = \"c2\", parent = \"c1\""));

        TestProject.Result result = project.compile();

        assertThat(result.ok()).isFalse();
        assertThat(result.messages())
                .containsExactlyInAnyOrder(
                        "A.java:4: error: the id a1 is that of m.A and m.Same; give one of them another",
                        "Same.java:4: error: the id a1 is that of m.A and m.Same; give one of them another",
                        "Orphan.java:6: error: the parent \"zzz\" of revision o1 (m.Orphan) does not exist",
                        "Bad.java:4: error: the id \"not an id\" of m.Bad is not 1 to 64 of the characters a-z A-Z 0-9 _ .",
                        "C1.java:4: error: revisions come before themselves: c1 (C1) comes after c2 (C2) comes after c1"
                                + " (C1)");
    }

    @Test
    void refusesClassesThatCannotBeRun() {
        project.source("""
                        package m;
                        import dev.albedo.*;
                        @Revision(id = "n1")
                        public class NoMigration {}
                        """).source("""
                        package m;
                        import dev.albedo.*;
                        @Revision(id = "n2", parent = "n1")
                        abstract class Half implements Migration {}
                        """).source("""
                        package m;
                        import dev.albedo.*;
                        @Revision(id = "n3", parent = "n2")
                        public interface Kind extends Migration {}
                        """).source("""
                        package m;
                        import dev.albedo.*;
                        public class Outer {
                            @Revision(id = "n4", parent = "n3")
                            public class Inner implements Migration {
                                Inner(int a) {}
                                public void up(Operations op) {}
                            }
                        }
                        """);

        TestProject.Result result = project.compile();

        assertThat(result.ok()).isFalse();
        assertThat(result.messages())
                .containsExactlyInAnyOrder(
                        "NoMigration.java:3: error: NoMigration is a revision and must implement dev.albedo.Migration",
                        "Half.java:3: error: Half is a revision and must not be abstract",
                        "Half.java:3: error: Half is a revision and must be public",
                        "Half.java:3: error: Half is a revision and must have a public constructor without parameters",
                        "Kind.java:3: error: Kind cannot be a revision: only a class can",
                        "Outer.java:4: error: Inner is a revision inside another class and must be static",
                        "Outer.java:4: error: Inner is a revision and must have a public constructor without parameters");
    }

    @Test
    void warnsOfTwoHeads() {
        project.source(migration("A", "id = \"a1\""))
                .source(migration("B", "id = \"b2\", parent = \"a1\""))
                .source(migration("C", "id = \"c3\", parent = \"a1\""));

        TestProject.Result result = project.compile();

        assertThat(result.ok()).isTrue();
        assertThat(result.messages())
                .containsExactly(
                        "B.java:5: warning: the revisions have 2 heads, b2 (B) and c3 (C), so nobody knows which"
                                + " comes last; make one the parent of the other, or merge them");
    }
}
