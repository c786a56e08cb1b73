package dev.albedo.maven.goal.plan;

import dev.albedo.dialect.Dialect;
import dev.albedo.internal.sql.SqlText;
import dev.albedo.maven.goal.report.Console;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.safety.loss.Readiness;
import dev.albedo.safety.loss.TimeZones;
import dev.albedo.safety.rows.MomentaryDefault;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of existing rows in columns that become required: given with {@code albedo.fills}, or asked for.
 * The trial of the plan tells whether it is an expression that the database accepts.
 *
 * @param said SQL expressions by column
 * @param zone the time zone of values that have none, where a column gets a type with one or loses it; {@code null} for what
 *     the model says
 * @param asks whether a person at a terminal is asked about the others
 */
public record Fills(SortedMap<Place, String> said, @Nullable ZoneId zone, boolean asks) {

    /** Nothing is said, and nobody is asked. */
    public static final Fills NONE = new Fills(new TreeMap<>(), null, false);

    /**
     * Reads what is said, such as {@code customer.email='unknown', shop.bill.day=now()}: a column with its table, perhaps
     * its schema, the sign and a SQL expression. What separates two of them is a comma outside of quotes and parentheses,
     * where an expression has none. Others are asked about.
     *
     * @throws GoalException if it has another form
     */
    public static Fills parse(String text) {
        SortedMap<Place, String> said = new TreeMap<>();
        List<String> entries = SqlText.split(text, ",").stream()
                .filter(entry -> !entry.isEmpty())
                .toList();
        for (String entry : entries) {
            int sign = SqlText.find(entry, "=");
            String problem = sign < 0
                    ? "it is not of the form table.column=expression"
                    : SqlText.problem(entry.substring(sign + 1)).orElse(null);
            if (problem != null) {
                throw new GoalException("albedo.fills: \"" + entry + "\" is invalid, because " + problem
                        + "; write for example customer.email='unknown',customer.since=now()");
            }
            try {
                Place column = Place.parseColumn(entry.substring(0, sign).strip());
                if (said.put(column, entry.substring(sign + 1).strip()) != null) {
                    throw new GoalException("albedo.fills names " + column + " twice; remove one");
                }
            } catch (IllegalArgumentException e) {
                throw new GoalException("albedo.fills: \"" + entry + "\" is invalid, because " + e.getMessage(), e);
            }
        }
        return new Fills(said, null, true);
    }

    /**
     * The same with a time zone, as {@link ZoneId} reads it.
     *
     * @throws GoalException if it is none
     */
    public Fills timeZone(@Nullable String text) {
        try {
            return text == null ? this : new Fills(said, ZoneId.of(text.strip()), asks);
        } catch (DateTimeException e) {
            throw new GoalException(
                    "albedo.timeZone is " + text + ": use the name of a time zone, such as UTC or Europe/Berlin, or an"
                            + " offset such as +02:00",
                    e);
        }
    }

    /**
     * The plan with the time zone where it needs one: the one that is said, else the model's, else a person's.
     *
     * @param model what the model's settings name
     */
    Plan zoned(Plan plan, Optional<ZoneId> model, Dialect dialect, Console console) {
        List<String> columns = TimeZones.missing(plan.up()).stream()
                .map(alter -> Place.of(alter.table(), alter.to().name()).toString())
                .distinct()
                .toList();
        if (columns.isEmpty()) {
            return plan;
        }
        Optional<ZoneId> known = Optional.ofNullable(zone).or(() -> model);
        return known.or(() -> asks ? askZone(columns, console) : Optional.empty())
                .map(dialect::zone)
                .map(sql -> plan.up(TimeZones.in(sql, plan.up())).down(TimeZones.in(sql, plan.down())))
                .orElse(plan);
    }

    private static Optional<ZoneId> askZone(List<String> columns, Console console) {
        while (true) {
            Optional<String> answer = console.ask("Time zone of the existing values of " + String.join(", ", columns)
                    + " (such as UTC or Europe/Berlin; empty to decide later):");
            if (answer.isEmpty() || answer.get().isBlank()) {
                return Optional.empty();
            }
            try {
                return Optional.of(ZoneId.of(answer.get().strip()));
            } catch (DateTimeException e) {
                console.print("Unknown time zone " + answer.get().strip());
            }
        }
    }

    /**
     * The plan with the values.
     *
     * @throws GoalException if something is said of a column for which the plan neither needs nor proposes a value
     */
    Plan into(Plan plan, Dialect dialect, Console console) {
        SortedMap<Place, String> values = new TreeMap<>(said);
        List<Place> unknown = Readiness.unfilled(plan.up()).stream()
                .map(backfill -> Place.of(backfill.table(), backfill.column()))
                .toList();
        if (asks) {
            unknown.stream()
                    .filter(column -> !values.containsKey(column))
                    .forEach(column -> ask(column, console).ifPresent(value -> values.put(column, value)));
        }
        List<Operation> up = plan.up();
        for (Map.Entry<Place, String> each : values.entrySet()) {
            Place column = each.getKey();
            up = MomentaryDefault.replaced(
                            up,
                            new Operation.Backfill(column.name(), column.lastName(), each.getValue()),
                            plan.proposed().keySet(),
                            dialect)
                    .orElseThrow(() -> new GoalException("albedo.fills names " + column
                            + ", for which this migration needs no value"
                            + (unknown.isEmpty()
                                    ? ""
                                    : "; it needs one for "
                                            + unknown.stream()
                                                    .map(Place::toString)
                                                    .sorted()
                                                    .collect(Collectors.joining(", ")))));
        }
        return plan.up(up);
    }

    private static Optional<String> ask(Place column, Console console) {
        while (true) {
            Optional<String> answer = console.ask("Value of " + column + " for existing rows (a SQL expression"
                    + " such as 'unknown'; empty to decide later):");
            if (answer.isEmpty() || answer.get().isEmpty()) {
                return Optional.empty();
            }
            Optional<String> problem = SqlText.problem(answer.get());
            if (problem.isEmpty()) {
                return answer;
            }
            console.print("Invalid expression: " + problem.get());
        }
    }
}
