package dev.albedo.revision;

import static dev.albedo.testing.GraphText.graph;
import static dev.albedo.testing.GraphText.ids;
import static dev.albedo.testing.GraphText.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionGraphTest {

    /** Down to a revision, on all lines. */
    private static RollbackTarget to(Optional<String> revision) {
        return new RollbackTarget(revision, Optional.empty());
    }

    private static final String DIAMOND = "a b<a c<a d<b,c e<d";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph                 | heads   | bases | in order
            ''                      | ''      | ''    | ''
            a                       | a       | a     | a
            c<b b<a a               | c       | a     | a b c
            a b<a c<a               | b c     | a     | a b c
            e<d d<b,c b<a c<a a     | e       | a     | a b c d e
            a z<a b<z c             | b c     | a c   | a c z b
            a b~c c                 | a b c   | a b c | a c b
            a b<a c d<c~b           | b d     | a c   | a b c d
            """)
    void knowsItsEndsAndItsOrder(String text, String heads, String bases, String ordered) {
        RevisionGraph graph = graph(text);
        assertThat(ids(graph.heads())).isEqualTo(order(heads, ordered));
        assertThat(ids(graph.bases())).isEqualTo(order(bases, ordered));
        assertThat(ids(graph.ordered())).isEqualTo(ordered);
    }

    private static String order(String some, String ordered) {
        return String.join(
                " ", set(ordered).stream().filter(set(some)::contains).toList());
    }

    @Test
    void prefersTheOlderRevisionWhereTheGraphLeavesAChoice() {
        RevisionGraph graph = RevisionGraph.of(List.of(
                new RevisionNode("a", "p.A", List.of(), List.of(), List.of(), "2026-01-03T00:00:00Z"),
                new RevisionNode("b", "p.B", List.of("a"), List.of(), List.of(), "2026-01-01T00:00:00Z"),
                new RevisionNode("c", "p.C", List.of("a"), List.of(), List.of(), "2026-01-02T00:00:00Z"),
                new RevisionNode("d", "p.D", List.of(), List.of(), List.of(), "2026-01-02T12:00:00Z")));
        assertThat(ids(graph.ordered())).isEqualTo("d a b c");
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph                 | applied | targets | to apply
            a b<a c<b               | ''      | c       | a b c
            a b<a c<b               | a       | c       | b c
            a b<a c<b               | a b c   | c       | ''
            a b<a c<b               | a b c   | a       | ''
            a b<a c<b               | a       | b       | b
            a b<a c<a d<b,c e<d     | a b     | d       | c d
            a b<a c<a d<b,c e<d     | a       | b c     | b c
            a b<a c d<c~b           | ''      | d       | a b c d
            a b<a c d<c~b           | ''      | b       | a b
            a b<a c d<c~b           | c       | d       | a b d
            a b                     | a       | ''      | ''
            """)
    void upgrades(String text, String applied, String targets, String expected) {
        assertThat(ids(graph(text).upgrade(set(applied), set(targets)))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} down to {2}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph                 | applied   | target | to take back
            a b<a c<b               | a b c     | a      | c b
            a b<a c<b               | a b c     | c      | ''
            a b<a c<b               | a b       | a      | b
            a b<a c<b               | a b c     | ''     | c b a
            a b<a c<a d<b,c e<d     | a b c d e | b      | e d
            a b<a c<a d<b,c e<d     | a b c d e | a      | e d c b
            a b<a c<a               | a b c     | b      | ''
            a b<a c d<c~b           | a b c d   | a      | d b
            a b<a c d<c~b           | a b c d   | b      | ''
            a b<a c d<c~b           | a b c d   | c      | d
            """)
    void downgradesToARevision(String text, String applied, String target, String expected) {
        assertThat(ids(graph(text)
                        .downgrade(set(applied), to(Optional.of(target).filter(id -> !id.isEmpty())))))
                .isEqualTo(expected);
    }

    @Test
    void downgradesBySteps() {
        assertThat(ids(graph(DIAMOND).downgrade(set("a b c d e"), 1))).isEqualTo("e");
        assertThat(ids(graph(DIAMOND).downgrade(set("a b c d e"), 3))).isEqualTo("e d c");
        assertThat(ids(graph(DIAMOND).downgrade(set("a b"), 2))).isEqualTo("b a");
    }

    @Test
    void knowsWhatComesBefore() {
        assertThat(graph(DIAMOND).ancestors("d")).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(graph("a b<a c d<c~b").ancestors("d")).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(graph(DIAMOND).children("a")).containsExactly("b", "c");
        assertThat(ids(graph(DIAMOND).heads(set("a b c")))).isEqualTo("b c");
    }

    @Test
    void refusesQuestionsThatHaveNoAnswer() {
        RevisionGraph graph = graph(DIAMOND);
        assertThatThrownBy(() -> graph.upgrade(set("a x y"), set("e")))
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith("the database has revisions x, y, which this project does not have;");
        assertThatThrownBy(() -> graph.downgrade(set("a x"), to(Optional.empty())))
                .hasMessageStartingWith("the database has revision x, which this project does not have;");
        assertThatThrownBy(() -> graph.upgrade(set("a b d"), set("e")))
                .hasMessage(
                        "revision d (Md) is applied, but c (Mc), which comes before it, is not: the graph was edited"
                                + " after it had been applied; put c after the applied ones, or roll back d first");
        assertThatThrownBy(() -> graph("a b<a c<b d<c").upgrade(set("d"), set("a")))
                .as("even if what is wrong is further away")
                .hasMessageStartingWith("revision d (Md) is applied, but a (Ma), which comes before it, is not");
        assertThatThrownBy(() -> graph.upgrade(set("a"), set("nope")))
                .hasMessage("there is no revision nope in this project");
        assertThatThrownBy(() -> graph.downgrade(set("a"), to(Optional.of("b"))))
                .hasMessage("revision b (Mb) is not applied, so nothing can be rolled back to it");
        assertThatThrownBy(() -> graph.downgrade(set("a b c"), 1))
                .hasMessage("2 heads are applied: b (Mb), c (Mc); say what to roll back to by its id");
        assertThatThrownBy(() -> graph.downgrade(set("a b"), 3))
                .hasMessage("cannot take back 3 revisions: only 2 are applied");
        assertThatThrownBy(() -> graph.downgrade(set(""), 1))
                .hasMessage("cannot take back 1 revision: none is applied");
        assertThatThrownBy(() -> graph.downgrade(set("a"), 0))
                .hasMessage("a rollback takes back 1 revision or more, not 0");
    }

    @Test
    void agreesWithANaiveReferenceOnGeneratedGraphs() {
        Random random = new Random(42);
        for (int round = 0; round < 2_000; round++) {
            NaiveGraph naive = NaiveGraph.random(random);
            List<RevisionNode> shuffled = new ArrayList<>(naive.nodes());
            Collections.shuffle(shuffled, random);
            RevisionGraph graph = RevisionGraph.of(shuffled);

            assertThat(graph.ordered())
                    .isEqualTo(RevisionGraph.of(naive.nodes()).ordered());
            assertThat(graph.ordered()).containsExactlyInAnyOrderElementsOf(naive.nodes());
            assertThat(naive.isInOrder(graph.ordered())).isTrue();
            assertThat(graph.heads()).containsExactlyInAnyOrderElementsOf(naive.heads());

            String target = naive.any(random);
            Set<String> applied = naive.closed(random);
            List<RevisionNode> up = graph.upgrade(applied, Set.of(target));
            assertThat(up).containsExactlyInAnyOrderElementsOf(naive.upgrade(applied, target));
            assertThat(naive.isInOrder(up)).isTrue();

            assertThat(graph.ancestors(target)).isEqualTo(naive.ancestors(target));
            if (applied.contains(target)) {
                List<RevisionNode> down = graph.downgrade(applied, to(Optional.of(target)));
                Set<String> left = new HashSet<>(applied);
                down.forEach(node -> left.remove(node.id()));
                assertThat(naive.isClosed(left))
                        .as("what is left stands on what is left")
                        .isTrue();
                assertThat(down).containsExactlyInAnyOrderElementsOf(naive.downgrade(applied, target));
                List<RevisionNode> upwards = new ArrayList<>(down);
                Collections.reverse(upwards);
                assertThat(naive.isInOrder(upwards)).isTrue();
            }
        }
    }

    @Test
    void agreesWithANaiveReferenceAboutBranches() {
        Random random = new Random(43);
        for (int round = 0; round < 2_000; round++) {
            NaiveGraph naive = NaiveGraph.random(random);
            RevisionGraph graph = RevisionGraph.of(naive.nodes());
            Branches branches = new Branches(graph);
            for (RevisionNode node : naive.nodes()) {
                assertThat(graph.lineage(node.id())).isEqualTo(naive.lineage(node.id()));
                assertThat(branches.labels(node.id())).isEqualTo(naive.labels(node.id()));
            }

            String branch = naive.any(random);
            String target = naive.any(random);
            Set<String> applied = naive.closed(random);
            Identifiers identifiers = new Identifiers(graph, applied);
            assertThat(ids(graph.downgrade(applied, identifiers.rollback(branch + "@base"))))
                    .satisfies(down -> assertThat(set(down))
                            .isEqualTo(set(ids(naive.downgrade(applied, Optional.empty(), branch)))));
            if (applied.contains(target) && naive.lineage(branch).contains(target)) {
                List<RevisionNode> down = graph.downgrade(applied, identifiers.rollback(branch + "@" + target));
                assertThat(down)
                        .containsExactlyInAnyOrderElementsOf(naive.downgrade(applied, Optional.of(target), branch));
                Set<String> left = new HashSet<>(applied);
                down.forEach(node -> left.remove(node.id()));
                assertThat(naive.isClosed(left)).isTrue();
            }
            if (target.equals(branch) || naive.ancestors(target).contains(branch)) {
                assertThat(identifiers.range(branch + ":" + target))
                        .containsExactlyInAnyOrderElementsOf(naive.range(branch, target));
                assertThat(naive.isInOrder(identifiers.range(branch + ":" + target)))
                        .isTrue();
            }
        }
    }

    @Test
    void takesLongLinesInItsStride() {
        List<RevisionNode> line = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            line.add(i == 0 ? RevisionNode.of("r0", "p.M0") : RevisionNode.of("r" + i, "p.M" + i, "r" + (i - 1)));
        }
        RevisionGraph graph = RevisionGraph.of(line);
        assertThat(graph.upgrade(set("r0"), set("r49999"))).hasSize(49_999);
    }
}
