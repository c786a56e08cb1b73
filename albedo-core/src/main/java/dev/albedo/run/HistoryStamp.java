package dev.albedo.run;

import dev.albedo.revision.Identifiers;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.AppliedRevision.State;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets what is recorded as applied, and runs nothing. */
final class HistoryStamp {

    private final MigrationSource migrations;
    private final Session session;

    HistoryStamp(MigrationSource migrations, Session session) {
        this.migrations = migrations;
        this.session = session;
    }

    StampResult run(Collection<String> names, boolean purge) throws SQLException {
        RevisionGraph graph = migrations.graph();
        List<AppliedRevision> rows = session.rows();
        if (!purge) {
            requireFinished(rows);
            graph.requireKnown(rows.stream().map(AppliedRevision::id).collect(Collectors.toSet()));
        }
        List<RevisionNode> wanted = wanted(names, rows);
        Set<String> ids = wanted.stream().map(RevisionNode::id).collect(Collectors.toSet());
        Set<String> there = purge ? Set.of() : Planner.ids(rows, State.APPLIED);
        List<AppliedRevision> removed =
                rows.stream().filter(row -> purge || !ids.contains(row.id())).toList();
        List<RevisionNode> added = wanted.stream()
                .filter(revision -> !there.contains(revision.id()))
                .toList();
        if (!added.isEmpty() || !removed.isEmpty()) {
            session.atOnce(
                    "the stamp",
                    statements("stamp " + String.join(", ", names) + (purge ? ", purge" : ""), removed, added));
        }
        return new StampResult(added, removed);
    }

    private static void requireFinished(List<AppliedRevision> rows) {
        rows.stream().filter(row -> row.state() != State.APPLIED).findFirst().ifPresent(row -> {
            throw new RunException("revision " + row.id() + " (" + row.name() + ") was begun and not finished: "
                    + row.stepsDone() + " of its steps are done; run migrate, which finishes it, or stamp with purge,"
                    + " which forgets it and leaves in the database what was done of it");
        });
    }

    /** The revisions that shall be recorded: these, and all that comes before them. */
    private List<RevisionNode> wanted(Collection<String> names, List<AppliedRevision> rows) {
        RevisionGraph graph = migrations.graph();
        Set<String> known = Planner.ids(rows, State.APPLIED).stream()
                .filter(id -> graph.find(id).isPresent())
                .collect(Collectors.toSet());
        Identifiers identifiers = new Identifiers(graph, known);
        Set<String> wanted = new LinkedHashSet<>();
        names.forEach(name -> wanted.addAll(identifiers.resolve(name)));
        return graph.upgrade(Set.of(), wanted);
    }

    private List<String> statements(String request, List<AppliedRevision> removed, List<RevisionNode> added) {
        HistoryLog log = session.history.log();
        List<String> statements = new ArrayList<>();
        statements.add(log.runBegan(request));
        for (int i = removed.size() - 1; i >= 0; i--) {
            statements.add(session.history.table().unstamped(removed.get(i)));
            statements.add(log.unstamped(removed.get(i)));
        }
        for (RevisionNode revision : added) {
            Work work = Work.record(migrations, revision, Direction.UP, session.dialect);
            statements.add(session.history.table().stamped(work));
            statements.add(log.stamped(work));
        }
        statements.add(log.runDone());
        return statements;
    }
}
