package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Statement;
import dev.albedo.schema.Column;
import dev.albedo.schema.QualifiedName;

/**
 * Puts a new column in the place of one that cannot be altered into it. Constraints and indexes that use the column go
 * with it and come back, and so do views and the like; a foreign key of another table that uses it makes the server refuse.
 */
final class ColumnRebuild {

    /** What the old column or type is called while both exist. */
    static final String REPLACED = "albedo_replaced";

    private ColumnRebuild() {}

    /** A column whose values the database computes. */
    static Statement computed(ServerVersion version, QualifiedName table, String name, String newColumn) {
        return around(
                version,
                table,
                name,
                "ALTER TABLE " + Names.name(table) + " DROP COLUMN " + Names.identifier(name) + ", ADD COLUMN "
                        + newColumn + ";");
    }

    /** A column that gets the values the old one computed whenever it was read. */
    static Statement materialized(
            ServerVersion version, QualifiedName table, Column from, Column to, ColumnSql columns) {
        String alter = "ALTER TABLE " + Names.name(table);
        String name = Names.identifier(to.name());
        String using = Casts.unlessZoned(REPLACED, from.type(), to.type());
        return around(
                version,
                table,
                to.name(),
                alter + " RENAME COLUMN " + name + " TO " + REPLACED + ";\n    "
                        + alter + " ADD COLUMN " + columns.of(to.nullable()) + ";\n    "
                        + "UPDATE " + Names.name(table) + " SET " + name + " = " + (using == null ? REPLACED : using)
                        + ";\n    "
                        + alter + " DROP COLUMN " + REPLACED
                        + (to.notNull() ? ", ALTER COLUMN " + name + " SET NOT NULL" : "") + ";");
    }

    private static Statement around(ServerVersion version, QualifiedName table, String column, String change) {
        String tableLiteral = Names.literal(Names.name(table)) + "::regclass";
        String uses = """
                EXISTS (SELECT FROM pg_depend d JOIN pg_attribute a
                    ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                    WHERE d.classid = '%s'::regclass AND d.objid = %s AND d.refclassid = 'pg_class'::regclass
                        AND d.refobjid = %s AND a.attname = %s)""";
        String name = Names.literal(column);
        String constraints =
                "k.conrelid = " + tableLiteral + " AND " + uses.formatted("pg_constraint", "k.oid", tableLiteral, name);
        String indexes = "i.indrelid = " + tableLiteral + " AND "
                + uses.formatted("pg_class", "i.indexrelid", tableLiteral, name);
        return Recreation.aroundColumn(version, table, column, """
                        DECLARE
                            definitions text[];
                            definition text;
                        BEGIN
                            SELECT array_agg(u.again ORDER BY u.rank, u.again) INTO definitions FROM (
                                %s
                                UNION ALL
                                %s) u;
                            %s
                            FOREACH definition IN ARRAY coalesce(definitions, '{}') LOOP
                                EXECUTE definition;
                            END LOOP;
                        END;""".formatted(
                        indented(CatalogDefinitions.constraints(constraints)),
                        indented(CatalogDefinitions.indexes(indexes)),
                        change));
    }

    static String indented(String sql) {
        return sql.replace("\n", "\n        ");
    }
}
