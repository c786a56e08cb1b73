package dev.albedo.processor.hibernate.bridge;

import dev.albedo.internal.sql.SqlText;
import dev.albedo.internal.sql.Token;
import dev.albedo.schema.Constraint.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;

/** Reads the checks of a table and of its columns. */
final class CheckReader extends StandardTableExporter {

    /** Hibernate 7 writes such checks for embeddables in XML columns (XmlHelper, PostgreSQLAggregateSupport). */
    private final Report report;

    CheckReader(Dialect dialect, Report report) {
        super(dialect);
        this.report = report;
    }

    /** As Hibernate creates them: those of one column that have no name are one, and some are there twice. */
    List<Check> read(Table table) {
        List<Check> checks = new ArrayList<>();
        boolean aggregate = false;
        for (Column column : table.getColumns()) {
            aggregate |= column instanceof AggregateColumn;
            List<CheckConstraint> unnamed = new ArrayList<>();
            for (CheckConstraint check : column.getCheckConstraints()) {
                if (check.isNamed()) {
                    checks.add(check(table, check));
                } else {
                    unnamed.add(check);
                }
            }
            if (unnamed.size() == 1) {
                checks.add(check(table, unnamed.get(0)));
            } else if (!unnamed.isEmpty()) {
                checks.add(new Check(
                        null,
                        unnamed.stream()
                                .map(CheckConstraint::getConstraintInParens)
                                .collect(Collectors.joining(" and "))));
            }
        }
        table.getChecks().forEach(check -> checks.add(check(table, check)));
        if (aggregate) {
            ofAggregates(table, checks);
        }
        return checks;
    }

    private Check check(Table table, CheckConstraint check) {
        String options = Newer.text(check, "getOptions");
        if (options != null) {
            report.notManaged(table, "an option of a check of the table " + table.getName(), options);
        }
        return new Check(
                check.isNamed() ? StoredNames.stored(check.getName()) : null, SqlText.trimmed(check.getConstraint()));
    }

    /** The checks on what is inside a JSON or a struct: only Hibernate's exporter knows how to write them. */
    private void ofAggregates(Table table, List<Check> checks) {
        StringBuilder sql = new StringBuilder();
        applyTableCheck(table, sql);
        SqlReader tokens = new SqlReader(sql.toString());
        while (!tokens.atEnd()) {
            tokens.skip(",");
            String name = tokens.skip("constraint") ? StoredNames.stored(String.valueOf(tokens.take())) : null;
            if (tokens.skip("check") && tokens.isParentheses()) {
                String condition = SqlText.trimmed(String.valueOf(tokens.take()));
                if (hasSubquery(condition)) {
                    report.notManaged(
                            table,
                            "a check of the table " + table.getName()
                                    + ", which PostgreSQL refuses because of its subquery",
                            "check (" + condition + ")");
                } else {
                    checks.add(new Check(name, condition));
                }
            } else {
                report.notManaged(table, "a part of the table " + table.getName(), tokens.rest());
            }
        }
    }

    private static boolean hasSubquery(String condition) {
        List<Token> tokens = SqlText.tokens(condition);
        return IntStream.range(1, tokens.size())
                .anyMatch(i -> tokens.get(i).is("select") && tokens.get(i - 1).is("("));
    }
}
