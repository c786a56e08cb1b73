package dev.albedo.run;

import dev.albedo.data.Row;
import dev.albedo.dialect.postgresql.CopyRows;
import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies rows over the connection of a run, which can be interrupted meanwhile. */
final class Copying {

    private final Connection connection;
    private final Watch watch;
    private Optional<CopyRows> driver = Optional.empty();
    private boolean asked;

    Copying(Connection connection, Watch watch) {
        this.connection = connection;
        this.watch = watch;
    }

    /** Whether rows can be copied to this table. */
    boolean isPossible(QualifiedName table) throws SQLException {
        return driver().isPresent() && CopyRows.suits(connection, table);
    }

    private Optional<CopyRows> driver() throws SQLException {
        if (!asked) {
            driver = CopyRows.over(connection);
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
        CopyRows copy = driver().orElseThrow(() -> new IllegalStateException("the driver cannot copy rows"));
        watch.copying(copy::cancel);
        try {
            return copy.copy(table, columns, rows.iterator(), watch::stopping);
        } finally {
            watch.copying(null);
        }
    }
}
