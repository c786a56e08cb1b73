package dev.albedo.maven.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What the catalog read is measured against: the fewest queries that tell everything, their rows only fetched. */
final class PlainCatalogQueries {

    private static final List<String> QUERIES = List.of(
            "select c.oid, c.relname, obj_description(c.oid, 'pg_class') from pg_class c"
                    + " where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace",
            "select a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,"
                    + " a.attgenerated, pg_get_expr(d.adbin, d.adrelid), col_description(a.attrelid, a.attnum)"
                    + " from pg_attribute a join pg_class c on c.oid = a.attrelid"
                    + " left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum"
                    + " where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace"
                    + " and a.attnum > 0 and not a.attisdropped order by a.attrelid, a.attnum",
            "select conrelid, conname, contype, conkey, confrelid, confkey, pg_get_constraintdef(oid)"
                    + " from pg_constraint where connamespace = 'public'::regnamespace",
            "select i.indrelid, c.relname, i.indisunique, pg_get_indexdef(i.indexrelid)"
                    + " from pg_index i join pg_class c on c.oid = i.indexrelid"
                    + " where c.relnamespace = 'public'::regnamespace",
            "select c.relname, s.* from pg_sequence s join pg_class c on c.oid = s.seqrelid"
                    + " where c.relnamespace = 'public'::regnamespace",
            "select t.typname, e.enumlabel from pg_enum e join pg_type t on t.oid = e.enumtypid"
                    + " where t.typnamespace = 'public'::regnamespace order by t.oid, e.enumsortorder");

    private PlainCatalogQueries() {}

    /** Runs them; returns the number of values fetched, so that nothing is optimised away. */
    static long read(Connection connection) throws SQLException {
        long values = 0;
        connection.setAutoCommit(false);
        for (String query : QUERIES) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        values += rows.getString(i) == null ? 0 : 1;
                    }
                }
            }
        }
        connection.rollback();
        connection.setAutoCommit(true);
        return values;
    }
}
