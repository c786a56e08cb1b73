package dev.albedo.run;

import dev.albedo.dialect.Dialect;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.AppliedRevision.State;
import dev.albedo.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of what is applied, and its log, in a database: how they are found, made and read. */
final class History {

    /** In PostgreSQL, in bytes: manual, "Identifiers and Key Words". */
    private static final int LONGEST_NAME = 63;

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Connection connection;
    private final Dialect dialect;
    private final String schema;
    private final HistoryTable table;
    private final boolean schemaExists;
    private final QualifiedName name;
    private final int processId;
    private @Nullable HistoryLog log;
    private boolean exists;
    private boolean logExists;
    private boolean positionExists;

    private History(
            Connection connection,
            Dialect dialect,
            QualifiedName name,
            boolean schemaExists,
            boolean exists,
            boolean logExists,
            boolean positionExists,
            int processId) {
        this.connection = connection;
        this.dialect = dialect;
        this.schema = dialect.identifier(String.valueOf(name.schema()));
        this.table = new HistoryTable(dialect, name);
        this.schemaExists = schemaExists;
        this.exists = exists;
        this.logExists = logExists;
        this.positionExists = positionExists;
        this.name = name;
        this.processId = processId;
    }

    /** Finds the table and its log, which may not be there yet. */
    static History locate(Connection connection, Dialect dialect, QualifiedName configured) throws SQLException {
        String logName = HistoryLog.name(configured).name();
        if (logName.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new RunException("the name of the history table is too long: its log would be " + logName
                    + ", and PostgreSQL cuts names after " + LONGEST_NAME + " bytes; choose a shorter one");
        }
        @Nullable String configuredSchema = configured.schema();
        String schema = configuredSchema == null ? "current_schema()" : dialect.literal(configuredSchema);
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select s.name, n.oid is not null, c.oid is not null, l.oid is not null,"
                                + " exists (select from pg_catalog.pg_attribute where attrelid = c.oid"
                                + " and attname = 'position' and not attisdropped), pg_backend_pid()"
                                + " from (select " + schema + "::text as name) s"
                                + " left join pg_catalog.pg_namespace n on n.nspname = s.name"
                                + " left join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = "
                                + dialect.literal(configured.name())
                                + " left join pg_catalog.pg_class l on l.relnamespace = n.oid and l.relname = "
                                + dialect.literal(logName))) {
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
                    rows.getBoolean(3),
                    rows.getBoolean(4),
                    rows.getBoolean(5),
                    rows.getInt(6));
        }
    }

    /** The server process that said where the table is. */
    int processId() {
        return processId;
    }

    HistoryTable table() {
        return table;
    }

    /** The log of this run. A run with nothing to do needs none, and does not wait for the randomness of its id. */
    HistoryLog log() {
        if (log == null) {
            log = new HistoryLog(dialect, name, UUID.randomUUID());
        }
        return log;
    }

    /** What the lock of this table is about, as a literal. */
    String subject() {
        return dialect.literal(table.name());
    }

    /**
     * What makes the table and its log if they were not there, none if they are; an older Albedo made no log, and a table of
     * fewer columns.
     */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!schemaExists && !(exists && logExists)) {
            missing.add("create schema if not exists " + schema);
        }
        if (!exists) {
            missing.add(table.createTable());
        } else if (!positionExists) {
            missing.add(table.addPosition());
        }
        if (!logExists) {
            missing.add(log().create());
        }
        return missing;
    }

    /** What is missing is there now. */
    void created() {
        exists = true;
        logExists = true;
        positionExists = true;
    }

    /** What is said if what is missing cannot be made. */
    RunException notCreated(SQLException e) throws SQLException {
        if (exists && !positionExists) {
            return new RunException(
                    "cannot add a column to the history table " + table.name() + ", which an older Albedo made: "
                            + Retry.message(e).lines().findFirst().orElse("") + "; let its owner run \""
                            + table.addPosition() + "\"",
                    e);
        }
        return new RunException(
                "cannot create the " + (exists ? "log of the " : "") + "history table " + table.name() + ": "
                        + Retry.message(e).lines().findFirst().orElse("")
                        + remedy(e) + ", or name a history table elsewhere",
                e);
    }

    private String remedy(SQLException e) throws SQLException {
        if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
            return "; remove the cause";
        }
        String place = schemaExists ? "schema " + schema : "database " + dialect.identifier(connection.getCatalog());
        String user = dialect.identifier(connection.getMetaData().getUserName());
        return "; let its owner run \"grant create on " + place + " to " + user + "\"";
    }

    /** The rows in the order they were applied in. */
    List<AppliedRevision> rows() throws SQLException {
        List<AppliedRevision> found = new ArrayList<>();
        if (!exists) {
            return found;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(table.rows())) {
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
                        rows.getString(9),
                        rows.getString(10)));
            }
        }
        return found;
    }

    /** What was applied of revisions that were edited since, each with what the log says of it. */
    List<EditedRevision> edited(List<AppliedRevision> rows, MigrationSource migrations) throws SQLException {
        List<EditedRevision> edited = new ArrayList<>();
        for (AppliedRevision row : rows) {
            @Nullable RevisionNode revision = migrations.graph().find(row.id()).orElse(null);
            if (row.state() == State.APPLIED && revision != null) {
                Meaning now = Work.meaning(migrations, revision, Direction.UP);
                if (!means(row, now)) {
                    edited.add(new EditedRevision(revision, logged(row), now));
                }
            }
        }
        return edited;
    }

    /**
     * Whether what was begun or applied is what is meant now. The code of steps in Java counts only if both are known to have
     * been compiled by who can read it.
     */
    boolean means(AppliedRevision row, Meaning now) throws SQLException {
        if (row.checksum().equals(now.checksum())) {
            return true;
        }
        Meaning withoutCode = now.withoutCode();
        if (!withoutCode.equals(now)) {
            return row.checksum().equals(withoutCode.checksum());
        }
        @Nullable Meaning applied = logged(row);
        return applied != null && applied.withoutCode().checksum().equals(now.checksum());
    }

    private @Nullable Meaning logged(AppliedRevision row) throws SQLException {
        return logExists ? log().find(connection, row) : null;
    }
}
