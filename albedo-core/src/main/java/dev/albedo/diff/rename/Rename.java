package dev.albedo.diff.rename;

import dev.albedo.operation.Operation;
import dev.albedo.origin.Place;
import dev.albedo.schema.Schema;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rename of a table, a column, a sequence or an enum type.
 *
 * @param from what is renamed
 * @param name its new name
 */
public record Rename(Place from, String name) {

    /** Returns the rename that an operation makes; nothing for any other operation, constraints and indexes included. */
    public static Optional<Rename> of(Operation operation) {
        if (operation instanceof Operation.RenameTable rename) {
            return Optional.of(new Rename(Place.of(rename.from()), rename.to()));
        } else if (operation instanceof Operation.RenameColumn rename) {
            return Optional.of(new Rename(Place.of(rename.table(), rename.from()), rename.to()));
        } else if (operation instanceof Operation.RenameSequence rename) {
            return Optional.of(new Rename(Place.ofSequence(rename.from()), rename.to()));
        }
        return operation instanceof Operation.RenameEnum rename
                ? Optional.of(new Rename(Place.ofEnumType(rename.from()), rename.to()))
                : Optional.empty();
    }

    /** Returns where a place is after an operation. */
    public static Place after(Place place, Operation operation) {
        return of(operation).map(rename -> rename.moved(place)).orElse(place);
    }

    /** Returns where a place was before an operation. */
    public static Place before(Place place, Operation operation) {
        return of(operation).map(rename -> rename.reverse().moved(place)).orElse(place);
    }

    /** Returns the rename back. */
    public Rename reverse() {
        return new Rename(to(), from.lastName());
    }

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
