package dev.albedo.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes something of a row that a query answers with.
 *
 * @param <T> what
 */
@FunctionalInterface
public interface RowReader<T extends @Nullable Object> {

    /**
     * Makes it.
     *
     * @param row stands on the row, and must not be moved
     * @throws SQLException as the database reports it; the revision is then rolled back
     */
    T read(ResultSet row) throws SQLException;
}
