package dev.albedo.testing;

import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Graphs as tests write them: {@code "a b<a c<a,b d<c~b e#shop"} has a base {@code a}, {@code c} with parents {@code a} and
 * {@code b}, {@code d} on {@code c} that depends on {@code b}, and {@code e} with a label. The class of {@code a} is {@code p.Ma};
 * {@code a!X} gives it the class {@code p.X}.
 */
public final class GraphText {

    private GraphText() {}

    /** The revisions of a text. */
    public static List<RevisionNode> nodes(String text) {
        List<RevisionNode> nodes = new ArrayList<>();
        for (String word : words(text)) {
            String id = word.split("[<~#!]", -1)[0];
            String name = part(word, '!');
            nodes.add(new RevisionNode(
                    id,
                    "p." + (name.isEmpty() ? "M" + id : name),
                    list(part(word, '<')),
                    list(part(word, '~')),
                    list(part(word, '#')),
                    ""));
        }
        return nodes;
    }

    /** The graph of a text. */
    public static RevisionGraph graph(String text) {
        return RevisionGraph.of(nodes(text));
    }

    /** The words of a text, in their order. */
    public static Set<String> set(String text) {
        return new LinkedHashSet<>(words(text));
    }

    /** The ids of revisions, in their order. */
    public static String ids(List<RevisionNode> nodes) {
        return String.join(" ", nodes.stream().map(RevisionNode::id).toList());
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    }

    private static String part(String word, char mark) {
        int start = word.indexOf(mark);
        return start < 0 ? "" : word.substring(start + 1).split("[<~#!]", -1)[0];
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }
}
