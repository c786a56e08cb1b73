package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Statement;

/**
 * Creation of a schema that may exist already, since often only an administrator may create schemas. One without objects is
 * used as it is. Its owner's comment then ends in a mark, if the role may write it, by which the way back knows that the
 * schema stays; a schema of another owner stays as well.
 *
 * <p>{@code CREATE SCHEMA IF NOT EXISTS} does not do: it asks for the right to create one although it exists.
 */
final class SchemaSql {

    /** Is in people's databases, so it stays as it is; see docs/formats.md. */
    private static final String MARK = "[albedo: existed before, kept by rollback]";

    /** As COMMENT and DROP require it. */
    private static final String OWNED = "pg_catalog.pg_has_role(there.nspowner, 'USAGE')";

    private SchemaSql() {}

    static Statement create(String name) {
        return Statement.of("DO "
                + Names.dollarQuoted("""

                DECLARE
                    there pg_catalog.pg_namespace;
                    note text;
                BEGIN
                    SELECT * INTO there FROM pg_catalog.pg_namespace WHERE nspname = %1$s;
                    IF NOT FOUND THEN
                        CREATE SCHEMA %2$s;
                        RETURN;
                    END IF;
                    IF EXISTS (SELECT FROM pg_catalog.pg_class WHERE relnamespace = there.oid AND relname NOT LIKE 'albedo\\_history%%')
                        OR EXISTS (SELECT FROM pg_catalog.pg_type WHERE typnamespace = there.oid AND typname NOT LIKE '%%albedo\\_history%%')
                        OR EXISTS (SELECT FROM pg_catalog.pg_proc WHERE pronamespace = there.oid) THEN
                        RAISE EXCEPTION USING ERRCODE = 'duplicate_schema', MESSAGE = %3$s,
                            HINT = 'Remove createSchema from the migration if its objects belong into that schema.';
                    END IF;
                    note := pg_catalog.obj_description(there.oid, 'pg_namespace');
                    IF %4$s AND coalesce(note, '') NOT LIKE %6$s THEN
                        EXECUTE pg_catalog.format('COMMENT ON SCHEMA %%I IS %%L', there.nspname, pg_catalog.concat_ws(' ', note, %5$s));
                    END IF;
                END
                """.formatted(
                        Names.literal(name),
                        Names.identifier(name),
                        Names.literal("schema " + Names.identifier(name) + " already exists and contains objects"),
                        OWNED,
                        Names.literal(MARK),
                        Names.literal("%" + MARK))));
    }

    static Statement drop(String name) {
        return Statement.of("DO "
                + Names.dollarQuoted("""

                DECLARE
                    there pg_catalog.pg_namespace;
                    note text;
                BEGIN
                    SELECT * INTO there FROM pg_catalog.pg_namespace WHERE nspname = %1$s;
                    note := pg_catalog.obj_description(there.oid, 'pg_namespace');
                    IF NOT %2$s THEN
                        RAISE NOTICE USING MESSAGE = %3$s;
                    ELSIF note LIKE %4$s THEN
                        note := NULLIF(pg_catalog.rtrim(pg_catalog.left(note, -pg_catalog.length(%5$s))), '');
                        EXECUTE pg_catalog.format('COMMENT ON SCHEMA %%I IS %%L', there.nspname, note);
                    ELSE
                        DROP SCHEMA %6$s;
                    END IF;
                END
                """.formatted(
                        Names.literal(name),
                        OWNED,
                        Names.literal("schema " + Names.identifier(name) + " belongs to another role, so it stays"),
                        Names.literal("%" + MARK),
                        Names.literal(MARK),
                        Names.identifier(name))));
    }
}
