package dev.albedo.maven.goal.origins;

import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import dev.albedo.snapshot.Snapshot;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Facts about rows that no schema tells. The numbers that stand for constants of enums: without them a number that means another
 * constant than before looks the same. The values that stand for classes, which mean nothing once a class has a table of its
 * own. The nullable columns of attributes that cannot be {@code null}: rows of others may have no value.
 *
 * @param byColumn the numbers by the constants' names, in the order of the constants
 * @param classes for each discriminator column, the SQL literals by the classes' names
 * @param primitives the nullable columns of primitive attributes; with {@code false}, a column that was none before a migration
 */
public record RowMeanings(
        SortedMap<Place, Map<String, String>> byColumn,
        SortedMap<Place, Map<String, String>> classes,
        SortedMap<Place, Boolean> primitives) {

    public static final RowMeanings NONE =
            new RowMeanings(Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap());

    /** The kinds of lines. */
    private static final String CONSTANTS = "constants";

    private static final String CLASS = "class";
    private static final String PRIMITIVE = "primitive";
    private static final String OBJECT = "object";

    static final List<String> KINDS = List.of(CONSTANTS, CLASS, PRIMITIVE, OBJECT);

    private static final String IS = " = ";
    private static final String AND = ", ";
    private static final Pattern CLASS_LINE = Pattern.compile("(\\S+): (.+?) = (.+)");

    public RowMeanings {
        byColumn = Collections.unmodifiableSortedMap(new TreeMap<>(byColumn));
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
        primitives = Collections.unmodifiableSortedMap(new TreeMap<>(primitives));
    }

    /** Returns what is kept of a model. */
    static RowMeanings of(Snapshot model) {
        InitialValues values = model.initialValues();
        TreeMap<Place, Boolean> primitives = new TreeMap<>();
        values.primitives()
                .forEach((table, columns) -> columns.keySet().forEach(column -> {
                    Place place = Place.of(table, column);
                    if (place.columnIn(model.schema())
                            .filter(found -> !found.notNull())
                            .isPresent()) {
                        primitives.put(place, true);
                    }
                }));
        TreeMap<Place, Map<String, String>> classes = new TreeMap<>();
        values.classes().forEach((column, known) -> {
            // A line is a class: a value with a line break in it could not be read back.
            Map<String, String> plain = new TreeMap<>(known);
            plain.values().removeIf(value -> value.lines().count() > 1);
            if (!plain.isEmpty()) {
                classes.put(column, plain);
            }
        });
        return new RowMeanings(values.numbers(), classes, primitives);
    }

    /**
     * Reads what {@link #lines} wrote.
     *
     * @param lines the lines by their kind
     * @throws IllegalArgumentException if a line has another form
     */
    static RowMeanings parse(Map<String, List<String>> lines) {
        TreeMap<Place, Map<String, String>> byColumn = new TreeMap<>();
        for (String line : lines.getOrDefault(CONSTANTS, List.of())) {
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
        for (String line : lines.getOrDefault(CLASS, List.of())) {
            Matcher parts = CLASS_LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "\"" + line + "\" is not of the form package.Class: table.column = 'value'");
            }
            classes.computeIfAbsent(Place.parseColumn(parts.group(2)), key -> new TreeMap<>())
                    .put(parts.group(1), parts.group(3));
        }
        TreeMap<Place, Boolean> primitives = new TreeMap<>();
        lines.getOrDefault(PRIMITIVE, List.of()).forEach(line -> primitives.put(Place.parseColumn(line), true));
        lines.getOrDefault(OBJECT, List.of()).forEach(line -> primitives.put(Place.parseColumn(line), false));
        return new RowMeanings(byColumn, classes, primitives);
    }

    /**
     * Returns the lines by their kind, such as {@code orders.status = 0 NEW, 1 SHIPPED} for constants, {@code shop.Employee:
     * person.dtype = 'Employee'} for a class and {@code room.seats} for a primitive attribute.
     */
    Map<String, List<String>> lines() {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        lines.put(CONSTANTS, constantLines());
        lines.put(
                CLASS,
                classes.entrySet().stream()
                        .flatMap(column -> column.getValue().entrySet().stream()
                                .map(each -> each.getKey() + ": " + column.getKey() + IS + each.getValue()))
                        .toList());
        lines.put(PRIMITIVE, columns(true));
        lines.put(OBJECT, columns(false));
        return lines;
    }

    private List<String> columns(boolean isPrimitive) {
        return primitives.entrySet().stream()
                .filter(each -> each.getValue() == isPrimitive)
                .map(each -> each.getKey().toString())
                .toList();
    }

    private List<String> constantLines() {
        return byColumn.entrySet().stream()
                .map(column -> column.getKey()
                        + IS
                        + column.getValue().entrySet().stream()
                                .map(constant -> constant.getValue() + " " + constant.getKey())
                                .collect(Collectors.joining(AND)))
                .toList();
    }

    /**
     * The columns of which something else is kept later, or nothing.
     *
     * @param known whether a column was there
     */
    RowMeanings changed(RowMeanings later, Predicate<Place> known) {
        TreeMap<Place, Boolean> old = new TreeMap<>(primitives);
        old.keySet().removeAll(later.primitives.keySet());
        later.primitives.keySet().stream()
                .filter(place -> known.test(place) && !primitives.containsKey(place))
                .forEach(place -> old.put(place, false));
        return new RowMeanings(changed(byColumn, later.byColumn), changed(classes, later.classes), old);
    }

    private static SortedMap<Place, Map<String, String>> changed(
            SortedMap<Place, Map<String, String>> known, SortedMap<Place, Map<String, String>> later) {
        TreeMap<Place, Map<String, String>> changed = new TreeMap<>(known);
        changed.entrySet().removeIf(column -> column.getValue().equals(later.get(column.getKey())));
        return changed;
    }

    /** The same, with others in the columns that these have. */
    RowMeanings with(RowMeanings others) {
        SortedMap<Place, Boolean> allPrimitives = with(primitives, others.primitives);
        allPrimitives.values().removeIf(isPrimitive -> !isPrimitive);
        return new RowMeanings(with(byColumn, others.byColumn), with(classes, others.classes), allPrimitives);
    }

    private static <V> SortedMap<Place, V> with(SortedMap<Place, V> known, SortedMap<Place, V> others) {
        TreeMap<Place, V> all = new TreeMap<>(known);
        all.putAll(others);
        return all;
    }

    /** Whether rows mean the same by these and by later ones, because constants were only added. */
    boolean areAmong(RowMeanings later) {
        return byColumn.entrySet().stream()
                .allMatch(column -> later.byColumn
                        .getOrDefault(column.getKey(), Map.of())
                        .entrySet()
                        .containsAll(column.getValue().entrySet()));
    }

    /** Those of the columns of a schema. */
    RowMeanings within(Schema schema) {
        return new RowMeanings(within(byColumn, schema), within(classes, schema), within(primitives, schema));
    }

    private static <V> SortedMap<Place, V> within(SortedMap<Place, V> known, Schema schema) {
        TreeMap<Place, V> kept = new TreeMap<>(known);
        kept.keySet().removeIf(place -> !Origins.isIn(schema, place));
        return kept;
    }

    boolean isEmpty() {
        return byColumn.isEmpty() && classes.isEmpty() && primitives.isEmpty();
    }
}
