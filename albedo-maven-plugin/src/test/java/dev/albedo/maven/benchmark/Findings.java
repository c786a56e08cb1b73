package dev.albedo.maven.benchmark;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a tool made of the changes of {@link dev.albedo.testing.EntityGenerator#change}.
 *
 * @param found how many of them
 * @param wrong how many statements that no change asks for
 */
record Findings(long found, long wrong) {

    /** Of which table and which of its columns each change is. */
    private static final List<Pattern> CHANGES = Stream.of(
                    "customer_0\\b.*\\bborn",
                    "customer_1\\b.*\\btoken",
                    "customer_2\\b.*\\bemail",
                    "customer_3\\b.*\\bcreated",
                    "customer_4\\b.*\\bbalance",
                    "customer_5\\b.*\\bnotes",
                    "customer_6\\b.*\\bcreated",
                    "customer_7\\b.*status",
                    "customer_8(_parent|\\b)",
                    "customer_9\\b.*\\bvisits")
            .map(pattern -> Pattern.compile(pattern, Pattern.DOTALL | Pattern.CASE_INSENSITIVE))
            .toList();

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

    private static Findings of(List<String> statements) {
        return new Findings(
                CHANGES.stream()
                        .filter(change -> statements.stream()
                                .anyMatch(statement -> change.matcher(statement).find()))
                        .count(),
                statements.stream()
                        .filter(statement -> CHANGES.stream()
                                .noneMatch(change -> change.matcher(statement).find()))
                        .count());
    }

    @Override
    public String toString() {
        return found + " of " + CHANGES.size() + ", " + wrong + " wrong";
    }
}
