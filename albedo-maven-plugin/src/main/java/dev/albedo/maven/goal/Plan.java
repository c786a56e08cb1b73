package dev.albedo.maven.goal;

import dev.albedo.lint.DataLoss;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * What a new migration will do, and what for.
 *
 * @param start the database before it
 * @param wanted what is expected after it, everything with its name
 * @param up its operations, at least one
 * @param down those that take it back
 */
public record Plan(Schema start, Schema wanted, List<Operation> up, List<Operation> down) {

    public Plan {
        if (up.isEmpty()) {
            throw new IllegalArgumentException("a plan has nothing to do");
        }
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    /** Shows what it does, and what is lost by it. */
    void print(Console console) {
        up.forEach(operation -> print(operation, console));
    }

    private static void print(Operation operation, Console console) {
        List<String> marks = new ArrayList<>();
        DataLoss.of(operation).ifPresent(lost -> marks.add("DELETES DATA: " + lost));
        if (operation instanceof Operation.AlterColumn alter && alter.using() != null) {
            marks.add("PROPOSED: is this how the values shall be converted?");
        }
        if (operation instanceof Operation.Backfill backfill && backfill.value() == null) {
            marks.add("FILL IN: " + backfill.table() + "." + backfill.column());
        }
        String line = "  " + operation.describe();
        if (marks.isEmpty()) {
            console.print(line);
        } else {
            console.warn(line + "  " + console.danger(String.join("  ", marks)));
        }
    }
}
