package dev.albedo.safety.loss;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.RenameTable;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Index;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The constraints and indexes of a renamed table that are still called after its old name: no model names them. */
public final class KeptNames {

    private KeptNames() {}

    /**
     * Returns a note by rename, where there are such names.
     *
     * @param operations a plan
     * @param after the schema that it leads to
     */
    public static Map<Operation, List<String>> of(List<Operation> operations, Schema after) {
        Map<Operation, List<String>> notes = new LinkedHashMap<>();
        for (Operation operation : operations) {
            if (operation instanceof RenameTable rename) {
                List<String> kept = after.table(rename.from().sibling(rename.to()))
                        .map(table -> namedAfter(rename.from().name(), rename.to(), table))
                        .orElse(List.of());
                if (!kept.isEmpty()) {
                    notes.put(operation, List.of("these keep their names: " + String.join(", ", kept)));
                }
            }
        }
        return notes;
    }

    private static List<String> namedAfter(String old, String now, Table table) {
        Pattern named = Pattern.compile("(?i)(?<![a-z0-9])" + Pattern.quote(old) + "(?![a-z0-9])");
        Pattern follows = Pattern.compile("(?i)(?<![a-z0-9])" + Pattern.quote(now) + "(?![a-z0-9])");
        return Stream.concat(
                        table.constraints().stream().map(Constraint::name),
                        table.indexes().stream().map(Index::name))
                .filter(Objects::nonNull)
                .filter(name ->
                        named.matcher(name).find() && !follows.matcher(name).find())
                .toList();
    }
}
