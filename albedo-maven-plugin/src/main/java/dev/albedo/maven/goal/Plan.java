package dev.albedo.maven.goal;

import dev.albedo.lint.Readiness;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Schema;
import java.util.List;

/**
 * What a new migration will do, and what for.
 *
 * @param start the database before it
 * @param wanted what is expected after it, everything with its name
 * @param up its operations, at least one
 * @param down those that take it back
 * @param kept attributes of the database that it leaves as they are
 */
public record Plan(Schema start, Schema wanted, List<Operation> up, List<Operation> down, Kept kept) {

    /** A plan that settles every attribute. */
    public Plan(Schema start, Schema wanted, List<Operation> up, List<Operation> down) {
        this(start, wanted, up, down, Kept.NOTHING);
    }

    public Plan {
        if (up.isEmpty()) {
            throw new IllegalArgumentException("a plan has nothing to do");
        }
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    /** Shows what it does, and what is lost by it. */
    void print(Console console) {
        planned().forEach(planned -> planned.print(console));
    }

    /** What it does, and what is to be said about each. */
    List<Planned> planned() {
        List<String> lost = Readiness.lost(up);
        return up.stream().map(operation -> Planned.of(operation, lost)).toList();
    }
}
