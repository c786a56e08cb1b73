package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Statement;
import dev.albedo.operation.Operation.AdvanceNumbers;
import dev.albedo.schema.Numbers;
import dev.albedo.schema.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The position of a sequence, moved behind what others have given (PostgreSQL manual, sequence functions).
 *
 * <p>The position becomes the last number that was given, so that the next one is a whole increment away: with Hibernate's
 * pooled optimizers a block of numbers ends or begins there, and either is free. A sequence that counts down is moved below
 * the smallest number. {@code setval} is not taken back by a rollback, but any ALTER SEQUENCE makes a file of the
 * transaction's own, see {@link TrialSql}.
 */
final class PositionSql {

    private PositionSql() {}

    static Statement advance(AdvanceNumbers operation) {
        String given = operation.behind().stream()
                .map(PositionSql::given)
                .collect(Collectors.joining("\n                UNION ALL "));
        return statement(sequence(operation.numbers()), given);
    }

    /** A column that becomes an identity goes on behind its rows. */
    static Statement behindRows(QualifiedName table, String column) {
        Numbers numbers = new Numbers(table, column);
        return statement(sequence(numbers), values(table, column));
    }

    private static Statement statement(String sequence, String given) {
        return Statement.of("DO " + Names.dollarQuoted("""

                        DECLARE
                            target regclass := (%s);
                            step bigint;
                            lowest bigint;
                            highest bigint;
                            last bigint;
                            called boolean;
                            least_given numeric;
                            most_given numeric;
                        BEGIN
                            SELECT seqincrement, seqmin, seqmax INTO step, lowest, highest
                                FROM pg_sequence WHERE seqrelid = target;
                            EXECUTE 'SELECT last_value, is_called FROM ' || target INTO last, called;
                            SELECT min(given), max(given) INTO least_given, most_given FROM (
                                %s) AS all_given(given);
                            IF step > 0 AND (most_given > last OR (most_given = last AND NOT called)) THEN
                                EXECUTE 'ALTER SEQUENCE ' || target || ' INCREMENT BY ' || step;
                                PERFORM setval(target, least(most_given, highest)::bigint);
                            ELSIF step < 0 AND (least_given < last OR (least_given = last AND NOT called)) THEN
                                EXECUTE 'ALTER SEQUENCE ' || target || ' INCREMENT BY ' || step;
                                PERFORM setval(target, greatest(least_given, lowest)::bigint);
                            END IF;
                        END
                        """.formatted(sequence, given)));
    }

    /** SQL that gives the sequence of numbers: the one of that name, or the one behind the identity column. */
    private static String sequence(Numbers numbers) {
        String column = numbers.column();
        String name = Names.literal(Names.name(numbers.name())) + "::regclass";
        return column == null ? name : """
                SELECT d.objid::regclass FROM pg_depend d JOIN pg_attribute a
                                    ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                                    WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
                                        AND d.refobjid = %s AND a.attname = %s AND d.deptype = 'i'""".formatted(name, Names.literal(column));
    }

    /** SQL that gives numbers which must not be given again, in one column. */
    private static String given(Numbers numbers) {
        String column = numbers.column();
        if (column == null) {
            return "SELECT last_value FROM " + Names.name(numbers.name()) + " WHERE is_called";
        }
        return values(numbers.name(), column) + "\n                UNION ALL SELECT pg_sequence_last_value(("
                + sequence(numbers) + "))";
    }

    private static String values(QualifiedName table, String column) {
        String name = Names.identifier(column);
        return List.of("max", "min").stream()
                .map(end -> "SELECT " + end + "(" + name + ")::numeric FROM " + Names.name(table))
                .collect(Collectors.joining("\n                UNION ALL "));
    }
}
