package dev.albedo.safety.rows;

import dev.albedo.dialect.Dialect;
import dev.albedo.origin.Origins;
import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.Numbers;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the columns of a schema get new numbers from: the sequence from which the application draws, else the identity or the
 * default of the column.
 *
 * @param byColumn the sequence or identity column of each column that has one
 */
record NumberSources(Map<Place, Numbers> byColumn) {

    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint", "numeric");

    NumberSources {
        byColumn = Collections.unmodifiableMap(new TreeMap<>(byColumn));
    }

    /**
     * The sources of a schema's columns.
     *
     * @param columns the origins of columns, by their names in this schema
     * @param sequences the origins of sequences, by their names in this schema
     */
    static NumberSources of(Schema schema, Origins columns, Origins sequences, Dialect dialect) {
        Map<Place, Numbers> sources = new TreeMap<>();
        for (Table table : schema.tables().values()) {
            for (Column column : table.columns()) {
                source(table, column, dialect)
                        .filter(numbers -> numbers.column() != null
                                || schema.sequence(numbers.name()).isPresent())
                        .ifPresent(numbers -> sources.put(Place.of(table.name(), column.name()), numbers));
            }
        }
        sequences.byPlace().forEach((place, origins) -> {
            if (place.isSequence() && schema.sequence(place.name()).isPresent()) {
                Set<String> attributes = new TreeSet<>();
                origins.forEach(origin -> attributes.add(origin.replace(Origins.SEQUENCE, "")));
                columns.places(attributes).stream()
                        .filter(column -> column.isColumn() && isInteger(schema, column))
                        .forEach(column -> sources.put(column, new Numbers(place.name(), null)));
            }
        });
        return new NumberSources(sources);
    }

    private static Optional<Numbers> source(Table table, Column column, Dialect dialect) {
        return column.identity() != null
                ? Optional.of(new Numbers(table.name(), column.name()))
                : dialect.sequenceOf(column).map(sequence -> new Numbers(sequence, null));
    }

    private static boolean isInteger(Schema schema, Place place) {
        return schema.column(place.name(), place.lastName())
                .map(column -> column.type().toString().replaceFirst("\\(.*", ""))
                .filter(INTEGERS::contains)
                .isPresent();
    }

    /** Those of columns that another schema has too. */
    NumberSources in(Schema schema) {
        Map<Place, Numbers> kept = new TreeMap<>(byColumn);
        kept.keySet().removeIf(column -> !Origins.isIn(schema, column));
        return new NumberSources(kept);
    }

    Optional<Numbers> of(Place column) {
        return Optional.ofNullable(byColumn.get(column));
    }
}
