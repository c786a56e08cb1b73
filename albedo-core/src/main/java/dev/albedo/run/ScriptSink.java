package dev.albedo.run;

import dev.albedo.dialect.BatchStatements;
import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.RecoveryProbe;
import dev.albedo.dialect.Scripts;
import dev.albedo.dialect.Statement;
import dev.albedo.operation.Operation;
import dev.albedo.safety.loss.Readiness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes statements to a text instead of sending them. Each statement ends in a semicolon at the end of its last line, and
 * each transaction is one: {@code BEGIN} to {@code COMMIT}, or in an idempotent script one statement that looks into
 * the history table first. A script that is one transaction has the same without a {@code BEGIN} and {@code COMMIT} of
 * their own.
 */
final class ScriptSink implements StatementSink {

    private final StringBuilder text = new StringBuilder();
    private final List<String> missing = new ArrayList<>();
    private final Dialect dialect;
    private final Scripts scripts;
    private final HistoryTable table;
    private final boolean idempotent;
    private final boolean singleTransaction;

    /** What the row of the revision says where the next piece of it shall run, as a condition. */
    private String here = "";

    private int done;
    private boolean inDoubt;
    private boolean sent;

    ScriptSink(Dialect dialect, HistoryTable table, boolean idempotent, boolean singleTransaction) {
        this.dialect = dialect;
        this.scripts = dialect.scripts();
        this.table = table;
        this.idempotent = idempotent;
        this.singleTransaction = singleTransaction;
    }

    String text() {
        return text.toString();
    }

    /** What somebody has to do by hand. */
    List<String> missing() {
        return missing;
    }

    void comment(String comment) {
        comment.lines().forEach(line -> text.append("-- ").append(line).append('\n'));
    }

    void statement(String sql) {
        text.append(ended(sql)).append('\n');
    }

    /** On a line of its own where the statement may end in a comment. */
    private static String ended(String sql) {
        return sql.strip() + (sql.contains("--") ? "\n;" : ";");
    }

    /** A revision begins. */
    void begin(Work work) {
        text.append('\n');
        comment((work.direction() == Direction.UP ? "up " : "down ")
                + work.revision().describe());
        if (work.baseline() && work.direction() == Direction.DOWN) {
            comment("  A BASELINE: drops tables that were there before Albedo");
        }
        for (Operation operation : work.operations()) {
            comment("  " + Secrets.words(operation));
        }
        Readiness.lost(work.operations()).forEach(lost -> comment("  DELETES DATA: " + lost));
        here = work.direction() == Direction.UP
                ? "NOT " + table.exists(table.is(work))
                : table.exists(table.is(work) + " AND state = 'applied'");
        done = 0;
        inDoubt = false;
        sent = false;
    }

    @Override
    public void transaction(Work work, List<Step> steps, List<String> bookkeeping) {
        if (idempotent) {
            guarded(work, steps, bookkeeping);
        } else {
            if (!singleTransaction) {
                statement(scripts.begin());
            }
            if (!singleTransaction && !steps.isEmpty()) {
                statement(scripts.fixSettings());
            }
            steps.forEach(step -> {
                if (isMissing(step)) {
                    comment(lack(work, step));
                } else {
                    statement(step.sql());
                }
            });
            bookkeeping.forEach(this::statement);
            if (!singleTransaction) {
                statement(scripts.commit());
            }
        }
    }

    private void guarded(Work work, List<Step> steps, List<String> bookkeeping) {
        List<String> lines = new ArrayList<>();
        boolean begins = steps.isEmpty()
                && !inDoubt
                && done < work.steps().size()
                && work.steps().get(done).batches() == null;
        if (begins) {
            Step step = work.steps().get(done);
            if (step.isOnlyKnownToAuthor()) {
                statement(scripts.stopIf(table.exists(at(work, true)), doubt(work, step)));
            }
            Statement next = step.required();
            lines.add(scripts.raise(
                    "NOT (" + scripts.answers(next, RecoveryProbe.BEFORE) + ")",
                    "what step " + (done + 1) + " of revision "
                            + work.revision().describe() + " does is there already, and not by this script"));
        }
        if (!steps.isEmpty() && !singleTransaction) {
            lines.add(scripts.fixSettingsLine());
        }
        for (Step step : steps) {
            lines.add(isMissing(step) ? "-- " + lack(work, step) : scripts.execute(step.sql()));
        }
        bookkeeping.forEach(row -> lines.add(ended(row)));
        statement(scripts.when(here, lines));
        done += sent ? 1 : steps.size();
        inDoubt = begins;
        sent = false;
        here = table.exists(at(work, inDoubt));
    }

    /** A condition on the row of a revision: its next step is the one after those that are done here. */
    private String at(Work work, boolean doubt) {
        return table.is(work) + " AND state = '" + (work.direction() == Direction.UP ? "started" : "undoing")
                + "' AND steps = " + done + " AND " + (doubt ? "in_doubt" : "NOT in_doubt");
    }

    private static String doubt(Work work, Step step) {
        return "whether step " + step.number() + " of revision "
                + work.revision().describe()
                + " happened is not known, because an earlier run ended while the server was at it; look, then say it with"
                + " mvn albedo:repair -Dalbedo.step=done, or -Dalbedo.step=again";
    }

    @Override
    public BatchPosition batch(Work work, Step step, BatchPosition from, Function<BatchPosition, String> bookkeeping) {
        sent = true;
        if (isMissing(step)) {
            comment(lack(work, step));
        } else if (step.operation() instanceof Operation.Backfill fill) {
            statement(dialect.batches(fill).block(idempotent ? here : "true", table.name(), table.is(work)));
        }
        return new BatchPosition(BatchStatements.PASSES + 1, 0, 0, Map.of());
    }

    @Override
    public void alone(Work work, Step step) {
        Statement statement = step.required();
        sent = true;
        if (isMissing(step)) {
            comment(lack(work, step));
            return;
        }
        statement(scripts.fixSessionSettings());
        if (!idempotent) {
            statement(statement.sql());
        } else {
            RecoveryProbe aftermath = statement.aftermath();
            if (aftermath != null && aftermath.cleanup() != null) {
                text.append(scripts.aloneIf(
                                aftermath.cleanup(), here + " AND " + scripts.answers(statement, RecoveryProbe.BROKEN)))
                        .append('\n');
            }
            String open = aftermath == null ? "" : " AND NOT " + scripts.answers(statement, RecoveryProbe.AFTER);
            text.append(scripts.aloneIf(statement.sql(), here + open)).append('\n');
        }
        statement(scripts.putSettingsBack());
    }

    /** Java cannot be in a text, and a password must not. */
    private static boolean isMissing(Step step) {
        return step.statement() == null
                || !Secrets.maskPasswords(step.statement().sql())
                        .equals(step.statement().sql());
    }

    private String lack(Work work, Step step) {
        String what =
                "step " + step.number() + " of revision " + work.revision().describe() + " ("
                        + Secrets.words(step.operation()) + ") "
                        + (step.statement() == null ? "is Java code" : "has a password in it");
        missing.add(what);
        return "MISSING: " + what + "; do it here by hand";
    }
}
