package dev.albedo.dialect.postgresql.reader;

import dev.albedo.dialect.Relation;
import dev.albedo.dialect.Relation.Kind;
import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Tells what a database has under names that a model takes for tables. */
final class Relations {

    /** Partitions and tables alike are tables; a name without a schema is one of the current schema, as for CREATE TABLE. */
    private static final String QUERY = """
            select w.place, c.relkind::text,
                array(select a.attname::text from pg_catalog.pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)
            from unnest(?::text[], ?::text[]) with ordinality as w (schema, name, place)
            join pg_catalog.pg_namespace n on n.nspname = coalesce(w.schema, current_schema())
            join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = w.name
            where c.relkind in ('r', 'p', 'v', 'm', 'f')""";

    private Relations() {}

    /** Reads those of some names that are relations. */
    static Map<QualifiedName, Relation> read(Connection connection, Collection<QualifiedName> names)
            throws SQLException {
        List<QualifiedName> places = new ArrayList<>(names);
        Map<QualifiedName, Relation> found = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", places.stream().map(QualifiedName::schema).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", places.stream().map(QualifiedName::name).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(places.get(rows.getInt(1) - 1), new Relation(kind(rows.getString(2)), Set.of((String[])
                            rows.getArray(3).getArray())));
                }
            }
        }
        return found;
    }

    private static Kind kind(String relkind) {
        return switch (relkind) {
            case "v" -> Kind.VIEW;
            case "m" -> Kind.MATERIALIZED_VIEW;
            case "f" -> Kind.FOREIGN_TABLE;
            default -> Kind.TABLE;
        };
    }
}
