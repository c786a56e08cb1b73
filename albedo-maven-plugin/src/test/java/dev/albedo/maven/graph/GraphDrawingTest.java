package dev.albedo.maven.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.testing.GraphText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphDrawingTest {

    private static final Path GOLDENS = Path.of("src/test/resources/graph");

    /** The first line of a golden is the graph, the others are its drawing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "line",
                "branches",
                "diamond",
                "octopus",
                "forest",
                "crossing",
                "libraries",
                "twins",
                "merges-of-one"
            })
    void draws(String name) throws IOException {
        Path golden = GOLDENS.resolve(name + ".txt");
        String graph = Files.readAllLines(golden).get(0);
        String drawn = String.join("\n", draw(GraphText.graph(graph).ordered()));
        assertThat(graph + "\n" + drawn + "\n").as(golden.toString()).isEqualTo(Files.readString(golden));
    }

    @Test
    void leavesOutWhatIsNotShown() {
        List<RevisionNode> some =
                GraphText.graph("a b<a c<a d<b,c e<d").ordered().subList(2, 4);
        assertThat(draw(some)).containsExactly("* d", "* c");
    }

    @Test
    void putsFurtherLinesBesideTheColumns() {
        List<RevisionNode> newestFirst =
                newestFirst(GraphText.graph("a b<a c<a").ordered());
        assertThat(GraphDrawing.of(newestFirst, node -> List.of(node.id(), "more", "")))
                .containsExactly("* c", "| more", "|", "| * b", "| | more", "| |", "|/", "* a", "  more", "");
    }

    private static List<String> draw(List<RevisionNode> oldestFirst) {
        return GraphDrawing.of(newestFirst(oldestFirst), node -> List.of(node.id()));
    }

    private static List<RevisionNode> newestFirst(List<RevisionNode> oldestFirst) {
        List<RevisionNode> reversed = new ArrayList<>(oldestFirst);
        Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void everyLineLeadsFromARevisionToItsParent() {
        Random random = new Random(11);
        for (int round = 0; round < 3_000; round++) {
            List<RevisionNode> nodes = random(random);
            List<RevisionNode> newestFirst = newestFirst(RevisionGraph.of(nodes).ordered());
            List<String> drawing = GraphDrawing.of(newestFirst, node -> List.of("@" + node.id()));
            Set<String> edges = new TreeSet<>();
            nodes.forEach(node -> node.parents().forEach(parent -> edges.add(node.id() + ">" + parent)));
            assertThat(new Tracer().edges(drawing))
                    .as(String.join("\n", drawing))
                    .isEqualTo(edges);
        }
    }

    private static List<RevisionNode> random(Random random) {
        List<RevisionNode> nodes = new ArrayList<>();
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            Set<String> parents = new LinkedHashSet<>();
            for (int draw = random.nextInt(4); i > 0 && draw > 0; draw--) {
                parents.add("r" + random.nextInt(i));
            }
            nodes.add(new RevisionNode(
                    "r" + i, "p.M" + i, List.copyOf(parents), List.of(), List.of(), "t" + random.nextInt(4)));
        }
        return nodes;
    }

    /** Reads a drawing back, row by row, as an eye follows it. */
    private static final class Tracer {
        /** For each column the revisions whose lines are in it. */
        private final List<Set<String>> columns = new ArrayList<>();

        private final Set<String> edges = new TreeSet<>();
        private Set<String> crossing = Set.of();
        private int crossed = -1;

        Set<String> edges(List<String> drawing) {
            drawing.forEach(line -> row(line + " ".repeat(40)));
            return edges;
        }

        private void row(String row) {
            int slash = row.indexOf('/');
            if (crossed >= 0 && !(slash == 2 * crossed - 1 && row.charAt(2 * crossed) == '|')) {
                columns.get(crossed).addAll(crossing);
                crossed = -1;
            }
            if (row.indexOf('@') >= 0) {
                revision(row);
            } else if (row.indexOf('\\') >= 0) {
                int at = (row.indexOf('\\') - 1) / 2;
                columns.add(at + 1, new TreeSet<>(columns.get(at)));
            } else if (slash < 0) {
                truncate((int) row.chars().filter(c -> c == '|').count());
            } else if (crossed >= 0) {
                crossed--;
            } else if (row.charAt(slash - 1) == ' ') {
                columns.remove((slash - 1) / 2);
            } else {
                crossed = (slash - 1) / 2;
                crossing = columns.remove(crossed + 1);
            }
        }

        private void revision(String row) {
            String id = row.substring(row.indexOf('@') + 1).strip();
            int at = row.indexOf('*') / 2;
            truncate(row.indexOf('@') / 2);
            if (at == columns.size()) {
                columns.add(Set.of());
            }
            columns.get(at).forEach(child -> edges.add(child + ">" + id));
            columns.set(at, new TreeSet<>(Set.of(id)));
        }

        private void truncate(int size) {
            while (columns.size() > size) {
                columns.remove(columns.size() - 1);
            }
        }
    }
}
