package dev.albedo.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;

/**
 * Queries that read out of the catalog how an object is dropped and created again as it is: definition, owner, grants,
 * comments, options and state (PostgreSQL manual, system catalogs and pg_get_viewdef). Each is for one kind of object and
 * selects name, removal, definition, contents, cost, obstacle and columns of the object {@code o.object} of the catalog
 * {@code o.class}.
 */
final class DefinitionSql {

    private DefinitionSql() {}

    static List<String> of(ServerVersion version) {
        List<String> kinds = new ArrayList<>(
                List.of(VIEW, RULE, TRIGGER, POLICY, FUNCTION, COMPUTED_COLUMN, constraint(), index(), STATISTICS));
        if (version.has(ServerVersion.PUBLISHED_COLUMNS)) {
            kinds.add(PUBLICATION);
        }
        return kinds;
    }

    /** The obstacle where an object is another role's. */
    private static String foreignOwner(String owner) {
        return """
            CASE WHEN NOT pg_has_role(%1$s, 'USAGE') THEN format('it belongs to role %%I, of which role %%I is no member',
                pg_get_userbyid(%1$s), current_user) END\
            """.formatted(owner);
    }

    private static String comment(String on, String object, String catalog) {
        return "'COMMENT ON ' || " + on + " || ' IS ' || quote_literal(obj_description(" + object + ", '" + catalog
                + "'))";
    }

    /**
     * Grants as they are, whatever default privileges add to a new object. Nothing, where neither says anything.
     *
     * @param kind of pg_default_acl
     * @param on the kind and name of the object
     * @param acl the column of the catalog
     */
    private static String grants(char kind, String on, String acl, String owner) {
        return """
            CASE WHEN %3$s IS NOT NULL OR EXISTS (SELECT FROM pg_default_acl WHERE defaclobjtype = '%1$s') THEN (
                SELECT string_agg(g.statement, '; ' ORDER BY g.place) FROM (
                    SELECT 0 AS place, format('REVOKE ALL ON %%s FROM %%s', %2$s, string_agg(DISTINCT r.grantee, ', '))
                            AS statement
                    FROM (SELECT quote_ident(pg_get_userbyid(%4$s)) AS grantee UNION ALL SELECT 'PUBLIC'
                        UNION ALL SELECT quote_ident(pg_get_userbyid(d.grantee))
                        FROM pg_default_acl a, aclexplode(a.defaclacl) d
                        WHERE a.defaclobjtype = '%1$s' AND d.grantee <> 0) r
                    UNION ALL %5$s) g)
            END\
            """.formatted(
                        kind,
                        on,
                        acl,
                        owner,
                        eachGrant("coalesce(" + acl + ", acldefault('" + kind + "', " + owner + "))", on, "''", owner));
    }

    /** A grant of another role than the owner is made by that role, or it would be the owner's. */
    private static String eachGrant(String acl, String on, String columns, String owner) {
        return """
            SELECT e.place, CASE WHEN e.grantor = %4$s THEN '' ELSE
                        'SET LOCAL ROLE ' || quote_ident(pg_get_userbyid(e.grantor)) || '; ' END
                    || 'GRANT ' || e.privilege_type || %3$s || ' ON ' || %2$s || ' TO '
                    || CASE e.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(e.grantee)) END
                    || CASE WHEN e.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
                    || CASE WHEN e.grantor = %4$s THEN '' ELSE '; SET LOCAL ROLE '
                        || coalesce(quote_ident(nullif(current_setting('role'), 'none')), 'NONE') END AS statement
            FROM aclexplode(%1$s) WITH ORDINALITY e(grantor, grantee, privilege_type, is_grantable, place)\
            """.formatted(acl, on, columns, owner);
    }

    /** What is said of the columns of a view, a materialized view, or one column. */
    private static String columns(String table, String on, String owner, String condition) {
        String column = "quote_ident(a.attname)";
        String alter = "'ALTER ' || " + on + " || ' ALTER COLUMN ' || " + column;
        return """
            (SELECT string_agg(concat_ws('; ',
                'COMMENT ON COLUMN ' || %1$s || '.' || %2$s || ' IS ' || quote_literal(col_description(a.attrelid, a.attnum)),
                (SELECT %3$s || ' SET DEFAULT ' || pg_get_expr(v.adbin, v.adrelid) FROM pg_attrdef v
                    WHERE v.adrelid = a.attrelid AND v.adnum = a.attnum AND a.attgenerated = ''),
                CASE WHEN a.attstattarget >= 0 THEN %3$s || ' SET STATISTICS ' || a.attstattarget END,
                %3$s || ' SET (' || array_to_string(a.attoptions, ', ') || ')',
                CASE WHEN c.relkind <> 'v' AND a.attstorage <> y.typstorage THEN %3$s || ' SET STORAGE '
                    || CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN'
                        ELSE 'EXTENDED' END END,
                (SELECT string_agg(g.statement, '; ' ORDER BY g.place) FROM (%4$s) g)), '; ' ORDER BY a.attnum)
            FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND %5$s)\
            """.formatted(
                table, column, alter, eachGrant("a.attacl", table, "' (' || " + column + " || ')'", owner), condition);
    }

    private static final String VIEW_KIND =
            "CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW ' ELSE 'VIEW ' END || c.oid::regclass";

    private static final String OPTIONS = "(SELECT string_agg(quote_ident(split_part(p.o, '=', 1)) || '='"
            + " || quote_literal(substr(p.o, strpos(p.o, '=') + 1)), ', ' ORDER BY p.place)"
            + " FROM unnest(%s) WITH ORDINALITY p(o, place))";

    private static final String VIEW = """
        SELECT lower(k.kind) || c.oid::regclass AS name,
            'DROP ' || k.kind || c.oid::regclass AS removal,
            concat_ws('; ',
                'CREATE ' || k.kind || c.oid::regclass
                    || coalesce((SELECT ' USING ' || quote_ident(m.amname) FROM pg_am m WHERE m.oid = c.relam), '')
                    || coalesce(' WITH (' || %1$s || ')', '')
                    || coalesce((SELECT ' TABLESPACE ' || quote_ident(s.spcname) FROM pg_tablespace s
                        WHERE s.oid = c.reltablespace), '')
                    || ' AS ' || rtrim(pg_get_viewdef(c.oid), '; ')
                    || CASE c.relkind WHEN 'm' THEN ' WITH NO DATA' ELSE '' END,
                (SELECT 'ALTER MATERIALIZED VIEW ' || c.oid::regclass || ' SET (' || string_agg('toast.' || p.o, ', ') || ')'
                    FROM pg_class t, unnest(t.reloptions) p(o) WHERE t.oid = c.reltoastrelid),
                %2$s,
                'ALTER ' || k.kind || c.oid::regclass || ' OWNER TO ' || quote_ident(pg_get_userbyid(c.relowner)),
                %4$s,
                %3$s) AS definition,
            CASE WHEN c.relkind = 'm' AND c.relispopulated
                THEN 'REFRESH MATERIALIZED VIEW ' || c.oid::regclass END AS contents,
            CASE WHEN c.relkind = 'm' AND c.relispopulated THEN 'executes its query again'
                || CASE WHEN c.reltuples >= 0 THEN ' for about ' || c.reltuples::bigint || ' rows' ELSE '' END
                || ', ' || pg_size_pretty(pg_total_relation_size(c.oid)) END AS cost,
            CASE c.relpersistence WHEN 't' THEN 'it is temporary, of an open session' ELSE %5$s END AS obstacle,
            (SELECT string_agg(format('%%I %%s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum)
                FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0) AS columns
        FROM pg_class c
        CROSS JOIN (VALUES ('v', 'VIEW '), ('m', 'MATERIALIZED VIEW ')) k(relkind, kind)
        WHERE o.class = 'pg_class'::regclass AND c.oid = o.object AND c.relkind::text = k.relkind\
        """.formatted(
                    OPTIONS.formatted("c.reloptions"),
                    comment(VIEW_KIND, "c.oid", "pg_class"),
                    columns("c.oid::regclass", VIEW_KIND, "c.relowner", "true"),
                    grants('r', "c.oid::regclass", "c.relacl", "c.relowner"),
                    foreignOwner("c.relowner"));

    private static final String STATE = "CASE %2$s WHEN 'D' THEN 'ALTER TABLE ' || %1$s || ' DISABLE '"
            + " WHEN 'R' THEN 'ALTER TABLE ' || %1$s || ' ENABLE REPLICA '"
            + " WHEN 'A' THEN 'ALTER TABLE ' || %1$s || ' ENABLE ALWAYS ' END";

    private static final String RULE = """
        SELECT format('rule %%I on %%s', w.rulename, w.ev_class::regclass),
            format('DROP RULE %%I ON %%s', w.rulename, w.ev_class::regclass),
            concat_ws('; ', rtrim(pg_get_ruledef(w.oid), ';'), %s || 'RULE ' || quote_ident(w.rulename), %s),
            NULL, NULL, NULL, NULL
        FROM pg_rewrite w WHERE o.class = 'pg_rewrite'::regclass AND w.oid = o.object\
        """.formatted(
                    STATE.formatted("w.ev_class::regclass", "w.ev_enabled"),
                    comment("format('RULE %I ON %s', w.rulename, w.ev_class::regclass)", "w.oid", "pg_rewrite"));

    private static final String TRIGGER = """
        SELECT format('trigger %%I on %%s', g.tgname, g.tgrelid::regclass),
            format('DROP TRIGGER %%I ON %%s', g.tgname, g.tgrelid::regclass),
            concat_ws('; ', pg_get_triggerdef(g.oid), %s || 'TRIGGER ' || quote_ident(g.tgname), %s),
            NULL, NULL, NULL, NULL
        FROM pg_trigger g WHERE o.class = 'pg_trigger'::regclass AND g.oid = o.object AND NOT g.tgisinternal
            AND g.tgparentid = 0\
        """.formatted(
                    STATE.formatted("g.tgrelid::regclass", "g.tgenabled"),
                    comment("format('TRIGGER %I ON %s', g.tgname, g.tgrelid::regclass)", "g.oid", "pg_trigger"));

    private static final String POLICY = """
        SELECT format('policy %%I on %%s', p.polname, p.polrelid::regclass),
            format('DROP POLICY %%I ON %%s', p.polname, p.polrelid::regclass),
            concat_ws('; ', format('CREATE POLICY %%I ON %%s AS %%s FOR %%s TO %%s', p.polname, p.polrelid::regclass,
                    CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
                    CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                        WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
                    (SELECT string_agg(CASE r.role WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r.role)) END,
                        ', ' ORDER BY r.place) FROM unnest(p.polroles) WITH ORDINALITY r(role, place)))
                || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
                || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''), %s),
            NULL, NULL, NULL, NULL
        FROM pg_policy p WHERE o.class = 'pg_policy'::regclass AND p.oid = o.object\
        """.formatted(comment(
            "format('POLICY" + " %I ON" + " %s'," + " p.polname," + " p.polrelid::regclass)", "p.oid", "pg_policy"));

    private static final String FUNCTION = """
        SELECT CASE f.prokind WHEN 'p' THEN 'procedure ' ELSE 'function ' END || f.oid::regprocedure,
            'DROP ROUTINE ' || f.oid::regprocedure,
            concat_ws('; ', CASE WHEN f.prokind <> 'a' THEN rtrim(pg_get_functiondef(f.oid)) END, %s,
                'ALTER ROUTINE ' || f.oid::regprocedure || ' OWNER TO ' || quote_ident(pg_get_userbyid(f.proowner)), %s),
            NULL, NULL, CASE f.prokind WHEN 'a' THEN 'aggregate functions cannot be recreated' ELSE %s END, NULL
        FROM pg_proc f WHERE o.class = 'pg_proc'::regclass AND f.oid = o.object\
        """.formatted(
                    comment("'ROUTINE ' || f.oid::regprocedure", "f.oid", "pg_proc"),
                    grants('f', "'ROUTINE ' || f.oid::regprocedure", "f.proacl", "f.proowner"),
                    foreignOwner("f.proowner"));

    private static final String PUBLICATION = """
        SELECT format('publication %%I of %%s', b.pubname, m.prrelid::regclass),
            format('ALTER PUBLICATION %%I DROP TABLE ONLY %%s', b.pubname, m.prrelid::regclass),
            format('ALTER PUBLICATION %%I ADD TABLE ONLY %%s', b.pubname, m.prrelid::regclass)
                || coalesce(' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY n.place)
                    FROM unnest(m.prattrs::smallint[]) WITH ORDINALITY n(number, place)
                    JOIN pg_attribute a ON a.attrelid = m.prrelid AND a.attnum = n.number) || ')', '')
                || coalesce(' WHERE (' || pg_get_expr(m.prqual, m.prrelid) || ')', ''),
            NULL, NULL, %s, NULL
        FROM pg_publication_rel m JOIN pg_publication b ON b.oid = m.prpubid
        WHERE o.class = 'pg_publication_rel'::regclass AND m.oid = o.object\
        """.formatted(foreignOwner("b.pubowner"));

    /** The column is added at the end of the table. */
    private static final String COMPUTED_COLUMN = """
        SELECT CASE a.attgenerated WHEN '' THEN 'default of ' ELSE '' END
                || format('column %%s.%%I', c.oid::regclass, a.attname),
            format('ALTER TABLE %%s DROP COLUMN %%I', c.oid::regclass, a.attname),
            concat_ws('; ', format('ALTER TABLE %%s ADD COLUMN %%I %%s%%s GENERATED ALWAYS AS (%%s) %%s%%s', c.oid::regclass,
                    a.attname, format_type(a.atttypid, a.atttypmod),
                    CASE WHEN a.attcollation <> y.typcollation
                        THEN (SELECT format(' COLLATE %%I.%%I', s.nspname, l.collname)
                            FROM pg_collation l JOIN pg_namespace s ON s.oid = l.collnamespace
                            WHERE l.oid = a.attcollation) ELSE '' END,
                    pg_get_expr(v.adbin, v.adrelid), CASE a.attgenerated WHEN 's' THEN 'STORED' ELSE 'VIRTUAL' END,
                    CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END), %s),
            NULL, NULL, CASE WHEN a.attgenerated = '' THEN 'the default of a column cannot be recreated' END, NULL
        FROM pg_attrdef v JOIN pg_attribute a ON a.attrelid = v.adrelid AND a.attnum = v.adnum
        JOIN pg_class c ON c.oid = v.adrelid JOIN pg_type y ON y.oid = a.atttypid
        WHERE o.class = 'pg_attrdef'::regclass AND v.oid = o.object AND a.attinhcount = 0\
        """.formatted(
                    columns("c.oid::regclass", "'TABLE ' || c.oid::regclass", "c.relowner", "a.attnum = v.adnum"));

    private static String constraint() {
        return """
            SELECT format('constraint %%I on %%s', n.conname, n.conrelid::regclass), u.drop, u.again, NULL, NULL, NULL, NULL
            FROM pg_constraint n CROSS JOIN LATERAL (%s) u
            WHERE o.class = 'pg_constraint'::regclass AND n.oid = o.object\
            """.formatted(CatalogDefinitions.constraints("k.oid" + " = n.oid"));
    }

    private static String index() {
        return """
            SELECT 'index ' || o.object::regclass, u.drop, u.again, NULL, NULL, NULL, NULL
            FROM (%s) u
            WHERE o.class = 'pg_class'::regclass\
            """.formatted(CatalogDefinitions.indexes("i.indexrelid = o.object"));
    }

    private static final String STATISTICS = """
        SELECT format('statistics %%I.%%I', s.nspname, x.stxname), format('DROP STATISTICS %%I.%%I', s.nspname, x.stxname),
            concat_ws('; ', pg_get_statisticsobjdef(x.oid), CASE WHEN x.stxstattarget >= 0
                    THEN format('ALTER STATISTICS %%I.%%I SET STATISTICS %%s', s.nspname, x.stxname, x.stxstattarget) END,
                %s, format('ALTER STATISTICS %%I.%%I OWNER TO %%I', s.nspname, x.stxname, pg_get_userbyid(x.stxowner))),
            NULL, NULL, %s, NULL
        FROM pg_statistic_ext x JOIN pg_namespace s ON s.oid = x.stxnamespace
        WHERE o.class = 'pg_statistic_ext'::regclass AND x.oid = o.object\
        """.formatted(
                    comment("format('STATISTICS %I.%I', s.nspname, x.stxname)", "x.oid", "pg_statistic_ext"),
                    foreignOwner("x.stxowner"));
}
