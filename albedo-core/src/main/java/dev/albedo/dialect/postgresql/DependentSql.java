package dev.albedo.dialect.postgresql;

/**
 * A query for the objects that keep the server from changing the type of a column or from dropping it, and for the
 * objects that depend on these in turn: views, materialized views, rules, triggers, policies, functions whose body is
 * parsed, generated columns and publications (PostgreSQL manual, pg_depend, and ALTER TABLE, SET DATA TYPE). Checks,
 * keys, indexes, statistics and plain defaults of the column are not among them: the server rebuilds those itself.
 *
 * <p>The names and texts are right in every session if the search path is {@value #SEARCH_PATH} while the query runs.
 */
final class DependentSql {

    /** The search path under which the catalog qualifies every name that it prints. */
    static final String SEARCH_PATH = "pg_catalog";

    private DependentSql() {}

    /**
     * The roots of a column: itself, and the columns that inherit from it.
     *
     * @param table SQL for the OID of the table
     */
    static String ofColumn(String table, String column) {
        return """
            SELECT 'pg_class'::regclass::oid, a.attrelid, a.attnum::integer
            FROM (WITH RECURSIVE family(oid) AS (SELECT %s::oid
                    UNION SELECT h.inhrelid FROM pg_inherits h JOIN family f ON f.oid = h.inhparent)
                SELECT oid FROM family) f
            JOIN pg_attribute a ON a.attrelid = f.oid AND a.attname = %s\
            """.formatted(table, Names.literal(column));
    }

    /**
     * The roots of a table: all its columns, and itself.
     *
     * @param table SQL for the OID of the table
     */
    static String ofTable(String table) {
        return """
            SELECT 'pg_class'::regclass::oid, a.attrelid, a.attnum::integer
            FROM pg_attribute a WHERE a.attrelid = %1$s AND a.attnum > 0
            UNION ALL SELECT 'pg_class'::regclass::oid, %1$s, 0\
            """.formatted(table);
    }

    /**
     * The roots of types: themselves, and the columns that have them.
     *
     * @param types SQL for an array of OIDs
     */
    static String ofTypes(String types) {
        return """
            SELECT 'pg_type'::regclass::oid, unnest(%1$s), 0
            UNION ALL SELECT 'pg_class'::regclass::oid, a.attrelid, a.attnum::integer
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE a.atttypid = ANY (%1$s) AND c.relkind IN ('r', 'p', 'f') AND a.attnum > 0\
            """.formatted(types);
    }

    /** Columns name, removal, definition, contents, cost, obstacle, columns and rank; what is created first has the lowest rank. */
    static String query(ServerVersion version, String roots) {
        return """
            WITH RECURSIVE root(class, object, part) AS (
                %s),
            dependent(class, object, rank) AS (
                SELECT n.class, n.object, 1
                FROM root r
                JOIN pg_depend d ON d.refclassid = r.class AND d.refobjid = r.object AND d.refobjsubid = r.part
                %s
                WHERE d.deptype IN ('n', 'a') AND (n.class IN ('pg_rewrite'::regclass, 'pg_trigger'::regclass,
                        'pg_policy'::regclass, 'pg_proc'::regclass, 'pg_publication_rel'::regclass)
                    OR n.class = 'pg_class'::regclass AND n.relkind IN ('v', 'm')
                    OR n.class = 'pg_attrdef'::regclass AND n.computed
                        AND (n.relation, n.number) <> (r.object, r.part))
                    AND NOT EXISTS (SELECT FROM root o WHERE o.class = 'pg_class'::regclass AND o.part = 0
                        AND o.object = n.relation)
                UNION
                SELECT n.class, n.object, p.rank + 1
                FROM dependent p
                CROSS JOIN LATERAL (
                    SELECT p.class AS class, p.object AS object, 0 AS part
                    UNION ALL SELECT 'pg_type'::regclass, unnest(ARRAY[t.oid, t.typarray]), 0
                    FROM pg_class c JOIN pg_type t ON t.oid = c.reltype
                    WHERE p.class = 'pg_class'::regclass AND c.oid = p.object
                    UNION ALL SELECT 'pg_class'::regclass, k.conindid, 0 FROM pg_constraint k
                    WHERE p.class = 'pg_constraint'::regclass AND k.oid = p.object AND k.contype IN ('p', 'u', 'x')
                    UNION ALL SELECT 'pg_class'::regclass, v.adrelid, v.adnum FROM pg_attrdef v
                    WHERE p.class = 'pg_attrdef'::regclass AND v.oid = p.object) r
                JOIN pg_depend d ON d.refclassid = r.class AND d.refobjid = r.object
                    AND (r.part = 0 OR d.refobjsubid = r.part)
                %s
                WHERE d.deptype IN ('n', 'a') AND (n.class, n.object) <> (p.class, p.object) AND p.rank < 100),
            chosen AS (SELECT class, object, max(rank) AS rank FROM dependent GROUP BY class, object)
            SELECT o.rank, t.name, t.removal, t.definition, t.contents, t.cost,
                CASE WHEN o.rank = 100 THEN 'it depends on itself'
                    ELSE coalesce((SELECT 'it belongs to extension ' || quote_ident(e.extname)
                        FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid
                        WHERE d.classid = o.class AND d.objid = o.object AND d.deptype = 'e'), t.obstacle)
                END AS obstacle, t.columns
            FROM chosen o
            CROSS JOIN LATERAL (
                %s
                UNION ALL SELECT pg_describe_object(o.class, o.object, 0), '', '', NULL, NULL,
                    'objects of this kind cannot be recreated', NULL
                WHERE o.class = 'pg_class'::regclass AND EXISTS (SELECT FROM pg_class c
                        WHERE c.oid = o.object AND c.relkind NOT IN ('v', 'm', 'i', 'I'))
                    OR o.class NOT IN ('pg_class'::regclass, 'pg_rewrite'::regclass, 'pg_trigger'::regclass,
                    'pg_policy'::regclass, 'pg_proc'::regclass, 'pg_publication_rel'::regclass,
                    'pg_attrdef'::regclass, 'pg_constraint'::regclass, 'pg_statistic_ext'::regclass)) t\
            """.formatted(roots, NODE, NODE, String.join("\n" + "    UNION" + " ALL ", DefinitionSql.of(version)));
    }

    /** The object that a row of pg_depend means: the view of a rule, the computed column of a default. */
    private static final String NODE = """
        CROSS JOIN LATERAL (
            SELECT CASE WHEN w.oid IS NOT NULL OR v.oid IS NOT NULL AND c.relkind = 'v' THEN 'pg_class'::regclass::oid
                    WHEN v.oid IS NOT NULL THEN 'pg_attrdef'::regclass::oid ELSE d.classid END AS class,
                CASE WHEN w.oid IS NOT NULL OR v.oid IS NOT NULL AND c.relkind = 'v' THEN c.oid
                    WHEN v.oid IS NOT NULL THEN v.oid ELSE d.objid END AS object,
                c.relkind, v.adnum AS number, CASE d.classid
                    WHEN 'pg_trigger'::regclass THEN (SELECT tgrelid FROM pg_trigger WHERE oid = d.objid)
                    WHEN 'pg_policy'::regclass THEN (SELECT polrelid FROM pg_policy WHERE oid = d.objid)
                    WHEN 'pg_rewrite'::regclass THEN (SELECT ev_class FROM pg_rewrite WHERE oid = d.objid)
                    WHEN 'pg_publication_rel'::regclass
                        THEN (SELECT prrelid FROM pg_publication_rel WHERE oid = d.objid)
                    ELSE v.adrelid END AS relation,
                EXISTS (SELECT FROM pg_attribute a
                    WHERE a.attrelid = v.adrelid AND a.attnum = v.adnum AND a.attgenerated <> '') AS computed
            FROM (SELECT) one
            LEFT JOIN pg_rewrite w
                ON d.classid = 'pg_rewrite'::regclass AND w.oid = d.objid AND w.rulename = '_RETURN'
            LEFT JOIN pg_attrdef v ON d.classid = 'pg_attrdef'::regclass AND v.oid = d.objid
                OR d.classid = 'pg_class'::regclass AND d.objsubid > 0 AND v.adrelid = d.objid
                    AND v.adnum = d.objsubid
            LEFT JOIN pg_class c ON c.oid = coalesce(w.ev_class, v.adrelid,
                CASE WHEN d.classid = 'pg_class'::regclass THEN d.objid END)) n\
        """;
}
