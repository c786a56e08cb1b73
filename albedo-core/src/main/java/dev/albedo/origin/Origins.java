package dev.albedo.origin;

import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The origins of tables, columns and sequences, as far as they are known.
 *
 * @param byPlace each at least one; several where several attributes are mapped to one column
 */
public record Origins(SortedMap<Place, SortedSet<String>> byPlace) {

    /** Nothing is known. */
    public static final Origins NONE = new Origins(new TreeMap<>());

    /** How the origin of a sequence ends, behind that of the column whose values it gives. */
    public static final String SEQUENCE = ".sequence()";

    private static final String IS = " = ";
    private static final String AND = ", ";

    public Origins {
        TreeMap<Place, SortedSet<String>> copy = new TreeMap<>();
        byPlace.forEach((place, origins) -> {
            if (origins.isEmpty()) {
                throw new IllegalArgumentException(place + " has no origin");
            }
            copy.put(place, Collections.unmodifiableSortedSet(new TreeSet<>(origins)));
        });
        byPlace = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Reads what {@link #lines} wrote.
     *
     * @throws IllegalArgumentException if a line has another form
     */
    public static Origins parse(Collection<String> lines) {
        TreeMap<Place, SortedSet<String>> byPlace = new TreeMap<>();
        for (String line : lines) {
            int is = line.lastIndexOf(IS);
            List<String> origins = is < 0
                    ? List.of()
                    : List.of(line.substring(is + IS.length()).split(AND, -1));
            if (origins.isEmpty() || origins.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException(
                        "\"" + line + "\" is not of the form table.column = Class#attribute");
            }
            String place = line.substring(0, is);
            byPlace.put(place(place, origins), new TreeSet<>(origins));
        }
        return new Origins(byPlace);
    }

    private static Place place(String place, List<String> origins) {
        if (origins.stream().allMatch(origin -> origin.endsWith(SEQUENCE))) {
            return Place.ofSequence(QualifiedName.parse(place));
        }
        return origins.stream().allMatch(Origins::isOfTable)
                ? Place.of(QualifiedName.parse(place))
                : Place.parseColumn(place);
    }

    /** What tells {@code a.b}, a table of a schema, from {@code a.b}, a column of a table. */
    private static boolean isOfTable(String origin) {
        return origin.indexOf('#') < 0 || origin.endsWith("]");
    }

    /** A line for each place, in their order: {@code customer.email = shop.Customer#email}. */
    public List<String> lines() {
        return byPlace.entrySet().stream()
                .map(entry -> entry.getKey() + IS + String.join(AND, entry.getValue()))
                .toList();
    }

    /** The origins of a place; empty if they are not known. */
    public Set<String> of(Place place) {
        return byPlace.getOrDefault(place, Collections.emptySortedSet());
    }

    /** The places that have one of these origins. */
    public List<Place> places(Collection<String> origins) {
        return byPlace.entrySet().stream()
                .filter(entry -> !Collections.disjoint(entry.getValue(), origins))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Where each origin is, for many questions at once. */
    public Map<String, List<Place>> placesByOrigin() {
        Map<String, List<Place>> places = new HashMap<>();
        byPlace.forEach((place, origins) -> origins.forEach(origin ->
                places.computeIfAbsent(origin, key -> new ArrayList<>()).add(place)));
        return places;
    }

    /** The same origins at other places, as after renames. */
    public Origins at(UnaryOperator<Place> moved) {
        TreeMap<Place, SortedSet<String>> byMoved = new TreeMap<>();
        byPlace.forEach((place, origins) -> byMoved.computeIfAbsent(moved.apply(place), key -> new TreeSet<>())
                .addAll(origins));
        return new Origins(byMoved);
    }

    /** These origins and others. */
    public Origins and(Origins others) {
        TreeMap<Place, SortedSet<String>> all = new TreeMap<>();
        byPlace.forEach((place, origins) -> all.put(place, new TreeSet<>(origins)));
        others.byPlace.forEach((place, origins) ->
                all.computeIfAbsent(place, key -> new TreeSet<>()).addAll(origins));
        return new Origins(all);
    }

    /** The origins of what is in a schema. */
    public Origins within(Schema schema) {
        TreeMap<Place, SortedSet<String>> kept = new TreeMap<>(byPlace);
        kept.keySet().removeIf(place -> !isIn(schema, place));
        return new Origins(kept);
    }

    /** Whether a schema has this table, column, sequence or enum type. */
    public static boolean isIn(Schema schema, Place place) {
        return switch (place.kind()) {
            case TABLE -> schema.table(place.name()).isPresent();
            case COLUMN -> place.columnIn(schema).isPresent();
            case SEQUENCE -> schema.sequence(place.name()).isPresent();
            case ENUM_TYPE -> schema.enumType(place.name()).isPresent();
        };
    }
}
