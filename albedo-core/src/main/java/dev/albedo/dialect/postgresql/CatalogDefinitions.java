package dev.albedo.dialect.postgresql;

/**
 * SQL that reads the definitions of constraints and indexes out of the catalog, as statements that make them again. For
 * changes that PostgreSQL only makes without them.
 */
final class CatalogDefinitions {

    private CatalogDefinitions() {}

    /**
     * Two columns a constraint, "drop" and "again", and its rank in the order of making.
     *
     * @param condition which constraints, of the row {@code k} of pg_constraint
     */
    static String constraints(String condition) {
        return """
                SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', k.conrelid::regclass, k.conname) AS drop,
                    format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', k.conrelid::regclass, k.conname,
                        pg_get_constraintdef(k.oid))
                    || coalesce(format('; COMMENT ON CONSTRAINT %%I ON %%s IS %%L', k.conname, k.conrelid::regclass,
                        obj_description(k.oid, 'pg_constraint')), '') AS again,
                    CASE WHEN k.contype = 'f' THEN 2 ELSE 1 END AS rank
                FROM pg_constraint k
                WHERE k.contype IN ('p', 'u', 'c', 'x', 'f') AND k.conparentid = 0 AND k.coninhcount = 0
                    AND (%s)""".formatted(condition);
    }

    /**
     * The same for indexes that no constraint owns.
     *
     * @param condition which indexes, of the row {@code i} of pg_index
     */
    static String indexes(String condition) {
        return """
                SELECT format('DROP INDEX %%s', i.indexrelid::regclass) AS drop,
                    pg_get_indexdef(i.indexrelid)
                    || coalesce('; COMMENT ON INDEX ' || i.indexrelid::regclass || ' IS '
                        || quote_literal(obj_description(i.indexrelid, 'pg_class')), '')
                    || coalesce((SELECT format('; ALTER INDEX %%s SET TABLESPACE %%I', i.indexrelid::regclass, s.spcname)
                        FROM pg_tablespace s WHERE s.oid = ic.reltablespace), '')
                    || CASE WHEN i.indisclustered THEN format('; ALTER TABLE %%s CLUSTER ON %%I', i.indrelid::regclass,
                        ic.relname) ELSE '' END AS again,
                    1 AS rank
                FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid
                WHERE NOT ic.relispartition AND (%s)
                    AND NOT EXISTS (SELECT FROM pg_constraint k
                        WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))""".formatted(condition);
    }
}
