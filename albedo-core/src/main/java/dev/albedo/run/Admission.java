package dev.albedo.run;

import dev.albedo.operation.Operation;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.Deletions.Deletion;
import dev.albedo.safety.DataSkeleton;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.safety.loss.TimeZones;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether revisions may be applied or taken back as they are written: each value is said, and each loss of data is
 * acknowledged. On the way back a table without rows and a column without values lose nothing and need no word, and a value that
 * is missing is missed only if there is a row without.
 */
public final class Admission {

    private Admission() {}

    /**
     * Why a revision may not be applied, one sentence each; none if it may.
     *
     * @param operations of the revision, upwards
     * @param allowDestructive whether whoever runs it has allowed that data is deleted
     */
    public static List<String> objections(RevisionNode revision, List<Operation> operations, boolean allowDestructive) {
        List<String> objections = new ArrayList<>();
        for (Operation.Backfill backfill : Readiness.unfilled(operations)) {
            objections.add(withoutValue(revision, backfill));
        }
        objections.addAll(withoutZone(revision, operations));
        objections.addAll(unfinished(revision, operations));
        List<String> lost = allowDestructive ? List.of() : Readiness.unacknowledged(operations);
        if (!lost.isEmpty()) {
            objections.add("revision " + revision.describe() + " deletes data: " + String.join("; ", lost)
                    + ". If that is meant, write " + allowing(lost)
                    + " before it, or allow it for this run with -Dalbedo.allowDestructive=true");
        }
        return objections;
    }

    /** Why a revision may not be taken back as it is written, one sentence each; none if it may. */
    public static List<String> objectionsBack(RevisionNode revision, MigrationSource migrations) {
        List<Operation> operations;
        try {
            operations = Work.operations(migrations, revision, Direction.DOWN);
        } catch (RunException irreversible) {
            return List.of();
        }
        List<String> objections = new ArrayList<>();
        Readiness.unfilled(operations).forEach(backfill -> objections.add(missing(revision, backfill)));
        objections.addAll(withoutZone(revision, operations));
        objections.addAll(unfinished(revision, operations));
        return objections;
    }

    /** Says which value the way back lacks. */
    static String missing(RevisionNode revision, Operation.Backfill backfill) {
        return "down() of " + withoutValue(revision, backfill);
    }

    private static String withoutValue(RevisionNode revision, Operation.Backfill backfill) {
        return "revision " + revision.describe() + " does not say what the rows of " + backfill.table()
                + " get in column " + backfill.column() + ": write op.backfill(\"" + backfill.table() + "\", \""
                + backfill.column() + "\", \"...\") with the SQL of a value in it";
    }

    private static List<String> unfinished(RevisionNode revision, List<Operation> operations) {
        int places = DataSkeleton.unfinished(operations).size();
        return places == 0
                ? List.of()
                : List.of("revision " + revision.describe()
                        + " does not say how rows move to another table: replace /* FILL"
                        + " IN */ NULL in " + (places == 1 ? "1 operation" : places + " operations")
                        + ", as the text beside each describes");
    }

    private static List<String> withoutZone(RevisionNode revision, List<Operation> operations) {
        return TimeZones.missing(operations).stream()
                .map(alter -> "revision " + revision.describe() + " does not say in which time zone it converts column "
                        + alter.table() + "." + alter.to().name() + " from "
                        + alter.from().type() + " to "
                        + alter.to().type() + ": name it in the SQL of op.alterColumn(...), as in \""
                        + alter.to().name() + " AT TIME ZONE 'UTC'\"")
                .toList();
    }

    /** The calls that allow losses of data, as they are written in a migration. */
    public static String allowing(List<String> lost) {
        return lost.stream()
                .map(what -> "op.allowDataLoss(\"" + what.replace("\\", "\\\\").replace("\"", "\\\"") + "\")")
                .collect(Collectors.joining(", "));
    }

    /** Stops a rollback before its first statement if it deletes what it may not, in one message for the whole of it. */
    static void checkBack(List<Work> plan, Deletions deletions, RunSettings settings) {
        List<String> objections = new ArrayList<>();
        objections.addAll(deletions.missing());
        for (Work work : plan) {
            String id = work.revision().id();
            objections.addAll(withoutZone(work.revision(), work.operations()));
            objections.addAll(unfinished(work.revision(), work.operations()));
            if (work.baseline() && !settings.undoBaselines().contains(id)) {
                objections.add("revision " + work.revision().describe()
                        + " is a baseline, whose tables were there before Albedo: taking it back drops them. Stop at it with"
                        + " -Dto=" + id + ", or name it with -Dalbedo.undoBaseline=" + id + " if they shall go");
            }
        }
        List<Deletion> lost = settings.allowDestructive() ? List.of() : deletions.unacknowledged();
        if (!lost.isEmpty()) {
            objections.add("it deletes data:"
                    + lost.stream()
                            .map(each -> "\n    " + each.revision().id() + "  " + each.describe())
                            .collect(Collectors.joining())
                    + "\n  If that is meant, allow it for this run with -Dalbedo.allowDestructive=true, or write "
                    + allowing(lost.stream().map(Deletion::what).distinct().toList())
                    + " before it in down()");
        }
        if (!objections.isEmpty()) {
            throw new RefusedRunException("nothing was taken back: " + String.join("\n", objections), plan);
        }
    }

    /** Stops a run before its first statement if it may not do all that it is about to do. */
    static void check(Planner.Plan plan, MigrationSource migrations, boolean allowDestructive) {
        List<String> objections = new ArrayList<>();
        for (Work work : plan.toDo()) {
            if (work.direction() == Direction.UP
                    && !objections(work.revision(), work.operations(), allowDestructive)
                            .isEmpty()) {
                objections.addAll(objections(work.revision(), completed(work, migrations), allowDestructive));
            }
        }
        if (!objections.isEmpty()) {
            throw new RefusedRunException("nothing was run: " + String.join("\n", objections), plan.works());
        }
    }

    /** With what is dropped, as far as it can be told without a database: a computed column holds no data. */
    private static List<Operation> completed(Work work, MigrationSource migrations) {
        List<Operation> completed = new ArrayList<>();
        try {
            new SchemaReplay(migrations).schema((revision, operations) -> {
                if (revision.equals(work.revision())) {
                    completed.addAll(operations);
                }
            });
            return completed;
        } catch (RunException sqlOfUsersHasMadeWhatIsDropped) {
            return work.operations();
        }
    }
}
