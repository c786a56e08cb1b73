package dev.albedo.revision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the revisions of a range, see {@link Identifiers#range}. */
final class Range {

    private final Identifiers identifiers;
    private final RevisionGraph graph;

    Range(Identifiers identifiers, RevisionGraph graph) {
        this.identifiers = identifiers;
        this.graph = graph;
    }

    /** The texts before and behind the colon. */
    static List<String> ends(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
            throw new RevisionException("\"" + text + "\" is no range: write from:to, for example ae10:head, -3: or"
                    + " current:; either end may be left out");
        }
        return List.of(text.substring(0, colon), text.substring(colon + 1));
    }

    List<RevisionNode> of(String text) {
        List<String> ends = ends(text);
        Optional<Identifier> from = end(ends.get(0));
        Optional<Identifier> to = end(ends.get(1));
        boolean backwards =
                from.isPresent() && from.get().isFromDatabase() && from.get().leadsDown();
        boolean onwards =
                to.isPresent() && to.get().isFromDatabase() && to.get().leadsUp();
        Optional<String> branch = from.flatMap(identifiers::branch);

        Set<String> lower;
        Set<String> upper;
        if (backwards && !onwards) {
            upper = to.isPresent() ? identifiers.resolve(to.get()) : heads(branch);
            lower = below(upper, from.get());
        } else {
            lower = from.isEmpty()
                    ? Set.of()
                    : backwards ? below(current(from.get()), from.get()) : identifiers.resolve(from.get());
            upper = to.isEmpty()
                    ? heads(branch)
                    : onwards && !backwards ? above(lower, to.get()) : identifiers.resolve(to.get());
        }
        return between(lower, upper, text);
    }

    static Optional<Identifier> end(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Identifier.parse(text));
    }

    private Set<String> heads(Optional<String> branch) {
        Set<String> heads = new TreeSet<>();
        graph.heads().forEach(head -> heads.add(head.id()));
        branch.map(graph::lineage).ifPresent(heads::retainAll);
        return heads;
    }

    private Set<String> current(Identifier from) {
        return identifiers.resolve(new Identifier(from.text(), from.branch(), "current", Optional.empty()));
    }

    /** As far down as it says, and no further than to the base. */
    private Set<String> below(Set<String> upper, Identifier from) {
        @Nullable String start = Identifiers.one(upper, from);
        @Nullable
        String lower = identifiers.walk(from).downAtMost(start, -from.steps().orElseThrow());
        return lower == null ? Set.of() : Set.of(lower);
    }

    private Set<String> above(Set<String> lower, Identifier to) {
        @Nullable
        String upper =
                identifiers.walk(to).up(Identifiers.one(lower, to), to.steps().orElseThrow());
        return upper == null ? Set.of() : Set.of(upper);
    }

    private List<RevisionNode> between(Set<String> lower, Set<String> upper, String text) {
        Set<String> reached = graph.ancestorsAndSelf(upper);
        for (String id : lower) {
            if (!reached.contains(id)) {
                throw new RevisionException("\"" + text + "\" has nothing in it: "
                        + graph.revision(id).describe() + " does not come before "
                        + (upper.isEmpty()
                                ? "the base"
                                : RevisionGraph.describe(
                                        upper.stream().map(graph::revision).toList())));
            }
        }
        lower.forEach(id -> reached.removeAll(graph.ancestors(id)));
        return graph.these(reached);
    }
}
