package dev.albedo.dialect.postgresql;

import static java.lang.System.Logger.Level.DEBUG;

import dev.albedo.dialect.ScratchPlace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Scratch databases by {@code CREATE DATABASE ... TEMPLATE}. The comment on one says that it is one and since when by the
 * server's clock, so that nothing of somebody else is taken for one that an interrupted run left.
 */
final class PostgresScratchPlace implements ScratchPlace {

    private static final System.Logger LOG = System.getLogger("dev.albedo");

    /** Before the time, in seconds since 1970; is in people's servers, so it stays as it is; see docs/formats.md. */
    private static final String MARK = "albedo: scratch database, made at ";

    /** No goal is at work on one for so long without being connected to it. */
    private static final int SECONDS = 3600;

    private static final String EXTENSIONS = """
            select format('create schema if not exists %I', n.nspname),
                format('create extension if not exists %I schema %I cascade', e.extname, n.nspname)
            from pg_extension e
            join pg_namespace n on n.oid = e.extnamespace
            where e.extname <> 'plpgsql'
            order by e.oid
            """;

    @Override
    public void create(Connection server, String name, boolean copied) throws SQLException {
        try (Statement statement = server.createStatement()) {
            dropLeftovers(statement);
            // Nobody is ever connected to template0, so nobody is in the way.
            String template = copied ? Names.identifier(server.getCatalog()) : "template0";
            statement.execute("CREATE DATABASE " + Names.identifier(name) + " TEMPLATE " + template);
            mark(statement, name);
        }
    }

    private static void mark(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT extract(epoch FROM now())::bigint")) {
            row.next();
            long now = row.getLong(1);
            statement.execute("COMMENT ON DATABASE " + Names.identifier(name) + " IS '" + MARK + now + "'");
        }
    }

    /** Drops those that are more than an hour old, the user's own, and without a session. */
    private static void dropLeftovers(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SELECT quote_ident(name) FROM (SELECT oid, datname::text AS name,"
                + " substring(shobj_description(oid, 'pg_database') FROM '^" + MARK + "([0-9]{1,12})$')::bigint AS made"
                + " FROM pg_database WHERE starts_with(datname, '" + PREFIX + "')"
                + " AND datdba = (SELECT oid FROM pg_roles WHERE rolname = current_user)) d"
                + " WHERE made < extract(epoch FROM now()) - " + SECONDS
                + " AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datid = d.oid)")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        for (String name : names) {
            try {
                statement.execute("DROP DATABASE IF EXISTS " + name);
            } catch (SQLException e) {
                // Somebody has just connected; whoever comes next drops it.
                LOG.log(DEBUG, "The scratch database " + name + " is left", e);
            }
        }
    }

    @Override
    public void drop(Connection server, String name) throws SQLException {
        try (Statement statement = server.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + Names.identifier(name) + " WITH (FORCE)");
        }
    }

    @Override
    public void enterDefaultSchema(Connection scratch) throws SQLException {
        try (Statement statement = scratch.createStatement()) {
            statement.execute("SET search_path TO public");
        }
    }

    @Override
    public void equip(Connection database, Connection scratch) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(EXTENSIONS)) {
            while (rows.next()) {
                statements.add(rows.getString(1));
                statements.add(rows.getString(2));
            }
        }
        try (Statement statement = scratch.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
