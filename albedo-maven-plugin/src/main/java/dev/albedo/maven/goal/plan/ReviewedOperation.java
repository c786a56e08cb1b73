package dev.albedo.maven.goal.plan;

import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.writer.MigrationWriter;
import dev.albedo.operation.Operation;
import dev.albedo.safety.DataSkeleton;
import dev.albedo.safety.loss.DataLoss;
import dev.albedo.safety.loss.LargeObjects;
import dev.albedo.safety.loss.TimeZones;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operation of a plan, and what a person should know before it is run.
 *
 * @param deletesData what it deletes, in the words that {@code op.allowDataLoss} takes
 * @param proposed the SQL by which it converts values, or that rows get, which is a guess
 * @param fillIn the column of which it is not known what its rows get, or the time zone of its values
 * @param notes what else is to be said, a line each
 */
public record ReviewedOperation(
        Operation operation,
        Optional<String> deletesData,
        Optional<String> proposed,
        Optional<String> fillIn,
        List<String> notes) {

    static final String PROPOSED_VALUE = "REVIEW: proposed value for existing rows";

    /** Says that a value is a guess; of several columns that are filled at once, which ones. */
    static String proposedValue(Operation operation, String value) {
        return operation instanceof Operation.BackfillColumns ? PROPOSED_VALUE + ": " + value : PROPOSED_VALUE;
    }

    /**
     * An operation of a plan.
     *
     * @param lost the data that the plan deletes, all in all
     * @param value what rows get, as a guess
     */
    static ReviewedOperation of(Operation operation, List<String> lost, Optional<String> value, List<String> notes) {
        return new ReviewedOperation(
                operation,
                DataLoss.of(operation).filter(lost::contains),
                proposed(operation, value),
                fillIn(operation),
                Stream.concat(notes.stream(), LargeObjects.leftBehindBy(operation).stream())
                        .toList());
    }

    private static Optional<String> proposed(Operation operation, Optional<String> value) {
        if (operation instanceof Operation.RunSql run) {
            return Optional.of(run.sql()).filter(sql -> sql.startsWith(DataSkeleton.REVIEW));
        }
        return operation instanceof Operation.AlterColumn alter ? Optional.ofNullable(alter.using()) : value;
    }

    private static Optional<String> fillIn(Operation operation) {
        if (operation instanceof Operation.AlterColumn alter && TimeZones.isMissing(alter)) {
            return Optional.of(
                    "time zone of " + alter.table() + "." + alter.to().name());
        }
        if (DataSkeleton.isUnfinished(operation)) {
            return Optional.of("which rows belong together");
        }
        return operation instanceof Operation.Backfill backfill && backfill.value() == null
                ? Optional.of(backfill.table() + "." + backfill.column())
                : Optional.empty();
    }

    /** Whether there is more to say than what it does. */
    boolean isRemarkable() {
        return deletesData.isPresent() || proposed.isPresent() || fillIn.isPresent() || !notes.isEmpty();
    }

    void print(Console console) {
        print(operation.describe(), console);
    }

    /** Prints it in words that may speak of the operations after it too. */
    void print(String description, Console console) {
        List<String> marks = new ArrayList<>();
        String line = "  " + description;
        deletesData.ifPresent(lost -> marks.add(DataLoss.mark(operation, lost)));
        proposed.ifPresent(sql -> marks.add(
                operation instanceof Operation.AlterColumn ? MigrationWriter.PROPOSED : proposedValue(operation, sql)));
        fillIn.ifPresent(column -> marks.add("FILL IN: " + column));
        if (marks.isEmpty()) {
            console.print(line);
        } else {
            console.warn(line + "  " + console.danger(String.join("  ", marks)));
        }
        notes.forEach(note -> console.print("    " + note));
    }
}
