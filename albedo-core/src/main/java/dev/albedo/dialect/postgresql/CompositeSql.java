package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Statement;
import dev.albedo.operation.Operation.AlterComposite;
import dev.albedo.schema.Column;
import dev.albedo.schema.CompositeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Composite types (PostgreSQL manual, CREATE TYPE, ALTER TYPE, section 8.16). */
final class CompositeSql {

    private CompositeSql() {}

    static List<Statement> create(CompositeType type) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of("CREATE TYPE " + Names.name(type.name()) + " AS ("
                + type.attributes().stream().map(CompositeSql::attribute).collect(Collectors.joining(", ")) + ")"));
        if (type.comment() != null) {
            statements.add(Comments.type(type.name(), type.comment()));
        }
        for (Column attribute : type.attributes()) {
            if (attribute.comment() != null) {
                statements.add(Comments.column(type.name(), attribute.name(), attribute.comment()));
            }
        }
        return statements;
    }

    private static String attribute(Column attribute) {
        return Names.identifier(attribute.name()) + " " + ColumnSql.type(attribute);
    }

    static List<Statement> alter(ServerVersion version, AlterComposite operation) {
        CompositeType from = operation.from();
        CompositeType to = operation.to();
        List<Statement> statements = new ArrayList<>();
        if (operation.rebuild()) {
            statements.add(rebuild(version, to));
        } else {
            List<String> parts = new ArrayList<>();
            AlterComposite.only(from, to)
                    .forEach(attribute -> parts.add("DROP ATTRIBUTE " + Names.identifier(attribute.name())));
            AlterComposite.only(to, from).forEach(attribute -> parts.add("ADD ATTRIBUTE " + attribute(attribute)));
            if (!parts.isEmpty()) {
                statements.add(Statement.of("ALTER TYPE " + Names.name(to.name()) + " " + String.join(", ", parts)));
            }
        }
        if (!Objects.equals(from.comment(), to.comment())) {
            statements.add(Comments.type(to.name(), to.comment()));
        }
        for (Column attribute : to.attributes()) {
            String before =
                    from.attribute(attribute.name()).map(Column::comment).orElse(null);
            if (!Objects.equals(before, attribute.comment())) {
                statements.add(Comments.column(to.name(), attribute.name(), attribute.comment()));
            }
        }
        return statements;
    }

    /**
     * Makes the type anew, and with it the composite types that have an attribute of it, and converts every column of any of
     * them attribute by attribute. PL/pgSQL assigns as INSERT does: a string that is too long is refused, not cut.
     */
    private static Statement rebuild(ServerVersion version, CompositeType to) {
        String name = Names.literal(Names.name(to.name()));
        String attributes = to.attributes().stream()
                .map(attribute -> Names.literal(attribute(attribute)))
                .collect(Collectors.joining(", "));
        return Recreation.aroundComposite(version, to.name(), """
                        DECLARE
                            olds oid[] := ARRAY[%1$s::regtype::oid];
                            names text[];
                            spares text[];
                            more oid[];
                            step text;
                        BEGIN
                            LOOP
                                more := ARRAY(SELECT DISTINCT c.reltype FROM pg_class c
                                    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                                    JOIN pg_type t ON t.oid = a.atttypid
                                    WHERE c.relkind = 'c' AND (t.oid = ANY (olds) OR t.typelem = ANY (olds))
                                        AND c.reltype <> ALL (olds));
                                EXIT WHEN cardinality(more) = 0;
                                olds := olds || more;
                            END LOOP;
                            SELECT array_agg(format('%%I.%%I', n.nspname, t.typname) ORDER BY o.i),
                                array_agg(format('%%I.%%I', n.nspname, '%2$s' || o.i) ORDER BY o.i) INTO names, spares
                            FROM unnest(olds) WITH ORDINALITY AS o (id, i)
                            JOIN pg_type t ON t.oid = o.id JOIN pg_namespace n ON n.oid = t.typnamespace;
                            FOR i IN 1 .. cardinality(olds) LOOP
                                EXECUTE format('ALTER TYPE %%s RENAME TO %%I', names[i], '%2$s' || i);
                                EXECUTE format('CREATE TYPE %%s AS ()', names[i]);
                            END LOOP;
                            FOREACH step IN ARRAY ARRAY[%3$s]::text[] LOOP
                                EXECUTE format('ALTER TYPE %%s ADD ATTRIBUTE %%s', names[1], step);
                            END LOOP;
                            FOR i IN 2 .. cardinality(olds) LOOP
                                FOR step IN SELECT format('ALTER TYPE %%s ADD ATTRIBUTE %%I %%s', names[i], a.attname,
                                        coalesce(names[array_position(olds, t.oid)], names[array_position(olds, t.typelem)] || '[]',
                                            format_type(a.atttypid, a.atttypmod) || coalesce(' COLLATE ' || l.oid::regcollation, '')))
                                    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                                    LEFT JOIN pg_collation l ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
                                    WHERE a.attrelid = (SELECT typrelid FROM pg_type WHERE oid = olds[i]) AND a.attnum > 0
                                        AND NOT a.attisdropped
                                    ORDER BY a.attnum LOOP
                                    EXECUTE step;
                                END LOOP;
                            END LOOP;
                            FOR i IN 1 .. cardinality(olds) LOOP
                                FOR step IN SELECT format('CREATE FUNCTION pg_temp.%2$s(o %%s) RETURNS %%s LANGUAGE plpgsql STRICT AS %%L',
                                        spares[i], names[i], format('DECLARE n %%s := ROW(%%s); BEGIN %%s RETURN n; END', names[i],
                                            string_agg('NULL', ', '),
                                            coalesce(string_agg(format(CASE WHEN array_position(olds, t.oid) IS NULL
                                                    AND array_position(olds, t.typelem) IS NULL THEN 'n.%%1$I := o.%%1$I;'
                                                    ELSE 'n.%%1$I := pg_temp.%2$s(o.%%1$I);' END, a.attname), ' ')
                                                FILTER (WHERE b.attname IS NOT NULL), '')))
                                    FROM pg_attribute a
                                    LEFT JOIN pg_attribute b ON b.attname = a.attname AND b.attnum > 0 AND NOT b.attisdropped
                                        AND b.attrelid = (SELECT typrelid FROM pg_type WHERE oid = olds[i])
                                    LEFT JOIN pg_type t ON t.oid = b.atttypid
                                    WHERE a.attrelid = (SELECT typrelid FROM pg_type WHERE oid = names[i]::regtype) AND a.attnum > 0
                                    UNION ALL
                                    SELECT format('CREATE FUNCTION pg_temp.%2$s(o %%s[]) RETURNS %%s[] LANGUAGE plpgsql STRICT AS %%L',
                                        spares[i], names[i], format('DECLARE n %%s[] := ''{}''; BEGIN IF array_ndims(o) > 1 THEN'
                                            ' RAISE EXCEPTION ''an array of %%s has several dimensions''; END IF;'
                                            ' FOR i IN coalesce(array_lower(o, 1), 1) .. coalesce(array_upper(o, 1), 0) LOOP'
                                            ' n[i] := pg_temp.%2$s(o[i]); END LOOP; RETURN n; END', names[i], names[i]))
                                    UNION ALL
                                    SELECT format('COMMENT ON TYPE %%s IS %%L', names[i], obj_description(olds[i], 'pg_type'))
                                    WHERE obj_description(olds[i], 'pg_type') IS NOT NULL
                                    UNION ALL
                                    SELECT format('COMMENT ON COLUMN %%s.%%I IS %%L', names[i], a.attname, d.description)
                                    FROM pg_attribute a JOIN pg_description d ON d.objoid = a.attrelid
                                        AND d.classoid = 'pg_class'::regclass AND d.objsubid = a.attnum
                                    JOIN pg_attribute b ON b.attname = a.attname
                                        AND b.attrelid = (SELECT typrelid FROM pg_type WHERE oid = names[i]::regtype)
                                    WHERE a.attrelid = (SELECT typrelid FROM pg_type WHERE oid = olds[i]) AND NOT a.attisdropped
                                    UNION ALL
                                    SELECT format('ALTER TYPE %%s OWNER TO %%I', names[i], pg_get_userbyid(typowner))
                                    FROM pg_type WHERE oid = olds[i] AND pg_get_userbyid(typowner) <> current_user LOOP
                                    EXECUTE step;
                                END LOOP;
                            END LOOP;
                            FOR step IN SELECT format('ALTER TABLE %%s ', a.attrelid::regclass)
                                    || string_agg(format('ALTER COLUMN %%1$I TYPE %%2$s USING pg_temp.%2$s(%%1$I)', a.attname,
                                        coalesce(names[array_position(olds, t.oid)],
                                            names[array_position(olds, t.typelem)] || '[]')), ', ')
                                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
                                WHERE (t.oid = ANY (olds) OR t.typelem = ANY (olds)) AND c.relkind IN ('r', 'p')
                                    AND a.attnum > 0 AND NOT a.attisdropped AND a.attinhcount = 0
                                GROUP BY a.attrelid LOOP
                                EXECUTE step;
                            END LOOP;
                            FOR i IN 1 .. cardinality(olds) LOOP
                                EXECUTE format('DROP FUNCTION pg_temp.%2$s(%%1$s), pg_temp.%2$s(%%1$s[])', spares[i]);
                            END LOOP;
                            EXECUTE 'DROP TYPE ' || array_to_string(spares, ', ');
                        END;""".formatted(name, ColumnRebuild.REPLACED, attributes));
    }
}
