package dev.albedo.maven.oracle;

import dev.albedo.testing.CatalogDump;
import dev.albedo.testing.TestDatabase;
import java.sql.SQLException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The structure of a database that went through changes, as text. What cannot be told apart by what it does is written in
 * one way: the order of columns; the order of a primary key's columns, which Albedo leaves as it is; and the cast of a
 * list's elements, which PostgreSQL prints in another way once it has read its own print. Casts of the oracle are left
 * out.
 */
public final class Shape {

    private static final Pattern CAST_ELEMENT = Pattern.compile("\\(('[^']*')::character varying\\)::text");
    private static final Pattern CAST_LIST = Pattern.compile("\\((ARRAY\\[[^\\[\\]]*])\\)::text\\[]");
    private static final Pattern PRIMARY_KEY = Pattern.compile("PRIMARY KEY \\(([^)]*)\\)");

    private Shape() {}

    /**
     * The structure.
     *
     * @param chosenNames names of constraints and indexes that are shown
     */
    public static String of(TestDatabase database, Predicate<String> chosenNames) throws SQLException {
        String dump = CatalogDump.everything()
                .withoutNames(chosenNames.negate())
                .withoutCasts()
                .withoutColumnOrder()
                .of(database);
        dump = CAST_ELEMENT.matcher(dump).replaceAll("$1::character varying");
        dump = CAST_LIST.matcher(dump).replaceAll("$1");
        return PRIMARY_KEY.matcher(dump).replaceAll(key -> {
            String columns = Stream.of(key.group(1).split(", ")).sorted().collect(Collectors.joining(", "));
            return Matcher.quoteReplacement("PRIMARY KEY (" + columns + ")");
        });
    }
}
