package dev.albedo.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A database for one test; closing it drops it, whoever is still connected.
 *
 * @param server where it is
 * @param name the name of the database
 * @param url for JDBC, with the user in it
 * @param user who owns it; no password is needed
 * @param dataSource opens a new connection each time
 */
public record TestDatabase(TestServer server, String name, String url, String user, DataSource dataSource)
        implements AutoCloseable {

    /** A new connection, in auto-commit mode; the caller closes it. */
    public Connection connect() throws SQLException {
        return dataSource.getConnection();
    }

    /** Runs statements one after the other, each in its own transaction. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of what a query answers. */
    public List<String> query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** Drops all that is in it, which is much quicker than a new database; who is connected stays connected. */
    public void clear() throws SQLException {
        List<String> schemas = query("SELECT quote_ident(nspname) FROM pg_namespace"
                + " WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'");
        List<String> statements = new ArrayList<>();
        schemas.forEach(schema -> statements.add("DROP SCHEMA " + schema + " CASCADE"));
        statements.add("CREATE SCHEMA public AUTHORIZATION pg_database_owner");
        execute(statements.toArray(String[]::new));
    }

    /** A database with the same contents; nobody may be connected to this one. */
    public TestDatabase copy() throws SQLException {
        return server.copy(name);
    }

    @Override
    public void close() throws SQLException {
        server.drop(name);
    }
}
