package dev.albedo.maven.goal.plan;

import dev.albedo.diff.evidence.ColumnMove;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns whose attribute may have gone to another class and whose values a plan does not copy. */
final class NotMoved {

    private NotMoved() {}

    /** Returns a note by operation that drops such a column. */
    static Map<Operation, List<String>> of(List<Operation> plan, List<ColumnMove> likely, List<ColumnMove> moved) {
        Map<Operation, List<String>> notes = new LinkedHashMap<>();
        for (Operation operation : plan) {
            if (operation instanceof Operation.DropColumn drop) {
                Place column = Place.of(drop.table(), drop.name());
                List<String> places = likely.stream()
                        .filter(move -> move.from().equals(column) && !moved.contains(move))
                        .map(move -> move.to().toString())
                        .toList();
                if (!places.isEmpty()) {
                    notes.put(
                            operation,
                            List.of(column + " may have moved to " + String.join(" or ", places)
                                    + ": its values are not copied. If they are needed, copy them with op.sql before"
                                    + " this operation"));
                }
            }
        }
        return notes;
    }
}
