package dev.albedo.run;

import dev.albedo.revision.RevisionNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision whose operations are not those that were applied.
 *
 * @param applied what was applied; {@code null} if the log does not say it, because it was applied before there was one
 * @param now what its class says now
 */
public record EditedRevision(
        RevisionNode revision, @Nullable RevisionContent applied, RevisionContent now) {

    /**
     * What is different, one line each: {@code ~ } before an operation's part that is another now, {@code - } before an
     * operation that was applied and is not there any more, {@code + } before one that is there now, two spaces before what is
     * the same.
     */
    public List<String> difference() {
        if (applied == null) {
            List<String> lines = new ArrayList<>();
            lines.add("what was applied is not in the log; now it is");
            now.lines().forEach(line -> lines.add("+ " + line.words()));
            return lines;
        }
        return Difference.of(applied, now);
    }

    static RunException refusal(List<EditedRevision> edited) {
        StringBuilder text =
                new StringBuilder("nothing was run, because what was applied is not what is in the project:");
        for (EditedRevision each : edited) {
            text.append("\nrevision ")
                    .append(each.revision.describe())
                    .append(" was edited after it had been applied:");
            each.difference().forEach(line -> text.append("\n  ").append(line));
        }
        return new RunException(text
                + "\nRestore the revision and write the change as a new one; or, if the database matches the edited"
                + " revision, accept it with repair");
    }
}
