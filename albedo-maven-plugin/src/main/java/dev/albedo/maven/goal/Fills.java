package dev.albedo.maven.goal;

import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the rows that are there get in columns that become required, where only a person can tell: said beforehand, or asked.
 * The trial of the plan tells whether it is an expression that the database accepts.
 *
 * @param said SQL expressions by column
 * @param asks whether a person at a terminal is asked about the others
 */
public record Fills(SortedMap<Place, String> said, boolean asks) {

    /** Nothing is said, and nobody is asked. */
    static final Fills NONE = new Fills(new TreeMap<>(), false);

    /**
     * Reads what is said, such as {@code customer.email='unknown', shop.bill.day=now()}: a column with its table, perhaps
     * its schema, the sign and a SQL expression. What separates two of them is a comma outside of quotes and parentheses,
     * where an expression has none. Others are asked about.
     *
     * @throws GoalException if it has another form
     */
    public static Fills parse(String text) {
        SortedMap<Place, String> said = new TreeMap<>();
        for (String entry : SqlExpression.split(text)) {
            int sign = SqlExpression.find(entry, '=');
            String problem = sign < 0
                    ? "it is not of the form table.column=expression"
                    : SqlExpression.problem(entry.substring(sign + 1)).orElse(null);
            if (problem != null) {
                throw new GoalException("albedo.fills: \"" + entry + "\" is not right, because " + problem
                        + "; write for example customer.email='unknown',customer.since=now()");
            }
            try {
                Place column = Place.parseColumn(entry.substring(0, sign).strip());
                if (said.put(column, entry.substring(sign + 1).strip()) != null) {
                    throw new GoalException("albedo.fills names " + column + " twice; leave one out");
                }
            } catch (IllegalArgumentException e) {
                throw new GoalException("albedo.fills: \"" + entry + "\" is not right, because " + e.getMessage(), e);
            }
        }
        return new Fills(said, true);
    }

    /**
     * The plan with the values.
     *
     * @throws GoalException if something is said of a column that the plan does not fill
     */
    Plan into(Plan plan, Console console) {
        SortedMap<Place, String> left = new TreeMap<>(said);
        TreeSet<Place> filled = new TreeSet<>();
        List<Operation> up = new ArrayList<>();
        for (Operation operation : plan.up()) {
            if (operation instanceof Operation.Backfill backfill && backfill.value() == null) {
                Place column = Place.of(backfill.table(), backfill.column());
                filled.add(column);
                String value = left.containsKey(column)
                        ? left.remove(column)
                        : asks ? ask(column, console).orElse(null) : null;
                up.add(backfill.value(value));
            } else {
                up.add(operation);
            }
        }
        if (!left.isEmpty()) {
            throw new GoalException("albedo.fills names " + left.firstKey()
                    + ", for which this migration needs no value"
                    + (filled.isEmpty()
                            ? ""
                            : "; it needs one for "
                                    + filled.stream().map(Place::toString).collect(Collectors.joining(", "))));
        }
        return new Plan(plan.start(), plan.wanted(), up, plan.down(), plan.kept());
    }

    private static Optional<String> ask(Place column, Console console) {
        while (true) {
            Optional<String> answer = console.ask("What do the rows of " + column.name() + " that are there get in "
                    + column.lastName() + "? A SQL expression such as 'unknown', or nothing to say it later:");
            if (answer.isEmpty() || answer.get().isEmpty()) {
                return Optional.empty();
            }
            Optional<String> problem = SqlExpression.problem(answer.get());
            if (problem.isEmpty()) {
                return answer;
            }
            console.print("That does not work, because " + problem.get());
        }
    }
}
