package dev.albedo.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody may have meant who named a revision that does not exist. */
final class Suggestions {

    private static final int SHOWN = 3;

    private Suggestions() {}

    /** A revision, and how far what was written is from one of its names. */
    private record Candidate(RevisionNode node, String shown, int distance) {}

    /** Ends a sentence that says there is no such revision. */
    static String of(String text, RevisionGraph graph) {
        List<Candidate> candidates = new ArrayList<>();
        for (RevisionNode node : graph.ordered()) {
            candidates.add(new Candidate(node, node.describe(), distance(text, node)));
            for (String label : node.labels()) {
                candidates.add(
                        new Candidate(node, label + " (label of " + node.id() + ")", Spelling.distance(text, label)));
            }
        }
        List<String> near = candidates.stream()
                .filter(candidate -> candidate.distance() <= Spelling.allowedMistakes(text))
                .sorted(Comparator.comparing(Candidate::distance))
                .map(Candidate::shown)
                .limit(SHOWN)
                .toList();
        if (!near.isEmpty()) {
            return "; did you mean " + String.join(" or ", near) + "?"
                    + (text.length() < Identifiers.SHORTEST_PREFIX
                            ? " The beginning of an id counts from " + Identifiers.SHORTEST_PREFIX + " characters on"
                            : "");
        }
        List<RevisionNode> heads = graph.heads();
        return heads.isEmpty()
                ? "; it has none yet"
                : (heads.size() == 1 ? "; its head is " : "; its heads are ")
                        + heads.stream().map(RevisionNode::describe).collect(Collectors.joining(", "));
    }

    private static int distance(String text, RevisionNode node) {
        String lower = text.toLowerCase(Locale.ROOT);
        String name = node.simpleName().toLowerCase(Locale.ROOT);
        if (node.id().toLowerCase(Locale.ROOT).startsWith(lower)
                || (text.length() >= Identifiers.SHORTEST_PREFIX && name.contains(lower))) {
            return 0;
        }
        String words = name.substring(name.indexOf('_') + 1);
        return Math.min(
                Spelling.distance(text, node.id()),
                Math.min(Spelling.distance(text, name), Spelling.distance(text, words)));
    }
}
