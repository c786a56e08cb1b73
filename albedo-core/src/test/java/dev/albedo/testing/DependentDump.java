package dev.albedo.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link CatalogDump} does not tell of views, rules, triggers, policies, functions, publications and indexes:
 * definition, owner, grants, comments, options, state and contents. It asks the catalog on its own.
 */
public final class DependentDump {

    private static final String USERS =
            " AND n.nspname NOT IN ('pg_catalog', 'information_schema')" + " AND n.nspname NOT LIKE 'pg\\_t%'";

    private static final List<String> QUERIES = List.of(
            "SELECT c.relkind::text || ' ' || c.oid::regclass || E'\\t' || pg_get_viewdef(c.oid) || ' owner ' || c.relowner::regrole"
                    + " || ' acl ' || coalesce(c.relacl::text, '-') || ' options ' || coalesce(c.reloptions::text, '-')"
                    + " || ' comment ' || coalesce(obj_description(c.oid, 'pg_class'), '-') || ' populated ' || c.relispopulated"
                    + " || ' space ' || c.reltablespace || ' method ' || c.relam"
                    + " || ' toast ' || coalesce((SELECT t.reloptions::text FROM pg_class t WHERE t.oid = c.reltoastrelid), '-')"
                    + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm')"
                    + USERS,
            "SELECT 'column ' || c.oid::regclass || '.' || a.attname || E'\\t' || CASE c.relkind WHEN 'r' THEN ''"
                    + " ELSE ' ' || format_type(a.atttypid, a.atttypmod) END || ' acl ' || coalesce(a.attacl::text, '-')"
                    + " || ' comment ' || coalesce(col_description(c.oid, a.attnum), '-') || ' statistics '"
                    + " || coalesce(a.attstattarget, -1) || coalesce(a.attoptions::text, '') || ' storage ' || a.attstorage::text"
                    + " || ' default ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '-')"
                    + " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum"
                    + " WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm')" + USERS,
            "SELECT 'index ' || c.oid::regclass || E'\\t' || pg_get_indexdef(i.indexrelid) || ' clustered ' || i.indisclustered || ' valid ' || i.indisvalid"
                    + " || ' comment ' || coalesce(obj_description(i.indexrelid, 'pg_class'), '-')"
                    + " FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE true" + USERS,
            "SELECT 'constraint ' || conrelid::regclass || ' ' || conname || E'\\t' || pg_get_constraintdef(k.oid) || ' comment '"
                    + " || coalesce(obj_description(k.oid, 'pg_constraint'), '-') FROM pg_constraint k"
                    + " JOIN pg_namespace n ON n.oid = k.connamespace WHERE conrelid <> 0" + USERS,
            "SELECT 'rule ' || r.rulename || E'\\t' || pg_get_ruledef(r.oid) || ' enabled ' || r.ev_enabled::text || ' comment '"
                    + " || coalesce(obj_description(r.oid, 'pg_rewrite'), '-') FROM pg_rewrite r"
                    + " JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE r.rulename <> '_RETURN'" + USERS,
            "SELECT 'trigger ' || tgname || E'\\t' || pg_get_triggerdef(oid) || ' enabled ' || tgenabled::text || ' comment '"
                    + " || coalesce(obj_description(oid, 'pg_trigger'), '-') FROM pg_trigger WHERE NOT tgisinternal",
            "SELECT 'policy ' || polname || E'\\t' || polrelid::regclass || polcmd::text || polpermissive || polroles::regrole[]::text"
                    + " || coalesce(pg_get_expr(polqual, polrelid), '-') || coalesce(pg_get_expr(polwithcheck, polrelid), '-')"
                    + " || ' comment ' || coalesce(obj_description(oid, 'pg_policy'), '-') FROM pg_policy",
            "SELECT 'function ' || p.oid::regprocedure || E'\\t' || pg_get_functiondef(p.oid) || ' owner ' || p.proowner::regrole || ' acl '"
                    + " || coalesce(p.proacl::text, '-') || ' comment ' || coalesce(obj_description(p.oid, 'pg_proc'), '-')"
                    + " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind <> 'a'" + USERS
                    + " AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = p.oid AND e.deptype = 'e')",
            "SELECT 'publication ' || p.pubname || ' ' || m.prrelid::regclass || E'\\t' || coalesce(m.prattrs::text, '-') || ' '"
                    + " || coalesce(pg_get_expr(m.prqual, m.prrelid), '-') FROM pg_publication_rel m"
                    + " JOIN pg_publication p ON p.oid = m.prpubid",
            "SELECT 'statistics ' || x.stxname || E'\\t' || pg_get_statisticsobjdef(x.oid) || ' owner ' || x.stxowner::regrole || ' comment '"
                    + " || coalesce(obj_description(x.oid, 'pg_statistic_ext'), '-') FROM pg_statistic_ext x");

    private DependentDump() {}

    /** The dump of the database behind a connection, sorted; changes nothing about either. */
    public static List<String> of(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            String path =
                    values(statement, "SELECT current_setting('search_path')").get(0);
            values(statement, "SELECT set_config('search_path', 'pg_catalog', false)");
            for (String query : QUERIES) {
                lines.addAll(values(statement, query));
            }
            for (String view :
                    values(statement, "SELECT oid::regclass FROM pg_class WHERE relkind = 'm' AND relispopulated")) {
                lines.addAll(values(statement, "SELECT 'row of " + view + " ' || r::text FROM " + view + " r"));
            }
            values(statement, "SELECT set_config('search_path', '" + path.replace("'", "''") + "', false)");
        }
        return lines.stream().sorted().toList();
    }

    /** The kinds and names of these lines. */
    public static List<String> names(List<String> dump) {
        return dump.stream()
                .filter(line -> line.indexOf('\t') > 0)
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
    }

    private static List<String> values(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }
}
