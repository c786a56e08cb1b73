package dev.albedo.revision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The graph as its definition says it, however slow. */
record NaiveGraph(List<RevisionNode> nodes) {

    /** Up to 12 revisions with parents and dependencies among the earlier ones. */
    static NaiveGraph random(Random random) {
        List<RevisionNode> nodes = new ArrayList<>();
        List<Integer> names = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            names.add(i);
        }
        java.util.Collections.shuffle(names, random);
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            Set<String> parents = new HashSet<>();
            Set<String> dependsOn = new HashSet<>();
            for (int draw = random.nextInt(3); i > 0 && draw > 0; draw--) {
                parents.add(nodes.get(random.nextInt(i)).id());
            }
            if (i > 0 && random.nextInt(5) == 0) {
                dependsOn.add(nodes.get(random.nextInt(i)).id());
            }
            String id = "r" + names.get(i);
            nodes.add(new RevisionNode(
                    id,
                    "p." + id,
                    List.copyOf(parents),
                    List.copyOf(dependsOn),
                    random.nextInt(4) == 0 ? List.of("on." + id) : List.of(),
                    "t" + random.nextInt(3)));
        }
        return new NaiveGraph(nodes);
    }

    private RevisionNode node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
    }

    String any(Random random) {
        return nodes.get(random.nextInt(nodes.size())).id();
    }

    Set<String> ancestors(String id) {
        Set<String> found = new HashSet<>();
        for (List<String> before : List.of(node(id).parents(), node(id).dependsOn())) {
            for (String other : before) {
                found.add(other);
                found.addAll(ancestors(other));
            }
        }
        return found;
    }

    /** Some revisions with all that comes before them. */
    Set<String> closed(Random random) {
        Set<String> found = new HashSet<>();
        for (int draw = random.nextInt(4); draw > 0; draw--) {
            String id = any(random);
            found.add(id);
            found.addAll(ancestors(id));
        }
        return found;
    }

    boolean isClosed(Set<String> ids) {
        return ids.stream().allMatch(id -> ids.containsAll(ancestors(id)));
    }

    boolean isInOrder(List<RevisionNode> order) {
        Set<String> later = new HashSet<>();
        order.forEach(node -> later.add(node.id()));
        for (RevisionNode node : order) {
            later.remove(node.id());
            if (later.stream().anyMatch(ancestors(node.id())::contains)) {
                return false;
            }
        }
        return true;
    }

    List<RevisionNode> heads() {
        return nodes.stream()
                .filter(node ->
                        nodes.stream().noneMatch(other -> other.parents().contains(node.id())))
                .toList();
    }

    List<RevisionNode> upgrade(Set<String> applied, String target) {
        return nodes.stream()
                .filter(node -> node.id().equals(target) || ancestors(target).contains(node.id()))
                .filter(node -> !applied.contains(node.id()))
                .toList();
    }

    List<RevisionNode> downgrade(Set<String> applied, String target) {
        return nodes.stream()
                .filter(node -> applied.contains(node.id()))
                .filter(node -> nodes.stream()
                        .filter(child -> child.parents().contains(target))
                        .anyMatch(child ->
                                child.equals(node) || ancestors(node.id()).contains(child.id())))
                .toList();
    }

    private Set<String> ancestorsByParents(String id) {
        Set<String> found = new HashSet<>();
        for (String parent : node(id).parents()) {
            found.add(parent);
            found.addAll(ancestorsByParents(parent));
        }
        return found;
    }

    Set<String> lineage(String id) {
        Set<String> found = new HashSet<>(ancestorsByParents(id));
        found.add(id);
        nodes.stream()
                .map(RevisionNode::id)
                .filter(other -> ancestorsByParents(other).contains(id))
                .forEach(found::add);
        return found;
    }

    private long children(String id) {
        return nodes.stream().filter(node -> node.parents().contains(id)).count();
    }

    private Set<String> below(String id) {
        Set<String> found = new HashSet<>();
        List<String> parents = node(id).parents();
        if (parents.size() == 1
                && children(parents.get(0)) == 1
                && node(parents.get(0)).parents().size() < 2) {
            found.add(parents.get(0));
            found.addAll(below(parents.get(0)));
        }
        return found;
    }

    Set<String> labels(String id) {
        Set<String> found = new HashSet<>();
        for (RevisionNode node : nodes) {
            if (node.id().equals(id)
                    || ancestorsByParents(id).contains(node.id())
                    || below(node.id()).contains(id)) {
                found.addAll(node.labels());
            }
        }
        return found;
    }

    /** What goes if the children of a target do, or the bases if there is no target, of those on a branch. */
    List<RevisionNode> downgrade(Set<String> applied, Optional<String> target, String branch) {
        Set<String> roots = new HashSet<>();
        for (RevisionNode node : nodes) {
            if (lineage(branch).contains(node.id())
                    && (target.isEmpty()
                            ? node.parents().isEmpty()
                            : node.parents().contains(target.get()))) {
                roots.add(node.id());
            }
        }
        return nodes.stream()
                .filter(node -> applied.contains(node.id()))
                .filter(node -> roots.contains(node.id())
                        || ancestors(node.id()).stream().anyMatch(roots::contains))
                .toList();
    }

    /** From one that comes before another to that one. */
    List<RevisionNode> range(String from, String to) {
        return nodes.stream()
                .filter(node -> node.id().equals(to) || ancestors(to).contains(node.id()))
                .filter(node -> !ancestors(from).contains(node.id()))
                .toList();
    }
}
