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

    /** Makes the table and its log if they were not there; an older Albedo made no log, and a table of fewer columns. */
    void create() throws SQLException {
        if (exists && !positionExists) {
            addPosition();
        }
        if (exists && logExists) {
            return;
        }
        List<String> missing = new ArrayList<>();
        if (!exists) {
            missing.add(table.createTable());
        }
        if (!logExists) {
            missing.add(log().create());
        }
        try {
            if (!schemaExists) {
                execute("create schema if not exists " + schema);
            }
            execute(String.join(JdbcSink.BETWEEN_STATEMENTS, missing));
        } catch (SQLException e) {
            if (Retry.isTransient(e)) {
                throw e;
            }
            throw new RunException(
                    "cannot create the " + (exists ? "log of the " : "") + "history table " + table.name() + ": "
                            + Retry.message(e).lines().findFirst().orElse("")
                            + remedy(e) + ", or name a history table elsewhere",
                    e);
        }
        exists = true;
        logExists = true;
        positionExists = true;
    }

    private void addPosition() throws SQLException {
        try {
            execute(table.addPosition());
        } catch (SQLException e) {
            if (Retry.isTransient(e)) {
                throw e;
            }
            throw new RunException(
                    "cannot add a column to the history table " + table.name() + ", which an older Albedo made: "
                            + Retry.message(e).lines().findFirst().orElse("") + "; let its owner run \""
                            + table.addPosition() + "\"",
                    e);
        }
        positionExists = true;
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

    /** Takes away rows of revisions that were begun and of which nothing happened. */
    void forgetEmptyStarts() throws SQLException {
        execute(table.forgetEmptyStarts());
    }

    /** What was applied of revisions that were edited since, each with what the log says of it. */
    List<EditedRevision> edited(List<AppliedRevision> rows, MigrationSource migrations) throws SQLException {
        List<EditedRevision> edited = new ArrayList<>();
        for (AppliedRevision row : rows) {
            @Nullable RevisionNode revision = migrations.graph().find(row.id()).orElse(null);
            if (row.state() == State.APPLIED && revision != null) {
                Meaning now = Meaning.of(Work.operations(migrations, revision, Direction.UP));
                if (!now.checksum().equals(row.checksum())) {
                    edited.add(new EditedRevision(revision, logExists ? log().find(connection, row) : null, now));
                }
            }
        }
        return edited;
    }
}
