package dev.albedo.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The schema in which a session looks up and creates names without one. */
public interface CurrentSchema {

    /**
     * Puts a schema first for the session.
     *
     * @return the setting before, for {@link #restore}
     * @throws SQLException if the user may not use such a schema or there is none; then the setting is as before
     */
    @Nullable
    String enter(Connection connection, String schema) throws SQLException;

    /** Restores the setting that {@link #enter} returned. */
    void restore(Connection connection, @Nullable String before) throws SQLException;
}
