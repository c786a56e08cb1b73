package dev.albedo.diff;

import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.schema.Schema;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rename of a table or a column.
 *
 * @param from what is renamed
 * @param name its new name
 */
public record Rename(Place from, String name) {

    /** What it is after the rename. */
    public Place to() {
        return from.column() == null ? Place.of(from.table().sibling(name)) : Place.of(from.table(), name);
    }

    Operation operation() {
        String column = from.column();
        return column == null
                ? new Operation.RenameTable(from.table(), name)
                : new Operation.RenameColumn(from.table(), column, name);
    }

    /** The schema after it. */
    public Schema applyTo(Schema schema) {
        return operation().applyTo(schema);
    }

    /** Where another table or column is after the rename. */
    public Place moved(Place place) {
        if (place.equals(from)) {
            return to();
        }
        boolean within = from.column() == null && place.table().equals(from.table());
        return within ? new Place(to().table(), place.column()) : place;
    }

    /** As {@link Renames#parse} reads it: {@code customer.mail->email}. */
    @Override
    public String toString() {
        return Stream.of(from.table().schema(), from.table().name(), from.column())
                        .filter(Objects::nonNull)
                        .map(Rename::spelled)
                        .collect(Collectors.joining("."))
                + "->" + spelled(name);
    }

    private static String spelled(String name) {
        boolean plain = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '$');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
