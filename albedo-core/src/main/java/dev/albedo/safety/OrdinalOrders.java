package dev.albedo.safety;

import dev.albedo.dialect.Dialect;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AlterColumn;
import dev.albedo.operation.Operation.Backfill;
import dev.albedo.origin.Place;
import dev.albedo.safety.rows.EnumCases;
import dev.albedo.schema.Column;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The order of an enum's constants, which is all that tells what an ordinal in a row means. Where the order at the newest
 * migration is known, rows follow the constants that moved; else a conversion goes by the order of now, and says so.
 */
public final class OrdinalOrders {

    private OrdinalOrders() {}

    /**
     * Returns a note for each operation that converts ordinals.
     *
     * @param operations as {@link SafePlan} makes them
     * @param from the schema that they begin with, in which everything has its new name
     * @param to the schema that they lead to, likewise
     */
    public static Map<Operation, List<String>> of(
            List<Operation> operations, Schema from, Schema to, InitialValues values, Dialect dialect) {
        EnumCases cases = new EnumCases(from, to, values, dialect);
        Map<Operation, List<String>> notes = new LinkedHashMap<>();
        for (Operation operation : operations) {
            if (operation instanceof AlterColumn alter && alter.using() != null) {
                EnumCases.Conversion conversion = cases.conversion(alter.table(), alter.from(), alter.to());
                if (conversion != null && conversion.ordinals()) {
                    values.constants(alter.table(), alter.to().name())
                            .ifPresent(constants -> notes.put(operation, List.of(note(constants))));
                }
            } else if (operation instanceof Backfill backfill && backfill.value() == null) {
                values.enums().getOrDefault(backfill.table(), Collections.emptySortedMap()).entrySet().stream()
                        .filter(column -> Replacements.isNewName(backfill.column(), column.getKey()))
                        .filter(column -> column.getValue().areExchanged())
                        .findFirst()
                        .ifPresent(column -> notes.put(
                                operation, List.of(words(Place.of(backfill.table(), column.getKey()), values))));
            }
        }
        return notes;
    }

    /**
     * What keeps the meaning of rows.
     *
     * @param updates statements that give the rows of a column the numbers that now stand for their constants
     * @param expectations that no row has a constant that is gone
     */
    record Moves(List<Operation> updates, List<Operation> expectations) {}

    static Moves moves(Schema from, Schema to, InitialValues values, Dialect dialect) {
        EnumCases cases = new EnumCases(from, to, values, dialect);
        List<Operation> updates = new ArrayList<>();
        List<Operation> expectations = new ArrayList<>();
        for (Place place : values.numbers().keySet()) {
            Column before = place.columnIn(from).orElse(null);
            Column after = place.columnIn(to).orElse(null);
            if (before == null || after == null || !before.type().equals(after.type())) {
                continue;
            }
            EnumCases.Move move = cases.move(place.name(), before, after);
            if (cases.isUnknown(place.name(), before, after)) {
                expectations.add(DataSkeleton.expect(place.name(), cases.isUnaffected(place.name(), after)));
            } else if (move != null) {
                if (!move.update().isEmpty()) {
                    updates.add(DataSkeleton.statement(words(place, values), move.update()));
                }
                if (!move.expectation().isEmpty()) {
                    expectations.add(DataSkeleton.expect(place.name(), move.expectation()));
                }
            }
        }
        return new Moves(updates, expectations);
    }

    /**
     * Returns in words which columns of a schema have rows that would mean other constants than before, though nothing in the
     * schema shows it.
     */
    public static List<String> moved(Schema schema, InitialValues values, Dialect dialect) {
        EnumCases cases = new EnumCases(schema, schema, values, dialect);
        return values.numbers().keySet().stream()
                .filter(place -> place.columnIn(schema)
                        .filter(column -> cases.isUnknown(place.name(), column, column)
                                || cases.move(place.name(), column, column) != null)
                        .isPresent())
                .map(place -> words(place, values))
                .toList();
    }

    private static String words(Place place, InitialValues values) {
        InitialValues.Constants constants =
                values.constants(place.name(), place.lastName()).orElseThrow();
        return "the constants of " + place + " were "
                + words(constants.before() == null ? Map.of() : constants.before()) + " and are "
                + words(constants.byName());
    }

    private static String words(Map<String, String> numbers) {
        return numbers.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String note(InitialValues.Constants constants) {
        return IntStream.range(0, constants.names().size())
                .mapToObj(i -> i + " " + constants.names().get(i))
                .collect(Collectors.joining(
                        ", ",
                        "ordinals are read by the present order of the constants: ",
                        "; correct it if the constants changed too"));
    }
}
