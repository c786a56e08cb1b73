package dev.albedo.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The databases of a server and the schemas of a database. */
public interface Databases {

    /**
     * Returns the names of the schemas of a database that a pattern matches, sorted, without those of the server itself.
     *
     * @param pattern with {@code *} for any characters and {@code ?} for one
     */
    List<String> schemas(Connection connection, String pattern) throws SQLException;

    /**
     * Returns the names of the databases of a server that a pattern matches, sorted, without those of the server itself.
     *
     * @param pattern with {@code *} for any characters and {@code ?} for one
     */
    List<String> databases(Connection connection, String pattern) throws SQLException;

    /**
     * Creates a database unless it exists.
     *
     * @throws IllegalArgumentException if no database can have the name
     */
    void create(Connection connection, String name) throws SQLException;
}
