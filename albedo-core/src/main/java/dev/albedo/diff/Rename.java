package dev.albedo.diff;

import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.schema.Schema;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rename of a table, a column, a sequence or an enum type.
 *
 * @param from what is renamed
 * @param name its new name
 */
public record Rename(Place from, String name) {

    /** What it is after the rename. */
    public Place to() {
        return from.sibling(name);
    }

    Operation operation() {
        return switch (from.kind()) {
            case TABLE -> new Operation.RenameTable(from.name(), name);
            case COLUMN -> new Operation.RenameColumn(from.name(), from.lastName(), name);
            case SEQUENCE -> new Operation.RenameSequence(from.name(), name);
            case ENUM_TYPE -> new Operation.RenameEnum(from.name(), name);
        };
    }

    /** The schema after it. */
    public Schema applyTo(Schema schema) {
        return operation().applyTo(schema);
    }

    /** Where another place is after the rename. */
    public Place moved(Place place) {
        if (place.equals(from)) {
            return to();
        }
        boolean within = from.isTable() && place.isColumn() && place.name().equals(from.name());
        return within ? Place.of(to().name(), place.lastName()) : place;
    }

    /** As {@link Renames#parse} reads it: {@code customer.mail->email}. */
    @Override
    public String toString() {
        return Stream.of(from.name().schema(), from.name().name(), from.column())
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
