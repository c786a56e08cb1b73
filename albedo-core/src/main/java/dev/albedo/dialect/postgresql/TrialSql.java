package dev.albedo.dialect.postgresql;

import dev.albedo.schema.Schema;
import dev.albedo.schema.Sequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What comes before statements that are only tried (PostgreSQL manual, SET and ALTER SEQUENCE).
 *
 * <p>A new column whose default is the next value of a sequence takes a value for each row, and what a sequence gave away
 * does not come back with a rollback. Any ALTER SEQUENCE makes a new file for the sequence, which is the transaction's own
 * until it ends; so the sequences that the statements may take values of are altered to what they are.
 */
final class TrialSql {

    private TrialSql() {}

    static List<String> begin(
            Schema database, List<String> statements, Duration lockTimeout, Duration statementTimeout) {
        List<String> begin = new ArrayList<>();
        begin.add("SELECT " + SessionSettings.set(true));
        begin.add("SET LOCAL lock_timeout = " + lockTimeout.toMillis());
        begin.add("SET LOCAL statement_timeout = " + statementTimeout.toMillis());
        List<String> taking = statements.stream()
                .filter(sql -> sql.toLowerCase(Locale.ROOT).contains("nextval"))
                .toList();
        database.sequences().values().stream()
                .filter(sequence -> taking.stream()
                        .anyMatch(sql -> sql.contains(sequence.name().name())))
                .forEach(sequence -> begin.add(keep(sequence)));
        return begin;
    }

    private static String keep(Sequence sequence) {
        return "ALTER SEQUENCE " + Names.name(sequence.name()) + " INCREMENT BY "
                + sequence.options().increment();
    }
}
