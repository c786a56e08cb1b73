package dev.albedo.revision;

import static dev.albedo.testing.GraphText.ids;
import static dev.albedo.testing.GraphText.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albedo.testing.GraphText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What Alembic's own tests (test_revision, test_version_traversal and test_command of version 1.19) say of its graph: the
 * same graphs, moves and results. Where Alembic lets branches follow each other in one of several orders, any of them is
 * right here; what it refuses is refused in other words. The last tables are the deliberate differences.
 */
class AlembicCasesTest {

    private static final Map<String, String> GRAPHS = Map.ofEntries(
            Map.entry("line", "a b<a c<b d<c e<d"),
            Map.entry("branched", "a b<a c1<b#c1branch d1<c1 c2<b#c2branch d2<c2"),
            Map.entry("mergepoint", "a1 b1<a1 c1<b1 a2 b2<a2 c2<b2 d1<c1,c2 d2<c2"),
            Map.entry("threeway", "a1 b1<a1 c1<b1 a2 b2<a2 c2<b2 a3 b3<a3 c3<b3 d1<c1,c2,c3 d2<c2 d3<c3"),
            Map.entry("twin", "a b1<a b2<a b3<a c1<b1,b2,b3 c2<b1,b2,b3 d1<c1 d2<c2"),
            Map.entry("halftwin", "a b1<a b2<a b3<a c1<b1,b2 c2<b2,b3 d1<c1 d2<c2"),
            Map.entry("library", "a1#lib1 b1<a1 c1<b1 a2 b2<a2 c2<b2~c1 d1<c1 e1<d1 f1<e1"),
            Map.entry("overmerge", "a1 a2 a3 amerge<a1,a2,a3 b1 b2 bmerge<b1,b2 c1 c2 c3 cmerge<c1,c2,c3 d1~a3,b2,c1"),
            Map.entry("crisscross", "a1 a2<a1 b1 b2<b1~a2 b3<b2 a3<a2~b1"),
            Map.entry("own", "a1 a2<a1~a1"),
            Map.entry("twice", "a1 a2<a1 a3<a2 b1 b2<b1~a3 b3<b2 b4<b3~a3"),
            Map.entry("mergedep", "a1 b1~a1 bmerge<a1,b1"),
            Map.entry("bylabel", "a1#lib1 b1<a1 c1<b1#c1lib a2 b2<a2 c2<b2~c1lib d1<c1 e1<d1 f1<e1"),
            Map.entry("forest", "a1 b1<a1 a2 b2<a2"),
            Map.entry("merged", "a b<a c1<b d1<c1 c2<b#c2branch d2<c2 e<d1,d2 f<e"),
            Map.entry("cross", "a b<a c1<b#c1branch d1<c1 c2<b#c2branch d2<c2~c1"),
            Map.entry("diamond", "a b1<a b2<a c<b1,b2 d<c"),
            Map.entry(
                    "labelled",
                    "a#abranch b<a somelongername<b c<somelongername d e<d#ebranch someothername<e f<someothername"),
            Map.entry("short", "a b1<a b2<a c1<b1 d11<c1 d12<c1"),
            Map.entry(
                    "many",
                    "a b1<a b2<a cb1<b1 cb2<b2 d1cb1<cb1 d2cb1<cb1 d1cb2<cb2 d2cb2<cb2 d3cb2<cb2"
                            + " d1d2cb2<d1cb2,d2cb2"),
            Map.entry("effective", "y1#y x1#x y2<y1~x1 x2<x1"),
            Map.entry(
                    "travel",
                    "a1 a2<a1 a3<a2 b1<a3 b2<a3 cb1<b1 cb2<b2 db1<cb1 db2<cb2 e1b1<db1 fe1b1<e1b1 e2b1<db1 e2b2<db2"
                            + " merge<e2b1,e2b2"),
            Map.entry(
                    "bases",
                    "base1 base2 base3 a1a<base1 a1b<base1 a2<base2 a3<base3 b1a<a1a b1b<a1b b2<a2 b3<a3 c2<b2 d2<c2"
                            + " mergeb3d2<b3,d2"),
            Map.entry(
                    "need3",
                    "base1#b_1 a1a<base1 a1b<base1 b1a<a1a b1b<a1b~a3 base2#b_2 a2<base2 b2<a2 c2<b2~a3 d2<c2 base3#b_3"
                            + " a3<base3 b3<a3"),
            Map.entry(
                    "need1",
                    "base1#b_1 a1<base1 b1<a1 c1<b1 base2~b_1#b_2 a2<base2 b2<a2 c2<b2 d2<c2 base3#b_3 a3<base3 b3<a3"
                            + " c3<b3~b2 d3<c3"),
            Map.entry("noparent", "base1 a1<base1 b1<a1 c2~a1 c3<c2"),
            Map.entry("normal", "a1 a2<a1 a3<a2 b1 b2<b1~a3 b3<b2 b4<b3~a3 b5<b4~b4"));

    private static RevisionGraph graph(String name) {
        return GraphText.graph(GRAPHS.get(name));
    }

    /** The revisions that a database has whose heads are these. */
    private static Set<String> closed(RevisionGraph graph, String heads) {
        Set<String> closed = new HashSet<>();
        for (String id : set(heads)) {
            closed.add(id);
            closed.addAll(graph.ancestors(id));
        }
        return closed;
    }

    private static void isInOrder(RevisionGraph graph, List<String> path) {
        for (int i = 0; i < path.size(); i++) {
            List<String> later = path.subList(i + 1, path.size());
            assertThat(graph.ancestors(path.get(i)).stream().filter(later::contains))
                    .isEmpty();
        }
    }

    private static Set<String> sorted(Set<String> ids) {
        return new TreeSet<>(ids);
    }

    @ParameterizedTest(name = "{0}: {1} up to {2}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph    | heads before | target     | path                                       | heads after
            line       | c            | e          | d e                                        | e
            line       | ''           | c          | a b c                                      | c
            line       | a            | +2         | b c                                        | c
            line       | a            | +1         | b                                          | b
            line       | b            | +3         | c d e                                      | e
            line       | a            | b+2        | b c d                                      | d
            line       | a            | d-2        | b                                          | b
            branched   | b            | d1         | c1 d1                                      | d1
            branched   | a            | d1 d2      | b c2 d2 c1 d1                              | d1 d2
            branched   | b            | c2branch@head-1 | c2                                    | c2
            branched   | c1           | c2branch@+1 | c2                                        | c1 c2
            branched   | c1 c2        | c2branch@+1 | d2                                        | c1 d2
            branched   | ''           | base+1     | a                                          | a
            branched   | ''           | +1         | a                                          | a
            mergepoint | d2 b1        | d1         | c1 d1                                      | d1 d2
            threeway   | d3 d2 b1     | d1         | c1 d1                                      | d1 d2 d3
            threeway   | d3 b2 b1     | d1         | c2 c1 d1                                   | d3 d1
            threeway   | d3 d1        | d2         | d2                                         | d1 d2 d3
            twin       | a            | heads      | b3 b1 b2 c2 d2 c1 d1                       | d1 d2
            halftwin   | a            | heads      | b2 b3 c2 d2 b1 c1 d1                       | d1 d2
            own        | ''           | a2         | a1 a2                                      | a2
            mergedep   | a1           | b1         | b1                                         | b1
            mergedep   | b1           | bmerge     | bmerge                                     | bmerge
            bylabel    | a2           | c2         | a1 b1 c1 b2 c2                             | c2
            forest     | ''           | heads      | a2 b2 a1 b1                                | b1 b2
            merged     | b            | f          | c2 d2 c1 d1 e f                            | f
            merged     | b            | c2branch@head | c2 d2 c1 d1 e f                         | f
            diamond    | ''           | d          | a b2 b1 c d                                | d
            bases      | c2           | heads      | d2 base3 a3 b3 mergeb3d2 base1 a1b b1b a1a b1a | b1a b1b mergeb3d2
            need3      | ''           | b_2@head   | base3 a3 base2 a2 b2 c2 d2                 | d2
            need3      | ''           | b_3@head   | base3 a3 b3                                | b3
            need3      | ''           | b1b@head   | base3 a3 base1 a1b b1b                     | b1b
            need1      | ''           | b_2@head   | base1 base2 a2 b2 c2 d2                    | d2
            need1      | ''           | b_3@head   | base1 base2 a2 b2 base3 a3 b3 c3 d3        | d3
            need1      | ''           | b_1@head   | base1 a1 b1 c1                             | c1
            noparent   | ''           | heads      | base1 a1 c2 c3 b1                          | b1 c3
            """)
    void upgrades(String name, String before, String targets, String path, String after) {
        RevisionGraph graph = graph(name);
        Set<String> applied = closed(graph, before);
        Set<String> resolved = new HashSet<>();
        set(targets).forEach(target -> resolved.addAll(new Identifiers(graph, applied).upgrade(target)));
        List<String> done =
                graph.upgrade(applied, resolved).stream().map(RevisionNode::id).toList();
        isInOrder(graph, done);
        isInOrder(graph, new ArrayList<>(set(path)));
        assertThat(done).containsExactlyInAnyOrderElementsOf(set(path));
        applied.addAll(done);
        assertThat(sorted(applied)).isEqualTo(sorted(closed(graph, after)));
    }

    @ParameterizedTest(name = "{0}: {1} down to {2}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph    | heads before | target     | path                                       | heads after
            line       | ''           | base       | ''                                         | ''
            line       | a            | a          | ''                                         | a
            line       | e            | e          | ''                                         | e
            line       | e            | c          | e d                                        | c
            line       | c            | base       | c b a                                      | ''
            line       | c            | -1         | c                                          | b
            line       | e            | -3         | e d c                                      | b
            line       | d            | a+2        | d                                          | c
            line       | d            | c-2        | d c b                                      | a
            branched   | d1 d2        | a          | d1 c1 d2 c2 b                              | a
            branched   | d2 d1        | base+2     | d1 c1 d2 c2                                | b
            branched   | d2 d1        | c2branch@base+2 | d2 c2                                 | d1
            branched   | d2 d1        | c2         | d2                                         | d1 c2
            branched   | d2 d1        | c2branch@base+3 | d2                                    | d1 c2
            branched   | d1 d2        | c1branch@-1 | d1                                        | c1 d2
            branched   | d2 c1        | d2-1       | d2                                         | c1 c2
            branched   | c1 d2        | c1branch@b | c1                                         | d2
            branched   | c1 d2        | c2branch@b | d2 c2                                      | c1
            branched   | d1 d2        | c2@b       | d2 c2                                      | d1
            branched   | d1 d2        | d1@b       | d1 c1                                      | d2
            branched   | d1 d2        | c1branch@head-1 | d1                                    | c1 d2
            branched   | a            | -1         | a                                          | ''
            branched   | d1 c2        | c2         | ''                                         | d1 c2
            branched   | d1 c2        | d1         | ''                                         | d1 c2
            mergepoint | d2 d1        | b1         | d1 c1                                      | d2 b1
            threeway   | d3 d2 d1     | b1         | d1 c1                                      | d3 d2 b1
            overmerge  | amerge bmerge cmerge d1 | b2 | bmerge                                  | amerge b1 cmerge d1
            overmerge  | amerge d1 b1 cmerge | d1@base | d1                                     | amerge b1 b2 cmerge
            overmerge  | amerge b1 b2 cmerge | base | amerge a1 b1 b2 cmerge c1 a2 a3 c2 c3     | ''
            crisscross | a3 b2        | b1         | b2                                         | a3
            own        | a2           | a1         | a2                                         | a1
            twice      | b4           | b3         | b4                                         | b3
            mergedep   | bmerge       | a1         | bmerge                                     | b1
            mergedep   | bmerge       | b1         | bmerge                                     | b1
            merged     | f            | b          | f e d1 c1 d2 c2                            | b
            cross      | d1 d2        | c2branch@b | d2 c2                                      | d1
            cross      | d1 d2        | c1branch@b | d1 d2 c1                                   | c2
            effective  | x2 y2        | x@-1       | x2                                         | x1 y2
            effective  | x1 y2        | x@-1       | y2 x1                                      | y1
            effective  | y2           | x@-1       | y2 x1                                      | y1
            need3      | b1a b1b d2 b3 | b_2@base  | d2 c2 b2 a2 base2                          | b1a b1b b3
            need3      | b3           | base       | b3 a3 base3                                | ''
            need3      | b1b          | b1b@base   | b1b a1b base1                              | a3
            need3      | b1a b1b d2 b3 | b_3@base  | b1b d2 c2 b3 a3 base3                      | b1a a1b b2
            normal     | b4           | b1@base    | b4 b3 b2 b1                                | a3
            normal     | b5           | base       | b5 b4 b3 b2 b1 a3 a2 a1                    | ''
            normal     | b5           | a2         | b5 b4 b3 b2 a3                             | a2 b1
            """)
    void downgrades(String name, String before, String target, String path, String after) {
        RevisionGraph graph = graph(name);
        Set<String> applied = closed(graph, before);
        List<String> done =
                down(graph, applied, target).stream().map(RevisionNode::id).toList();
        isInOrder(graph, reversed(done));
        isInOrder(graph, reversed(new ArrayList<>(set(path))));
        assertThat(done).containsExactlyInAnyOrderElementsOf(set(path));
        done.forEach(applied::remove);
        assertThat(sorted(applied)).isEqualTo(sorted(closed(graph, after)));
    }

    private static List<RevisionNode> down(RevisionGraph graph, Set<String> applied, String target) {
        return target.matches("-[0-9]+")
                ? graph.downgrade(applied, -Integer.parseInt(target))
                : graph.downgrade(applied, new Identifiers(graph, applied).rollback(target));
    }

    private static List<String> reversed(List<String> path) {
        List<String> reversed = new ArrayList<>();
        path.forEach(id -> reversed.add(0, id));
        return reversed;
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph    | heads applied | move to    | refused with
            line       | b             | up -2      | "-2" is below where the database is
            line       | b             | up +5      | "+5" leads too far: nothing comes after e (Me), 3 steps on
            line       | b             | down -5    | cannot take back 5 revisions: only 2 are applied
            line       | b             | down +2    | "+2" is above where the database is
            line       | ''            | down b     | revision b (Mb) is not applied
            line       | b             | down c     | revision c (Mc) is not applied
            branched   | c1 c2         | up +1      | "+1" can be counted from each of c1, c2
            branched   | ''            | down -1    | cannot take back 1 revision: none is applied
            branched   | ''            | up head    | there are 2 heads: d1 (Md1), d2 (Md2)
            labelled   | ''            | up ebranch@sos | there is no revision "sos" on branch "ebranch"
            labelled   | ''            | up ebranch@b | revision b (Mb) is not on branch "ebranch"
            labelled   | ''            | up abranch@d | revision d (Md) is not on branch "abranch"
            labelled   | ''            | up abranch@qprstuv | there is no revision "qprstuv" on branch "abranch"
            labelled   | ''            | up x@d     | there is no revision "x" in this project
            """)
    void refuses(String name, String before, String move, String message) {
        RevisionGraph graph = graph(name);
        Set<String> applied = closed(graph, before);
        String target = move.substring(move.indexOf(' ') + 1);
        assertThatThrownBy(() -> {
                    if (move.startsWith("up ")) {
                        graph.upgrade(applied, new Identifiers(graph, applied).upgrade(target));
                    } else {
                        down(graph, applied, target);
                    }
                })
                .isInstanceOf(RevisionException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph    | name           | means
            line       | head           | e
            line       | base           | ''
            branched   | heads          | d1 d2
            labelled   | ebranch@head   | f
            labelled   | abranch@head   | c
            labelled   | abranch@heads  | c
            labelled   | abranch@base   | ''
            labelled   | ebranch@d      | d
            labelled   | ebranch@ebranch | e
            labelled   | abranch        | a
            labelled   | ebranch        | e
            labelled   | ebranch@some   | someothername
            labelled   | abranch@some   | somelongername
            labelled   | e              | e
            labelled   | e@d            | d
            labelled   | someoth@d      | d
            need3      | heads          | b1a b1b d2 b3
            need1      | heads          | c1 d2 d3
            short      | heads          | b2 d11 d12
            """)
    void resolves(String name, String text, String expected) {
        assertThat(new Identifiers(graph(name), Set.of()).resolve(text)).isEqualTo(sorted(set(expected)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph    | applied | range            | newest first
            line       | ''      | a:b              | b a
            line       | ''      | :b               | b a
            line       | ''      | d:               | e d
            line       | ''      | a:+2             | c b a
            line       | ''      | -2:c             | c b a
            line       | ''      | -5:c             | c b a
            line       | b       | current:         | e d c b
            line       | ''      | current:         | e d c b a
            diamond    | ''      | a:d              | d c b1 b2 a
            labelled   | ''      | ebranch@base:    | f someothername e d
            labelled   | ''      | abranch@base:    | c somelongername b a
            labelled   | ''      | :ebranch@head    | f someothername e d
            labelled   | ''      | ebranch@head:    | f
            labelled   | ''      | ebranch@d:       | f someothername e d
            labelled   | ''      | e@base:          | f someothername e d
            labelled   | ''      | c@base:          | c somelongername b a
            labelled   | ''      | ebranch@-2:      | f someothername e
            labelled   | ''      | base:ebranch@+2  | e d
            short      | ''      | :                | b2 d11 d12 c1 b1 a
            many       | ''      | a:d1d2cb2        | d1d2cb2 d1cb2 d2cb2 cb2 b2 a
            many       | ''      | a:d3cb2          | d3cb2 cb2 b2 a
            many       | ''      | :d3cb2           | d3cb2 cb2 b2 a
            travel     | ''      | db1:merge        | merge e2b1 db1 e2b2 db2 cb2 b2
            travel     | ''      | a1:merge         | merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 a2 a1
            travel     | ''      | a2:merge         | merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 a2
            bases      | ''      | c2:              | b1a a1a b1b a1b base1 mergeb3d2 b3 a3 base3 d2 c2
            bases      | ''      | base3:b3         | b3 a3 base3
            need3      | ''      | b_2@base:        | d2 c2 b2 a2 base2 a3 base3
            need3      | ''      | b_3@base:        | b3 a3 base3
            """)
    void ranges(String name, String heads, String range, String expected) {
        RevisionGraph graph = graph(name);
        List<RevisionNode> found = new Identifiers(graph, closed(graph, heads)).range(range);
        assertThat(set(ids(found))).isEqualTo(set(expected));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            # graph    | range      | message
            many       | d1cb1:b1   | "d1cb1:b1" has nothing in it: d1cb1 (Md1cb1) does not come before b1 (Mb1)
            many       | b1:d2cb2   | "b1:d2cb2" has nothing in it: b1 (Mb1) does not come before d2cb2 (Md2cb2)
            many       | d1cb1:base | "d1cb1:base" has nothing in it: d1cb1 (Md1cb1) does not come before the base
            need3      | d2:b2      | "d2:b2" has nothing in it: d2 (Md2) does not come before b2 (Mb2)
            need3      | d2:b3      | "d2:b3" has nothing in it: d2 (Md2) does not come before b3 (Mb3)
            """)
    void refusesRanges(String name, String range, String message) {
        assertThatThrownBy(() -> new Identifiers(graph(name), Set.of()).range(range))
                .isInstanceOf(RevisionException.class)
                .hasMessage(message);
    }

    /**
     * Where several heads are applied Alembic takes {@code -1} from the one whose row it read first, and warns that it will
     * refuse this some day. Which one goes must not depend on that, so it is refused here already.
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            branched   | d2 d1
            branched   | c2 d1
            branched   | d1 d2
            branched   | c1 d2
            """)
    void refusesOneStepDownFromSeveralHeads(String name, String heads) {
        RevisionGraph graph = graph(name);
        assertThatThrownBy(() -> down(graph, closed(graph, heads), "-1"))
                .hasMessageStartingWith("2 heads are applied: ");
    }

    /**
     * A number of steps is for Alembic a walk from child to parent, which stops at a merge. Here it is a number of revisions
     * to take back, the last ones first, so that one merge does not make the rollback after it impossible.
     */
    @ParameterizedTest(name = "{0}: {1} from {2}")
    @CsvSource(delimiter = '|', textBlock = """
            merged     | f | -2 | f e
            merged     | f | -3 | f e d2
            diamond    | d | -3 | d c b2
            """)
    void countsRevisionsAcrossMerges(String name, String heads, String steps, String path) {
        RevisionGraph graph = graph(name);
        assertThat(ids(down(graph, closed(graph, heads), steps))).isEqualTo(path);
    }

    /**
     * Alembic's walk down from a branch's head stops at a merge as well; here it goes on along the branch that was named,
     * and the beginning of an id may have three characters, not four.
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            merged     | c2branch@head-2 | d2
            merged     | c2branch@f-3    | c2
            labelled   | ebranch@som     | someothername
            """)
    void namesMoreThanAlembicDoes(String name, String text, String id) {
        assertThat(new Identifiers(graph(name), Set.of()).resolve(text)).containsExactly(id);
    }

    /**
     * For Alembic a database that has y2, which depends on x1, has one head. Here x1 is a head of its own line as well:
     * dependencies order revisions, they do not join lines. So a step up must say which line it is on.
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            effective  | y2 | x1 y2
            library    | c2 | c1 c2
            """)
    void aDependencyIsAHeadOfItsOwn(String name, String heads, String current) {
        RevisionGraph graph = graph(name);
        assertThat(new Identifiers(graph, closed(graph, heads)).resolve("current"))
                .isEqualTo(sorted(set(current)));
    }
}
