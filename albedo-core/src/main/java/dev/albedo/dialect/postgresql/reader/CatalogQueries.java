package dev.albedo.dialect.postgresql.reader;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that reads PostgreSQL's system catalogs (manual chapter 53), for servers from 13 up. Each query runs once,
 * whatever the number of tables.
 *
 * <p>Sets of columns are given as their numbers, blank-separated, for the reader to look up: a join for each of them would
 * cost more than everything else.
 */
final class CatalogQueries {

    /** The version in which a unique constraint or index can take NULLs for equal. */
    private static final int NULLS_NOT_DISTINCT = 150000;

    /** The default schema and the named ones; the one statement with a parameter, because names are not ours. */
    static final String NAMESPACES = """
            select oid::bigint as id, nspname, nspname = current_schema() as is_default,
                current_setting('server_version_num')::int as version
            from pg_namespace
            where nspname = current_schema() or nspname = any (?)
            """;

    private final String namespaces;
    private final int version;
    private final @Nullable String relations;

    /**
     * Queries about some schemas.
     *
     * @param namespaces the OIDs of the schemas, comma-separated
     * @param version the server's {@code server_version_num}
     */
    CatalogQueries(String namespaces, int version) {
        this(namespaces, version, null);
    }

    private CatalogQueries(String namespaces, int version, @Nullable String relations) {
        this.namespaces = namespaces;
        this.version = version;
        this.relations = relations;
    }

    /** The same about the parts of some relations only; which tables, types and sequences there are is asked as ever. */
    CatalogQueries partsOf(Set<Long> ids) {
        return new CatalogQueries(
                namespaces,
                version,
                ids.isEmpty() ? "0" : ids.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private String about(String sql) {
        return sql.replace("$relations", relations == null ? "" : "and c.oid in (" + relations + ")")
                .replace("$namespaces", namespaces)
                .replace("$nulls_not_distinct", version >= NULLS_NOT_DISTINCT ? "i.indnullsnotdistinct" : "false");
    }

    /**
     * The relations whose parts the session's transaction may have changed, or whose texts name what it changed: it holds
     * a lock on whatever it changes. Besides all composite types, which are few.
     */
    String changed() {
        return about("""
                with locked as (
                    select l.relation as id from pg_locks l
                    where l.locktype = 'relation' and l.pid = pg_backend_pid() and l.mode <> 'AccessShareLock'
                        and l.relation >= 16384
                ), changed as (
                    select id from locked
                    union select i.indrelid from pg_index i where i.indexrelid in (select id from locked)
                )
                select id::bigint from changed
                union select o.conrelid::bigint from pg_constraint o where o.confrelid in (select id from changed)
                union select h.inhrelid::bigint from pg_inherits h where h.inhparent in (select id from changed)
                union select f.adrelid::bigint from pg_depend e join pg_attrdef f on f.oid = e.objid
                    where e.classid = 'pg_attrdef'::regclass and e.refclassid = 'pg_class'::regclass
                        and e.refobjid in (select id from changed)
                union select c.oid::bigint from pg_class c where c.relkind = 'c' and c.relnamespace in ($namespaces)
                """);
    }

    /** Tables, partitioned or not, without partitions. */
    String tables() {
        return about("""
                select c.oid::bigint as id, c.relnamespace::bigint as namespace, c.relname, d.description,
                    pg_get_partkeydef(c.oid) as partition_by
                from pg_class c
                left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_class'::regclass and d.objsubid = 0
                where c.relkind in ('r', 'p') and c.relnamespace in ($namespaces) and not c.relispartition
                    and not exists (select from pg_depend e
                        where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
                """);
    }

    /** Types that somebody created, of all schemas. */
    String types() {
        return about("""
                select t.oid::bigint as id, t.typnamespace::bigint as namespace, n.nspname, t.typname,
                    t.typnamespace in ($namespaces) as visible, d.description,
                    case t.typtype when 'e' then
                        (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e
                            where e.enumtypid = t.oid)
                    end as labels, t.typtype = 'e' as is_enum, t.typrelid::bigint as relation
                from pg_type t
                join pg_namespace n on n.oid = t.typnamespace
                left join pg_description d on d.objoid = t.oid and d.classoid = 'pg_type'::regclass and d.objsubid = 0
                where n.nspname not in ('pg_catalog', 'information_schema')
                    and (t.typtype in ('e', 'd', 'r', 'm')
                        or t.typtype = 'c' and exists (select from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
                    and not exists (select from pg_depend e
                        where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
                """);
    }

    /** Columns and the attributes of composite types; {@code element} is the type of an element where the column is an array, else the column's type. */
    String columns() {
        return about("""
                select a.attrelid::bigint as relation, a.attnum, a.attname, a.attnotnull,
                    format_type(a.atttypid, a.atttypmod) as type,
                    case when t.typtype = 'b' and t.typcategory = 'A' then t.typelem else t.oid end::bigint as element,
                    t.typtype = 'b' and t.typcategory = 'A' as is_array,
                    a.attidentity, a.attgenerated, pg_get_expr(f.adbin, f.adrelid) as expression,
                    a.attcollation::bigint as collation, l.collname,
                    case when not pg_collation_is_visible(l.oid) then m.nspname end as collation_schema, d.description
                from pg_attribute a
                join pg_class c on c.oid = a.attrelid
                join pg_type t on t.oid = a.atttypid
                left join pg_attrdef f on a.atthasdef and f.adrelid = a.attrelid and f.adnum = a.attnum
                left join pg_collation l on l.oid = a.attcollation and a.attcollation <> t.typcollation
                left join pg_namespace m on m.oid = l.collnamespace
                left join pg_description d
                    on d.objoid = a.attrelid and d.classoid = 'pg_class'::regclass and d.objsubid = a.attnum
                where c.relkind in ('r', 'p', 'c') and c.relnamespace in ($namespaces) and not c.relispartition
                    and a.attnum > 0 and not a.attisdropped $relations
                """);
    }

    /** The tables that tables inherit from, without partitions. */
    String parents() {
        return about("""
                select h.inhrelid::bigint as relation, n.nspname, p.relname
                from pg_inherits h
                join pg_class c on c.oid = h.inhrelid
                join pg_class p on p.oid = h.inhparent
                join pg_namespace n on n.oid = p.relnamespace
                where c.relkind = 'r' and c.relnamespace in ($namespaces) and not c.relispartition
                    $relations
                order by h.inhrelid, h.inhseqno
                """);
    }

    /**
     * Constraints, without those that partitions inherit and the checks that a table has only from the tables it inherits
     * from: these are their parents'. The names of a foreign key's target columns are asked for only where
     * {@link #columns} does not tell them.
     */
    String constraints() {
        return about("""
                select o.conrelid::bigint as relation, o.conname, o.contype, o.condeferrable, o.condeferred,
                    array_to_string(o.conkey, ' ') as columns,
                    o.confmatchtype, o.confdeltype, o.confupdtype,
                    tn.nspname as target_schema, t.relname as target,
                    o.confrelid::bigint as target_id, array_to_string(o.confkey, ' ') as target_numbers,
                    case when t.relispartition or t.relnamespace not in ($namespaces) then
                        (select array_agg(a.attname::text order by k.position)
                            from unnest(o.confkey) with ordinality as k (number, position)
                            join pg_attribute a on a.attrelid = o.confrelid and a.attnum = k.number)
                    end as target_columns,
                    case o.contype when 'c' then pg_get_expr(o.conbin, o.conrelid)
                        when 'x' then pg_get_constraintdef(o.oid) end as text,
                    coalesce($nulls_not_distinct, false) as nulls_not_distinct
                from pg_constraint o
                join pg_class c on c.oid = o.conrelid
                left join pg_index i on i.indexrelid = o.conindid and o.contype = 'u'
                left join pg_class t on t.oid = o.confrelid
                left join pg_namespace tn on tn.oid = t.relnamespace
                where o.contype in ('p', 'u', 'f', 'c', 'x') and o.conparentid = 0
                    and (o.conislocal or o.contype <> 'c')
                    and c.relkind in ('r', 'p') and c.relnamespace in ($namespaces) and not c.relispartition
                    $relations
                """);
    }

    /** Indexes that no constraint owns. The texts of expressions are asked for only where there are any. */
    String indexes() {
        return about("""
                select i.indrelid::bigint as relation, x.relname, m.amname, i.indisunique, i.indnkeyatts,
                    i.indkey::text as columns, i.indoption::text as options, i.indclass::text as classes,
                    i.indcollation::text as collations,
                    case when i.indexprs is not null then
                        array(select case when i.indkey[k - 1] = 0 then pg_get_indexdef(i.indexrelid, k, false) end
                            from generate_series(1, i.indnkeyatts) k order by k)
                    end as expressions,
                    case when i.indexprs is not null then pg_get_indexdef(i.indexrelid) end as definition,
                    pg_get_expr(i.indpred, i.indrelid) as predicate, $nulls_not_distinct as nulls_not_distinct
                from pg_index i
                join pg_class c on c.oid = i.indrelid
                join pg_class x on x.oid = i.indexrelid
                join pg_am m on m.oid = x.relam
                where i.indisvalid and c.relkind in ('r', 'p') and c.relnamespace in ($namespaces) and not c.relispartition
                    $relations
                    and not exists (select from pg_constraint o
                        where o.conindid = i.indexrelid and o.contype in ('p', 'u', 'x'))
                """);
    }

    /** The operator classes that are not the default of their type and method; with a schema where it has to be said. */
    String operatorClasses() {
        return """
                select p.oid::bigint as id, p.opcname as name,
                    case when not pg_opclass_is_visible(p.oid) then n.nspname end as schema
                from pg_opclass p
                join pg_namespace n on n.oid = p.opcnamespace
                where not p.opcdefault
                """;
    }

    /** The collations that indexes use; with a schema where it has to be said. */
    String indexCollations() {
        return about("""
                select distinct l.oid::bigint as id, l.collname as name,
                    case when not pg_collation_is_visible(l.oid) then n.nspname end as schema
                from pg_index i
                join pg_class c on c.oid = i.indrelid
                cross join lateral unnest(i.indcollation) as u (id)
                join pg_collation l on l.oid = u.id
                join pg_namespace n on n.oid = l.collnamespace
                where c.relnamespace in ($namespaces) $relations
                """);
    }

    /** Sequences and the columns that own them; {@code deptype} is {@code i} behind an identity column. */
    String sequences() {
        return about("""
                select c.relnamespace::bigint as namespace, c.relname, format_type(q.seqtypid, null) as type,
                    q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache, q.seqcycle,
                    o.deptype, o.refobjid::bigint as relation, o.refobjsubid as attnum, d.description
                from pg_sequence q
                join pg_class c on c.oid = q.seqrelid
                left join pg_depend o on o.classid = 'pg_class'::regclass and o.objid = c.oid
                    and o.refclassid = 'pg_class'::regclass and o.refobjsubid > 0 and o.deptype in ('a', 'i')
                left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_class'::regclass and d.objsubid = 0
                where c.relnamespace in ($namespaces)
                    and not exists (select from pg_depend e
                        where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
                """);
    }
}
