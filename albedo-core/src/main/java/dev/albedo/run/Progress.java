package dev.albedo.run;

import dev.albedo.revision.RevisionNode;
import java.time.Duration;

/**
 * How far something is that takes long.
 *
 * @param direction the way the revision goes
 * @param what in words
 * @param rows sent, read or changed so far
 * @param batches committed so far; 0 where everything is one transaction
 * @param elapsed since it began
 */
public record Progress(
        Direction direction, RevisionNode revision, String what, long rows, long batches, Duration elapsed) {

    /** In words, without the revision. */
    public String describe() {
        return what + ": " + rows + (rows == 1 ? " row" : " rows")
                + (batches == 0 ? "" : " in " + batches + (batches == 1 ? " batch" : " batches")) + " so far";
    }
}
