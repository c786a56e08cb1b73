package dev.albedo.maven.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The extensions of a database. */
public final class Extensions {

    private static final String STATEMENTS = """
            select format('create schema if not exists %I', n.nspname),
                format('create extension if not exists %I schema %I cascade', e.extname, n.nspname)
            from pg_extension e
            join pg_namespace n on n.oid = e.extnamespace
            where e.extname <> 'plpgsql'
            order by e.oid
            """;

    private Extensions() {}

    /**
     * Creates in one database the extensions that the other has and it has not.
     *
     * @throws SQLException if a server does not have one of them
     */
    public static void copy(Connection from, Connection to) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Statement statement = from.createStatement();
                ResultSet rows = statement.executeQuery(STATEMENTS)) {
            while (rows.next()) {
                statements.add(rows.getString(1));
                statements.add(rows.getString(2));
            }
        }
        try (Statement statement = to.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
