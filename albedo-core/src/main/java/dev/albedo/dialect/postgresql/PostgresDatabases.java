package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Databases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Databases and schemas, of the catalogs {@code pg_database} and {@code pg_namespace}. */
final class PostgresDatabases implements Databases {

    private static final String SCHEMAS = "select nspname from pg_catalog.pg_namespace where nspname like ?"
            + " and nspname !~ '^pg_' and nspname <> 'information_schema' order by 1";

    private static final String DATABASES = "select datname from pg_catalog.pg_database where datname like ?"
            + " and datallowconn and not datistemplate order by 1";

    private static final String EXISTING = "select datname from pg_catalog.pg_database where datname = ?";

    @Override
    public List<String> schemas(Connection connection, String pattern) throws SQLException {
        return names(connection, SCHEMAS, like(pattern));
    }

    @Override
    public List<String> databases(Connection connection, String pattern) throws SQLException {
        return names(connection, DATABASES, like(pattern));
    }

    @Override
    public void create(Connection connection, String name) throws SQLException {
        String identifier = Names.identifier(name);
        if (names(connection, EXISTING, name).isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + identifier);
            }
        }
    }

    private static String like(String pattern) {
        return pattern.replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
                .replace('*', '%')
                .replace('?', '_');
    }

    private static List<String> names(Connection connection, String query, String parameter) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }
}
