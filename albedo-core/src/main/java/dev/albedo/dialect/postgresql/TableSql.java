package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Statement;
import dev.albedo.operation.Operation.AddColumn;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables and new columns (PostgreSQL manual, CREATE TABLE). */
final class TableSql {

    private final ColumnSql columns;
    private final ConstraintSql constraints;
    private final IndexSql indexes;

    TableSql(ServerVersion version) {
        this.columns = new ColumnSql(version);
        this.constraints = new ConstraintSql(version);
        this.indexes = new IndexSql(version);
    }

    List<Statement> create(Table table) {
        List<Constraint> repeated = repeatedKeys(table);
        List<String> parts = Stream.concat(
                        table.columns().stream().map(columns::of),
                        table.constraints().stream()
                                .filter(constraint -> !repeated.contains(constraint))
                                .map(constraints::of))
                .map(part -> "    " + part)
                .toList();
        String body = parts.isEmpty() ? "" : "\n" + String.join(",\n", parts) + "\n";
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of("CREATE TABLE " + Names.name(table.name()) + " (" + body + ")"
                + inherits(table)
                + (table.partitionBy() == null ? "" : " PARTITION BY " + table.partitionBy())));
        for (Constraint constraint : repeated) {
            statements.add(alter(table.name(), "ADD " + constraints.of(constraint)));
        }
        for (Index index : table.indexes()) {
            statements.add(Statement.of(indexes.create(table.name(), index, false)));
        }
        if (table.comment() != null) {
            statements.add(Comments.table(table.name(), table.comment()));
        }
        for (Column column : table.columns()) {
            comment(statements, table.name(), column);
        }
        return statements;
    }

    private static String inherits(Table table) {
        return table.inherits().isEmpty()
                ? ""
                : table.inherits().stream().map(Names::name).collect(Collectors.joining(", ", " INHERITS (", ")"));
    }

    /**
     * Unique constraints that only repeat another key. CREATE TABLE would silently leave them out
     * (transformIndexConstraints in PostgreSQL's parse_utilcmd.c), ALTER TABLE does not.
     */
    private static List<Constraint> repeatedKeys(Table table) {
        List<Constraint.Unique> keys = new ArrayList<>();
        table.primaryKey()
                .ifPresent(key -> keys.add(new Constraint.Unique(null, key.columns(), false, key.deferrability())));
        List<Constraint> repeated = new ArrayList<>();
        for (Constraint.Unique unique : table.constraints(Constraint.Unique.class)) {
            if (keys.contains(unique.named(null))) {
                repeated.add(unique);
            }
            keys.add(unique.named(null));
        }
        return repeated;
    }

    List<Statement> add(AddColumn operation) {
        List<Statement> statements = new ArrayList<>();
        statements.add(alter(operation.table(), "ADD COLUMN " + columns.of(operation.column())));
        comment(statements, operation.table(), operation.column());
        return statements;
    }

    private static void comment(List<Statement> statements, QualifiedName table, Column column) {
        if (column.comment() != null) {
            statements.add(Comments.column(table, column.name(), column.comment()));
        }
    }

    /** One ALTER TABLE. */
    static Statement alter(QualifiedName table, String actions) {
        return Statement.of("ALTER TABLE " + Names.name(table) + " " + actions);
    }
}
