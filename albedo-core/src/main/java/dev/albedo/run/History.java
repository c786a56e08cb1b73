package dev.albedo.run;

import dev.albedo.dialect.Dialect;
import dev.albedo.run.AppliedRevision.State;
import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of what is applied: how it is found, made, read, and the statements that write it. */
final class History {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Connection connection;
    private final Dialect dialect;
    private final String schema;
    private final String table;
    private final boolean schemaExists;
    private boolean exists;

    private History(Connection connection, Dialect dialect, QualifiedName name, boolean schemaExists, boolean exists) {
        this.connection = connection;
        this.dialect = dialect;
        this.schema = dialect.identifier(String.valueOf(name.schema()));
        this.table = dialect.name(name);
        this.schemaExists = schemaExists;
        this.exists = exists;
    }

    /** Finds the table, which may not be there yet. */
    static History locate(Connection connection, Dialect dialect, QualifiedName configured) throws SQLException {
        @Nullable String configuredSchema = configured.schema();
        String schema = configuredSchema == null ? "current_schema()" : dialect.literal(configuredSchema);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select s.name, n.oid is not null, c.oid is not null"
                        + " from (select " + schema + "::text as name) s"
                        + " left join pg_catalog.pg_namespace n on n.nspname = s.name"
                        + " left join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = "
                        + dialect.literal(configured.name()))) {
            rows.next();
            @Nullable String found = rows.getString(1);
            if (found == null) {
                throw new RunException(
                        "the connection has no current schema, so there is no place for " + configured.name()
                                + "; create a schema of its search_path, or name the history table with one");
            }
            return new History(
                    connection,
                    dialect,
                    new QualifiedName(found, configured.name()),
                    rows.getBoolean(2),
                    rows.getBoolean(3));
        }
    }

    /** What the lock of this table is about, as a literal. */
    String subject() {
        return dialect.literal(table);
    }

    /** Makes the table if it was not there. */
    void create() throws SQLException {
        if (exists) {
            return;
        }
        try {
            if (!schemaExists) {
                execute("create schema if not exists " + schema);
            }
            execute("create table if not exists " + table + " ("
                    + "revision varchar(64) primary key, "
                    + "name text not null, "
                    + "state text not null check (state in ('applied', 'started', 'undoing')), "
                    + "steps integer not null, "
                    + "in_doubt boolean not null, "
                    + "checksum text not null, "
                    + "applied_at timestamptz not null default clock_timestamp(), "
                    + "duration_ms bigint not null, "
                    + "applied_by text not null default session_user)");
        } catch (SQLException e) {
            if (Retry.isTransient(e)) {
                throw e;
            }
            throw new RunException(
                    "cannot create the history table " + table + ": "
                            + Retry.message(e).lines().findFirst().orElse("")
                            + remedy(e) + ", or name a history table elsewhere",
                    e);
        }
        exists = true;
    }

    private String remedy(SQLException e) throws SQLException {
        if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
            return "; remove the cause";
        }
        String place = schemaExists ? "schema " + schema : "database " + dialect.identifier(connection.getCatalog());
        String user = dialect.identifier(connection.getMetaData().getUserName());
        return "; let its owner run \"grant create on " + place + " to " + user + "\"";
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows in the order they were applied in. */
    List<AppliedRevision> rows() throws SQLException {
        List<AppliedRevision> found = new ArrayList<>();
        if (!exists) {
            return found;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select revision, name, state, steps, in_doubt, checksum,"
                        + " (extract(epoch from applied_at) * 1000)::bigint, duration_ms, applied_by from " + table
                        + " order by applied_at, revision")) {
            while (rows.next()) {
                found.add(new AppliedRevision(
                        rows.getString(1),
                        rows.getString(2),
                        State.valueOf(rows.getString(3).toUpperCase(Locale.ROOT)),
                        rows.getInt(4),
                        rows.getBoolean(5),
                        rows.getString(6),
                        Instant.ofEpochMilli(rows.getLong(7)),
                        rows.getLong(8),
                        rows.getString(9)));
            }
        }
        return found;
    }

    /** Takes away rows of revisions that were begun and of which nothing happened. */
    void forgetEmptyStarts() throws SQLException {
        execute("delete from " + table + " where state = 'started' and steps = 0 and not in_doubt");
    }

    /** Records a revision in the transaction that applies it; its duration is that of the transaction. */
    String applied(Work work) {
        return insert(
                work,
                State.APPLIED,
                work.steps().size(),
                false,
                "(extract(epoch from clock_timestamp() - transaction_timestamp()) * 1000)::bigint");
    }

    /** Records that a revision that may need more than one transaction begins. */
    String started(Work work, int steps, boolean inDoubt) {
        return insert(work, State.STARTED, steps, inDoubt, "0");
    }

    private String insert(Work work, State state, int steps, boolean inDoubt, String duration) {
        return "insert into " + table + " (revision, name, state, steps, in_doubt, checksum, duration_ms) values ("
                + dialect.literal(work.revision().id()) + ", "
                + dialect.literal(work.revision().simpleName()) + ", '"
                + text(state) + "', " + steps + ", " + inDoubt + ", '" + work.checksum() + "', " + duration + ")";
    }

    /** Records how far a revision has come; the row is there. */
    String progress(Work work, int steps, boolean inDoubt) {
        State state = work.direction() == Direction.UP ? State.STARTED : State.UNDOING;
        return "update " + table + " set state = '" + text(state) + "', steps = " + steps + ", in_doubt = " + inDoubt
                + ", checksum = '" + work.checksum() + "'" + where(work);
    }

    /** Records that a revision that needed more than one transaction is applied; the row is there. */
    String completed(Work work) {
        return "update " + table + " set state = 'applied', steps = "
                + work.steps().size() + ", in_doubt = false, applied_at = clock_timestamp(),"
                + " duration_ms = (extract(epoch from clock_timestamp() - applied_at) * 1000)::bigint" + where(work);
    }

    /** Records that a revision is taken back. */
    String removed(Work work) {
        return "delete from " + table + where(work);
    }

    private String where(Work work) {
        return " where revision = " + dialect.literal(work.revision().id());
    }

    private static String text(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
