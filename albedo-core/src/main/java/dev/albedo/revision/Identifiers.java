package dev.albedo.revision;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people may call a revision: its id, a prefix that only one id has, {@code head}, {@code heads}, {@code base},
 * {@code current}, {@code +2} or {@code -1} counted from where the database is, {@code ae10+2} or {@code ae10-2} counted
 * from a revision.
 */
public final class Identifiers {

    /** Shorter prefixes are taken for mistakes. */
    static final int SHORTEST_PREFIX = 3;

    private static final Pattern RELATIVE = Pattern.compile("([^+-]*)([+-])([0-9]{1,6})");

    private final RevisionGraph graph;
    private final Set<String> applied;

    /**
     * Names in a graph.
     *
     * @param applied the ids that the database has, from which {@code current}, {@code +1} and {@code -1} are counted
     */
    public Identifiers(RevisionGraph graph, Set<String> applied) {
        this.graph = graph;
        this.applied = Set.copyOf(applied);
    }

    /**
     * The ids that are meant; none is the state before the first revision.
     *
     * @throws RevisionException if nothing or more than one thing can be meant
     */
    public Set<String> resolve(String text) {
        Matcher relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            int steps = Integer.parseInt(relative.group(3));
            String from = relative.group(1);
            String start = one(from.isEmpty() ? current() : resolve(from), relative.group(2), text);
            return optional(relative.group(2).equals("+") ? up(start, steps, text) : down(start, steps, text));
        }
        return switch (text) {
            case "head" -> head();
            case "heads" -> ids(graph.heads());
            case "base" -> Set.of();
            case "current" -> current();
            default -> Set.of(named(text));
        };
    }

    private Set<String> head() {
        List<RevisionNode> heads = graph.heads();
        if (heads.size() > 1) {
            throw new RevisionException("there are " + heads.size() + " heads: " + RevisionGraph.describe(heads)
                    + "; give one of them another parent, or name the head you want");
        }
        return ids(heads);
    }

    private Set<String> current() {
        return ids(graph.heads(applied));
    }

    private String named(String text) {
        if (graph.find(text).isPresent()) {
            return text;
        }
        List<RevisionNode> candidates = text.length() < SHORTEST_PREFIX
                ? List.of()
                : graph.ordered().stream()
                        .filter(node -> node.id().startsWith(text))
                        .toList();
        if (candidates.size() > 1) {
            throw new RevisionException(
                    "\"" + text + "\" can be " + RevisionGraph.describe(candidates) + "; write more of the id");
        }
        if (candidates.isEmpty()) {
            throw new RevisionException("there is no revision \"" + text + "\" in this project"
                    + (graph.heads().isEmpty()
                            ? "; it has none yet"
                            : "; its head is " + RevisionGraph.describe(graph.heads())));
        }
        return candidates.get(0).id();
    }

    private static @Nullable String one(Set<String> ids, String sign, String text) {
        if (ids.size() > 1) {
            throw new RevisionException("\"" + text + "\" can be counted from each of " + String.join(", ", ids)
                    + "; put the one you mean before it, like " + ids.iterator().next() + sign + "1");
        }
        return ids.isEmpty() ? null : ids.iterator().next();
    }

    private @Nullable String up(@Nullable String start, int steps, String text) {
        @Nullable String at = start;
        for (int step = 0; step < steps; step++) {
            Collection<String> next = at == null ? ids(graph.bases()) : graph.children(at);
            at = only(next, "after", at, step, text);
        }
        return at;
    }

    private @Nullable String down(@Nullable String start, int steps, String text) {
        @Nullable String at = start;
        for (int step = 0; step < steps; step++) {
            if (at == null) {
                throw new RevisionException("\"" + text + "\" is " + (steps - step) + " below the first revision");
            }
            List<String> parents = graph.revision(at).parents();
            at = parents.isEmpty() ? null : only(parents, "before", at, step, text);
        }
        return at;
    }

    private String only(Collection<String> next, String where, @Nullable String at, int step, String text) {
        String place =
                at == null ? "at the base" : where + " " + graph.revision(at).describe();
        if (next.isEmpty()) {
            throw new RevisionException("\"" + text + "\" leads too far: nothing comes " + place
                    + (step == 0 ? "" : ", " + step + (step == 1 ? " step" : " steps") + " on"));
        }
        if (next.size() > 1) {
            throw new RevisionException("\"" + text + "\" can lead to each of "
                    + RevisionGraph.describe(next.stream().map(graph::revision).toList()) + " " + place
                    + "; name the one you want");
        }
        return next.iterator().next();
    }

    private static Set<String> optional(@Nullable String id) {
        return id == null ? Set.of() : Set.of(id);
    }

    private static Set<String> ids(Collection<RevisionNode> nodes) {
        return nodes.stream().map(RevisionNode::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
