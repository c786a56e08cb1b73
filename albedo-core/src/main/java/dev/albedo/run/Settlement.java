package dev.albedo.run;

import dev.albedo.run.AppliedRevision.State;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Records what became of the steps that are in doubt, as their author says it. */
final class Settlement {

    private final MigrationSource migrations;
    private final Session session;

    Settlement(MigrationSource migrations, Session session) {
        this.migrations = migrations;
        this.session = session;
    }

    List<SettledStep> run(StepOutcome outcome) throws SQLException {
        HistoryLog log = session.history.log();
        List<SettledStep> settled = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        String word = outcome.name().toLowerCase(Locale.ROOT);
        statements.add(log.runBegan("repair step=" + word));
        for (AppliedRevision row : session.rows()) {
            if (row.state() == State.APPLIED) {
                continue;
            }
            Work work = Planner.begun(row, migrations, session);
            Optional<Step> doubtful = Planner.doubtful(row, work);
            if (doubtful.isPresent()) {
                Step step = doubtful.get();
                int done = outcome == StepOutcome.DONE ? step.number() : step.number() - 1;
                statements.add(session.history.table().progress(work, done, false));
                statements.add(log.settled(work, done, "step " + step.number() + " " + word));
                settled.add(new SettledStep(work.revision(), step, outcome));
            }
        }
        if (settled.isEmpty()) {
            throw new RunException(
                    "no step is in doubt, so nothing was changed; mvn albedo:status says how things stand");
        }
        statements.add(log.runDone());
        session.atOnce("the repair", statements);
        return List.copyOf(settled);
    }
}
