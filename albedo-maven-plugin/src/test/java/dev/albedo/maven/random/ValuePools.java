package dev.albedo.maven.random;

import dev.albedo.dialect.Dialect;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values that the columns of a table can have, by the checks over one column each; the server judges them. */
record ValuePools(Connection connection, Dialect dialect, Schema schema) {

    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d{1,4}(?![\\w.])");

    /** The values of each column, as texts. */
    Map<String, List<String>> of(Table table) throws SQLException {
        Map<String, List<String>> pools = new TreeMap<>();
        List<String> questions = new ArrayList<>();
        for (Column column : table.columns()) {
            List<String> checks = checks(table, column);
            List<String> pool = candidates(schema, table, column);
            pools.put(column.name(), pool);
            if (!checks.isEmpty()) {
                questions.add(question(column, checks, pool));
            }
        }
        if (questions.isEmpty()) {
            return pools;
        }
        Map<String, List<String>> allowed = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(String.join(" union all ", questions))) {
            while (rows.next()) {
                String column = rows.getString(1);
                allowed.computeIfAbsent(column, name -> new ArrayList<>())
                        .add(pools.get(column).get(rows.getInt(2)));
            }
        }
        pools.putAll(allowed);
        return pools;
    }

    /** The conditions over this column and no other. */
    private static List<String> checks(Table table, Column column) {
        return table.constraints(Constraint.Check.class).stream()
                .map(Constraint.Check::expression)
                .filter(check -> mentioned(table, check).equals(Set.of(column.name())))
                .toList();
    }

    static Set<String> mentioned(Table table, String check) {
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                        .matcher(TEXT.matcher(check).replaceAll("''"))
                        .find())
                .collect(Collectors.toSet());
    }

    /** The values that a column might have: those that its checks name, and those of its type. */
    static List<String> candidates(Schema schema, Table table, Column column) {
        Set<String> candidates = new LinkedHashSet<>();
        for (String check : checks(table, column)) {
            Matcher text = TEXT.matcher(check);
            while (text.find()) {
                candidates.add(text.group(1).replace("''", "'"));
            }
            Matcher number = NUMBER.matcher(check);
            while (number.find()) {
                candidates.add(number.group());
            }
        }
        candidates.removeIf(text -> !isSpelling(column.type(), text));
        candidates.addAll(new EdgeValues(schema).of(column.type()));
        return List.copyOf(candidates);
    }

    /** Whether a text out of a check can be tried at all. */
    private static boolean isSpelling(SqlType type, String text) {
        String name = type instanceof SqlType.Simple simple ? simple.name() : "";
        return switch (name) {
            case "varchar", "text", "char" -> true;
            case "smallint", "integer", "bigint", "numeric", "double precision" -> text.matches("\\d{1,4}");
            default -> false;
        };
    }

    private String question(Column column, List<String> checks, List<String> pool) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < pool.size(); i++) {
            rows.append(i == 0 ? "" : ", ")
                    .append("(")
                    .append(i)
                    .append(", cast(")
                    .append(dialect.literal(pool.get(i)))
                    .append(" as ")
                    .append(type(column.type()))
                    .append("))");
        }
        return "select " + dialect.literal(column.name()) + ", n from (values " + rows + ") as v(n, "
                + dialect.identifier(column.name()) + ") where (" + String.join(") and (", checks) + ") is not false";
    }

    private String type(SqlType type) {
        if (type instanceof SqlType.Array array) {
            return type(array.element()) + "[]";
        }
        return type instanceof SqlType.Named named ? dialect.name(named.name()) : type.toString();
    }
}
