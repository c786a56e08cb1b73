package dev.albedo.run;

import dev.albedo.data.Data;
import dev.albedo.data.Row;
import dev.albedo.data.RowConsumer;
import dev.albedo.data.RowReader;
import dev.albedo.dialect.Dialect;
import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a database over a connection, for a step in Java. */
final class DataAccess implements Data {

    private static final int ROWS_AT_A_TIME = 1000;

    private final Connection guarded;
    private final Dialect dialect;
    private final Copying copying;
    private final LongConsumer progress;

    /**
     * Access to rows.
     *
     * @param guarded cannot be ended by a step
     * @param progress is told how many more rows were read or sent
     */
    DataAccess(Connection guarded, Dialect dialect, Copying copying, LongConsumer progress) {
        this.guarded = guarded;
        this.dialect = dialect;
        this.copying = copying;
        this.progress = progress;
    }

    @Override
    public long update(String sql, @Nullable Object... parameters) throws SQLException {
        if (parameters.length == 0) {
            try (Statement statement = plain()) {
                statement.execute(sql);
                return Math.max(0, statement.getLargeUpdateCount());
            }
        }
        try (PreparedStatement statement = guarded.prepareStatement(sql)) {
            Binding.bind(statement, row(parameters));
            statement.execute();
            return Math.max(0, statement.getLargeUpdateCount());
        }
    }

    @Override
    public <T extends @Nullable Object> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        List<T> found = new ArrayList<>();
        read(sql, 0, row -> found.add(reader.read(row)), parameters);
        return found;
    }

    @Override
    public void forEach(String sql, RowConsumer consumer, @Nullable Object... parameters) throws SQLException {
        read(sql, ROWS_AT_A_TIME, consumer, parameters);
    }

    private void read(String sql, int fetchSize, RowConsumer consumer, @Nullable Object... parameters)
            throws SQLException {
        if (parameters.length == 0) {
            try (Statement statement = plain()) {
                statement.setFetchSize(fetchSize);
                read(statement.executeQuery(sql), consumer);
            }
        } else {
            try (PreparedStatement statement = guarded.prepareStatement(sql)) {
                statement.setFetchSize(fetchSize);
                Binding.bind(statement, row(parameters));
                read(statement.executeQuery(), consumer);
            }
        }
    }

    private void read(ResultSet rows, RowConsumer consumer) throws SQLException {
        try (rows) {
            while (rows.next()) {
                consumer.accept(rows);
                progress.accept(1);
            }
        }
    }

    /** Sends SQL as it is: without this the driver would take braces for JDBC escapes. */
    private Statement plain() throws SQLException {
        Statement statement = guarded.createStatement();
        statement.setEscapeProcessing(false);
        return statement;
    }

    private static Row row(@Nullable Object... parameters) {
        return new Row(Arrays.asList(parameters));
    }

    @Override
    public long batch(String sql, Stream<Row> rows) throws SQLException {
        try (rows;
                PreparedStatement statement = guarded.prepareStatement(sql)) {
            long changed = 0;
            int waiting = 0;
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                Binding.bind(statement, each.next());
                statement.addBatch();
                waiting++;
                if (waiting == ROWS_AT_A_TIME || !each.hasNext()) {
                    changed += Arrays.stream(statement.executeBatch())
                            .filter(count -> count > 0)
                            .asLongStream()
                            .sum();
                    progress.accept(waiting);
                    waiting = 0;
                }
            }
            return changed;
        }
    }

    @Override
    public long insert(String table, List<String> columns, Stream<Row> rows) throws SQLException {
        QualifiedName name = QualifiedName.parse(table);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("an insert into " + table + " needs a column at least");
        }
        if (copying.isPossible(name)) {
            try (rows) {
                return copying.copy(name, columns, checked(table, columns, rows).peek(row -> progress.accept(1)));
            }
        }
        String names =
                String.join(", ", columns.stream().map(dialect::identifier).toList());
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        // Counted here, because a driver that rewrites batches does not.
        long[] count = {0};
        batch(
                "INSERT INTO " + dialect.name(name) + " (" + names + ") VALUES (" + marks + ")",
                checked(table, columns, rows).peek(row -> count[0]++));
        return count[0];
    }

    private static Stream<Row> checked(String table, List<String> columns, Stream<Row> rows) {
        return rows.peek(row -> {
            if (row.values().size() != columns.size()) {
                throw new IllegalArgumentException("a row for " + table + " has "
                        + row.values().size() + " values, but the columns are " + columns);
            }
        });
    }

    @Override
    public Connection connection() {
        return guarded;
    }
}
