package dev.albedo.maven.random;

import dev.albedo.dialect.Dialect;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The person who is asked by a refused migration: deletes the rows in the way, and says what rows get. */
final class Operator {

    private final Connection connection;
    private final Dialect dialect;

    Operator(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Deletes the rows that an expectation names, and those that referenced them. */
    void satisfy(Operation expectation, Schema now) throws SQLException {
        if (expectation instanceof Operation.Expect expect) {
            Table table = now.table(expect.table()).orElseThrow();
            delete(expect.constraint().accept(new Offenders(table)), now);
        } else if (expectation instanceof Operation.ExpectUnique expect) {
            delete(repeated(expect.table(), expect.index()), now);
        } else {
            throw new IllegalArgumentException(expectation.describe() + " is no expectation");
        }
    }

    void empty(QualifiedName table, Schema now) throws SQLException {
        delete("delete from " + dialect.name(table), now);
    }

    private void delete(String sql, Schema now) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        }
        Dangling.delete(connection, dialect, now);
    }

    private String repeated(QualifiedName table, Index index) {
        List<String> parts = index.parts().stream()
                .map(part -> part.isExpression() ? "(" + part.text() + ")" : dialect.identifier(part.text()))
                .toList();
        return repeated(table, parts, index.nullsNotDistinct(), index.where() == null ? "true" : index.where());
    }

    /** Keeps one row of each group. */
    private String repeated(QualifiedName table, List<String> parts, boolean nullsNotDistinct, String where) {
        String set = nullsNotDistinct
                ? "true"
                : parts.stream().map(part -> part + " is not null").collect(Collectors.joining(" and "));
        String rows = dialect.name(table) + " where (" + where + ") and " + set;
        return "delete from " + rows + " and ctid not in (select min(ctid) from " + rows + " group by "
                + String.join(", ", parts) + ")";
    }

    private final class Offenders implements Constraint.Visitor<String> {

        private final Table table;

        Offenders(Table table) {
            this.table = table;
        }

        private List<String> identifiers(List<String> columns) {
            return columns.stream().map(dialect::identifier).toList();
        }

        @Override
        public String primaryKey(Constraint.PrimaryKey key) {
            return repeated(table.name(), identifiers(key.columns()), false, "true");
        }

        @Override
        public String unique(Constraint.Unique unique) {
            return repeated(table.name(), identifiers(unique.columns()), unique.nullsNotDistinct(), "true");
        }

        @Override
        public String foreignKey(Constraint.ForeignKey key) {
            return Dangling.delete(dialect, table, key);
        }

        @Override
        public String check(Constraint.Check check) {
            return "delete from " + dialect.name(table.name()) + " where not (" + check.expression() + ")";
        }

        @Override
        public String exclusion(Constraint.Exclusion exclusion) {
            throw new IllegalArgumentException("the models have no " + exclusion.describe());
        }
    }

    /**
     * What rows may get in a column, the best first, as SQL expressions.
     *
     * @param table with the column, as it will be
     * @param now the present name of a table
     */
    List<String> fills(Table table, Column column, Schema schema, UnaryOperator<QualifiedName> now) {
        List<String> fills = new ArrayList<>();
        for (Constraint.ForeignKey key : table.foreignKeys()) {
            int place = key.columns().indexOf(column.name());
            if (place >= 0) {
                String target = dialect.identifier(key.targetColumns().get(place));
                fills.add("(select " + target + " from " + dialect.name(now.apply(key.target()))
                        + " order by 1 limit 1)");
            }
        }
        ValuePools.candidates(schema, table, column).forEach(value -> fills.add(dialect.literal(value)));
        String row = "((ctid::text::point)[0] * 1000 + (ctid::text::point)[1])";
        fills.add(row);
        fills.add(row + "::integer::text");
        fills.add("lpad(" + row + "::integer::text, 32, '0')::uuid");
        return fills;
    }
}
