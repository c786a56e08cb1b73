package dev.albedo.revision;

import static dev.albedo.testing.GraphText.nodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphChecksTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # graph           | kind, class, attribute, value, message
            ä                 | BAD_ID p.Mä id ä: the id "ä" of p.Mä is not 1 to 64 of the characters a-z A-Z 0-9 _ .
            a-b!X             | BAD_ID p.X id a-b: the id "a-b" of p.X is not 1 to 64 of the characters a-z A-Z 0-9 _ .
            <a!X a            | BAD_ID p.X id : the id "" of p.X is not 1 to 64 of the characters a-z A-Z 0-9 _ .
            head!X            | BAD_ID p.X id head: the id "head" of p.X is a word with a meaning of its own; choose another
            b<a               | MISSING_PARENT p.Mb parent a: the parent "a" of revision b (p.Mb) does not exist
            abcd1 b<abc       | MISSING_PARENT p.Mb parent abc: the parent "abc" of revision b (p.Mb) does not exist; ids are written in full here, did you mean abcd1 (Mabcd1)?
            b~a               | MISSING_DEPENDENCY p.Mb dependsOn a: the dependency "a" of revision b (p.Mb) does not exist
            a b<a,a           | REPEATED p.Mb parent a: revision b (p.Mb) names its parent a twice
            a<a               | CYCLE p.Ma parent a: revision a (p.Ma) is its own parent
            a~a               | CYCLE p.Ma dependsOn a: revision a (p.Ma) is its own dependency
            a<b b<a c<b       | CYCLE p.Ma parent b: revisions come before themselves: a (Ma) comes after b (Mb) comes after a (Ma)
            x a<c,x b<a c~b   | CYCLE p.Ma parent c: revisions come before themselves: a (Ma) comes after c (Mc) comes after b (Mb) comes after a (Ma)
            a#x~x             | CYCLE p.Ma dependsOn x: revision a (p.Ma) is its own dependency
            a~x b<a#x         | CYCLE p.Ma dependsOn x: revisions come before themselves: a (Ma) comes after b (Mb) comes after a (Ma)
            a b~y             | MISSING_DEPENDENCY p.Mb dependsOn y: the dependency "y" of revision b (p.Mb) does not exist
            a#b-c             | BAD_LABEL p.Ma labels b-c: the label "b-c" of revision a (p.Ma) is not 1 to 64 of the characters a-z A-Z 0-9 _ .
            a#base            | BAD_LABEL p.Ma labels base: the label "base" of revision a (p.Ma) is a word with a meaning of its own; choose another
            a#x,x             | REPEATED p.Ma labels x: the label "x" of revision a (p.Ma) is given twice
            a#b b             | LABEL_CLASH p.Ma labels b: the label "b" of revision a (p.Ma) is the id of b (p.Mb)
            a#x b#x           | LABEL_CLASH p.Mb labels x: the label "x" of revision b (p.Mb) is also that of a (p.Ma); rename one of them
            """)
    void findsTheOneThingThatIsWrong(String text, String expected) {
        List<RevisionProblem> problems = RevisionGraph.problems(nodes(text));
        assertThat(problems).extracting(GraphChecksTest::text).containsExactly(expected);
        assertThatThrownBy(() -> RevisionGraph.of(nodes(text)))
                .isInstanceOf(RevisionException.class)
                .hasMessage(problems.get(0).message())
                .satisfies(e -> assertThat(((RevisionException) e).problems()).isEqualTo(problems));
    }

    private static String text(RevisionProblem problem) {
        return problem.kind() + " " + problem.revisionClass() + " "
                + problem.attribute().element() + " " + problem.value() + ": " + problem.message();
    }

    @Test
    void saysOfEachClassThatItsIdIsNotItsOwn() {
        assertThat(RevisionGraph.problems(nodes("a!Y a!X b<a")))
                .extracting(GraphChecksTest::text)
                .containsExactly(
                        "DUPLICATE_ID p.X id a: the id a is that of p.X and p.Y; give one of them another",
                        "DUPLICATE_ID p.Y id a: the id a is that of p.X and p.Y; give one of them another");
    }

    @Test
    void findsEverythingAtOnce() {
        assertThat(RevisionGraph.problems(nodes("a!X a!Y b<nope c<d d<c e<f f<e g<g h#a i<c")))
                .extracting(problem -> problem.kind() + " " + problem.revisionClass())
                .containsExactly(
                        "DUPLICATE_ID p.X",
                        "DUPLICATE_ID p.Y",
                        "MISSING_PARENT p.Mb",
                        "LABEL_CLASH p.Mh",
                        "CYCLE p.Mg",
                        "CYCLE p.Mc",
                        "CYCLE p.Me");
    }

    @Test
    void takesTheLongestId() {
        assertThat(RevisionGraph.problems(nodes("a".repeat(64)))).isEmpty();
        assertThat(RevisionGraph.problems(nodes("a".repeat(65))))
                .extracting(RevisionProblem::kind)
                .containsExactly(RevisionProblem.Kind.BAD_ID);
    }

    @Test
    void findsACycleIfAndOnlyIfThereIsOne() {
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            int size = 1 + random.nextInt(7);
            List<RevisionNode> nodes = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                List<String> parents = random.nextInt(3) == 0 ? List.of() : List.of("r" + random.nextInt(size));
                List<String> dependsOn = random.nextInt(4) > 0 ? List.of() : List.of("r" + random.nextInt(size));
                nodes.add(new RevisionNode("r" + i, "p.M" + i, parents, dependsOn, List.of(), ""));
            }
            assertThat(RevisionGraph.problems(nodes).isEmpty()).isEqualTo(canBeTakenApart(nodes));
        }
    }

    private static boolean canBeTakenApart(List<RevisionNode> nodes) {
        List<RevisionNode> left = new ArrayList<>(nodes);
        while (left.removeIf(node -> left.stream()
                .noneMatch(other ->
                        node.parents().contains(other.id()) || node.dependsOn().contains(other.id())))) {
            if (left.isEmpty()) {
                return true;
            }
        }
        return left.isEmpty();
    }
}
