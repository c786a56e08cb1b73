package dev.albedo.diff;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL refuses of a single step though the schemas before and after are valid. */
final class StepRules {

    private StepRules() {}

    /** What must not be there when the operation is carried out. */
    static List<String> inTheWay(Schema schema, Operation operation) {
        if (operation instanceof Operation.DropColumn drop) {
            return dependents(schema, drop.table(), drop.name(), true);
        }
        if (operation instanceof Operation.AlterColumn alter) {
            return inTheWay(schema, alter);
        }
        if (operation instanceof Operation.AlterEnum alter && alter.rebuild()) {
            List<String> found = new ArrayList<>();
            for (Table table : schema.tables().values()) {
                for (Column column : table.columns()) {
                    if (hasType(column, alter.to())) {
                        found.addAll(computedFrom(table, column.name()));
                        if (column.defaultSql() != null
                                && alter.to().values().stream()
                                        .noneMatch(value -> SqlText.hasLiteral(column.defaultSql(), value))) {
                            found.add("default of " + column.name());
                        }
                    }
                }
            }
            return found;
        }
        return List.of();
    }

    private static List<String> inTheWay(Schema schema, Operation.AlterColumn alter) {
        Column from = alter.from();
        Column to = alter.to();
        if (from.generated() != null && to.generated() != null && !from.type().equals(to.type())) {
            return List.of("a computed column gets another type: " + from.name());
        }
        if (from.generated() == null
                ? to.generated() != null
                : !from.generated().equals(to.generated())) {
            return dependents(schema, alter.table(), from.name(), true);
        }
        boolean retyped = !from.type().equals(to.type());
        boolean sameName = from.type() instanceof SqlType.Simple simple
                && to.type() instanceof SqlType.Simple other
                && simple.name().equals(other.name());
        if (retyped && sameName) {
            return computedFrom(schema.table(alter.table()).orElseThrow(), from.name());
        }
        return retyped ? dependents(schema, alter.table(), from.name(), false) : List.of();
    }

    private static boolean hasType(Column column, EnumType type) {
        return Uses.createdType(column.type()).filter(type.name()::equals).isPresent();
    }

    private static List<String> computedFrom(Table table, String column) {
        return table.columns().stream()
                .filter(other -> other.generated() != null
                        && SqlText.names(other.generated().expression()).contains(column))
                .map(other -> "column " + other.name())
                .toList();
    }

    /** Computed columns, texts and foreign keys that use a column; if asked, keys and indexes as well. */
    private static List<String> dependents(Schema schema, QualifiedName tableName, String column, boolean all) {
        Table table = schema.table(tableName).orElseThrow();
        List<String> found = new ArrayList<>(computedFrom(table, column));
        for (Constraint constraint : table.constraints()) {
            boolean isKey =
                    constraint.columns().contains(column) && (all || constraint instanceof Constraint.ForeignKey);
            if (isKey || Uses.mentioned(Uses.texts(constraint)).contains(column)) {
                found.add("constraint " + constraint.name());
            }
        }
        for (Index index : table.indexes()) {
            if ((all && Uses.columns(index).contains(column))
                    || Uses.mentioned(Uses.texts(index)).contains(column)) {
                found.add("index " + index.name());
            }
        }
        for (Table other : schema.tables().values()) {
            for (Constraint.ForeignKey key : other.foreignKeys()) {
                if (key.target().equals(tableName) && key.targetColumns().contains(column)) {
                    found.add("foreign key " + key.name() + " of " + other.name());
                }
            }
        }
        return found;
    }

    /** Values that an enum type gets without being made anew, and that a text then uses in the same transaction. */
    static List<String> unusableValues(SchemaDiff diff) {
        List<String> found = new ArrayList<>();
        for (Operation operation : diff.operations()) {
            if (operation instanceof Operation.AlterEnum alter && !alter.rebuild()) {
                for (String value : alter.to().values()) {
                    boolean used = diff.operations().stream()
                            .flatMap(other -> newColumns(other).stream())
                            .anyMatch(column -> hasType(column, alter.to())
                                    && column.defaultSql() != null
                                    && SqlText.hasLiteral(column.defaultSql(), value));
                    if (used && !alter.from().values().contains(value)) {
                        found.add(value);
                    }
                }
            }
        }
        return found;
    }

    private static List<Column> newColumns(Operation operation) {
        if (operation instanceof Operation.CreateTable create) {
            return create.table().columns();
        }
        if (operation instanceof Operation.AddColumn add) {
            return List.of(add.column());
        }
        return operation instanceof Operation.AlterColumn alter ? List.of(alter.to()) : List.of();
    }
}
