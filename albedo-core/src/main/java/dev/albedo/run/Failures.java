package dev.albedo.run;

import dev.albedo.dialect.Dialects;
import dev.albedo.operation.Operation;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is said when a revision fails: which, where in it, what the server said, how things stand, what to do.
 *
 * @param steps what was to be done of it, or what is left
 * @param oneOfMany whether it is in one transaction with other revisions
 * @param batches what is done of the first of the steps, if it goes batch by batch; else nothing
 */
record Failures(Work work, List<Step> steps, boolean oneOfMany, String batches) {

    Failures(Work work, List<Step> steps) {
        this(work, steps, false, "");
    }

    RunException of(@Nullable Step step, Exception e) {
        String place = step == null
                ? ""
                : ", step " + step.number() + " of " + work.steps().size() + " (" + Secrets.words(step.operation())
                        + ")";
        String sql = step == null || step.statement() == null || saysEnough(step.operation())
                ? ""
                : "\nSQL: " + Secrets.maskSql(step.statement().sql());
        // Not every statement of that kind is all or nothing.
        String left = step != null && step.isOnlyKnownToAuthor()
                ? " What the statement did before it failed is not taken back, as it is outside of a transaction."
                : "";
        return failure(place, e, sql, standing(e) + left);
    }

    /** Whether the SQL adds nothing: it is long and the error quotes the statement in it, or the error is a sentence that Albedo had the server say. */
    private static boolean saysEnough(Operation operation) {
        return operation instanceof Operation.BulkInsert
                || operation instanceof Operation.Expectation
                || operation instanceof Operation.AlterColumn
                || operation instanceof Operation.AlterEnum
                || operation instanceof Operation.AlterComposite
                || (operation instanceof Operation.Backfill backfill && backfill.value() == null);
    }

    RunException ofOneAmong(List<Step> candidates, SQLException e) {
        if (candidates.size() == 1 || Retry.isTransient(e)) {
            return of(candidates.isEmpty() ? null : candidates.get(0), e);
        }
        String place = ", one of the steps " + candidates.get(0).number() + " to "
                + candidates.get(candidates.size() - 1).number() + " ("
                + candidates.stream()
                        .map(step -> Secrets.words(step.operation()))
                        .collect(Collectors.joining("; ")) + ")";
        return failure(place, e, "", standing(e));
    }

    RunException ofBookkeeping(SQLException e) {
        return failure(", writing the history table", e, "", standing(e));
    }

    RunException ofCommit(SQLException e) {
        return Retry.isTransient(e)
                ? failure(", commit", e, "", "Whether it was committed is not known; run it again, that finds out.")
                : failure(", commit", e, "", standing(e));
    }

    private RunException failure(String place, Exception e, String sql, String standing) {
        String verb = work.direction() == Direction.UP ? "revision " : "taking back revision ";
        String what = verb + work.revision().describe() + place;
        String reason = e instanceof SQLException ? Dialects.withoutGeneratedCode(Retry.message(e)) : e.toString();
        @Nullable
        Exception cause =
                Secrets.mask(String.valueOf(e.getMessage())).equals(String.valueOf(e.getMessage())) ? e : null;
        return Contention.is(e)
                ? new Contention(what, reason, sql, standing, cause)
                : new RunException(what + " failed: " + reason + sql + "\n" + standing, cause);
    }

    private String standing(Exception e) {
        if (e instanceof SQLException failure && Retry.isTransient(failure)) {
            return "The connection to the database is lost; run it again, that finds out how far it came and goes on.";
        }
        return standing();
    }

    /** How things stand when the first of the steps is not done. */
    String standing() {
        if (oneOfMany) {
            return "Nothing was changed: the revisions of this run are one transaction.";
        }
        int first = steps.isEmpty() ? 1 : steps.get(0).number();
        if (!batches.isEmpty()) {
            return "Of step " + first + ", " + batches
                    + " are done and recorded; once the cause is removed, run it again: it goes on from there.";
        }
        return first == 1
                ? "Nothing of this revision was changed; what was done before it stays."
                : "Its steps before step " + first
                        + " are done and recorded; once the cause is removed, run it again: it goes" + " on at step "
                        + first + ".";
    }
}
