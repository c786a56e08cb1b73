package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Statement;
import dev.albedo.operation.Operation.AlterEnum;
import dev.albedo.schema.EnumType;
import dev.albedo.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Enum types (PostgreSQL manual, CREATE TYPE, ALTER TYPE, section 8.7). */
final class EnumSql {

    private EnumSql() {}

    static List<Statement> create(EnumType type) {
        List<Statement> statements = new ArrayList<>(List.of(Statement.of(createType(type))));
        if (type.comment() != null) {
            statements.add(Comments.type(type.name(), type.comment()));
        }
        return statements;
    }

    static List<Statement> alter(ServerVersion version, AlterEnum operation) {
        EnumType from = operation.from();
        EnumType to = operation.to();
        List<Statement> statements = new ArrayList<>();
        if (!from.values().equals(to.values())) {
            statements.addAll(operation.rebuild() ? List.of(rebuild(version, to)) : added(from, to));
        }
        boolean commentIsLost = operation.rebuild() && !statements.isEmpty() && to.comment() != null;
        if (commentIsLost || !Objects.equals(from.comment(), to.comment())) {
            statements.add(Comments.type(to.name(), to.comment()));
        }
        return statements;
    }

    /** In the order of the new values, so that each finds its neighbour. May run in a transaction since version 12. */
    private static List<Statement> added(EnumType from, EnumType to) {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < to.values().size(); i++) {
            String value = to.values().get(i);
            if (!from.values().contains(value)) {
                String place = i > 0
                        ? " AFTER " + literal(to, to.values().get(i - 1))
                        : from.values().isEmpty()
                                ? ""
                                : " BEFORE " + literal(to, from.values().get(0));
                statements.add(Statement.of(
                        "ALTER TYPE " + Names.name(to.name()) + " ADD VALUE " + literal(to, value) + place));
            }
        }
        return statements;
    }

    private static String createType(EnumType type) {
        return "CREATE TYPE " + Names.name(type.name()) + " AS ENUM ("
                + type.values().stream().map(value -> literal(type, value)).collect(Collectors.joining(", ")) + ")";
    }

    private static String literal(EnumType type, String value) {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Names.MAX_BYTES) {
            throw new IllegalArgumentException("the value \"" + value + "\" of enum type " + type.name() + " has "
                    + bytes + " bytes; PostgreSQL allows " + Names.MAX_BYTES);
        }
        return Names.literal(value);
    }

    /**
     * Makes the type anew and converts every column that uses it, by way of the values' texts. PostgreSQL converts a
     * column only without what names the type beside it (a default, a check, a foreign key, an index expression), so
     * these are dropped first and made again from what the catalog prints of them. So are views and functions that use
     * the type or such a column.
     */
    private static Statement rebuild(ServerVersion version, EnumType to) {
        String name = Names.name(to.name());
        QualifiedName replaced = to.name().sibling(ColumnRebuild.REPLACED);
        String uses = """
                EXISTS (SELECT FROM pg_depend d WHERE d.classid = '%s'::regclass AND d.objid = %s
                    AND (d.refclassid = 'pg_type'::regclass AND d.refobjid = ANY (types)
                        OR d.refclassid = 'pg_class'::regclass AND EXISTS (SELECT FROM pg_attribute a
                            WHERE a.attrelid = d.refobjid AND a.attnum = d.refobjsubid AND a.atttypid = ANY (types))))""";
        String constraints = "k.contype IN ('c', 'x', 'f') AND " + uses.formatted("pg_constraint", "k.oid");
        String indexes =
                "(i.indexprs IS NOT NULL OR i.indpred IS NOT NULL) AND " + uses.formatted("pg_class", "i.indexrelid");
        return Recreation.aroundType(version, to.name(), """
                        DECLARE
                            types oid[] := (SELECT ARRAY[oid, typarray] FROM pg_type WHERE oid = %1$s::regtype);
                            owner name := (SELECT pg_get_userbyid(typowner) FROM pg_type WHERE oid = types[1]);
                            steps text[];
                            definitions text[];
                            conversions text[];
                            step text;
                        BEGIN
                            SELECT array_agg(u.drop ORDER BY u.rank DESC, u.drop),
                                array_agg(u.again ORDER BY u.rank, u.again) INTO steps, definitions
                            FROM (
                                SELECT format('ALTER TABLE %%s ALTER COLUMN %%I DROP DEFAULT', a.attrelid::regclass, a.attname)
                                        AS drop,
                                    format('ALTER TABLE %%s ALTER COLUMN %%I SET DEFAULT %%s', a.attrelid::regclass, a.attname,
                                        pg_get_expr(v.adbin, v.adrelid)) AS again,
                                    CASE WHEN a.attinhcount = 0 THEN 0 ELSE 1 END AS rank
                                FROM pg_attrdef v
                                JOIN pg_attribute a ON a.attrelid = v.adrelid AND a.attnum = v.adnum
                                WHERE a.attgenerated = '' AND (a.atttypid = ANY (types) OR %2$s)
                                UNION ALL
                                %3$s
                                UNION ALL
                                %4$s) u;
                            SELECT array_agg(c.conversion) INTO conversions FROM (
                                SELECT format('ALTER TABLE %%s ', a.attrelid::regclass)
                                    || string_agg(CASE WHEN a.atttypid = types[1]
                                        THEN format('ALTER COLUMN %%1$I TYPE %%2$s USING %%1$I::text::%%2$s', a.attname, %1$s)
                                        ELSE format('ALTER COLUMN %%1$I TYPE %%2$s[] USING %%1$I::text[]::%%2$s[]',
                                            a.attname, %1$s) END, ', ') AS conversion
                                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                                WHERE a.atttypid = ANY (types) AND c.relkind IN ('r', 'p') AND a.attnum > 0
                                    AND NOT a.attisdropped AND a.attinhcount = 0
                                GROUP BY a.attrelid) c;
                            FOREACH step IN ARRAY coalesce(steps, '{}') LOOP
                                EXECUTE step;
                            END LOOP;
                            ALTER TYPE %5$s RENAME TO %6$s;
                            %7$s;
                            FOREACH step IN ARRAY coalesce(conversions, '{}') || coalesce(definitions, '{}') LOOP
                                EXECUTE step;
                            END LOOP;
                            IF owner <> current_user THEN
                                EXECUTE format('ALTER TYPE %%s OWNER TO %%I', %1$s, owner);
                            END IF;
                            DROP TYPE %8$s;
                        END;""".formatted(
                        Names.literal(name),
                        uses.formatted("pg_attrdef", "v.oid"),
                        ColumnRebuild.indented(CatalogDefinitions.constraints(constraints)),
                        ColumnRebuild.indented(CatalogDefinitions.indexes(indexes)),
                        name,
                        ColumnRebuild.REPLACED,
                        createType(to),
                        Names.name(replaced)));
    }
}
