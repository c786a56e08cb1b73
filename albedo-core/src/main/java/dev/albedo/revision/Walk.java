package dev.albedo.revision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes up and down a graph, from child to parent and back.
 *
 * @param graph in which it goes
 * @param line where alone it may go, or nothing if it may go everywhere
 * @param text what somebody wrote, for messages
 */
record Walk(RevisionGraph graph, Optional<Set<String>> line, String text) {

    /**
     * So many steps up; from nothing, the first step leads to a base.
     *
     * @throws RevisionException if there are fewer, or a step can lead to several revisions
     */
    @Nullable
    String up(@Nullable String start, int steps) {
        @Nullable String at = start;
        for (int step = 0; step < steps; step++) {
            Collection<String> next =
                    at == null ? graph.bases().stream().map(RevisionNode::id).toList() : graph.children(at);
            at = only(next, "after", at, step);
        }
        return at;
    }

    /**
     * So many steps down; the last one may lead to nothing, before the first revision.
     *
     * @throws RevisionException if there are fewer, or a step can lead to several revisions
     */
    @Nullable
    String down(@Nullable String start, int steps) {
        @Nullable String at = start;
        for (int step = 0; step < steps; step++) {
            if (at == null) {
                throw new RevisionException("\"" + text + "\" is " + (steps - step) + " below the first revision");
            }
            at = below(at, step);
        }
        return at;
    }

    /** At most so many steps down. */
    @Nullable
    String downAtMost(@Nullable String start, int steps) {
        @Nullable String at = start;
        for (int step = 0; step < steps && at != null; step++) {
            at = below(at, step);
        }
        return at;
    }

    private @Nullable String below(String at, int step) {
        List<String> parents = graph.revision(at).parents();
        return parents.isEmpty() ? null : only(parents, "before", at, step);
    }

    private String only(Collection<String> all, String where, @Nullable String at, int step) {
        List<String> next = all.stream()
                .filter(id -> line.isEmpty() || line.get().contains(id))
                .toList();
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
        return next.get(0);
    }
}
