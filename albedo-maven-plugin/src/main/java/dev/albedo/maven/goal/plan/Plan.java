package dev.albedo.maven.goal.plan;

import dev.albedo.dialect.Dialect;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.writer.Passages;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Origins;
import dev.albedo.safety.loss.KeptNames;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.safety.loss.ValueChanges;
import dev.albedo.safety.rows.FillPasses;
import dev.albedo.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operations of a new migration, and the schemas before and after it.
 *
 * @param start the database before it
 * @param wanted what is expected after it, everything with its name
 * @param up its operations, at least one
 * @param down those that take it back
 * @param kept attributes of the database that it leaves as they are
 * @param proposed the values that existing rows get by an operation and that a person reviews
 * @param notes what else is to be said about its operations
 * @param dependents the objects made by hand that depend on what it changes
 * @param origins the classes and attributes of what is expected
 */
public record Plan(
        Schema start,
        Schema wanted,
        List<Operation> up,
        List<Operation> down,
        Kept kept,
        Map<Operation, String> proposed,
        Map<Operation, List<String>> notes,
        PlanDependents dependents,
        Origins origins) {

    /** A plan for which no database was asked what depends on it. */
    Plan(
            Schema start,
            Schema wanted,
            List<Operation> up,
            List<Operation> down,
            Kept kept,
            Map<Operation, String> proposed) {
        this(start, wanted, up, down, kept, proposed, Map.of(), PlanDependents.NONE, Origins.NONE);
    }

    /** A plan that settles every attribute. */
    public Plan(Schema start, Schema wanted, List<Operation> up, List<Operation> down) {
        this(start, wanted, up, down, Kept.NOTHING, Map.of());
    }

    public Plan {
        if (up.isEmpty()) {
            throw new IllegalArgumentException("a plan has nothing to do");
        }
        up = List.copyOf(up);
        down = List.copyOf(down);
        proposed = Map.copyOf(proposed);
        notes = Map.copyOf(notes);
    }

    /** The same with other operations. */
    public Plan up(List<Operation> other) {
        return new Plan(start, wanted, other, down, kept, proposed, notes, dependents, origins);
    }

    /** The same with others that take it back. */
    Plan down(List<Operation> other) {
        return new Plan(start, wanted, up, other, kept, proposed, notes, dependents, origins);
    }

    /** The same with the classes and attributes of what is expected. */
    public Plan origins(Origins other) {
        return new Plan(start, wanted, up, down, kept, proposed, notes, dependents, other);
    }

    /** The same with something to say about its operations. */
    Plan notes(Map<Operation, List<String>> other) {
        return new Plan(start, wanted, up, down, kept, proposed, other, dependents, origins);
    }

    /** The same with the fills of a table in one pass, and what is to be said about each of them. */
    Plan inFewPasses() {
        List<Operation> joinedUp = FillPasses.of(up, start, wanted);
        List<Operation> joinedDown = FillPasses.of(down, wanted, start);
        Map<Operation, String> values = new LinkedHashMap<>(proposed);
        Map<Operation, List<String>> said = new LinkedHashMap<>(notes);
        Stream.concat(joinedUp.stream(), joinedDown.stream())
                .filter(Operation.BackfillColumns.class::isInstance)
                .map(Operation.BackfillColumns.class::cast)
                .forEach(pass -> {
                    String guesses = pass.each().stream()
                            .filter(proposed::containsKey)
                            .map(fill -> fill.column() + " = " + fill.value())
                            .collect(Collectors.joining(", "));
                    List<String> lines = pass.each().stream()
                            .flatMap(fill -> notes.getOrDefault(fill, List.of()).stream())
                            .toList();
                    if (!guesses.isEmpty()) {
                        values.put(pass, guesses);
                    }
                    if (!lines.isEmpty()) {
                        said.put(pass, lines);
                    }
                });
        return new Plan(start, wanted, joinedUp, joinedDown, kept, values, said, dependents, origins);
    }

    /** Shows what it does, and what is lost by it. */
    public void print(Console console) {
        Iterator<ReviewedOperation> planned = planned().iterator();
        Set<Operation> remarkable = planned().stream()
                .filter(ReviewedOperation::isRemarkable)
                .map(ReviewedOperation::operation)
                .collect(Collectors.toSet());
        for (List<Operation> passage : Passages.of(up, remarkable::contains)) {
            List<ReviewedOperation> next =
                    passage.stream().map(each -> planned.next()).toList();
            List<String> lines = Passages.describe(passage);
            if (lines.isEmpty()) {
                next.forEach(each -> each.print(console));
            } else {
                next.get(0).print(lines.get(0), console);
                lines.stream().skip(1).forEach(line -> console.print("  " + line));
            }
        }
    }

    /** The same with what depends on it in a database that is as it begins. */
    public Plan in(Connection connection, Dialect dialect) throws SQLException {
        return new Plan(
                start,
                wanted,
                up,
                down,
                kept,
                proposed,
                notes,
                PlanDependents.of(connection, dialect, up, down),
                origins);
    }

    /** The comments of the migration on its operations. */
    public Map<Operation, List<String>> comments() {
        Map<Operation, List<String>> reviews = new LinkedHashMap<>();
        proposed.forEach((operation, value) ->
                reviews.put(operation, List.of(ReviewedOperation.proposedValue(operation, value))));
        reviews.putAll(ValueChanges.and(reviews, notes));
        return ValueChanges.and(ValueChanges.and(KeptNames.of(up, wanted), reviews), dependents.comments());
    }

    /** What it does, and what is to be said about each. */
    public List<ReviewedOperation> planned() {
        List<String> lost = Readiness.lost(up);
        Map<Operation, List<String>> values = ValueChanges.and(ValueChanges.of(up), KeptNames.of(up, wanted));
        return up.stream()
                .map(operation -> ReviewedOperation.of(
                        operation,
                        lost,
                        Optional.ofNullable(proposed.get(operation)),
                        Stream.of(
                                        values.getOrDefault(operation, List.of()),
                                        notes.getOrDefault(operation, List.of()),
                                        dependents.notes(operation))
                                .flatMap(List::stream)
                                .toList()))
                .toList();
    }
}
