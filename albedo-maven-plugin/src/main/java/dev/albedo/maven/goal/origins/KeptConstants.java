package dev.albedo.maven.goal.origins;

import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Schema;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The numbers that stand for constants of enums in rows: without them a number that means another constant than before looks
 * the same.
 *
 * @param byColumn the numbers by the constants' names, in the order of the constants
 */
public record KeptConstants(SortedMap<Place, Map<String, String>> byColumn) {

    public static final KeptConstants NONE = new KeptConstants(Collections.emptySortedMap());

    private static final String IS = " = ";
    private static final String AND = ", ";

    public KeptConstants {
        byColumn = Collections.unmodifiableSortedMap(new TreeMap<>(byColumn));
    }

    /**
     * Reads what {@link #lines} wrote.
     *
     * @throws IllegalArgumentException if a line has another form
     */
    static KeptConstants parse(Collection<String> lines) {
        TreeMap<Place, Map<String, String>> byColumn = new TreeMap<>();
        for (String line : lines) {
            String[] sides = line.split(IS, 2);
            List<String[]> constants = sides.length < 2
                    ? List.of()
                    : Arrays.stream(sides[1].split(AND))
                            .map(constant -> constant.split(" ", 2))
                            .toList();
            if (constants.isEmpty() || constants.stream().anyMatch(constant -> constant.length < 2)) {
                throw new IllegalArgumentException(
                        "\"" + line + "\" is not of the form table.column = 0 CONSTANT, 1 CONSTANT");
            }
            Map<String, String> numbers = new LinkedHashMap<>();
            constants.forEach(constant -> numbers.put(constant[1].strip(), constant[0]));
            byColumn.put(Place.parseColumn(sides[0]), numbers);
        }
        return new KeptConstants(byColumn);
    }

    /** A line for each column: {@code orders.status = 0 NEW, 1 SHIPPED}. */
    List<String> lines() {
        return byColumn.entrySet().stream()
                .map(column -> column.getKey()
                        + IS
                        + column.getValue().entrySet().stream()
                                .map(constant -> constant.getValue() + " " + constant.getKey())
                                .collect(Collectors.joining(AND)))
                .toList();
    }

    /** The columns that have other constants, or none, later. */
    KeptConstants changed(KeptConstants later) {
        TreeMap<Place, Map<String, String>> changed = new TreeMap<>(byColumn);
        changed.entrySet().removeIf(column -> column.getValue().equals(later.byColumn.get(column.getKey())));
        return new KeptConstants(changed);
    }

    /** The same, with others in the columns that these have. */
    KeptConstants with(KeptConstants others) {
        TreeMap<Place, Map<String, String>> all = new TreeMap<>(byColumn);
        all.putAll(others.byColumn);
        return new KeptConstants(all);
    }

    /** Whether rows mean the same by these and by later ones, because constants were only added. */
    boolean areAmong(KeptConstants later) {
        return byColumn.entrySet().stream()
                .allMatch(column -> later.byColumn
                        .getOrDefault(column.getKey(), Map.of())
                        .entrySet()
                        .containsAll(column.getValue().entrySet()));
    }

    /** Those of the columns of a schema. */
    KeptConstants within(Schema schema) {
        TreeMap<Place, Map<String, String>> kept = new TreeMap<>(byColumn);
        kept.keySet().removeIf(place -> !Origins.isIn(schema, place));
        return new KeptConstants(kept);
    }

    boolean isEmpty() {
        return byColumn.isEmpty();
    }
}
