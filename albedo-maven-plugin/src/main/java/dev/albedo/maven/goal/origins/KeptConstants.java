package dev.albedo.maven.goal.origins;

import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The numbers that stand for constants of enums in rows, and the values that stand for classes: without them a number that
 * means another constant than before looks the same, and a value that meant a class means nothing once the class has a table
 * of its own.
 *
 * @param byColumn the numbers by the constants' names, in the order of the constants
 * @param classes for each discriminator column, the SQL literals by the classes' names
 */
public record KeptConstants(
        SortedMap<Place, Map<String, String>> byColumn, SortedMap<Place, Map<String, String>> classes) {

    public static final KeptConstants NONE =
            new KeptConstants(Collections.emptySortedMap(), Collections.emptySortedMap());

    private static final String IS = " = ";
    private static final String AND = ", ";
    private static final Pattern CLASS = Pattern.compile("(\\S+): (.+?) = (.+)");

    public KeptConstants {
        byColumn = Collections.unmodifiableSortedMap(new TreeMap<>(byColumn));
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    }

    /** Returns the constants and classes of a model. */
    static KeptConstants of(InitialValues values) {
        TreeMap<Place, Map<String, String>> classes = new TreeMap<>();
        values.classes().forEach((column, known) -> {
            // A line is a class: a value with a line break in it could not be read back.
            Map<String, String> plain = new TreeMap<>(known);
            plain.values().removeIf(value -> value.lines().count() > 1);
            if (!plain.isEmpty()) {
                classes.put(column, plain);
            }
        });
        return new KeptConstants(values.numbers(), classes);
    }

    /**
     * Reads what {@link #lines} and {@link #classLines} wrote.
     *
     * @throws IllegalArgumentException if a line has another form
     */
    static KeptConstants parse(Collection<String> lines, Collection<String> classLines) {
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
        TreeMap<Place, Map<String, String>> classes = new TreeMap<>();
        for (String line : classLines) {
            Matcher parts = CLASS.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "\"" + line + "\" is not of the form package.Class: table.column = 'value'");
            }
            classes.computeIfAbsent(Place.parseColumn(parts.group(2)), key -> new TreeMap<>())
                    .put(parts.group(1), parts.group(3));
        }
        return new KeptConstants(byColumn, classes);
    }

    /** A line for each class: {@code shop.Employee: person.dtype = 'Employee'}. */
    List<String> classLines() {
        return classes.entrySet().stream()
                .flatMap(column -> column.getValue().entrySet().stream()
                        .map(each -> each.getKey() + ": " + column.getKey() + IS + each.getValue()))
                .toList();
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
        return new KeptConstants(changed(byColumn, later.byColumn), changed(classes, later.classes));
    }

    private static SortedMap<Place, Map<String, String>> changed(
            SortedMap<Place, Map<String, String>> known, SortedMap<Place, Map<String, String>> later) {
        TreeMap<Place, Map<String, String>> changed = new TreeMap<>(known);
        changed.entrySet().removeIf(column -> column.getValue().equals(later.get(column.getKey())));
        return changed;
    }

    /** The same, with others in the columns that these have. */
    KeptConstants with(KeptConstants others) {
        TreeMap<Place, Map<String, String>> all = new TreeMap<>(byColumn);
        all.putAll(others.byColumn);
        TreeMap<Place, Map<String, String>> allClasses = new TreeMap<>(classes);
        allClasses.putAll(others.classes);
        return new KeptConstants(all, allClasses);
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
        TreeMap<Place, Map<String, String>> keptClasses = new TreeMap<>(classes);
        keptClasses.keySet().removeIf(place -> !Origins.isIn(schema, place));
        return new KeptConstants(kept, keptClasses);
    }

    boolean isEmpty() {
        return byColumn.isEmpty() && classes.isEmpty();
    }
}
