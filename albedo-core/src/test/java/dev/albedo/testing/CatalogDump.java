package dev.albedo.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything in the schemas of a database, as readable text: two databases with the same text have the same structure.
 * It asks {@code pg_catalog} on its own, without any of the code it is there to test.
 */
public final class CatalogDump {

    private static final CatalogDump EVERYTHING = new CatalogDump(name -> false, true, true, Set.of());

    private final Predicate<String> hiddenNames;
    private final boolean columnOrder;
    private final boolean casts;
    private final Set<String> ignoredTables;

    private CatalogDump(Predicate<String> hiddenNames, boolean columnOrder, boolean casts, Set<String> ignoredTables) {
        this.hiddenNames = hiddenNames;
        this.columnOrder = columnOrder;
        this.casts = casts;
        this.ignoredTables = ignoredTables;
    }

    /** A dump that leaves nothing out. */
    public static CatalogDump everything() {
        return EVERYTHING;
    }

    /** Leaves out the names of all constraints and indexes. */
    public CatalogDump withoutNames() {
        return withoutNames(name -> true);
    }

    /** Leaves out the names of those constraints and indexes whose name fits. */
    public CatalogDump withoutNames(Predicate<String> names) {
        return new CatalogDump(names, columnOrder, casts, ignoredTables);
    }

    /** Lists the columns of a table by name. */
    public CatalogDump withoutColumnOrder() {
        return new CatalogDump(hiddenNames, false, casts, ignoredTables);
    }

    /** Leaves out these tables with everything on them, in whatever schema. */
    public CatalogDump without(String... tables) {
        Set<String> all =
                Stream.concat(ignoredTables.stream(), Stream.of(tables)).collect(Collectors.toSet());
        return new CatalogDump(hiddenNames, columnOrder, casts, all);
    }

    /** Leaves out casts that somebody created. */
    public CatalogDump withoutCasts() {
        return new CatalogDump(hiddenNames, columnOrder, false, ignoredTables);
    }

    /** The dump of a database. */
    public String of(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return of(connection);
        }
    }

    /** The dump of the database behind a connection, as the transaction sees it; changes nothing about either. */
    public String of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String searchPath = single(statement, "SELECT current_setting('search_path')");
            single(statement, "SELECT set_config('search_path', 'pg_catalog', false)");
            try {
                return dump(statement);
            } finally {
                single(statement, "SELECT set_config('search_path', '" + searchPath.replace("'", "''") + "', false)");
            }
        }
    }

    private static String single(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private String dump(Statement statement) throws SQLException {
        SortedMap<String, List<String>> objects = new TreeMap<>();
        for (String query : CatalogQueries.OBJECTS) {
            try (ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    if (!ignoredTables.contains(row.getString("name"))) {
                        objects.put(row.getString("object"), new ArrayList<>());
                    }
                }
            }
        }
        for (String query : CatalogQueries.PARTS) {
            try (ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    List<String> parts = objects.get(row.getString("object"));
                    if (parts != null) {
                        parts.add(part(row));
                    }
                }
            }
        }
        return objects.entrySet().stream()
                .filter(object -> casts || !object.getKey().startsWith("cast "))
                .flatMap(object -> Stream.concat(Stream.of(object.getKey()), lines(object.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private String part(ResultSet row) throws SQLException {
        String name = row.getString("name");
        String text = row.getString("text");
        int position = row.getInt("position");
        if (position > 0) {
            return (columnOrder ? "%05d".formatted(position) : "00000") + "column " + name + " " + text;
        }
        String shown = hiddenNames.test(name) ? "?" : name;
        return "99999" + row.getString("kind") + " " + shown + " " + text;
    }

    private static Stream<String> lines(List<String> parts) {
        return parts.stream().sorted().map(part -> "    " + part.substring(5));
    }
}
