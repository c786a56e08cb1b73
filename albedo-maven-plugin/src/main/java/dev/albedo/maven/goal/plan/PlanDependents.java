package dev.albedo.maven.goal.plan;

import dev.albedo.dialect.Dependent;
import dev.albedo.dialect.Dialect;
import dev.albedo.maven.goal.report.GoalException;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.AlterColumn;
import dev.albedo.operation.Operation.AlterEnum;
import dev.albedo.operation.Operation.DropColumn;
import dev.albedo.operation.Operation.DropTable;
import dev.albedo.origin.Place;
import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects made by hand, such as views, that depend on what the operations of a plan change or drop, in the database
 * that was compared. Another database may have others, which a run finds there.
 *
 * @param of by operation, in the order in which they can be created
 */
public record PlanDependents(Map<Operation, List<Dependent>> of) {

    /** Those of a plan for which no database was asked. */
    static final PlanDependents NONE = new PlanDependents(Map.of());

    public PlanDependents {
        of = Collections.unmodifiableMap(new LinkedHashMap<>(of));
    }

    /** Asks a database that is as the plan begins. */
    public static PlanDependents of(Connection connection, Dialect dialect, List<Operation> up, List<Operation> down)
            throws SQLException {
        Map<Operation, List<Dependent>> found = new LinkedHashMap<>();
        for (Operation operation : Stream.concat(up.stream(), down.stream()).toList()) {
            if (!found.containsKey(operation)) {
                List<Dependent> dependents = dialect.dependents(connection, named(operation, up));
                if (!dependents.isEmpty()) {
                    found.put(operation, dependents);
                }
            }
        }
        return new PlanDependents(found);
    }

    /** An operation in the names that tables and columns have before the plan renames them. */
    private static Operation named(Operation operation, List<Operation> plan) {
        int index = plan.indexOf(operation);
        List<Operation> up = index < 0 ? plan : plan.subList(0, index);
        if (operation instanceof AlterColumn alter) {
            Place place =
                    AfterRenames.before(Place.of(alter.table(), alter.from().name()), up);
            return new AlterColumn(
                    place.name(),
                    alter.from().named(place.lastName()),
                    alter.to().named(place.lastName()),
                    alter.using());
        }
        if (operation instanceof DropColumn drop) {
            Place place = AfterRenames.before(Place.of(drop.table(), drop.name()), up);
            return new DropColumn(place.name(), place.lastName(), null);
        }
        if (operation instanceof AlterEnum alter) {
            QualifiedName name = AfterRenames.before(
                            Place.ofEnumType(alter.from().name()), up)
                    .name();
            return new AlterEnum(alter.from().named(name), alter.to().named(name), alter.forceRebuild());
        }
        return operation instanceof DropTable drop
                ? new DropTable(AfterRenames.before(Place.of(drop.name()), up).name(), null)
                : operation;
    }

    /** Returns the notes on an operation. */
    List<String> notes(Operation operation) {
        return of(operation).stream()
                .map(dependent -> note(operation, dependent)
                        + (dependent.cost() == null || drops(operation) ? "" : ", which " + dependent.cost()))
                .toList();
    }

    /** Returns the comments of a migration, which do not depend on the database. */
    public Map<Operation, List<String>> comments() {
        return of.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(dependent -> note(entry.getKey(), dependent))
                                .toList()));
    }

    private static String note(Operation operation, Dependent dependent) {
        return drops(operation) ? dependent.name() + " depends on it" : "recreates " + dependent.name() + " around it";
    }

    public List<Dependent> of(Operation operation) {
        return of.getOrDefault(operation, List.of());
    }

    private static boolean drops(Operation operation) {
        return operation instanceof Operation.Removal;
    }

    /**
     * Refuses a plan that cannot leave these objects as they are.
     *
     * @throws GoalException with the migration to write instead
     */
    public void requireKept() {
        for (Map.Entry<Operation, List<Dependent>> entry : of.entrySet()) {
            Operation operation = entry.getKey();
            if (drops(operation)) {
                throw new GoalException("The plan cannot " + operation.describe() + ", because "
                        + names(entry.getValue())
                        + (entry.getValue().size() == 1 ? " depends on it and is" : " depend on it and are")
                        + " known neither to the model nor to the migrations. Nothing was written; "
                        + skeleton(operation, entry.getValue()));
            }
            for (Dependent dependent : entry.getValue()) {
                if (dependent.obstacle() != null) {
                    throw new GoalException("The plan cannot " + operation.describe() + ", because " + dependent.name()
                            + " depends on it and cannot be recreated: " + dependent.obstacle()
                            + ". Nothing was written; " + skeleton(operation, entry.getValue()));
                }
            }
        }
    }

    /**
     * Requires the same objects with the same definitions.
     *
     * @param after those of a database after a plan was carried out and taken back
     * @throws GoalException if one is gone or is another
     */
    public void requireSame(PlanDependents after) {
        for (Map.Entry<Operation, List<Dependent>> entry : of.entrySet()) {
            List<String> there =
                    after.of(entry.getKey()).stream().map(PlanDependents::text).toList();
            for (Dependent dependent : entry.getValue()) {
                if (!there.contains(text(dependent))) {
                    throw new GoalException("The plan does not restore " + dependent.name() + ": after "
                            + entry.getKey().describe()
                            + " and its rollback, its definition or a column type differs. Nothing was"
                            + " written; " + skeleton(entry.getKey(), entry.getValue()));
                }
            }
        }
    }

    private static String text(Dependent dependent) {
        return dependent.name() + dependent.shape() + dependent.contents();
    }

    private static String names(List<Dependent> dependents) {
        return String.join(", ", dependents.stream().map(Dependent::name).toList());
    }

    /** The migration that a person writes where none can be planned. */
    public static String skeleton(Operation operation, List<Dependent> dependents) {
        List<String> lines = new ArrayList<>();
        for (int i = dependents.size() - 1; i >= 0; i--) {
            lines.add(sql(dependents.get(i).removal()));
        }
        lines.add("// " + operation.describe());
        for (Dependent dependent : dependents) {
            lines.add(sql(dependent.definition()));
        }
        dependents.stream()
                .filter(dependent -> dependent.contents() != null)
                .forEach(dependent -> lines.add(sql(String.valueOf(dependent.contents()))));
        return "write the change by hand with mvn albedo:create-empty, with definitions that fit it, and its reverse in"
                + " down():\n    "
                + String.join(
                        "\n    ", lines.stream().filter(line -> !line.isEmpty()).toList());
    }

    /** A call with the SQL in a text block. */
    private static String sql(String sql) {
        if (sql.isEmpty()) {
            return "";
        }
        String text = sql.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"").replaceFirst("\"$", "\\\\\"");
        return "op.sql(\"\"\"\n        " + text.replace("\n", "\n        ") + "\"\"\");";
    }
}
