package dev.albedo.revision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people may call a revision:
 *
 * <ul>
 *   <li>its id, or a prefix of 3 characters or more that only one id has; a label, which is the revision that declares it;
 *   <li>{@code head}, {@code heads}, {@code base}, {@code current};
 *   <li>{@code +2} or {@code -1}, counted from where the database is; {@code ae10+2} or {@code head-1}, counted from a
 *       revision;
 *   <li>each of these on one branch: {@code shop@head}, {@code shop@base}, {@code shop@ae10}, {@code shop@+1}, where
 *       {@code shop} is a label, an id or a prefix. On the branch of a revision is what comes before and after it by way of
 *       parents.
 * </ul>
 */
public final class Identifiers {

    /** Shorter prefixes are taken for mistakes. */
    static final int SHORTEST_PREFIX = 3;

    private final RevisionGraph graph;
    private final Labels labels;
    private final Supplier<Set<String>> applied;

    /**
     * Names in a graph.
     *
     * @param applied the ids that the database has, from which {@code current}, {@code +1} and {@code -1} are counted
     */
    public Identifiers(RevisionGraph graph, Set<String> applied) {
        this(graph, () -> applied);
    }

    /**
     * Names in a graph.
     *
     * @param applied says which ids the database has; asked only if something is counted from there
     */
    public Identifiers(RevisionGraph graph, Supplier<Set<String>> applied) {
        this.graph = graph;
        this.labels = Labels.of(graph.ordered());
        this.applied = applied;
    }

    /**
     * The ids that are meant; none is the state before the first revision.
     *
     * @throws RevisionException if nothing or more than one thing can be meant
     */
    public Set<String> resolve(String text) {
        return resolve(Identifier.parse(text));
    }

    /**
     * The ids that a database is to be brought up to.
     *
     * @throws RevisionException as {@link #resolve} does, or if that is below where the database is
     */
    public Set<String> upgrade(String text) {
        Identifier identifier = Identifier.parse(text);
        if (identifier.isFromDatabase() && identifier.leadsDown()) {
            throw new RevisionException(
                    "\"" + text + "\" is below where the database is; to take revisions back, use rollback");
        }
        return resolve(identifier);
    }

    /**
     * What a database is to be brought down to.
     *
     * @throws RevisionException as {@link #resolve} does, or if that is several revisions or above where the database is
     */
    public RollbackTarget rollback(String text) {
        Identifier identifier = Identifier.parse(text);
        if (identifier.isFromDatabase() && identifier.leadsUp()) {
            throw new RevisionException(
                    "\"" + text + "\" is above where the database is; to apply revisions, use migrate");
        }
        Set<String> targets = resolve(identifier);
        if (targets.size() > 1) {
            throw new RevisionException("\"" + text + "\" is more than one revision: " + String.join(", ", targets)
                    + "; name the one to roll back to");
        }
        return new RollbackTarget(targets.stream().findFirst(), branch(identifier));
    }

    /**
     * The revisions from one to another, oldest first: the later one and what comes before it, without what comes before the
     * earlier one.
     *
     * @param text {@code from:to}. Nothing before the colon is the base, nothing behind it are all heads. {@code -2:} is
     *     counted from the end and {@code ae10:+2} from the start; {@code -2:+2} both from where the database is.
     * @throws RevisionException if one of them is not understood, or the first is not before the second
     */
    public List<RevisionNode> range(String text) {
        return new Range(this, graph).of(text);
    }

    /**
     * Checks the form of a range; whether its revisions exist is known only with a graph.
     *
     * @throws RevisionException if it is no range
     */
    public static void requireRange(String text) {
        Range.ends(text).forEach(Range::end);
    }

    /** The revisions that are meant, counted from where the database is if it says no other place. */
    Set<String> resolve(Identifier identifier) {
        Optional<String> branch = branch(identifier);
        Set<String> start = identifier.isFromDatabase()
                ? current(branch)
                : absolute(identifier.symbol(), branch, identifier.branch().orElse(""));
        if (identifier.steps().isEmpty()) {
            return start;
        }
        int steps = identifier.steps().get();
        Walk walk = walk(identifier);
        @Nullable String from = one(start, identifier);
        return optional(identifier.leadsUp() ? walk.up(from, steps) : walk.down(from, -steps));
    }

    Walk walk(Identifier identifier) {
        return new Walk(graph, branch(identifier).map(graph::lineage), identifier.text());
    }

    /** The id of the revision whose branch is named. */
    Optional<String> branch(Identifier identifier) {
        return identifier.branch().map(name -> named(name, Optional.empty(), ""));
    }

    private Set<String> absolute(String symbol, Optional<String> branch, String branchName) {
        return switch (symbol) {
            case "head" -> head(branch, branchName);
            case "heads" -> heads(branch);
            case "base" -> Set.of();
            case "current" -> current(branch);
            default -> Set.of(named(symbol, branch, branchName));
        };
    }

    private Set<String> head(Optional<String> branch, String branchName) {
        Set<String> heads = heads(branch);
        if (heads.size() > 1) {
            String several = RevisionGraph.describe(graph.these(heads));
            throw new RevisionException(
                    branch.isEmpty()
                            ? "there are " + heads.size() + " heads: " + several
                                    + "; run mvn albedo:merge to join them, mvn albedo:rebase to put one on top of the"
                                    + " other, or name the head you want"
                            : "branch \"" + branchName + "\" has " + heads.size() + " heads: " + several
                                    + "; run mvn albedo:merge to join them, or name the one you want");
        }
        return heads;
    }

    private Set<String> heads(Optional<String> branch) {
        return on(branch, ids(graph.heads()));
    }

    /** Where the database is; on a branch that none of its heads is on, where that branch leaves what is applied. */
    private Set<String> current(Optional<String> branch) {
        Set<String> all = applied.get();
        Set<String> there = on(branch, ids(graph.heads(all)));
        return there.isEmpty() ? ids(graph.heads(on(branch, all))) : there;
    }

    private Set<String> on(Optional<String> branch, Set<String> ids) {
        if (branch.isEmpty()) {
            return ids;
        }
        Set<String> there = new TreeSet<>(ids);
        there.retainAll(graph.lineage(branch.get()));
        return there;
    }

    private String named(String text, Optional<String> branch, String branchName) {
        Optional<Set<String>> line = branch.map(graph::lineage);
        Optional<String> exact = graph.find(text).map(RevisionNode::id).or(() -> labels.declaring(text));
        if (exact.isPresent()) {
            if (line.isPresent() && !line.get().contains(exact.get())) {
                throw new RevisionException("revision "
                        + graph.revision(exact.get()).describe() + " is not on branch \"" + branchName
                        + "\": it comes neither before nor after "
                        + graph.revision(branch.orElseThrow()).describe());
            }
            return exact.get();
        }
        List<RevisionNode> candidates = text.length() < SHORTEST_PREFIX
                ? List.of()
                : graph.ordered().stream()
                        .filter(node -> node.id().startsWith(text))
                        .filter(node -> line.isEmpty() || line.get().contains(node.id()))
                        .toList();
        if (candidates.size() > 1) {
            throw new RevisionException(
                    "\"" + text + "\" can be " + RevisionGraph.describe(candidates) + "; write more of the id");
        }
        if (candidates.isEmpty()) {
            throw new RevisionException("there is no revision \"" + text + "\" "
                    + (branch.isEmpty() ? "in this project" : "on branch \"" + branchName + "\"")
                    + Suggestions.of(text, graph));
        }
        return candidates.get(0).id();
    }

    /** The only one, or {@code null} for the state before the first revision. */
    static @Nullable String one(Set<String> ids, Identifier identifier) {
        if (ids.size() > 1) {
            String first = new TreeSet<>(ids).first();
            throw new RevisionException("\"" + identifier.text() + "\" can be counted from each of "
                    + String.join(", ", new TreeSet<>(ids)) + "; put the one you mean before it, like " + first
                    + (identifier.leadsUp() ? "+1" : "-1"));
        }
        return ids.isEmpty() ? null : ids.iterator().next();
    }

    private static Set<String> optional(@Nullable String id) {
        return id == null ? Set.of() : Set.of(id);
    }

    private static Set<String> ids(Collection<RevisionNode> nodes) {
        return nodes.stream().map(RevisionNode::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
