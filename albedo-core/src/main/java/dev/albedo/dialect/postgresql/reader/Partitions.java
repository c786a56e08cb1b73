package dev.albedo.dialect.postgresql.reader;

import dev.albedo.dialect.Spelling;
import dev.albedo.operation.Operation;
import dev.albedo.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The partitions of a partitioned table, which are no tables of a {@link dev.albedo.schema.Schema}. */
final class Partitions {

    /** Those of those as well, each after the one it is a part of. */
    private static final String ALL = """
            with recursive parts (id, parent, depth) as (
                select inhrelid, inhparent, 1 from pg_inherits where inhparent = ?::regclass
                union all
                select h.inhrelid, h.inhparent, p.depth + 1 from pg_inherits h join parts p on h.inhparent = p.id)
            select c.relkind = 'f' as is_foreign, c.oid::regclass::text as name,
                'CREATE TABLE ' || c.oid::regclass || ' PARTITION OF ' || p.parent::regclass || ' '
                    || pg_get_expr(c.relpartbound, c.oid)
                    || coalesce(' PARTITION BY ' || pg_get_partkeydef(c.oid), '') as sql
            from parts p
            join pg_class c on c.oid = p.id
            where c.relispartition
            order by p.depth, c.oid::regclass::text
            """;

    private Partitions() {}

    /**
     * What makes the partitions of a table that is there.
     *
     * @throws SQLException as the database reports it
     * @throws IllegalArgumentException if one of them is a foreign table
     */
    static List<Operation> of(Connection connection, Spelling spelling, Table table) throws SQLException {
        List<Operation> partitions = new ArrayList<>();
        if (table.partitionBy() == null) {
            return partitions;
        }
        try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            statement.setString(1, spelling.name(table.name()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getBoolean("is_foreign")) {
                        throw new IllegalArgumentException("the partition " + rows.getString("name") + " of "
                                + table.name() + " is a foreign table, and migrations do not create its server");
                    }
                    partitions.add(
                            new Operation.RunSql(rows.getString("sql"), null, new Operation.RunSql.Effect(List.of())));
                }
            }
        }
        return partitions;
    }
}
