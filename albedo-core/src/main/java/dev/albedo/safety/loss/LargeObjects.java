package dev.albedo.safety.loss;

import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AlterColumn;
import dev.albedo.operation.Operation.DropColumn;
import dev.albedo.operation.Operation.DropTable;
import dev.albedo.schema.Column;
import dev.albedo.schema.SqlType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The large objects that an operation leaves without a reference. A column of type {@code oid} holds their numbers only, so
 * they outlive it (PostgreSQL manual, chapter 33), and whether another table refers to them too is not known.
 */
public final class LargeObjects {

    private LargeObjects() {}

    /** Returns a line that names the columns whose large objects stay behind. */
    public static List<String> leftBehindBy(Operation operation) {
        if (operation instanceof DropTable drop && drop.was() != null) {
            String columns = drop.was().columns().stream()
                    .filter(LargeObjects::holdsNumbers)
                    .map(column -> drop.name() + "." + column.name())
                    .collect(Collectors.joining(", "));
            return columns.isEmpty() ? List.of() : List.of(dropped(columns));
        }
        if (operation instanceof DropColumn drop) {
            return Stream.ofNullable(drop.was())
                    .filter(LargeObjects::holdsNumbers)
                    .map(column -> dropped(drop.table() + "." + column.name()))
                    .toList();
        }
        if (operation instanceof AlterColumn alter && holdsNumbers(alter.from()) && !holdsNumbers(alter.to())) {
            return List.of("leaves the large objects of " + alter.table() + "."
                    + alter.to().name() + " behind: vacuumlo deletes those that no column refers to");
        }
        return List.of();
    }

    private static String dropped(String columns) {
        return "leaves the large objects of " + columns
                + " behind: delete them before it with lo_unlink in op.sql(...), or later with vacuumlo";
    }

    private static boolean holdsNumbers(Column column) {
        return column.type() instanceof SqlType.Simple type && type.name().equals("oid");
    }
}
