package dev.albedo.data;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Does something with a row that a query answers with. */
@FunctionalInterface
public interface RowConsumer {

    /**
     * Does it.
     *
     * @param row stands on the row, and must not be moved
     * @throws SQLException as the database reports it; the revision is then rolled back
     */
    void accept(ResultSet row) throws SQLException;
}
