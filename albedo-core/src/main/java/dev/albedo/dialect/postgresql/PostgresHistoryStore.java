package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.HistoryStore;
import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The catalog's view of the history.
 *
 * <p>Whoever may create tables in the schema can put one there under the name of the history table, and what is on it
 * (triggers, rules, defaults) would run with the rights of whoever migrates. So the owner of a table must be trusted: the
 * current role, a role that it was made a member of, the owner of the database, or a superuser. A superuser counts as a
 * member of every role to the server's own functions, so membership is read from the catalog.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-auth-members.html">pg_auth_members</a>
 */
final class PostgresHistoryStore implements HistoryStore {

    private static final String TRUSTED = "with recursive mine (oid) as ("
            + "select oid from pg_catalog.pg_roles where rolname = current_user"
            + " union select m.roleid from pg_catalog.pg_auth_members m join mine on m.member = mine.oid),"
            + " trusted (oid) as (select oid from mine"
            + " union all select datdba from pg_catalog.pg_database where datname = current_database()"
            + " union all select oid from pg_catalog.pg_roles where rolsuper)";

    private static final String TEXT = "text";
    private static final String VARCHAR = "varchar";

    /** The types of the columns as pg_type has them, without those that an older Albedo did not make or nothing reads. */
    private static final Map<String, String> TABLE_TYPES = Map.of(
            "revision", VARCHAR,
            "name", TEXT,
            "state", TEXT,
            "steps", "int4",
            "in_doubt", "bool",
            "checksum", TEXT,
            "applied_at", "timestamptz",
            "duration_ms", "int8",
            "applied_by", TEXT);

    private static final Map<String, String> LOG_TYPES = Map.ofEntries(
            Map.entry("id", "int8"),
            Map.entry("run", "uuid"),
            Map.entry("at", "timestamptz"),
            Map.entry("event", TEXT),
            Map.entry("outcome", TEXT),
            Map.entry("revision", VARCHAR),
            Map.entry("name", TEXT),
            Map.entry("checksum", TEXT),
            Map.entry("steps", "int4"),
            Map.entry("duration_ms", "int8"),
            Map.entry("request", TEXT),
            Map.entry("error", TEXT),
            Map.entry("operations", TEXT),
            Map.entry("summary", TEXT),
            Map.entry("albedo_version", TEXT));

    private static final String COLUMNS = "(select string_agg(a.attname || ' ' || t.typname, ',')"
            + " from pg_catalog.pg_attribute a join pg_catalog.pg_type t on t.oid = a.atttypid"
            + " and t.typnamespace = 'pg_catalog'::regnamespace"
            + " where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)";

    private static final String FOREIGN = "coalesce("
            + "(select 'trigger ' || t.tgname || ' runs a function of ' || pg_catalog.pg_get_userbyid(p.proowner)"
            + " from pg_catalog.pg_trigger t join pg_catalog.pg_proc p on p.oid = t.tgfoid"
            + " where t.tgrelid = c.oid and not t.tgisinternal and p.proowner not in (select oid from trusted)"
            + " order by t.tgname limit 1), "
            + "(select 'default, check or index calls a function of ' || pg_catalog.pg_get_userbyid(p.proowner)"
            + " from pg_catalog.pg_depend d join pg_catalog.pg_proc p on p.oid = d.refobjid"
            + " where d.refclassid = 'pg_catalog.pg_proc'::regclass and p.proowner not in (select oid from trusted)"
            + " and (d.classid, d.objid) in ("
            + "select 'pg_catalog.pg_attrdef'::regclass::oid, v.oid from pg_catalog.pg_attrdef v where v.adrelid = c.oid"
            + " union all select 'pg_catalog.pg_constraint'::regclass, k.oid from pg_catalog.pg_constraint k"
            + " where k.conrelid = c.oid"
            + " union all select 'pg_catalog.pg_class'::regclass, i.indexrelid from pg_catalog.pg_index i"
            + " where i.indrelid = c.oid) order by p.proname limit 1), "
            + "(select 'rule ' || r.rulename || ' changes what is written' from pg_catalog.pg_rewrite r"
            + " where r.ev_class = c.oid order by r.rulename limit 1))";

    private static final String LACKING = "(select string_agg(p, ',' order by n)"
            + " from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) with ordinality as u (p, n)"
            + " where not pg_catalog.has_table_privilege(c.oid, p))";

    @Override
    public SchemaFacts facts(Connection connection, @Nullable String schema, String history, String log)
            throws SQLException {
        String place = schema == null ? "current_schema()" : Names.literal(schema);
        String query = query(place, List.of(Names.literal(history), Names.literal(log)));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            @Nullable String name = row.getString(1);
            boolean exists = row.getBoolean(2);
            int session = row.getInt(3);
            String role = row.getString(4);
            boolean readOnly = row.getBoolean(5);
            boolean standby = row.getBoolean(6);
            TableFacts table = table(row, TABLE_TYPES);
            row.next();
            return new SchemaFacts(name, exists, session, role, readOnly, standby, table, table(row, LOG_TYPES));
        }
    }

    /** One row for each table. */
    private static String query(String schema, List<String> tables) {
        String names = tables.stream()
                .map(table -> "(" + tables.indexOf(table) + ", " + table + ")")
                .collect(Collectors.joining(", "));
        return TRUSTED + " select s.name, n.oid is not null, pg_catalog.pg_backend_pid(), current_user,"
                + " pg_catalog.current_setting('transaction_read_only')::boolean, pg_catalog.pg_is_in_recovery(),"
                + " c.relkind, pg_catalog.pg_get_userbyid(c.relowner), c.relowner in (select oid from trusted), "
                + COLUMNS + ", " + FOREIGN + ", pg_catalog.row_security_active(c.oid), " + LACKING
                + " from (select " + schema + "::text as name) s"
                + " left join pg_catalog.pg_namespace n on n.nspname = s.name"
                + " cross join (values " + names + ") as w (place, name)"
                + " left join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = w.name"
                + " order by w.place";
    }

    @Override
    public List<QualifiedName> existing(Connection connection, List<QualifiedName> names) throws SQLException {
        List<QualifiedName> found = new ArrayList<>();
        if (names.isEmpty()) {
            return found;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(existing(names))) {
            while (rows.next()) {
                found.add(names.get(rows.getInt(1)));
            }
        }
        return found;
    }

    /** A query for the places in the list of those that are taken, from 0. */
    private static String existing(List<QualifiedName> tables) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < tables.size(); i++) {
            @Nullable String schema = tables.get(i).schema();
            names.append(i == 0 ? "" : ", ")
                    .append("(")
                    .append(i)
                    .append(", ")
                    .append(schema == null ? "current_schema()::text" : Names.literal(schema))
                    .append(", ")
                    .append(Names.literal(tables.get(i).name()))
                    .append(")");
        }
        return "select w.place from (values " + names + ") as w (place, schema, name)"
                + " join pg_catalog.pg_namespace n on n.nspname = w.schema"
                + " join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = w.name order by w.place";
    }

    @Override
    public String createTable(String table) {
        return "create table if not exists " + table + " ("
                + "revision varchar(64) primary key, "
                + "name text not null, "
                + "state text not null check (state in ('applied', 'started', 'undoing')), "
                + "steps integer not null, "
                + "in_doubt boolean not null, "
                + "checksum text not null, "
                + "applied_at timestamptz not null default clock_timestamp(), "
                + "duration_ms bigint not null, "
                + "applied_by text not null default session_user, "
                + "position text)";
    }

    @Override
    public String createLog(String table) {
        return "create table if not exists " + table + " ("
                + "id bigint generated always as identity primary key, "
                + "run uuid not null, "
                + "at timestamptz not null default clock_timestamp(), "
                + "event text not null, "
                + "outcome text not null, "
                + "revision varchar(64), "
                + "name text, "
                + "checksum text, "
                + "steps integer, "
                + "duration_ms bigint, "
                + "request text, "
                + "error text, "
                + "operations text, "
                + "summary text, "
                + "albedo_version text not null, "
                + "database_user text not null default session_user, "
                + "client_address text default pg_catalog.host(pg_catalog.inet_client_addr()), "
                + "application text default pg_catalog.current_setting('application_name'))";
    }

    @Override
    public String addPosition(String table) {
        return "alter table " + table + " add column if not exists position text";
    }

    @Override
    public String rows(String table) {
        return "select revision, name, state, steps, in_doubt, checksum,"
                + " (extract(epoch from applied_at) * 1000)::bigint, duration_ms, applied_by, to_jsonb(h) ->> 'position' from "
                + table
                + " h order by applied_at, revision";
    }

    @Override
    public String now() {
        return "clock_timestamp()";
    }

    @Override
    public String transactionBegin() {
        return "transaction_timestamp()";
    }

    @Override
    public String millisecondsSince(String moment) {
        return "(extract(epoch from clock_timestamp() - " + moment + ") * 1000)::bigint";
    }

    private static TableFacts table(ResultSet row, Map<String, String> types) throws SQLException {
        String kind = Objects.requireNonNullElse(row.getString(7), "");
        Map<String, String> columns = list(row.getString(10)).stream()
                .map(column -> column.split(" (?=[^ ]+$)", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (one, other) -> other));
        return new TableFacts(
                !kind.isEmpty(),
                kind.equals("r"),
                inWords(kind),
                String.valueOf(row.getString(8)),
                row.getBoolean(9),
                columns.keySet(),
                wrong(columns, types),
                row.getString(11),
                row.getBoolean(12),
                list(row.getString(13)));
    }

    private static List<String> wrong(Map<String, String> columns, Map<String, String> types) {
        return types.entrySet().stream()
                .filter(wanted -> {
                    @Nullable String existing = columns.get(wanted.getKey());
                    // A table may have been made by hand, with text where varchar would do.
                    return !wanted.getValue().equals(existing)
                            && !(wanted.getValue().equals(VARCHAR) && TEXT.equals(existing));
                })
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static List<String> list(@Nullable String joined) {
        return joined == null ? List.of() : Arrays.asList(joined.split(","));
    }

    /** What {@code pg_class.relkind} means. */
    private static String inWords(String kind) {
        return switch (kind) {
            case "r" -> "a table";
            case "p" -> "a partitioned table";
            case "v" -> "a view";
            case "m" -> "a materialized view";
            case "f" -> "a foreign table";
            case "S" -> "a sequence";
            case "c" -> "a composite type";
            default -> "an index";
        };
    }
}
