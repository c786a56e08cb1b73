package dev.albedo.revision;

import dev.albedo.revision.RevisionProblem.Attribute;
import dev.albedo.revision.RevisionProblem.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds everything that is wrong with a set of revisions. */
final class GraphChecks {

    private static final int LONGEST = 64;
    private static final String RULE = "1 to 64 of the characters a-z A-Z 0-9 _ .";

    /** Words with a meaning of their own where a revision is named. */
    static final Set<String> SYMBOLS = Set.of("head", "heads", "base", "current");

    private final List<RevisionNode> nodes;
    private final Map<String, RevisionNode> byId = new TreeMap<>();
    private final List<RevisionProblem> problems = new ArrayList<>();

    private GraphChecks(Collection<RevisionNode> revisions) {
        nodes = new ArrayList<>(revisions);
        nodes.sort(Comparator.comparing(RevisionNode::id).thenComparing(RevisionNode::className));
    }

    static List<RevisionProblem> problems(Collection<RevisionNode> revisions) {
        GraphChecks checks = new GraphChecks(revisions);
        checks.ids();
        checks.references();
        checks.labels();
        checks.problems.addAll(Cycles.problems(checks.byId));
        return checks.problems;
    }

    private void ids() {
        for (RevisionNode node : nodes) {
            if (!isName(node.id())) {
                add(
                        Kind.BAD_ID,
                        node,
                        Attribute.ID,
                        node.id(),
                        "the id \"" + node.id() + "\" of " + node.className() + " is not " + RULE);
            } else if (SYMBOLS.contains(node.id())) {
                add(
                        Kind.BAD_ID,
                        node,
                        Attribute.ID,
                        node.id(),
                        "the id \"" + node.id() + "\" of " + node.className()
                                + " is a word with a meaning of its own; choose another");
            }
        }
        Map<String, List<RevisionNode>> duplicates = new TreeMap<>();
        for (RevisionNode node : nodes) {
            RevisionNode first = byId.putIfAbsent(node.id(), node);
            if (first != null) {
                duplicates
                        .computeIfAbsent(node.id(), id -> new ArrayList<>(List.of(first)))
                        .add(node);
            }
        }
        duplicates.forEach(this::duplicate);
    }

    private void duplicate(String id, List<RevisionNode> same) {
        String classes = same.stream().map(RevisionNode::className).collect(Collectors.joining(" and "));
        for (RevisionNode node : same) {
            add(
                    Kind.DUPLICATE_ID,
                    node,
                    Attribute.ID,
                    id,
                    "the id " + id + " is that of " + classes + "; give one of them another");
        }
    }

    private void references() {
        Set<String> withLabels = new HashSet<>(byId.keySet());
        withLabels.addAll(Labels.of(nodes).ids().keySet());
        for (RevisionNode node : nodes) {
            references(node, node.parents(), Attribute.PARENT, Kind.MISSING_PARENT, "parent", byId.keySet());
            references(node, node.dependsOn(), Attribute.DEPENDS_ON, Kind.MISSING_DEPENDENCY, "dependency", withLabels);
        }
    }

    private void references(
            RevisionNode node, List<String> names, Attribute attribute, Kind missing, String what, Set<String> known) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                add(
                        Kind.REPEATED,
                        node,
                        attribute,
                        name,
                        "revision " + described(node) + " names its " + what + " " + name + " twice");
            } else if (!known.contains(name)) {
                add(
                        missing,
                        node,
                        attribute,
                        name,
                        "the " + what + " \"" + name + "\" of revision " + described(node) + " does not exist"
                                + suggestion(name));
            }
        }
    }

    private String suggestion(String name) {
        List<String> candidates = name.length() < Identifiers.SHORTEST_PREFIX
                ? List.of()
                : byId.values().stream()
                        .filter(node -> node.id().startsWith(name))
                        .map(RevisionNode::describe)
                        .toList();
        return candidates.isEmpty()
                ? ""
                : "; ids are written in full here, did you mean " + String.join(" or ", candidates) + "?";
    }

    private void labels() {
        Map<String, RevisionNode> byLabel = new TreeMap<>();
        for (RevisionNode node : nodes) {
            Set<String> seen = new HashSet<>();
            for (String label : node.labels()) {
                String subject = "the label \"" + label + "\" of revision " + described(node);
                if (!seen.add(label)) {
                    add(Kind.REPEATED, node, Attribute.LABELS, label, subject + " is given twice");
                } else if (!isName(label)) {
                    add(Kind.BAD_LABEL, node, Attribute.LABELS, label, subject + " is not " + RULE);
                } else if (SYMBOLS.contains(label)) {
                    add(
                            Kind.BAD_LABEL,
                            node,
                            Attribute.LABELS,
                            label,
                            subject + " is a word with a meaning of its own; choose another");
                } else if (byId.containsKey(label)) {
                    add(
                            Kind.LABEL_CLASH,
                            node,
                            Attribute.LABELS,
                            label,
                            subject + " is the id of " + described(byId.get(label)));
                } else {
                    RevisionNode other = byLabel.putIfAbsent(label, node);
                    if (other != null) {
                        add(
                                Kind.LABEL_CLASH,
                                node,
                                Attribute.LABELS,
                                label,
                                subject + " is also that of " + described(other) + "; rename one of them");
                    }
                }
            }
        }
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && !(c >= '0' && c <= '9') && c != '_' && c != '.') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    static String described(RevisionNode node) {
        return node.id() + " (" + node.className() + ")";
    }

    private void add(Kind kind, RevisionNode node, Attribute attribute, String value, String message) {
        problems.add(new RevisionProblem(kind, node.className(), attribute, value, message));
    }
}
