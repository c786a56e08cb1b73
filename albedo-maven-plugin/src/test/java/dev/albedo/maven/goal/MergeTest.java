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
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.maven.goal.report.Said;
import dev.albedo.maven.goal.write.ClassNamePattern;
import dev.albedo.maven.goal.write.MigrationIdentity;
import dev.albedo.maven.goal.write.MigrationStyle;
import dev.albedo.maven.goal.write.NewMigration;
import dev.albedo.maven.goal.write.PostWrite;
import dev.albedo.revision.RevisionException;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.testing.GraphText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a new migration goes: {@link MigrationIdentity}, {@link CreateEmpty} and {@link Merge}. */
class MergeTest {

    private static final String TWO_HEADS = "aaa1 bbb2<aaa1#shop ccc3<aaa1 ddd4<ccc3";

    private final Said said = new Said();

    @TempDir
    private Path sources;

    private NewMigration place() {
        return new NewMigration(
                sources, "shop", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), () -> "eee5", UnaryOperator.identity());
    }

    private String merged(String graph, String names, boolean splice) throws Exception {
        List<String> list = names.isEmpty() ? List.of() : Arrays.asList(names.split(" "));
        return Files.readString(
                merge(new SaidMigrations(graph)).run(null, list, splice, false, MigrationIdentity.DEFAULT));
    }

    private Merge merge(SaidMigrations migrations) {
        return merge(migrations, place());
    }

    private Merge merge(SaidMigrations migrations, NewMigration place) {
        return new Merge(
                migrations,
                new Comparison(new PostgresDialect(18), NamingConvention.DEFAULT, Renames.NONE, ObjectFilter.ALL),
                place,
                said);
    }

    private static SaidMigrations customer() {
        return new SaidMigrations(TWO_HEADS)
                .up("aaa1", op -> op.createTable("customer", column("id", integer()), column("name", varchar(50))));
    }

    private static SaidMigrations bothAddEmail() {
        return customer()
                .up(
                        "bbb2",
                        op -> op.addColumn(
                                "customer", column("email", varchar(50)).nullable()))
                .up(
                        "ddd4",
                        op -> op.addColumn(
                                "customer", column("email", varchar(50)).nullable()));
    }

    @Test
    void refusesLinesThatAddTheSameColumn() throws Exception {
        assertThatThrownBy(() -> merge(bothAddEmail()).run(null, List.of(), false, false, MigrationIdentity.DEFAULT))
                .isInstanceOf(GoalException.class)
                .hasMessage("Databases apply the branches in different orders, but the two branches conflict: if bbb2"
                        + " (Mbbb2) comes"
                        + " first, revision ddd4 (Mddd4) does not follow from those before it: cannot add column"
                        + " customer.email varchar(50), there is already a column customer.email."
                        + " Change the branch that no database has applied, or run the goal"
                        + " again with -Dalbedo.acceptConflict=true and add operations to the"
                        + " merge that make all databases equal. Nothing was written");
        try (var files = Files.list(sources)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void joinsLinesThatConflictIfThatIsAccepted() {
        assertThat(merge(bothAddEmail()).run(null, List.of(), false, true, MigrationIdentity.DEFAULT))
                .exists();
        assertThat(said.warnings())
                .singleElement()
                .asString()
                .endsWith(". Add operations to the merge that make all databases equal");
    }

    @Test
    void refusesLinesWhoseOrderMatters() {
        SaidMigrations migrations = customer()
                .up("bbb2", op -> op.alterColumn("customer", column("name", varchar(50)), column("name", varchar(100))))
                .up(
                        "ccc3",
                        op -> op.alterColumn("customer", column("name", varchar(50)), column("name", varchar(200))));
        assertThatThrownBy(() -> merge(migrations).run(null, List.of(), false, false, MigrationIdentity.DEFAULT))
                .hasMessageStartingWith("Databases apply the branches in different orders, but the order"
                        + " matters: if bbb2"
                        + " (Mbbb2) comes first, the schema differs from that of the other order: alter column"
                        + " customer.name: type varchar(200) -> varchar(100). Change the branch");
    }

    @Test
    void warnsOfSqlWhoseEffectIsNotDeclared() {
        SaidMigrations migrations = customer().up("bbb2", op -> op.sql("alter table customer add email text"));
        assertThat(merge(migrations).run(null, List.of(), false, false, MigrationIdentity.DEFAULT))
                .exists();
        assertThat(said.warnings())
                .containsExactly(
                        "Cannot tell whether the order of the branches matters, because the effect on the schema"
                                + " is not declared for the SQL of bbb2 (Mbbb2): declare it with op.sql(\"...\", effect -> ...)");
    }

    @Test
    void joinsAllHeads() throws Exception {
        assertThat(merged(TWO_HEADS, "", false)).isEqualTo("""
            package shop;

            import dev.albedo.Migration;
            import dev.albedo.Operations;
            import dev.albedo.Revision;
            import java.lang.Override;

            @Revision(
                    id = "eee5",
                    parent = {
                            "bbb2",
                            "ddd4"
                    },
                    created = "1970-01-01T00:00:00Z"
            )
            public final class M19700101000000_Merge implements Migration {
                @Override
                public void up(Operations op) {
                }

                @Override
                public void down(Operations op) {
                }
            }
            """);
        assertThat(said.lines())
                .startsWith("Merges bbb2 (Mbbb2) and ddd4 (Mddd4)")
                .last()
                .asString()
                .startsWith("Wrote ");
    }

    @Test
    void runsWhatIsRunOnEachNewMigration() {
        PostWrite missing =
                new PostWrite(List.of(List.of("no-such-program", "{file}")), sources, Duration.ofMinutes(1));
        NewMigration place = new NewMigration(
                sources,
                "shop",
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                () -> "eee5",
                UnaryOperator.identity(),
                new MigrationStyle(new ClassNamePattern(ClassNamePattern.DEFAULT), Optional.empty(), missing));

        assertThatThrownBy(() -> merge(new SaidMigrations(TWO_HEADS), place)
                        .run(null, List.of(), false, false, MigrationIdentity.DEFAULT))
                .isInstanceOf(GoalException.class)
                .hasMessageStartingWith("The migration was written, but \"no-such-program ");
    }

    @Test
    void joinsWhatIsNamed() throws Exception {
        assertThat(merged("aaa1 bbb2<aaa1 ccc3<aaa1 ddd4<aaa1", "ccc ddd", false))
                .contains("\"ccc3\",");
        assertThatThrownBy(() -> merged(TWO_HEADS, "bbb2 ccc3", false))
                .hasMessage("ccc3 (Mccc3) is not a head, ddd4 (Mddd4) follows it: use -Dalbedo.splice=true to merge"
                        + " it anyway");
    }

    @Test
    void joinsWithASplice() throws Exception {
        assertThat(merged(TWO_HEADS, "bbb2 ccc3", true)).contains("\"bbb2\",").contains("\"ccc3\"\n");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
        # graph          | revisions | message
        ''               | ''        | There is nothing to merge: there are no migrations yet
        aaa1             | ''        | There is nothing to merge: there is only aaa1 (Maaa1), and it is the only head
        aaa1 bbb2        | aaa1 aaa  | There is nothing to merge: there is only aaa1 (Maaa1)
        aaa1 bbb2<aaa1   | aaa1 bbb2 | There is nothing to merge: aaa1 (Maaa1) comes before bbb2 (Mbbb2) already
        """)
    void refusesWhatMakesNoSense(String graph, String names, String message) {
        assertThatThrownBy(() -> merged(graph, names, true))
                .isInstanceOf(GoalException.class)
                .hasMessage(message);
        assertThat(sources).isEmptyDirectory();
    }

    private String created(String graph, MigrationIdentity identity) throws Exception {
        return Files.readString(new CreateEmpty(new SaidMigrations(graph), place(), said).run("more", identity));
    }

    private static MigrationIdentity identity(String graph, String head, boolean splice) {
        return MigrationIdentity.of(GraphText.graph(graph), head, splice, null, null, null);
    }

    @Test
    void saysTheWayOutOfSeveralHeads() {
        assertThatThrownBy(() -> created(TWO_HEADS, MigrationIdentity.DEFAULT))
                .hasMessage("There are 2 heads: bbb2 (Mbbb2), ddd4 (Mddd4); run mvn albedo:merge to join them, or"
                        + " mvn albedo:rebase to put one on top of the other; or choose the parent,"
                        + " such as -Dalbedo.head=bbb2");
    }

    @Test
    void goesBehindTheHeadThatIsNamed() throws Exception {
        assertThat(created(TWO_HEADS, identity(TWO_HEADS, "shop@head", false))).contains("parent = \"bbb2\"");
    }

    @Test
    void beginsABranch() throws Exception {
        RevisionGraph graph = GraphText.graph(TWO_HEADS);
        assertThatThrownBy(() -> identity(TWO_HEADS, "aaa1", false))
                .hasMessage("aaa1 (Maaa1) is not a head, bbb2 (Mbbb2) follows it: use -Dalbedo.splice=true to begin"
                        + " a branch there");
        String source = created(
                TWO_HEADS,
                MigrationIdentity.of(graph, "aaa", true, List.of("stock"), List.of("shop", "ddd"), "stock.1"));
        assertThat(source)
                .contains("id = \"stock.1\"")
                .contains("parent = \"aaa1\"")
                .contains("labels = \"stock\"")
                .containsSubsequence("dependsOn = {", "\"shop\"", "\"ddd4\"");
    }

    @Test
    void beginsALineOfItsOwn() throws Exception {
        assertThat(created(TWO_HEADS, identity(TWO_HEADS, "base", false))).doesNotContain("parent");
    }

    @Test
    void refusesNamesThatAreTaken() {
        RevisionGraph graph = GraphText.graph(TWO_HEADS);
        assertThatThrownBy(() -> MigrationIdentity.of(graph, null, false, null, null, "aaa1"))
                .hasMessage(
                        "the id aaa1 is that of p.Maaa1 and the new migration; give one of them another. Nothing was"
                                + " written");
        assertThatThrownBy(() -> MigrationIdentity.of(graph, null, false, List.of("shop"), null, "new"))
                .hasMessageStartingWith("the label \"shop\" of revision new (the new migration) is also that of bbb2");
        assertThatThrownBy(() -> MigrationIdentity.of(graph, null, false, null, List.of("nope"), null))
                .isInstanceOf(RevisionException.class);
        assertThatThrownBy(() -> identity(TWO_HEADS, "heads", false))
                .hasMessageStartingWith("\"heads\" names 2 revisions: bbb2, ddd4; run mvn albedo:merge");
        assertThatThrownBy(() -> identity(TWO_HEADS, "current", false))
                .hasMessageStartingWith("\"current\" cannot be a parent");
    }

    @Test
    void namesAreThoseOfTheGraph() {
        assertThat(MigrationIdentity.of(GraphText.graph(TWO_HEADS), "ddd", false, null, null, null)
                        .parents())
                .hasValueSatisfying(parents ->
                        assertThat(parents).extracting(RevisionNode::id).containsExactly("ddd4"));
    }
}
