package dev.albedo.maven.conformance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;

/** What is in a database besides its structure, as text: the rows of tables, the positions of sequences. */
final class Contents {

    private static final String QUERY = """
            select c.oid::regclass::text, case c.relkind
                when 'S' then query_to_xml(format('select last_value, is_called from %s', c.oid::regclass), true, true, '')
                else query_to_xml(format('select * from %s', c.oid::regclass), true, true, '') end::text
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'S') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
            order by 1
            """;

    private Contents() {}

    static String of(Connection connection) throws SQLException {
        StringJoiner contents = new StringJoiner("\n");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                contents.add(rows.getString(1)).add(rows.getString(2));
            }
        }
        return contents.toString();
    }
}
