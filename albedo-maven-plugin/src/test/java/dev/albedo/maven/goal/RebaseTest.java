package dev.albedo.maven.goal;

import static dev.albedo.schema.SchemaDsl.column;
import static dev.albedo.schema.Types.integer;
import static dev.albedo.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.dialect.postgresql.PostgresDialect;
import dev.albedo.diff.prepare.NamingConvention;
import dev.albedo.diff.prepare.ObjectFilter;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.plan.Comparison;
import dev.albedo.maven.goal.project.GitTags;
import dev.albedo.maven.goal.project.Released;
import dev.albedo.maven.goal.project.SourceFiles;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebaseTest {

    /** bbb2 and ccc3 are the heads, ddd4 is behind ccc3. */
    private static final String GRAPH = "aaa1 bbb2<aaa1 ccc3<aaa1 ddd4<ccc3";

    private static final String SOURCE = """
        package p;

        @Revision(id = "ccc3", parent = "aaa1", created = "2026-11-22T21:30:05Z")
        public final class Mccc3 implements Migration {
            // parent = "aaa1"
        }
        """;

    private static final String ADVICE = " Change the branch that no database has applied so that the order no longer"
            + " matters, or run mvn albedo:merge -Dalbedo.acceptConflict=true and add operations to the merge that make"
            + " all databases equal. Nothing was changed";

    private final Said said = new Said();
    private Released released = Released.UNKNOWN;

    @TempDir
    private Path sources;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = sources.resolve("p/Mccc3.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, SOURCE);
    }

    private static SaidMigrations migrations() {
        return new SaidMigrations(GRAPH)
                .up("aaa1", op -> op.createTable("customer", column("id", integer()), column("name", varchar(50))))
                .up(
                        "bbb2",
                        op -> op.addColumn(
                                "customer", column("email", varchar(50)).nullable()))
                .up(
                        "ccc3",
                        op -> op.addColumn(
                                "customer", column("phone", varchar(20)).nullable()))
                .up("ddd4", op -> op.createTable("invoice", column("id", integer())));
    }

    private Path rebase(SaidMigrations migrations, String revision, String onto, String... applied) {
        Comparison comparison =
                new Comparison(new PostgresDialect(18), NamingConvention.DEFAULT, Renames.NONE, ObjectFilter.ALL);
        return new Rebase(migrations, comparison, new SourceFiles(sources), () -> Set.of(applied), released, said)
                .run(revision, onto);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ccc3", "ddd"})
    void putsTheNewerLineOnTheOther(String revision) throws IOException {
        assertThat(rebase(migrations(), revision.isEmpty() ? null : revision, revision.isEmpty() ? null : "bbb2"))
                .isEqualTo(file);
        assertThat(file)
                .hasContent(SOURCE.replace("(id = \"ccc3\", parent = \"aaa1\"", "(id = \"ccc3\", parent = \"bbb2\""));
        assertThat(said.lines()).first().isEqualTo("ccc3 (Mccc3) and 1 more after it now follow bbb2 (Mbbb2)");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    private void refuses(SaidMigrations migrations, String revision, String onto, String message, String... applied) {
        assertThatThrownBy(() -> rebase(migrations, revision, onto, applied))
                .isInstanceOf(GoalException.class)
                .hasMessage(message);
        assertThat(file).hasContent(SOURCE);
    }

    @Test
    void refusesALineThatIsApplied() {
        refuses(
                migrations(),
                null,
                null,
                "ccc3 (Mccc3) is already applied in the database: roll it back with mvn albedo:rollback first,"
                        + " or run mvn albedo:merge instead. Nothing was changed",
                "aaa1",
                "ccc3");
    }

    @Test
    void refusesALineOfWhichALaterRevisionIsApplied() {
        refuses(
                migrations(),
                null,
                null,
                "ddd4 (Mddd4) is already applied in the database: roll it back with mvn albedo:rollback first,"
                        + " or run mvn albedo:merge instead. Nothing was changed",
                "ddd4");
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(sources.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(printed).isZero();
    }

    /** The hotfix is released from its own branch, and the database of production is not one that this machine asks. */
    @Test
    void refusesAHotfixThatWasReleased() throws Exception {
        released = new GitTags(new SourceFiles(sources), said);
        Files.delete(file);
        git("init", "-q", "-b", "main");
        git("commit", "-q", "--allow-empty", "-m", "1.0");
        git("tag", "v1.0");
        git("checkout", "-q", "-b", "hotfix");
        Files.writeString(file, SOURCE);
        git("add", ".");
        git("commit", "-q", "-m", "hotfix");
        git("tag", "v1.0.1");
        git("checkout", "-q", "main");
        git("merge", "-q", "--no-ff", "-m", "hotfix", "hotfix");
        refuses(
                migrations(),
                null,
                null,
                "ccc3 (Mccc3) is in the git tag v1.0.1, so a database may have applied it and could then no"
                        + " longer be migrated: run mvn albedo:merge instead, or, if no database has applied"
                        + " it, run the goal again with -Dalbedo.ignoreTags=true. Nothing was changed");
        git("tag", "-d", "v1.0.1");
        assertThat(rebase(migrations(), null, null)).isEqualTo(file);
        assertThat(said.warnings()).isEmpty();
        assertThat(said.lines())
                .last()
                .isEqualTo("If another database has applied ccc3 (Mccc3), undo this and run mvn albedo:merge instead");
    }

    @Test
    void withoutARepositoryThereAreNoTags() {
        released = new GitTags(new SourceFiles(sources), said);
        assertThat(rebase(migrations(), null, null)).isEqualTo(file);
        assertThat(said.warnings()).isEmpty();
    }

    @Test
    void refusesOperationsThatCollide() {
        refuses(
                migrations().up("ccc3", op -> op.addColumn("customer", column("email", varchar(20)))),
                null,
                null,
                "ccc3 (Mccc3) was not moved onto bbb2 (Mbbb2), because the two branches conflict: if ccc3 (Mccc3) comes"
                        + " first, revision bbb2 (Mbbb2) does not follow from those before it: cannot add column customer.email"
                        + " varchar(50), there is already a column customer.email."
                        + ADVICE);
    }

    @Test
    void refusesIfTheOtherOrderLeadsElsewhere() {
        refuses(
                migrations()
                        .up(
                                "bbb2",
                                op -> op.alterColumn(
                                        "customer", column("name", varchar(50)), column("name", varchar(100))))
                        .up(
                                "ccc3",
                                op -> op.alterColumn(
                                        "customer", column("name", varchar(50)), column("name", varchar(200)))),
                null,
                null,
                "ccc3 (Mccc3) was not moved onto bbb2 (Mbbb2), because the order matters: if ccc3 (Mccc3) comes first,"
                        + " the schema differs from that of the other order: alter column customer.name: type varchar(100) ->"
                        + " varchar(200)."
                        + ADVICE);
    }

    @Test
    void refusesWhatNobodyKnows() {
        refuses(
                migrations().up("bbb2", op -> op.sql("alter table customer add email text")),
                null,
                null,
                "Cannot tell whether the order matters, because the effect on the schema is not declared for the"
                        + " SQL of bbb2 (Mbbb2): declare it with op.sql(\"...\", effect -> ...). Nothing was changed");
    }

    @Test
    void refusesWhatMakesNoSense() {
        refuses(
                migrations(),
                "aaa1",
                "bbb2",
                "There is nothing to rebase: aaa1 (Maaa1) comes before bbb2 (Mbbb2) already");
        refuses(
                migrations(),
                "ddd4",
                "ccc3",
                "There is nothing to rebase: ccc3 (Mccc3) comes before ddd4 (Mddd4) already");
        refuses(new SaidMigrations("a b<a"), null, null, "There is nothing to rebase: there is only one head, b (Mb)");
        refuses(
                new SaidMigrations("a b c"),
                "a",
                null,
                "There are 3 heads: a (Ma), b (Mb), c (Mc); set albedo.revision to the branch to move and"
                        + " albedo.onto to its new parent (albedo.onto is missing)");
        refuses(
                new SaidMigrations("a b<a c d e<c,d"),
                "e",
                "b",
                "The branch of e (Me) starts at several revisions (c (Mc), d (Md)), so it has no single parent to"
                        + " change; run mvn albedo:merge instead");
        refuses(
                migrations(),
                "bbb2",
                "ddd4",
                "The source of p.Mbbb2 is not in " + sources
                        + ": run the goal in the module that contains it, or set albedo.sourceDirectory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Revision(id = \"ccc3\", parent = FIRST)",
                "@Revision(id = \"ccc3\", parent = \"aaa1\" /* the first */)",
                "@Revision(id = ID, parent = \"aaa1\")",
                "@Revision(id = \"ccc3\", parent = \"aaa1\") @Revision(id = \"ccc3\", parent = \"aaa1\")"
            })
    void leavesASourceAloneThatItDoesNotUnderstand(String annotation) throws IOException {
        Files.writeString(file, annotation);
        assertThatThrownBy(() -> rebase(migrations(), null, null))
                .hasMessage(
                        "The @Revision of ccc3 (Mccc3) in " + file + " is not written with plain literals, so nothing"
                                + " was changed: write parent = \"bbb2\" there yourself");
        assertThat(file).hasContent(annotation);
    }

    @Test
    void writesAParentWhereThereIsNone() throws IOException {
        Files.writeString(file, "@dev.albedo.Revision( id=\"ccc3\" )");
        rebase(new SaidMigrations("bbb2 ccc3"), "ccc3", "bbb2");
        assertThat(file).hasContent("@dev.albedo.Revision( id=\"ccc3\", parent = \"bbb2\" )");
        Files.writeString(file, "@Revision(parent = {}, id=\"ccc3\")");
        rebase(new SaidMigrations("bbb2 ccc3"), "ccc3", "bbb2");
        assertThat(file).hasContent("@Revision(parent = \"bbb2\", id=\"ccc3\")");
        Files.writeString(file, "@Revision(parent = {\"aaa1\"}, id=\"ccc3\")");
        rebase(migrations(), null, null);
        assertThat(file).hasContent("@Revision(parent = \"bbb2\", id=\"ccc3\")");
    }
}
