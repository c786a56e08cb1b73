package dev.albedo.safety.rows;

import dev.albedo.dialect.Dialect;
import dev.albedo.operation.Operation;
import dev.albedo.operation.Operation.Expect;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/** What is expected of rows before a change. It is stated in the names after all renames, and asked in those before. */
public interface RowExpectation {

    /** Returns the operation that asks for it, before the renames. */
    Operation in(NamesBefore names);

    /**
     * An expectation of the rows of one table.
     *
     * @param operation an {@link Expect} or {@link Operation.ExpectUnique}
     */
    record OfTable(Operation operation) implements RowExpectation {

        static OfTable condition(QualifiedName table, String condition) {
            return new OfTable(new Expect(table, new Constraint.Check(null, condition)));
        }

        @Override
        public Operation in(NamesBefore names) {
            return names.of(operation);
        }
    }

    /**
     * Values of each row of one table that are among those of another.
     *
     * @param values SQL expressions over the one
     * @param target the other table
     * @param targetValues SQL expressions over the other
     * @param matchFull whether all values are there or none; otherwise a row without one of them refers to nothing
     */
    record Among(
            QualifiedName table,
            List<String> values,
            QualifiedName target,
            List<String> targetValues,
            boolean matchFull,
            Dialect dialect)
            implements RowExpectation {

        @Override
        public Operation in(NamesBefore names) {
            List<String> own =
                    values.stream().map(value -> names.sql(table, value)).toList();
            List<String> others =
                    targetValues.stream().map(value -> names.sql(target, value)).toList();
            String nothing = own.stream()
                    .map(value -> value + " IS NULL")
                    .collect(Collectors.joining(matchFull ? " AND " : " OR "));
            String condition = nothing + " OR (" + String.join(", ", own) + ") IN (SELECT " + String.join(", ", others)
                    + " FROM " + dialect.name(names.table(target)) + ")";
            return new Expect(names.table(table), new Constraint.Check(null, condition));
        }
    }
}
