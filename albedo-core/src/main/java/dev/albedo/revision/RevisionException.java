package dev.albedo.revision;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Revisions make no graph, or something was asked of a graph that it cannot answer. The message is for people: it names
 * the revisions and what to do next.
 */
public final class RevisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RevisionProblem> problems;

    RevisionException(String message) {
        super(message);
        this.problems = List.of();
    }

    RevisionException(List<RevisionProblem> problems) {
        super(problems.stream().map(RevisionProblem::message).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    /** Every reason why the revisions make no graph; empty if it was a question that failed. */
    public List<RevisionProblem> problems() {
        return problems;
    }
}
