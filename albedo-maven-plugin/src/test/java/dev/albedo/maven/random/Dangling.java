package dev.albedo.maven.random;

import dev.albedo.dialect.Dialect;
import dev.albedo.schema.Constraint;
import dev.albedo.schema.Schema;
import dev.albedo.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows whose foreign keys reference nothing, as after rows were deleted with foreign keys switched off. */
final class Dangling {

    private Dangling() {}

    /** Deletes them, and what referenced them, until there are none. */
    static void delete(Connection connection, Dialect dialect, Schema schema) throws SQLException {
        List<String> deletes = new ArrayList<>();
        for (Table table : schema.tables().values()) {
            for (Constraint.ForeignKey key : table.foreignKeys()) {
                deletes.add(delete(dialect, table, key));
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            int deleted = 1;
            while (deleted > 0) {
                deleted = 0;
                for (String sql : deletes) {
                    deleted += statement.executeUpdate(sql);
                }
            }
            statement.execute("set session_replication_role = origin");
        }
    }

    /** A statement that deletes the rows of a table that break a foreign key. */
    static String delete(Dialect dialect, Table table, Constraint.ForeignKey key) {
        List<String> same = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            same.add("t." + dialect.identifier(key.targetColumns().get(i)) + " = s."
                    + dialect.identifier(key.columns().get(i)));
        }
        String set = key.columns().stream()
                .map(name -> "s." + dialect.identifier(name) + " is not null")
                .collect(Collectors.joining(" and "));
        return "delete from " + dialect.name(table.name()) + " as s where " + set + " and not exists (select from "
                + dialect.name(key.target()) + " as t where " + String.join(" and ", same) + ")";
    }
}
