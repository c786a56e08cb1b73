package dev.albedo.maven.random;

import dev.albedo.dialect.Dialect;
import dev.albedo.origin.Origins;
import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Schema;
import dev.albedo.schema.SqlType;
import dev.albedo.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows for the tables of a schema, with whatever its constraints allow: NULL, duplicates, values at the edge, references to
 * themselves and in cycles.
 */
final class RandomRows {

    /** So many rows are tried for one that has to fit. */
    private static final int ATTEMPTS = 14;

    private static final int MOST_ROWS = 4;

    private final Connection connection;
    private final Dialect dialect;
    private final Schema schema;
    private final KeySource keys;
    private final long seed;
    private int number;

    /**
     * Rows for what is in a database.
     *
     * @param origins which attribute each column and sequence is for
     * @param seed of the values; those of a table do not depend on other tables
     */
    RandomRows(Connection connection, Dialect dialect, Schema schema, Origins origins, long seed) {
        this.connection = connection;
        this.dialect = dialect;
        this.schema = schema;
        this.keys = new KeySource(connection, dialect, origins);
        this.seed = seed;
        this.number = (int) (seed % 7) * 1000;
    }

    /** Fills the tables; some stay empty. */
    void fill() throws SQLException {
        execute("set session_replication_role = replica"); // a cycle has to begin somewhere
        for (int turn = 1; turn <= 2; turn++) {
            for (Table table : parentsFirst()) {
                Random random = new Random(seed + table.name().hashCode() * 31L + turn);
                int count = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(MOST_ROWS);
                Candidates candidates = new Candidates(table, random);
                execute(script(table, candidates.some(count * 2), count, false));
            }
        }
        for (Table table : schema.tables().values()) {
            for (Constraint.ForeignKey key : table.foreignKeys()) {
                if (key.target().equals(table.name())) {
                    execute(selfReference(table, key));
                }
            }
        }
        execute("set session_replication_role = origin");
        Dangling.delete(connection, dialect, schema);
    }

    /** Inserts a row into each table as an application does that has just started. */
    void insert(Tally tally) throws SQLException {
        for (Table table : parentsFirst()) {
            Random random = new Random(seed + table.name().hashCode() * 31L);
            String sql = script(table, new Candidates(table, random).some(ATTEMPTS), 1, true);
            try {
                execute(sql);
                tally.add(Tally.Event.INSERT);
            } catch (SQLException e) {
                if (!e.getMessage().contains("no free value in ")) {
                    throw new AssertionError("an insert into " + table.name() + ": " + e.getMessage(), e);
                }
                tally.add(Tally.Event.NO_FREE_VALUE);
            }
        }
    }

    /** Before a table those that its keys are taken from, and then those that it must reference. */
    private List<Table> parentsFirst() {
        Set<Table> sorted = new LinkedHashSet<>();
        schema.tables().values().forEach(table -> visit(table, sorted, new LinkedHashSet<>()));
        return List.copyOf(sorted);
    }

    private void visit(Table table, Set<Table> sorted, Set<Table> open) {
        if (sorted.contains(table) || !open.add(table)) {
            return;
        }
        List<Constraint.ForeignKey> required = table.foreignKeys().stream()
                .filter(key -> key.columns().stream()
                        .allMatch(name -> table.column(name).orElseThrow().notNull()))
                .toList();
        for (Constraint.ForeignKey key : required) {
            if (keyColumns(table).containsAll(key.columns())) {
                visit(schema.table(key.target()).orElseThrow(), sorted, open);
            }
        }
        for (Constraint.ForeignKey key : required) {
            visit(schema.table(key.target()).orElseThrow(), sorted, open);
        }
        sorted.add(table);
    }

    private static List<String> keyColumns(Table table) {
        return table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
    }

    private String selfReference(Table table, Constraint.ForeignKey key) {
        String name = dialect.name(table.name());
        List<String> values = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            values.add(dialect.identifier(key.columns().get(i)) + " = "
                    + dialect.identifier(key.targetColumns().get(i)));
        }
        return "do $do$ begin update " + name + " set " + String.join(", ", values)
                + " where ctid = (select max(ctid) from " + name
                + "); exception when integrity_constraint_violation then null; end $do$";
    }

    /**
     * A block that inserts rows until there are enough. If one is required and none fits, it says whether that is so because
     * all values are taken.
     */
    private String script(Table table, List<Map<String, String>> rows, int count, boolean required) {
        StringBuilder sql = new StringBuilder(
                "do $do$ declare done_ integer := 0; state_ text; hint_ text; broken_ text; taken_ boolean := false; wrong_ boolean := false; most_ bigint;"
                        + "\nbegin\n");
        String key = generatedKey(table);
        String largest = key == null
                ? "null"
                : "(select max(" + dialect.identifier(keyColumns(table).get(0)) + ") from " + dialect.name(table.name())
                        + ")";
        sql.append("most_ := ").append(largest).append(";\n");
        for (Map<String, String> row : rows) {
            String columns = row.keySet().stream().map(dialect::identifier).collect(Collectors.joining(", "));
            String insert = row.isEmpty()
                    ? " default values"
                    : " (" + columns + ") values (" + String.join(", ", row.values()) + ")";
            sql.append("if done_ < ").append(count).append(" then begin insert into ");
            sql.append(dialect.name(table.name())).append(insert).append("; done_ := done_ + 1;\n");
            sql.append(
                    "exception when integrity_constraint_violation or numeric_value_out_of_range then get stacked diagnostics state_ ="
                            + " returned_sqlstate, hint_ = message_text, broken_ = constraint_name;\n");
            sql.append(
                    "taken_ := taken_ or state_ in ('23502', '23505'); wrong_ := wrong_ or state_ = '23503' or broken_ is not distinct from ");
            sql.append(key == null ? "null" : dialect.literal(key)).append("; end; end if;\n");
        }
        sql.append("if ")
                .append(required)
                .append(" and done_ = 0 then raise exception '% %: %', case when taken_ and not wrong_ then 'no"
                        + " free value in' else 'no row fits' end, ");
        sql.append(dialect.literal(table.name().toString())).append(", hint_; end if;\n");
        sql.append("if done_ > 0 and ")
                .append(required)
                .append(" and not ")
                .append(largest)
                .append(" > most_ then raise");
        sql.append(" exception 'the identifiers of new rows are behind those of old ones'; end if; end $do$");
        return sql.toString();
    }

    /** The name of the key if the database or a sequence gives its values, which nothing may have taken. */
    private @Nullable String generatedKey(Table table) {
        List<String> columns = keyColumns(table);
        boolean generated = columns.size() == 1
                && table.foreignKeys().stream().noneMatch(key -> key.columns().equals(columns))
                && (keys.isSequence(table)
                        || table.column(columns.get(0)).orElseThrow().identity() != null);
        return generated ? table.primaryKey().orElseThrow().name() : null;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** Rows that may fit, as SQL expressions by column. */
    private final class Candidates {

        private final Table table;
        private final Random random;
        private final Map<String, List<String>> pools;

        Candidates(Table table, Random random) throws SQLException {
            this.table = table;
            this.random = random;
            this.pools = new ValuePools(connection, dialect, schema).of(table);
        }

        List<Map<String, String>> some(int count) throws SQLException {
            List<Map<String, String>> rows = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                rows.add(row(i));
            }
            return rows;
        }

        /** Of the first rows some values are NULL and some occur twice; of the later ones, few are. */
        private Map<String, String> row(int attempt) throws SQLException {
            boolean free = attempt * 2 >= ATTEMPTS;
            number++;
            Map<String, String> row = new TreeMap<>();
            for (Column column : table.columns()) {
                if (column.generated() == null && column.identity() == null) {
                    boolean isNull = !column.notNull() && random.nextInt(free ? 12 : 4) == 0;
                    row.put(column.name(), isNull ? "null" : dialect.literal(value(column, free)));
                }
            }
            key(row);
            for (Constraint.ForeignKey key : table.foreignKeys()) {
                reference(key, free, row);
            }
            return row;
        }

        private String value(Column column, boolean free) {
            List<String> pool = pools.get(column.name());
            boolean isUnchecked = pool.equals(new EdgeValues(schema).of(column.type()));
            return free && isUnchecked && random.nextInt(4) > 0
                    ? new EdgeValues(schema).numbered(column.type(), number)
                    : pool.get(random.nextInt(pool.size()));
        }

        private void key(Map<String, String> row) throws SQLException {
            List<String> columns = keyColumns(table);
            for (String name : columns) {
                Column column = table.column(name).orElseThrow();
                boolean isReference = table.foreignKeys().stream()
                        .anyMatch(key -> key.columns().contains(name));
                if (column.identity() != null || isReference) {
                    continue;
                }
                Optional<Long> next = columns.size() == 1 ? keys.next(table) : Optional.empty();
                boolean isWhole = column.type() instanceof SqlType.Simple type
                        && Set.of("smallint", "integer", "bigint").contains(type.name());
                if (next.isPresent()) {
                    row.put(name, next.get().toString());
                } else if (isWhole && columns.size() == 1) {
                    String id = dialect.identifier(name);
                    row.put(
                            name,
                            "(select min(f) from generate_series(1, 1000) as f where not exists (select from "
                                    + dialect.name(table.name()) + " as s where s." + id + " = f))");
                } else if (isWhole || random.nextInt(3) > 0) {
                    row.put(name, dialect.literal(new EdgeValues(schema).numbered(column.type(), number)));
                }
            }
        }

        /** References a row at random, or one that none references. */
        private void reference(Constraint.ForeignKey key, boolean free, Map<String, String> row) {
            boolean required = key.columns().stream()
                    .allMatch(name -> table.column(name).orElseThrow().notNull());
            if (!required && random.nextInt(4) == 0) {
                key.columns().forEach(name -> row.put(name, "null"));
                return;
            }
            boolean isKey = keyColumns(table).containsAll(key.columns());
            String of = "select count(*) over () as every_, row_number() over (order by "
                    + key.targetColumns().stream().map(dialect::identifier).collect(Collectors.joining(", "))
                    + ") - 1 as n_, t.* from " + dialect.name(key.target()) + " as t"
                    + (free || isKey
                            ? " where not exists (select from " + dialect.name(table.name()) + " as s where "
                                    + same(key) + ")"
                            : "");
            int place = random.nextInt(100);
            for (int i = 0; i < key.columns().size(); i++) {
                row.put(
                        key.columns().get(i),
                        "(select " + dialect.identifier(key.targetColumns().get(i)) + " from (" + of
                                + ") as f where n_ = " + place + " % every_)");
            }
        }

        private String same(Constraint.ForeignKey key) {
            List<String> same = new ArrayList<>();
            for (int i = 0; i < key.columns().size(); i++) {
                same.add("s." + dialect.identifier(key.columns().get(i)) + " = t."
                        + dialect.identifier(key.targetColumns().get(i)));
            }
            return String.join(" and ", same);
        }
    }
}
