package dev.albedo.safety.loss;

import dev.albedo.dialect.Dialect;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AlterColumn;
import dev.albedo.schema.SqlType;
import java.util.List;
import java.util.Set;

/**
 * The time zone of values that have none, where a column changes between a type with a time zone and one without: the same
 * values are other moments in another zone, so it is not left to the session that runs the migration.
 */
public final class TimeZones {

    private static final Set<String> WITHOUT = Set.of("timestamp", "date", "time");

    private TimeZones() {}

    /** The changes of columns that need a time zone and do not name one. */
    public static List<AlterColumn> missing(List<Operation> operations) {
        return operations.stream()
                .filter(AlterColumn.class::isInstance)
                .map(AlterColumn.class::cast)
                .filter(TimeZones::isMissing)
                .toList();
    }

    /** Whether a change of a column needs a time zone and does not name one. */
    public static boolean isMissing(AlterColumn alter) {
        return alter.using() == null ? isNeeded(alter) : alter.using().contains(Dialect.UNKNOWN_ZONE);
    }

    /** The same operations, with this time zone where one is missing. */
    public static List<Operation> in(String zone, List<Operation> operations) {
        return operations.stream().map(operation -> in(zone, operation)).toList();
    }

    private static Operation in(String zone, Operation operation) {
        return operation instanceof AlterColumn alter && alter.using() != null && isMissing(alter)
                ? new AlterColumn(
                        alter.table(), alter.from(), alter.to(), alter.using().replace(Dialect.UNKNOWN_ZONE, zone))
                : operation;
    }

    private static boolean isNeeded(AlterColumn alter) {
        boolean computed = alter.from().generated() != null || alter.to().generated() != null;
        String from = name(alter.from().type());
        String to = name(alter.to().type());
        return !computed
                && ((from.equals("timestamptz") && WITHOUT.contains(to))
                        || (to.equals("timestamptz") && WITHOUT.contains(from)));
    }

    private static String name(SqlType type) {
        return type instanceof SqlType.Simple simple ? simple.name() : "";
    }
}
