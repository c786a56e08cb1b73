package dev.albedo.testing;

import java.util.List;

/** The SQL of {@link CatalogDump}. */
final class CatalogQueries {

    private CatalogQueries() {}

    private static final String USER_SCHEMA =
            "n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_t%'";

    private static final String SEQUENCE_OPTIONS = """
        format_type(s.seqtypid, NULL) || ' start ' || s.seqstart || ' increment ' || s.seqincrement
            || ' min ' || s.seqmin || ' max ' || s.seqmax || ' cache ' || s.seqcache
            || CASE WHEN s.seqcycle THEN ' cycle' ELSE '' END\
        """;

    private static String comment(String object, String catalog) {
        return "coalesce(' comment ' || quote_literal(obj_description(" + object + ", '" + catalog + "')), '')";
    }

    private static String notOfExtension(String object, String catalog) {
        return "NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '" + catalog + "'::regclass AND e.objid = "
                + object + " AND e.deptype = 'e')";
    }

    /** Each row an object: how it is printed, and its name. */
    static final List<String> OBJECTS = List.of(
            "SELECT 'schema ' || quote_ident(n.nspname)"
                    + " || CASE n.nspname WHEN 'public' THEN '' ELSE " + comment("n.oid", "pg_namespace") + " END"
                    + " AS object, '' AS name FROM pg_namespace n WHERE " + USER_SCHEMA,
            "SELECT 'extension ' || quote_ident(extname) AS object, extname AS name FROM pg_extension"
                    + " WHERE extname <> 'plpgsql'",
            "SELECT 'table ' || c.oid::regclass AS object, c.relname AS name FROM pg_class c JOIN pg_namespace n"
                    + " ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'f') AND " + USER_SCHEMA,
            "SELECT 'view ' || c.oid::regclass || ' ' || pg_get_viewdef(c.oid) AS object, c.relname AS name"
                    + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE c.relkind IN ('v', 'm') AND " + USER_SCHEMA + " AND "
                    + notOfExtension("c.oid", "pg_class"),
            """
            SELECT 'sequence ' || c.oid::regclass || ' ' || %s
                || coalesce(' owned by ' || d.refobjid::regclass || '.' || quote_ident(a.attname), '') || %s AS object,
                coalesce(t.relname, '') AS name
            FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
                AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
            LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            LEFT JOIN pg_class t ON t.oid = d.refobjid
            WHERE d.deptype IS DISTINCT FROM 'i' AND %s\
            """.formatted(SEQUENCE_OPTIONS, comment("c.oid", "pg_class"), USER_SCHEMA),
            """
            SELECT CASE t.typtype WHEN 'e' THEN 'enum ' WHEN 'd' THEN 'domain ' ELSE 'type ' END
                || format_type(t.oid, NULL)
                || coalesce((SELECT ' (' || string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) || ')'
                    FROM pg_enum WHERE enumtypid = t.oid), '')
                || CASE WHEN t.typtype = 'c' THEN (SELECT ' (' || coalesce(string_agg(quote_ident(a.attname) || ' '
                        || format_type(a.atttypid, a.atttypmod)
                        || CASE WHEN a.attcollation <> y.typcollation THEN ' collate ' || a.attcollation::regcollation ELSE '' END
                        || coalesce(' comment ' || quote_literal(col_description(a.attrelid, a.attnum)), ''),
                        ', ' ORDER BY a.attnum), '') || ')'
                    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
                    WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped) ELSE '' END
                || CASE WHEN t.typtype = 'd' THEN ' ' || format_type(t.typbasetype, t.typtypmod)
                    || CASE WHEN t.typnotnull THEN ' not null' ELSE '' END || coalesce(' default ' || t.typdefault, '')
                    ELSE '' END
                || %s AS object, t.typname AS name
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
            LEFT JOIN pg_class c ON c.oid = t.typrelid
            WHERE (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c') AND %s AND %s\
            """.formatted(comment("t.oid", "pg_type"), USER_SCHEMA, notOfExtension("t.oid", "pg_type")),
            "SELECT 'cast ' || format_type(c.castsource, NULL) || ' to ' || format_type(c.casttarget, NULL) || ' '"
                    + " || concat(c.castcontext, c.castmethod) AS object, '' AS name FROM pg_cast c WHERE c.oid >= 16384 AND "
                    + notOfExtension("c.oid", "pg_cast"),
            "SELECT 'routine ' || p.oid::regprocedure AS object, p.proname AS name FROM pg_proc p JOIN pg_namespace n"
                    + " ON n.oid = p.pronamespace WHERE " + USER_SCHEMA + " AND " + notOfExtension("p.oid", "pg_proc"));

    /** Each row a part of an object: of which, what kind, its name, the rest, and for columns the position. */
    static final List<String> PARTS = List.of(
            """
            SELECT 'table ' || a.attrelid::regclass AS object, '' AS kind, quote_ident(a.attname) AS name,
                row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum) AS position,
                format_type(a.atttypid, a.atttypmod)
                || CASE WHEN a.attcollation <> t.typcollation
                    THEN ' collate ' || a.attcollation::regcollation ELSE '' END
                || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
                || CASE a.attgenerated WHEN '' THEN coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
                    ELSE ' generated (' || pg_get_expr(d.adbin, d.adrelid) || ')'
                        || CASE a.attgenerated WHEN 's' THEN ' stored' ELSE ' virtual' END END
                || CASE a.attidentity WHEN '' THEN '' ELSE ' identity '
                    || CASE a.attidentity WHEN 'a' THEN 'always (' ELSE 'by default (' END
                    || (SELECT %s FROM pg_depend i JOIN pg_sequence s ON s.seqrelid = i.objid
                        WHERE i.classid = 'pg_class'::regclass AND i.refclassid = 'pg_class'::regclass
                            AND i.refobjid = a.attrelid AND i.refobjsubid = a.attnum AND i.deptype = 'i') || ')' END
                || coalesce(' comment ' || quote_literal(col_description(a.attrelid, a.attnum)), '') AS text
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f')\
            """.formatted(SEQUENCE_OPTIONS),
            """
            SELECT 'table ' || k.conrelid::regclass AS object, 'constraint' AS kind, k.conname AS name, 0 AS position,
                pg_get_constraintdef(k.oid) || %s AS text
            FROM pg_constraint k WHERE k.conrelid <> 0 AND k.contype IN ('p', 'u', 'f', 'c', 'x')\
            """.formatted(comment("k.oid", "pg_constraint")),
            """
            SELECT 'table ' || i.indrelid::regclass AS object, 'index' AS kind, c.relname AS name, 0 AS position,
                replace(pg_get_indexdef(c.oid), ' INDEX ' || quote_ident(c.relname) || ' ON ', ' INDEX ON ')
                || CASE WHEN i.indisvalid THEN '' ELSE ' invalid' END || %s AS text
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))\
            """.formatted(comment("c.oid", "pg_class")),
            """
            SELECT 'table ' || c.oid::regclass AS object, 'table' AS kind, 'itself' AS name, 0 AS position,
                concat_ws(' ', CASE c.relpersistence WHEN 'u' THEN 'unlogged' END,
                    'partitioned by ' || pg_get_partkeydef(c.oid), 'with ' || c.reloptions::text,
                    'comment ' || quote_literal(obj_description(c.oid, 'pg_class'))) AS text
            FROM pg_class c WHERE c.relkind IN ('r', 'p', 'f')
                AND (c.relpersistence = 'u' OR c.relkind = 'p' OR c.reloptions IS NOT NULL
                    OR obj_description(c.oid, 'pg_class') IS NOT NULL)\
            """,
            "SELECT 'table ' || tgrelid::regclass AS object, 'trigger' AS kind, tgname AS name, 0 AS position,"
                    + " pg_get_triggerdef(oid) AS text FROM pg_trigger WHERE NOT tgisinternal");
}
