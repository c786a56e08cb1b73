package dev.albedo.dialect.postgresql;

import dev.albedo.dialect.Dependent;
import dev.albedo.dialect.Statement;
import dev.albedo.internal.sql.SqlText;
import dev.albedo.internal.sql.Token;
import dev.albedo.operation.Operation;
import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change that PostgreSQL refuses while views and the like depend on the column. They are read from the catalog of the
 * database in which the change runs, dropped, and created again as they were, all in one statement: a database without
 * them gets the change alone, and an error or a lost connection leaves everything as it was.
 */
final class Recreation {

    private Recreation() {}

    /**
     * A change of a column.
     *
     * @param change in PL/pgSQL, each statement with its semicolon
     */
    static Statement aroundColumn(ServerVersion version, QualifiedName table, String column, String change) {
        return around(
                version,
                "relation oid := " + Names.literal(Names.name(table)) + "::regclass;",
                DependentSql.ofColumn("relation", column),
                table + "." + column,
                change);
    }

    /**
     * A change of an enum type.
     *
     * @param change in PL/pgSQL, each statement with its semicolon
     */
    static Statement aroundType(ServerVersion version, QualifiedName type, String change) {
        return around(
                version,
                "types oid[] := (SELECT ARRAY[oid, typarray] FROM pg_type WHERE oid = "
                        + Names.literal(Names.name(type)) + "::regtype);",
                DependentSql.ofTypes("types"),
                "type " + type,
                change);
    }

    /**
     * A change of a composite type and of those that have an attribute of it, directly or not.
     *
     * @param change in PL/pgSQL, each statement with its semicolon
     */
    static Statement aroundComposite(ServerVersion version, QualifiedName type, String change) {
        return around(
                version,
                "types oid[] := " + withUsers(Names.literal(Names.name(type)) + "::regtype") + ";",
                DependentSql.ofTypes("types"),
                "type " + type,
                change);
    }

    /** The OIDs of a composite type, of the composite types that use it, and of arrays of all of them. */
    static String withUsers(String type) {
        return """
                ARRAY(WITH RECURSIVE used AS (SELECT oid, typarray FROM pg_type WHERE oid = %s
                        UNION SELECT t.oid, t.typarray FROM used u
                        JOIN pg_attribute a ON a.atttypid IN (u.oid, u.typarray) AND a.attnum > 0 AND NOT a.attisdropped
                        JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'c' JOIN pg_type t ON t.oid = c.reltype)
                    SELECT unnest(ARRAY[oid, typarray]) FROM used)""".formatted(type);
    }

    private static Statement around(ServerVersion version, String root, String roots, String subject, String change) {
        return Statement.of("DO "
                + Names.dollarQuoted("""

                    DECLARE
                        %s
                        path text := current_setting('search_path');
                        bodies text := current_setting('check_function_bodies');
                        names text[];
                        removals text[];
                        definitions text[];
                        contents text[];
                        obstacle text;
                    BEGIN
                        PERFORM set_config('search_path', '%s', true);
                        SELECT array_agg(u.name ORDER BY u.rank, u.name), array_agg(u.removal ORDER BY u.rank, u.name),
                            array_agg(u.definition ORDER BY u.rank, u.name), array_agg(u.contents ORDER BY u.rank, u.name),
                            min(u.name || ' depends on it and cannot be recreated: ' || u.obstacle)
                            INTO names, removals, definitions, contents, obstacle
                        FROM (
                            %s) u;
                        PERFORM set_config('search_path', path, true);
                        IF obstacle IS NOT NULL THEN
                            RAISE EXCEPTION USING ERRCODE = 'feature_not_supported',
                                MESSAGE = 'cannot change ' || %s || ', because ' || obstacle;
                        END IF;
                        FOR i IN REVERSE coalesce(cardinality(removals), 0) .. 1 LOOP
                            EXECUTE removals[i];
                        END LOOP;
                        %s
                        PERFORM set_config('search_path', '%s', true), set_config('check_function_bodies', 'off', true);
                        FOR i IN 1 .. coalesce(cardinality(definitions), 0) LOOP
                            BEGIN
                                EXECUTE definitions[i];
                            EXCEPTION WHEN OTHERS THEN
                                RAISE EXCEPTION USING ERRCODE = SQLSTATE, MESSAGE = 'cannot recreate ' || names[i]
                                    || ' after the change of ' || %s || ': ' || SQLERRM;
                            END;
                        END LOOP;
                        PERFORM set_config('search_path', path, true), set_config('check_function_bodies', bodies, true);
                        FOR i IN 1 .. coalesce(cardinality(contents), 0) LOOP
                            IF contents[i] IS NOT NULL THEN
                                BEGIN
                                    EXECUTE contents[i];
                                EXCEPTION WHEN OTHERS THEN
                                    RAISE EXCEPTION USING ERRCODE = SQLSTATE, MESSAGE = 'cannot fill ' || names[i]
                                        || ' again after the change of ' || %s || ': ' || SQLERRM;
                                END;
                            END IF;
                        END LOOP;
                    END
                    """.formatted(
                                root,
                                DependentSql.SEARCH_PATH,
                                DependentSql.query(version, roots).replace("\n", "\n        "),
                                Names.literal(subject),
                                change,
                                DependentSql.SEARCH_PATH,
                                Names.literal(subject),
                                Names.literal(subject))));
    }

    /** The objects that depend on what an operation changes or drops, in the order in which they are created again. */
    static List<Dependent> dependents(Connection connection, ServerVersion version, Operation operation)
            throws SQLException {
        Optional<DependentSearch> search = operation.accept(new DependentSearch.Finder(version));
        return search.isEmpty() ? List.of() : read(connection, search.get());
    }

    private static List<Dependent> read(Connection connection, DependentSearch search) throws SQLException {
        String oid = single(connection, search.root());
        if (oid == null) {
            return List.of();
        }
        boolean alone = connection.getAutoCommit();
        connection.setAutoCommit(false);
        String path = single(connection, "SELECT current_setting('search_path')");
        single(connection, "SELECT set_config('search_path', '" + DependentSql.SEARCH_PATH + "', true)");
        List<Dependent> found = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(search.query().apply(oid) + "\nORDER BY rank, name")) {
            while (row.next()) {
                found.add(new Dependent(
                        row.getString("name"),
                        row.getString("removal"),
                        row.getString("definition"),
                        row.getString("contents"),
                        row.getString("cost"),
                        withoutCasts(row.getString("definition")) + " (" + row.getString("columns") + ")",
                        row.getString("obstacle")));
            }
            single(connection, "SELECT set_config('search_path', " + Names.literal(path) + ", true)");
        } finally {
            if (alone) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        return found;
    }

    /**
     * A definition without casts and parentheses: to print an expression and parse it again may add casts of constants
     * and array elements (pg_get_viewdef of {@code email in ('a', 'b')} is an example), and take away those to a type that
     * the expression has.
     */
    private static String withoutCasts(String definition) {
        List<Token> tokens = SqlText.tokens(definition);
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("::")) {
                i = SqlText.typeEnd(tokens, i + 1) - 1;
            } else if (!token.is("(") && !token.is(")")) {
                rest.append(definition, token.start(), token.end());
            }
        }
        return rest.toString();
    }

    private static String single(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
