package dev.albedo.maven.goal.plan;

import dev.albedo.diff.evidence.Candidate;
import dev.albedo.diff.evidence.Evidence;
import dev.albedo.diff.rename.Rename;
import dev.albedo.diff.rename.Renames;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The renames that only the user can decide, with the command that answers them.
 *
 * <p>The command answers thing by thing, so that it never answers a question that a later run would ask. What is likely is in
 * it as a rename; what is only possible stands there with a question mark, which is refused until it is replaced.
 */
public final class OpenRenames extends GoalException {

    private static final long serialVersionUID = 1L;

    private final transient Renames assumed;

    private OpenRenames(String message, Renames assumed) {
        super(message);
        this.assumed = assumed;
    }

    /** The renames if all that is likely is one. */
    public Renames assumed() {
        return assumed;
    }

    /** The same with the columns for which rows will need a value, so that both can be said at once. */
    public OpenRenames with(List<Operation.Backfill> unfilled) {
        if (unfilled.isEmpty()) {
            return this;
        }
        List<Place> columns = unfilled.stream()
                .map(backfill -> Place.of(backfill.table(), backfill.column()))
                .toList();
        String names = columns.stream().map(Place::toString).collect(Collectors.joining(", "));
        String fills = columns.stream().map(place -> place + "=...").collect(Collectors.joining(","));
        return new OpenRenames(
                getMessage() + "\nExisting rows also need a value of " + names + ": add -Dalbedo.fills=" + quoted(fills)
                        + " to the same command, with a SQL expression for each ..., or write the values into"
                        + " the migration",
                assumed);
    }

    /**
     * The questions.
     *
     * @param said what is known and need not be said again
     * @param from the schema in which things are now
     * @param moves what is somewhere else in the model
     * @param candidates by what they rename, in the order of the questions
     * @param assumed all that is likely
     */
    static OpenRenames of(
            Renames said,
            Schema from,
            List<Evidence.Move> moves,
            Map<Place, List<Candidate>> candidates,
            Renames assumed) {
        List<String> lines = new ArrayList<>();
        if (!moves.isEmpty()) {
            lines.add(moved(moves));
        }
        if (!candidates.isEmpty()) {
            lines.add("These may be renames, or unrelated, in which case the old one is dropped with its data:"
                    + candidates.entrySet().stream()
                            .map(entry -> "\n    " + entry.getKey() + " -> " + names(entry.getValue()))
                            .collect(Collectors.joining()));
            lines.add(commands(said, candidates, moves));
        } else {
            lines.add("  To drop that data, run the goal again with " + option(said, dropped(moves)));
        }
        List<String> drops = Stream.concat(
                        candidates.keySet().stream()
                                .filter(place -> Origins.isIn(from, place)
                                        && !moves.stream()
                                                .anyMatch(move -> move.from().equals(place)))
                                .map(OpenRenames::dropped),
                        dropped(moves).stream())
                .toList();
        if (!candidates.isEmpty()) {
            lines.add("  If all of them are unrelated, with " + option(said, drops));
        }
        return new OpenRenames(String.join("\n", lines), assumed);
    }

    private static String moved(List<Evidence.Move> moves) {
        return "These attributes moved to another table or took over an existing name; Albedo cannot move their data:"
                + moves.stream()
                        .map(move -> "\n    " + move.origin() + ": " + move.from() + " -> "
                                + move.to().stream().map(Place::toString).collect(Collectors.joining(", ")))
                        .collect(Collectors.joining())
                + "\n  Albedo moves a column to one new column of another table."
                + " Write this migration by hand with mvn albedo:create-empty: create the new tables and columns, copy the"
                + " rows with"
                + " op.sql(\"insert into ... select ...\") or update, and drop the old ones last";
    }

    private static String names(List<Candidate> candidates) {
        String names =
                candidates.stream().map(candidate -> candidate.rename().name()).collect(Collectors.joining(" or "));
        return candidates.get(0).likely() ? names : names + " (possibly)";
    }

    private static String commands(Renames said, Map<Place, List<Candidate>> candidates, List<Evidence.Move> moves) {
        List<String> answers = new ArrayList<>();
        boolean open = false;
        for (Map.Entry<Place, List<Candidate>> entry : candidates.entrySet()) {
            Rename rename = entry.getValue().get(0).rename();
            boolean likely = entry.getValue().get(0).likely();
            answers.add(likely ? rename.toString() : dropped(entry.getKey()) + "?");
            open |= !likely;
        }
        String option = option(
                said, Stream.concat(answers.stream(), dropped(moves).stream()).toList());
        return open
                ? "  Complete each pair, with the new name in place of ?, or without the ? to drop it, and run"
                        + " the goal again with " + option
                : "  If they are renames, run the goal again with " + option;
    }

    private static List<String> dropped(List<Evidence.Move> moves) {
        return moves.stream().map(move -> dropped(move.from())).toList();
    }

    private static String dropped(Place place) {
        String rename = new Rename(place, "x").toString();
        return rename.substring(0, rename.length() - 1);
    }

    private static String option(Renames said, List<String> answers) {
        String before = said.toString();
        return "-Dalbedo.renames="
                + quoted(Stream.concat(before.isEmpty() ? Stream.empty() : Stream.of(before), answers.stream())
                        .collect(Collectors.joining(",")));
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("[\"$`\\\\]", "\\\\$0") + '"';
    }
}
