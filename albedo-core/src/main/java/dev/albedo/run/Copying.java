package dev.albedo.run;

import dev.albedo.data.Row;
import dev.albedo.dialect.BulkCopy;
import dev.albedo.dialect.Dialect;
import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies rows over the connection of a run, which can be interrupted meanwhile. */
final class Copying {

    private final Connection connection;
    private final Dialect dialect;
    private final Watch watch;
    private Optional<BulkCopy> driver = Optional.empty();
    private boolean asked;

    Copying(Connection connection, Dialect dialect, Watch watch) {
        this.connection = connection;
        this.dialect = dialect;
        this.watch = watch;
    }

    /** Whether rows can be copied to this table. */
    boolean isPossible(QualifiedName table) throws SQLException {
        Optional<BulkCopy> copy = driver();
        return copy.isPresent() && copy.get().suits(connection, table);
    }

    private Optional<BulkCopy> driver() throws SQLException {
        if (!asked) {
            driver = dialect.bulkCopy(connection);
            asked = true;
        }
        return driver;
    }

    /**
     * Copies them.
     *
     * @return how many the table has got
     */
    long copy(QualifiedName table, List<String> columns, Stream<Row> rows) throws SQLException {
        BulkCopy copy = driver().orElseThrow(() -> new IllegalStateException("the driver cannot copy rows"));
        watch.copying(copy::cancel);
        try {
            return copy.copy(table, columns, rows.iterator(), watch::stopping);
        } finally {
            watch.copying(null);
        }
    }
}
