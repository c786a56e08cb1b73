package dev.albedo.maven.goal.plan;

import dev.albedo.dialect.Dialect;
import dev.albedo.diff.SchemaDiff;
import dev.albedo.diff.SchemaDiffer;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Schema;
import java.util.List;

/**
 * The difference that hooks leave. What is expected after it is then not what the model says but what these operations make
 * of all there is, so that a trial compares whatever hooks leave out too; that nothing else is missing is looked at here:
 * after the operations the same comparison, with the same hooks, must find nothing.
 *
 * @param dialect spells what hooks add as it spells the rest
 * @param start all there is, as it is handed on
 * @param all what there is before anything is renamed, with what hooks leave out
 * @param renaming what is renamed, before the rest is compared
 */
record HookedDiff(Hooks hooks, Dialect dialect, Schema start, Schema all, SchemaDiff renaming) {

    /**
     * Returns the difference between the two sides.
     *
     * @param sides what is compared, everything with its name, after what is renamed
     * @param leftAlone for what was found
     * @throws GoalException if the operations that are left cannot be done, or if they would be found again
     */
    FoundDifference between(ComparedPair sides, List<String> leftAlone) {
        return between(sides, sides.expected(), leftAlone);
    }

    /**
     * The same, if one side expects more than what is the model's.
     *
     * @param managed what the model expects
     */
    FoundDifference between(ComparedPair sides, Schema managed, List<String> leftAlone) {
        SchemaDiff diff = SchemaDiffer.diff(renaming, sides.existing(), sides.expected(), managed);
        if (hooks.isEmpty() || diff.isEmpty()) {
            return new FoundDifference(start, diff, sides.expected(), leftAlone);
        }
        SchemaDiff left = hooks.rewrite(diff, all, sides.expected());
        requireNothingAfter(left, sides);
        return new FoundDifference(start, left, applied(left), leftAlone);
    }

    private Schema applied(SchemaDiff diff) {
        try {
            return dialect.normalize(diff.applyTo(all));
        } catch (IllegalStateException e) {
            throw new GoalException(
                    "The hooks (" + hooks.names() + ") keep a change that depends on an excluded one:" + " "
                            + e.getMessage() + ". Nothing was written; exclude both or neither",
                    e);
        }
    }

    private void requireNothingAfter(SchemaDiff done, ComparedPair sides) {
        Schema before = AfterRenames.of(sides.existing(), renaming.reverse());
        Schema after = AfterRenames.of(before, done);
        SchemaDiff undone = new SchemaDiff(renaming.operations().stream()
                .filter(rename -> !done.operations().contains(rename))
                .toList());
        ComparedPair again = ComparedPair.of(hooks, AfterRenames.of(after, undone), sides.expected());
        SchemaDiff found;
        try {
            found = hooks.rewrite(
                    SchemaDiffer.diff(undone, again.existing(), again.expected()), after, sides.expected());
        } catch (GoalException e) {
            throw new GoalException("Called again, as if the migration were applied, " + e.getMessage(), e);
        }
        if (!found.isEmpty()) {
            Operation first = found.operations().get(0);
            int more = found.operations().size() - 1;
            throw new GoalException("The hooks (" + hooks.names() + ") are not stable: after their plan is"
                    + " applied, mvn albedo:create would plan this again:"
                    + " " + first.describe() + (more == 0 ? "" : ", and " + more + " more") + ". Nothing was"
                    + " written; exclude it in include(), or keep it in the plan");
        }
    }
}
