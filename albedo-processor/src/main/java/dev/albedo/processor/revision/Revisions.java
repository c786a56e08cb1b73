package dev.albedo.processor.revision;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.Trees;
import dev.albedo.processor.report.Message;
import dev.albedo.processor.report.Reporter;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.revision.RevisionProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The revisions of a compilation: collected class by class, checked as a graph together with those that are there already. */
public final class Revisions {

    private final ProcessingEnvironment environment;
    private final Reporter reporter;
    private final @Nullable Trees trees;
    private final Map<String, TypeElement> types = new TreeMap<>();
    private final Map<String, Declared> declared = new TreeMap<>();

    /**
     * None yet.
     *
     * @param trees the source as the compiler understands it; {@code null} if this compiler does not give it
     */
    public Revisions(ProcessingEnvironment environment, Reporter reporter, @Nullable Trees trees) {
        this.environment = environment;
        this.reporter = reporter;
        this.trees = trees;
    }

    /** Takes a class of this compilation if it is a revision. */
    public void add(TypeElement type) {
        if (Declared.of(type, environment.getElementUtils()) != null) {
            types.put(environment.getElementUtils().getBinaryName(type).toString(), type);
        }
    }

    public boolean isEmpty() {
        return types.isEmpty();
    }

    /** What the classes of this compilation declare, once they are checked. */
    public List<RevisionNode> nodes() {
        return declared.values().stream().map(Declared::node).toList();
    }

    /**
     * Checks the classes of this compilation and the graph they make with the others; reports all that is wrong.
     *
     * @param others revisions that are compiled already, of this module and of others
     * @param hasUnits whether each package has the revisions of a persistence unit, and so a head of its own
     * @return whether nothing is wrong
     */
    public boolean check(Collection<RevisionNode> others, boolean hasUnits) {
        boolean sound = true;
        read();
        ClassRules rules = new ClassRules(environment.getElementUtils(), environment.getTypeUtils());
        for (Declared revision : declared.values()) {
            for (String broken : rules.broken(revision.type())) {
                reporter.error(broken, revision.type(), revision.annotation(), null);
                sound = false;
            }
        }
        List<RevisionNode> all = new ArrayList<>(others);
        all.addAll(nodes());
        List<RevisionProblem> problems = RevisionGraph.problems(all);
        problems.forEach(this::report);
        if (problems.isEmpty()) {
            RevisionGraph.of(all).heads().stream()
                    .collect(Collectors.groupingBy(
                            head -> hasUnits ? head.packageName() : "", TreeMap::new, Collectors.toList()))
                    .values()
                    .forEach(this::warnOfHeads);
        }
        return sound && problems.isEmpty();
    }

    /** Only now: javac gives each round new annotations, and knows the places of the latest only. */
    private void read() {
        types.forEach((name, type) -> {
            Declared revision = Declared.of(type, environment.getElementUtils());
            if (revision != null) {
                ClassTree source = trees == null ? null : trees.getTree(type);
                declared.put(name, source == null ? revision : revision.with(StepCodeReader.read(source)));
            }
        });
    }

    private void report(RevisionProblem problem) {
        Declared at = declared.get(problem.revisionClass());
        if (at == null) {
            reporter.error(problem.message(), null);
        } else {
            reporter.error(
                    problem.message(), at.type(), at.annotation(), at.find(problem.attribute(), problem.value()));
        }
    }

    private void warnOfHeads(List<RevisionNode> heads) {
        if (heads.size() > 1) {
            Declared at = heads.stream()
                    .map(head -> declared.get(head.className()))
                    .filter(revision -> revision != null)
                    .findFirst()
                    .orElse(null);
            reporter.warn(
                    Message.severalHeads(
                            heads.stream().map(RevisionNode::describe).toList()),
                    at == null ? null : at.type());
        }
    }
}
