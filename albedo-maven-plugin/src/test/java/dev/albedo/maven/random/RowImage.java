package dev.albedo.maven.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albedo.dialect.Dialect;
import dev.albedo.origin.Place;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All rows of a database.
 *
 * @param rows by table, each the texts of its values by column
 */
record RowImage(Map<QualifiedName, List<Map<String, @Nullable String>>> rows) {

    private static final int LONG = 60;

    static RowImage of(Connection connection, Dialect dialect, Schema schema) throws SQLException {
        Map<QualifiedName, List<Map<String, @Nullable String>>> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (Table table : schema.tables().values()) {
                // What is computed is no value of a row.
                List<String> columns = table.columns().stream()
                        .filter(column -> column.generated() == null)
                        .map(Column::name)
                        .toList();
                String texts = columns.stream()
                        .map(column -> dialect.identifier(column) + "::text")
                        .collect(Collectors.joining(", "));
                rows.put(
                        table.name(),
                        read(statement, columns, "select " + texts + " from " + dialect.name(table.name())));
            }
        }
        return new RowImage(rows);
    }

    private static List<Map<String, @Nullable String>> read(Statement statement, List<String> columns, String sql)
            throws SQLException {
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                Map<String, @Nullable String> row = new HashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), result.getString(i + 1));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    int count(QualifiedName table) {
        return rows.getOrDefault(table, List.of()).size();
    }

    long count() {
        return rows.values().stream().mapToLong(List::size).sum();
    }

    /**
     * Asserts that each row is among the rows of another image.
     *
     * @param what for a message
     * @param schema of this image
     * @param compared whether values that were converted and back are compared, or only whether they are NULL
     * @param missing how many rows of a table may be missing there
     */
    void assertAmong(
            String what,
            RowImage after,
            Schema schema,
            Fates fates,
            boolean compared,
            Map<QualifiedName, Integer> missing,
            Tally tally) {
        for (Table table : schema.tables().values()) {
            QualifiedName now = fates.table(table.name()).orElse(null);
            if (now == null) {
                continue;
            }
            List<String> filled = new ArrayList<>();
            Map<String, String> plain = new TreeMap<>();
            Map<String, String> onlyNull = new TreeMap<>();
            for (Column column : table.columns()) {
                fates.of(Place.of(table.name(), column.name())).ifPresent(fate -> {
                    boolean same = !fate.lossy() && (compared || !fate.converted());
                    if (fate.filled()) {
                        filled.add(column.name());
                    } else {
                        (same ? plain : onlyNull).put(column.name(), fate.column());
                    }
                    tally.add(same ? Tally.Event.COLUMN_COMPARED : Tally.Event.COLUMN_CONVERTED);
                });
            }
            List<String> left =
                    new ArrayList<>(after.texts(now, List.copyOf(plain.values()), List.copyOf(onlyNull.values())));
            List<String> lost = new ArrayList<>();
            for (String row : texts(table.name(), List.copyOf(plain.keySet()), List.copyOf(onlyNull.keySet()))) {
                if (!left.remove(row)) {
                    lost.add(row);
                }
            }
            int allowed = missing.getOrDefault(now, 0);
            if (lost.size() > allowed) {
                assertThat(left)
                        .as("%s: rows of %s in %s, NULL or not in %s", what, table.name(), plain, onlyNull)
                        .containsAll(lost);
            }
            for (String column : filled) {
                Fates.Fate fate = fates.of(Place.of(table.name(), column)).orElseThrow();
                if (!fate.lossy() && (compared || !fate.converted())) {
                    List<String> values = values(table.name(), column);
                    after.values(now, fate.column()).forEach(values::remove);
                    assertThat(values.size())
                            .as("%s: values %s that %s.%s had are gone", what, values, table.name(), column)
                            .isLessThanOrEqualTo(allowed);
                }
            }
        }
    }

    private List<String> texts(QualifiedName table, List<String> columns, List<String> onlyNull) {
        return rows.getOrDefault(table, List.of()).stream()
                .map(row -> columns.stream().map(name -> shown(row.get(name))).toList() + " "
                        + onlyNull.stream()
                                .map(name -> row.get(name) == null ? "NULL" : "set")
                                .toList())
                .toList();
    }

    private static String shown(@Nullable String value) {
        if (value == null) {
            return "NULL";
        }
        return value.length() > LONG ? value.substring(0, LONG) + "..." + value.length() + value.hashCode() : value;
    }

    private List<String> values(QualifiedName table, String column) {
        List<String> values = new ArrayList<>();
        for (Map<String, @Nullable String> row : rows.getOrDefault(table, List.of())) {
            String value = row.get(column);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
