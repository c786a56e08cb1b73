package dev.albedo.revision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A revision as its class declares it.
 *
 * @param id the identifier
 * @param className the binary name of its class
 * @param parents the revisions before it
 * @param dependsOn revisions of other branches that must have been applied before it
 * @param labels names for the branch that starts here
 * @param created when it was written, ISO-8601 in UTC, or empty
 * @param stepCode what its data steps say
 */
public record RevisionNode(
        String id,
        String className,
        List<String> parents,
        List<String> dependsOn,
        List<String> labels,
        String created,
        StepCode stepCode) {

    public RevisionNode {
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** A revision of whose data steps nothing is known. */
    public RevisionNode(
            String id,
            String className,
            List<String> parents,
            List<String> dependsOn,
            List<String> labels,
            String created) {
        this(id, className, parents, dependsOn, labels, created, StepCode.NONE);
    }

    /** A revision with parents and nothing else. */
    public static RevisionNode of(String id, String className, String... parents) {
        return new RevisionNode(id, className, List.of(parents), List.of(), List.of(), "");
    }

    /** The same revision with what is known of its data steps. */
    public RevisionNode stepCode(StepCode known) {
        return new RevisionNode(id, className, parents, dependsOn, labels, created, known);
    }

    /** What comes directly before it: its parents, then what it depends on, each once in a sound graph. */
    List<String> before() {
        if (dependsOn.isEmpty()) {
            return parents;
        }
        Set<String> before = new LinkedHashSet<>(parents);
        before.addAll(dependsOn);
        return List.copyOf(before);
    }

    /** The name of its class without package and enclosing class. */
    public String simpleName() {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    /** Returns the package of its class. */
    public String packageName() {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    /** How messages call it: {@code 8f3c1a9b27d4 (M20261122213005_AddEmail)}. */
    public String describe() {
        return id + " (" + simpleName() + ")";
    }
}
