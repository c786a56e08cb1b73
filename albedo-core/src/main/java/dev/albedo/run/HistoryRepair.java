package dev.albedo.run;

import dev.albedo.revision.Identifiers;
import dev.albedo.run.AppliedRevision.State;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Accepts edited revisions as what was applied. */
final class HistoryRepair {

    private final MigrationSource migrations;
    private final Session session;

    HistoryRepair(MigrationSource migrations, Session session) {
        this.migrations = migrations;
        this.session = session;
    }

    List<EditedRevision> run(Collection<String> names) throws SQLException {
        List<AppliedRevision> rows = session.rows();
        List<EditedRevision> edited = session.history.edited(rows, migrations, Session.MUST_BE_KNOWN);
        if (!names.isEmpty()) {
            edited = chosen(names, rows, edited);
        }
        if (edited.isEmpty()) {
            throw new RunException("nothing is to be repaired: no applied revision was edited");
        }
        HistoryLog log = session.history.log();
        List<String> statements = new ArrayList<>();
        statements.add(log.runBegan("repair" + (names.isEmpty() ? "" : " " + String.join(", ", names))));
        for (EditedRevision each : edited) {
            statements.add(session.history.table().repaired(each));
            statements.add(log.repaired(each));
        }
        statements.add(log.runDone());
        session.atOnce("the repair", statements);
        return edited;
    }

    private List<EditedRevision> chosen(
            Collection<String> names, List<AppliedRevision> rows, List<EditedRevision> edited) {
        Identifiers identifiers = new Identifiers(migrations.graph(), Planner.ids(rows, State.APPLIED));
        Set<String> wanted = new LinkedHashSet<>();
        names.forEach(name -> wanted.addAll(identifiers.resolve(name)));
        for (String id : wanted) {
            if (edited.stream().noneMatch(each -> each.revision().id().equals(id))) {
                throw new RunException(
                        "revision " + migrations.graph().revision(id).describe()
                                + " is not to be repaired: "
                                + (Planner.ids(rows, State.APPLIED).contains(id)
                                        ? "it is what was applied"
                                        : "it is not applied"));
            }
        }
        return edited.stream()
                .filter(each -> wanted.contains(each.revision().id()))
                .toList();
    }
}
