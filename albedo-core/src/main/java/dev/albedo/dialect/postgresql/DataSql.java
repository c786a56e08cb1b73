package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Statement;
import dev.albedo.operation.Operation.Backfill;
import dev.albedo.operation.Operation.Expect;
import dev.albedo.operation.Operation.ExpectUnique;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Statements about the rows that are there: they are filled, or counted. What is counted is said by the server itself, as
 * an error, so that a script says it too (PostgreSQL manual, section 41.9, Errors and Messages).
 */
final class DataSql {

    private DataSql() {}

    static Statement backfill(Backfill operation) {
        String table = Names.name(operation.table());
        String column = Names.identifier(operation.column());
        String rows = " WHERE " + unfilled(operation);
        if (operation.value() != null) {
            String update = "UPDATE " + table + " SET " + column + " = " + value(operation.value()) + rows;
            return new Statement(update, operation.batches() == null, null, update, null);
        }
        return stop(new Offence(
                operation.table(),
                "SELECT count(*) FROM " + table + rows,
                "without a value for " + operation.column() + ", and the migration does not say which they get",
                "SELECT * FROM " + table + rows));
    }

    /** The condition of the rows that are to be filled. */
    static String unfilled(Backfill operation) {
        String empty = Names.identifier(operation.column()) + " IS NULL";
        return operation.where() == null ? empty : empty + " AND (" + value(operation.where()) + ")";
    }

    /** A line of its own where it may end in a comment. */
    static String value(String sql) {
        return sql.contains("--") ? sql + "\n" : sql;
    }

    static Statement expect(Expect operation) {
        return stop(operation.constraint().accept(new Offences(operation.table())));
    }

    /** NULL is equal to nothing, unless the index says otherwise (manual, section 11.6, Unique Indexes). */
    static Statement expect(ExpectUnique operation) {
        Index index = operation.index();
        List<String> parts = index.parts().stream()
                .map(part -> (part.isExpression() ? "(" + part.text() + ")" : Names.identifier(part.text()))
                        + (part.collation() == null ? "" : " COLLATE " + Names.name(part.collation())))
                .toList();
        List<String> conditions = new ArrayList<>();
        if (index.where() != null) {
            conditions.add("(" + index.where() + ")");
        }
        if (!index.nullsNotDistinct()) {
            parts.forEach(part -> conditions.add(part + " IS NOT NULL"));
        }
        String from = " FROM " + Names.name(operation.table())
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions)) + " GROUP BY "
                + String.join(", ", parts) + " HAVING count(*) > 1";
        String said = index.parts().stream().map(Index.Part::text).collect(Collectors.joining(", "));
        return stop(new Offence(
                operation.table(),
                "SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n" + from + ") AS groups",
                (index.where() == null ? "whose " : "where " + index.where() + " and whose ")
                        + (parts.size() == 1 ? said : "(" + said + ")") + " occurs more than once",
                "SELECT " + String.join(", ", parts) + ", count(*)" + from));
    }

    /**
     * What is wrong with rows.
     *
     * @param table whose rows
     * @param count a query for their number
     * @param what behind "t has 3 rows"
     * @param rows a query for them
     */
    private record Offence(QualifiedName table, String count, String what, String rows) {}

    private static Statement stop(Offence offence) {
        return Statement.of("DO "
                + Names.dollarQuoted("""

                        DECLARE
                            broken bigint := (%s);
                        BEGIN
                            IF broken > 0 THEN
                                RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = %s || broken || CASE broken WHEN 1 THEN ' row ' ELSE ' rows ' END
                                    || %s, HINT = %s;
                            END IF;
                        END
                        """.formatted(
                                offence.count(),
                                Names.literal(offence.table() + " has "),
                                Names.literal(offence.what()),
                                Names.literal("See them with " + offence.rows()))));
    }

    /** Which rows break a constraint, as the server would find (manual, section 5.5, Constraints). */
    private static final class Offences implements Constraint.Visitor<Offence> {

        private final QualifiedName table;
        private final String from;

        Offences(QualifiedName table) {
            this.table = table;
            this.from = " FROM " + Names.name(table);
        }

        @Override
        public Offence primaryKey(Constraint.PrimaryKey key) {
            String columns = Names.identifiers(key.columns());
            String condition = " WHERE " + each(quoted(key.columns()), " IS NULL", " OR ") + " OR (" + columns
                    + ") IN (" + "SELECT " + columns + from + grouped(key.columns()) + ")";
            return new Offence(
                    table,
                    "SELECT count(*)" + from + condition,
                    "whose " + names(key.columns()) + " is NULL or occurs more than once",
                    "SELECT *" + from + condition);
        }

        @Override
        public Offence unique(Constraint.Unique unique) {
            String filter = unique.nullsNotDistinct()
                    ? ""
                    : " WHERE " + each(quoted(unique.columns()), " IS NOT NULL", " AND ");
            return new Offence(
                    table,
                    "SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n" + from + filter + grouped(unique.columns())
                            + ") AS groups",
                    "whose " + names(unique.columns()) + " occurs more than once",
                    "SELECT " + Names.identifiers(unique.columns()) + ", count(*)" + from + filter
                            + grouped(unique.columns()));
        }

        @Override
        public Offence foreignKey(Constraint.ForeignKey key) {
            String references = key.matchFull()
                    ? "(" + each(qualified(key.columns()), " IS NOT NULL", " OR ") + ")"
                    : each(qualified(key.columns()), " IS NOT NULL", " AND ");
            String same = IntStream.range(0, key.columns().size())
                    .mapToObj(i ->
                            "target." + Names.identifier(key.targetColumns().get(i)) + " = "
                                    + qualified(key.columns()).get(i))
                    .collect(Collectors.joining(" AND "));
            String condition = from + " AS source WHERE " + references + " AND NOT EXISTS (SELECT FROM "
                    + Names.name(key.target()) + " AS target WHERE " + same + ")";
            return new Offence(
                    table,
                    "SELECT count(*)" + condition,
                    "whose " + names(key.columns()) + " is not among the " + names(key.targetColumns()) + " of "
                            + key.target(),
                    "SELECT *" + condition);
        }

        @Override
        public Offence check(Constraint.Check check) {
            String condition = from + " WHERE NOT (" + check.expression() + ")";
            return new Offence(
                    table,
                    "SELECT count(*)" + condition,
                    "for which this is false: " + check.expression(),
                    "SELECT *" + condition);
        }

        @Override
        public Offence exclusion(Constraint.Exclusion exclusion) {
            throw new IllegalArgumentException("no rows can be named that break " + exclusion.describe());
        }

        private static List<String> quoted(List<String> columns) {
            return columns.stream().map(Names::identifier).toList();
        }

        private static String names(List<String> columns) {
            return columns.size() == 1 ? columns.get(0) : "(" + String.join(", ", columns) + ")";
        }

        private static String grouped(List<String> columns) {
            return " GROUP BY " + Names.identifiers(columns) + " HAVING count(*) > 1";
        }

        private static String each(List<String> columns, String test, String between) {
            return columns.stream().map(column -> column + test).collect(Collectors.joining(between));
        }

        private static List<String> qualified(List<String> columns) {
            return columns.stream()
                    .map(column -> "source." + Names.identifier(column))
                    .toList();
        }
    }
}
