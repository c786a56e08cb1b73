package dev.albedo.maven.benchmark;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a tool made of the changes of {@link dev.albedo.testing.EntityGenerator#change}. The same words count for all tools.
 *
 * @param missed the tables of the changes that are not found
 * @param wrong how many statements that no change asks for
 */
record Findings(List<String> missed, long wrong) {

    /**
     * A change.
     *
     * @param what of the table changes
     * @param how words without which a statement about that does not make the change
     */
    private record Change(String table, String what, String how) {
        /** Whether a statement is about it, in any order of words. */
        boolean isMeantBy(String statement) {
            return says(statement, "\\b" + table + "\\b") && says(statement, what);
        }

        boolean isMadeBy(String statement) {
            return isMeantBy(statement) && says(statement, how);
        }

        private static boolean says(String statement, String words) {
            return Pattern.compile(words, Pattern.CASE_INSENSITIVE)
                    .matcher(statement)
                    .find();
        }
    }

    private static final List<Change> CHANGES = List.of(
            new Change("customer_0", "\\bborn\\b", "add"),
            new Change("customer_1", "\\btoken\\b", "drop"),
            new Change("customer_2", "\\bemail\\b", "255"),
            new Change("customer_3", "\\bcreated\\b", "null"),
            new Change("customer_4", "\\bbalance\\b", "12"),
            new Change("customer_5", "\\bnotes\\b", "(add|create).*unique"),
            new Change("customer_6", "\\bcreated\\b", "index.*ix_more"),
            new Change("customer_7", "status", "DORMANT"),
            new Change("customer_8", "parent_id|fk", "drop"),
            new Change("customer_9", "\\bvisits\\b", "default"));

    /** In a migration in Java or Python: the statements of its way up. */
    static Findings inMigration(String source) {
        String up = source.substring(
                Math.max(source.indexOf(" up("), source.indexOf(" upgrade(")),
                Math.max(source.indexOf(" down("), source.indexOf(" downgrade(")));
        return of(Stream.of(up.split("\\bop\\.")).skip(1).toList());
    }

    /** In a script with a statement a line. */
    static Findings inScript(String script) {
        return of(script.lines().filter(line -> !line.isBlank()).toList());
    }

    /** In a change log of Liquibase's. */
    static Findings inChangeLog(String xml) {
        return of(Stream.of(xml.split("<changeSet ")).skip(1).toList());
    }

    private static Findings of(List<String> statements) {
        return new Findings(
                CHANGES.stream()
                        .filter(change -> statements.stream().noneMatch(change::isMadeBy))
                        .map(Change::table)
                        .toList(),
                statements.stream()
                        .filter(statement -> CHANGES.stream().noneMatch(change -> change.isMeantBy(statement)))
                        .count());
    }

    @Override
    public String toString() {
        return CHANGES.size() - missed.size() + " of " + CHANGES.size() + ", " + wrong + " wrong"
                + (missed.isEmpty() ? "" : ", not those of " + String.join(", ", missed));
    }
}
