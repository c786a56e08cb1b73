package dev.albedo.lint;

import dev.albedo.dialect.Dialect;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AlterColumn;
import dev.albedo.schema.Schema;
import dev.albedo.snapshot.InitialValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The order of an enum's constants by which a conversion reads or writes ordinals: only the model of now is known. */
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
            }
        }
        return notes;
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
