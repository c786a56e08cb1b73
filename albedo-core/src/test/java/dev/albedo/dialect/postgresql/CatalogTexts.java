package dev.albedo.dialect.postgresql;

import static dev.albedo.schema.SchemaDsl.asc;
import static dev.albedo.schema.SchemaDsl.expression;

import dev.albedo.schema.Column;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Generated;
import dev.albedo.schema.Index;
import dev.albedo.schema.QualifiedName;
import dev.albedo.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads of a table what the tests of texts need: columns, checks, exclusions and indexes, as the server prints them. */
final class CatalogTexts {

    private CatalogTexts() {}

    static Table read(Connection connection, QualifiedName name) throws SQLException {
        String table = Names.literal(Names.name(name)) + "::regclass";
        return new Table(
                name, columns(connection, table), constraints(connection, table), indexes(connection, table), null);
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (ResultSet row = connection.createStatement().executeQuery("""
                        SELECT attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid), attgenerated
                        FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                        WHERE attnum > 0 AND NOT attisdropped AND attrelid = %s ORDER BY attnum""".formatted(table))) {
            while (row.next()) {
                Column column = new Column(
                        row.getString(1),
                        PostgresTypes.parse(row.getString(2)),
                        row.getBoolean(3),
                        null,
                        null,
                        null,
                        null,
                        null);
                String kind = row.getString(5);
                columns.add(
                        kind.isEmpty()
                                ? column.defaultTo(row.getString(4))
                                : column.generated(new Generated(row.getString(4), kind.equals("s"))));
            }
        }
        return columns;
    }

    private static List<Constraint> constraints(Connection connection, String table) throws SQLException {
        List<Constraint> constraints = new ArrayList<>();
        try (ResultSet row = connection.createStatement().executeQuery("""
                        SELECT contype, conname, CASE contype WHEN 'c' THEN pg_get_expr(conbin, conrelid)
                            ELSE substr(pg_get_constraintdef(oid), length('EXCLUDE ') + 1) END
                        FROM pg_constraint WHERE contype IN ('c', 'x') AND conrelid = %s""".formatted(table))) {
            while (row.next()) {
                constraints.add(
                        row.getString(1).equals("c")
                                ? new Constraint.Check(row.getString(2), row.getString(3))
                                : new Constraint.Exclusion(row.getString(2), row.getString(3)));
            }
        }
        return constraints;
    }

    private static List<Index> indexes(Connection connection, String table) throws SQLException {
        List<Index> indexes = new ArrayList<>();
        try (ResultSet row = connection.createStatement().executeQuery("""
                        SELECT c.relname, i.indkey[0] = 0, pg_get_indexdef(c.oid, 1, false), a.attname,
                            pg_get_expr(i.indpred, i.indrelid), i.indisunique
                        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                        LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
                        WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid) AND i.indrelid = %s""".formatted(table))) {
            while (row.next()) {
                Index.Part part = row.getBoolean(2) ? expression(row.getString(3)) : asc(row.getString(4));
                indexes.add(new Index(
                        row.getString(1),
                        List.of(part),
                        row.getBoolean(6),
                        Index.BTREE,
                        List.of(),
                        row.getString(5),
                        false));
            }
        }
        return indexes;
    }
}
