package dev.albedo.maven.connect;

import static java.lang.System.Logger.Level.DEBUG;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Scratch databases whose goal was killed before it could drop them. The comment on a scratch database says that it is one
 * and since when by the server's clock, so that nothing of somebody else is taken for one.
 */
final class ScratchLeftovers {

    /** What the names of scratch databases begin with. */
    static final String PREFIX = "albedo_scratch_";

    private static final System.Logger LOG = System.getLogger("dev.albedo");

    /** Before the time, in seconds since 1970; is in people's servers, so it stays as it is; see docs/formats.md. */
    private static final String MARK = "albedo: scratch database, made at ";

    /** No goal is at work on one for so long without being connected to it. */
    private static final int SECONDS = 3600;

    private ScratchLeftovers() {}

    /** Says in a comment what a database is. */
    static void mark(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT extract(epoch FROM now())::bigint")) {
            row.next();
            long now = row.getLong(1);
            statement.execute("COMMENT ON DATABASE " + name + " IS '" + MARK + now + "'");
        }
    }

    /** Drops those that are more than an hour old, the user's own, and nobody is connected to. */
    static void drop(Statement statement) throws SQLException {
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
}
