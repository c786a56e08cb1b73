package dev.albedo.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The revisions of a project and how they follow each other. Immutable, and sound when you hold one: every id is unique,
 * every parent exists, nothing comes before itself.
 *
 * <p>"Before" means parents and what a revision depends on; heads, bases and branches are a matter of parents alone.
 */
public final class RevisionGraph {

    private static final Comparator<RevisionNode> AGE =
            Comparator.comparing(RevisionNode::created).thenComparing(RevisionNode::id);

    private final Map<String, RevisionNode> ordered;
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, List<String>> after = new HashMap<>();
    private final Map<String, String> elsewhere;

    private RevisionGraph(Collection<RevisionNode> nodes, Map<String, String> elsewhere) {
        this.elsewhere = Map.copyOf(elsewhere);
        for (RevisionNode node : nodes) {
            for (String id : node.parents()) {
                children.computeIfAbsent(id, key -> new ArrayList<>()).add(node.id());
            }
            for (String id : node.before()) {
                after.computeIfAbsent(id, key -> new ArrayList<>()).add(node.id());
            }
        }
        ordered = inOrder(nodes);
        children.values().forEach(list -> list.sort(Comparator.naturalOrder()));
    }

    /**
     * A graph of these revisions. Those that say by a label what they depend on say it by an id in it.
     *
     * @throws RevisionException with every problem, if they make no graph
     */
    public static RevisionGraph of(Collection<RevisionNode> nodes) {
        List<RevisionProblem> problems = problems(nodes);
        if (!problems.isEmpty()) {
            throw new RevisionException(problems);
        }
        Labels labels = Labels.of(nodes);
        return new RevisionGraph(nodes.stream().map(labels::resolved).toList(), Map.of());
    }

    /**
     * Returns the same graph, which knows of revisions beside it.
     *
     * @param reasons by their ids, why they are not in this graph and what to do where a database has them
     */
    public RevisionGraph beside(Map<String, String> reasons) {
        return new RevisionGraph(ordered.values(), reasons);
    }

    /** Returns why a revision that is known beside this graph is not in it, and what to do. */
    public Optional<String> elsewhere(String id) {
        return Optional.ofNullable(elsewhere.get(id));
    }

    /** Every reason why these revisions make no graph, in the order of their ids; empty if they do. */
    public static List<RevisionProblem> problems(Collection<RevisionNode> nodes) {
        return GraphChecks.problems(nodes);
    }

    private Map<String, RevisionNode> inOrder(Collection<RevisionNode> nodes) {
        Map<String, RevisionNode> byId = new HashMap<>();
        Map<String, Integer> open = new HashMap<>();
        PriorityQueue<RevisionNode> free = new PriorityQueue<>(AGE);
        for (RevisionNode node : nodes) {
            byId.put(node.id(), node);
            open.put(node.id(), node.before().size());
            if (node.before().isEmpty()) {
                free.add(node);
            }
        }
        Map<String, RevisionNode> order = new LinkedHashMap<>();
        for (RevisionNode node = free.poll(); node != null; node = free.poll()) {
            order.put(node.id(), node);
            for (String next : after.getOrDefault(node.id(), List.of())) {
                RevisionNode candidate = byId.get(next);
                if (open.merge(next, -1, Integer::sum) == 0 && candidate != null) {
                    free.add(candidate);
                }
            }
        }
        return order;
    }

    /** Every revision after all that come before it; where that leaves a choice, the older one first. */
    public List<RevisionNode> ordered() {
        return List.copyOf(ordered.values());
    }

    public Optional<RevisionNode> find(String id) {
        return Optional.ofNullable(ordered.get(id));
    }

    /**
     * The revision of this id.
     *
     * @throws RevisionException if there is none
     */
    public RevisionNode revision(String id) {
        return find(id).orElseThrow(() -> new RevisionException("there is no revision " + id + " in this project"));
    }

    /** The revisions that are nobody's parent, in order. */
    public List<RevisionNode> heads() {
        return ordered.values().stream()
                .filter(node -> !children.containsKey(node.id()))
                .toList();
    }

    /** The revisions without a parent, in order. */
    public List<RevisionNode> bases() {
        return ordered.values().stream()
                .filter(node -> node.parents().isEmpty())
                .toList();
    }

    /** The revisions among these that are no parent of another one among these, in order. */
    public List<RevisionNode> heads(Set<String> among) {
        Set<String> heads = new HashSet<>(among);
        for (RevisionNode node : ordered.values()) {
            if (among.contains(node.id())) {
                node.parents().forEach(heads::remove);
            }
        }
        return these(heads);
    }

    /** Those with these ids, in order. */
    List<RevisionNode> these(Set<String> ids) {
        List<RevisionNode> found = new ArrayList<>();
        if (!ids.isEmpty()) {
            for (RevisionNode node : ordered.values()) {
                if (ids.contains(node.id())) {
                    found.add(node);
                }
            }
        }
        return List.copyOf(found);
    }

    /** The ids of the revisions whose parent this is, sorted. */
    public List<String> children(String id) {
        return children.getOrDefault(id, List.of());
    }

    /** The ids of all that come before a revision, without itself. */
    public Set<String> ancestors(String id) {
        Set<String> found = ancestorsAndSelf(Set.of(revision(id).id()));
        found.remove(id);
        return found;
    }

    /** The ids of all that follow a revision by way of parents, without itself. */
    public Set<String> descendants(String id) {
        Set<String> found = closure(Set.of(revision(id).id()), children);
        found.remove(id);
        return found;
    }

    /** The ids of all that come before or follow a revision by way of parents, and its own: the branch it is on. */
    public Set<String> lineage(String id) {
        Set<String> found = closure(Set.of(revision(id).id()), children);
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            for (String parent : revision(open.remove()).parents()) {
                if (found.add(parent)) {
                    open.add(parent);
                }
            }
        }
        return found;
    }

    /**
     * What to apply, in order, so that the targets and all that comes before them are applied.
     *
     * @param applied the ids that are applied
     * @param targets the ids that shall be
     * @throws RevisionException if something is applied that is not in this graph, or if a revision that is to be applied
     *     comes before one that is applied already
     */
    public List<RevisionNode> upgrade(Set<String> applied, Set<String> targets) {
        requireKnown(applied);
        Set<String> pending = ancestorsAndSelf(targets);
        pending.removeAll(applied);
        if (!pending.isEmpty()) {
            Set<String> late = ancestorsAndSelf(applied);
            late.retainAll(pending);
            if (!late.isEmpty()) {
                throw editedAfterwards(these(late).get(0), applied);
            }
        }
        return these(pending);
    }

    private RevisionException editedAfterwards(RevisionNode late, Set<String> applied) {
        Set<String> above = closure(Set.of(late.id()), after);
        above.retainAll(applied);
        RevisionNode first = these(above).get(0);
        return new RevisionException("revision " + first.describe() + " is applied, but " + late.describe()
                + ", which comes before it, is not: the graph was edited after it had been applied; put " + late.id()
                + " after the applied ones, or roll back " + first.id() + " first");
    }

    /**
     * What to take back, in order, so that nothing on top of the target is applied. Branches beside it stay, unless they
     * depend on something that goes.
     *
     * @param applied the ids that are applied
     * @param target what stays
     * @throws RevisionException if something is applied that is not in this graph, or if the target is not applied
     */
    public List<RevisionNode> downgrade(Set<String> applied, RollbackTarget target) {
        requireKnown(applied);
        if (target.revision().isEmpty() && target.branch().isEmpty()) {
            return reversed(these(applied));
        }
        Set<String> going = new TreeSet<>();
        if (target.revision().isEmpty()) {
            bases().forEach(base -> going.add(base.id()));
        } else {
            RevisionNode node = revision(target.revision().get());
            if (!applied.contains(node.id())) {
                throw new RevisionException(
                        "revision " + node.describe() + " is not applied, so nothing can be rolled back to it");
            }
            going.addAll(children(node.id()));
        }
        target.branch().map(this::lineage).ifPresent(going::retainAll);
        Set<String> all = closure(going, after);
        all.retainAll(applied);
        return reversed(these(all));
    }

    /**
     * What to take back, in order, to be this many revisions further down.
     *
     * @throws RevisionException if something is applied that is not in this graph, if fewer revisions are applied, or if
     *     several heads are, so that it does not say which goes first
     */
    public List<RevisionNode> downgrade(Set<String> applied, int steps) {
        requireKnown(applied);
        if (steps < 1) {
            throw new RevisionException("a rollback takes back 1 revision or more, not " + steps);
        }
        List<RevisionNode> heads = heads(applied);
        if (heads.size() > 1) {
            throw new RevisionException(
                    heads.size() + " heads are applied: " + describe(heads) + "; say what to roll back to by its id");
        }
        if (steps > applied.size()) {
            throw new RevisionException("cannot take back " + steps + (steps == 1 ? " revision: " : " revisions: ")
                    + switch (applied.size()) {
                        case 0 -> "none is applied";
                        case 1 -> "only 1 is applied";
                        default -> "only " + applied.size() + " are applied";
                    });
        }
        return reversed(these(applied)).subList(0, steps);
    }

    /**
     * Checks that this graph has all that a database has.
     *
     * @throws RevisionException with every id that is missing here
     */
    public void requireKnown(Set<String> applied) {
        Set<String> unknown = new TreeSet<>(applied);
        unknown.removeAll(ordered.keySet());
        if (!unknown.isEmpty()) {
            for (String id : unknown) {
                elsewhere(id).ifPresent(reason -> {
                    throw new RevisionException("the database has revision " + id + ", " + reason);
                });
            }
            throw new RevisionException("the database has " + (unknown.size() == 1 ? "revision " : "revisions ")
                    + String.join(", ", unknown) + ", which this project does not have; get the version of the project"
                    + " that has " + (unknown.size() == 1 ? "it" : "them")
                    + ", for example by a pull or another branch");
        }
    }

    /** The ids of these revisions and of all that come before them. */
    public Set<String> ancestorsAndSelf(Set<String> ids) {
        Set<String> found = new HashSet<>(ids);
        Deque<String> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            for (String id : revision(open.remove()).before()) {
                if (found.add(id)) {
                    open.add(id);
                }
            }
        }
        return found;
    }

    private static Set<String> closure(Set<String> ids, Map<String, List<String>> edges) {
        Set<String> found = new HashSet<>(ids);
        Deque<String> open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            for (String id : edges.getOrDefault(open.remove(), List.of())) {
                if (found.add(id)) {
                    open.add(id);
                }
            }
        }
        return found;
    }

    private static List<RevisionNode> reversed(List<RevisionNode> nodes) {
        List<RevisionNode> reversed = new ArrayList<>(nodes);
        Collections.reverse(reversed);
        return List.copyOf(reversed);
    }

    static String describe(Collection<RevisionNode> nodes) {
        return nodes.stream().map(RevisionNode::describe).collect(Collectors.joining(", "));
    }
}
