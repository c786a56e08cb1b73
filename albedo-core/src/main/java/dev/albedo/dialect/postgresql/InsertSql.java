package dev.albedo.dialect.postgresql;

import dev.albedo.data.Row;
import dev.albedo.dialect.Statement;
import dev.albedo.operation.Operation.BulkInsert;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as {@code INSERT}, in statements of a size that people and servers can read. */
final class InsertSql {

    private static final int ROWS_IN_A_STATEMENT = 1000;

    private InsertSql() {}

    static List<Statement> statements(BulkInsert operation) {
        List<Statement> statements = new ArrayList<>();
        List<Row> rows = operation.rows();
        for (int i = 0; i < rows.size(); i += ROWS_IN_A_STATEMENT) {
            BulkInsert part = new BulkInsert(
                    operation.table(),
                    operation.columns(),
                    rows.subList(i, Math.min(rows.size(), i + ROWS_IN_A_STATEMENT)));
            statements.add(Statement.inserting(part, insert(part)));
        }
        return statements;
    }

    private static String insert(BulkInsert operation) {
        return operation.rows().stream()
                .map(InsertSql::row)
                .collect(Collectors.joining(
                        ",\n    ",
                        "INSERT INTO " + Names.name(operation.table()) + " (" + Names.identifiers(operation.columns())
                                + ") VALUES\n    ",
                        ""));
    }

    private static String row(Row row) {
        return row.values().stream().map(ValueText::literal).collect(Collectors.joining(", ", "(", ")"));
    }
}
