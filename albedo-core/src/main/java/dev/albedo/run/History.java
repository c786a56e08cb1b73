package dev.albedo.run;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.ErrorKind;
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
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The table of what is applied, and its log, in a database: how they are found, made and read. */
final class History {

    private final Connection connection;
    private final Dialect dialect;
    private final QualifiedName name;
    private final HistoryTable table;
    private final HistoryFacts facts;
    private @Nullable HistoryLog log;

    private History(Connection connection, Dialect dialect, HistoryFacts facts) {
        this.connection = connection;
        this.dialect = dialect;
        this.name = facts.name();
        this.table = new HistoryTable(dialect, name);
        this.facts = facts;
    }

    /**
     * Finds the table and its log, which may not be there yet.
     *
     * @throws RunException if something else has one of the names, or rows are hidden from the current role
     */
    static History locate(Connection connection, Dialect dialect, QualifiedName configured) throws SQLException {
        String logName = HistoryLog.name(configured).name();
        if (logName.getBytes(StandardCharsets.UTF_8).length > dialect.longestName()) {
            throw new RunException("the name of the history table is too long: its log would be " + logName
                    + ", and the database cuts names after " + dialect.longestName() + " bytes; choose a shorter one");
        }
        HistoryFacts facts = HistoryFacts.read(connection, dialect, configured);
        facts.requireReadable();
        return new History(connection, dialect, facts);
    }

    /** The same as it is now, with the log of the same run. */
    History again() throws SQLException {
        History again = locate(connection, dialect, name);
        again.log = log;
        return again;
    }

    /** The table and its log as the catalog shows them. */
    HistoryFacts facts() {
        return facts;
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
        if (!facts.schemaExists()) {
            missing.add("create schema if not exists " + schema());
        }
        if (!facts.table().exists()) {
            missing.add(table.createTable());
        } else if (!facts.hasPosition()) {
            missing.add(table.addPosition());
        }
        if (!facts.log().exists()) {
            missing.add(log().create());
        }
        return missing;
    }

    private String schema() {
        return dialect.identifier(String.valueOf(name.schema()));
    }

    /** What is said if what is missing cannot be made. */
    RunException notCreated(SQLException e) throws SQLException {
        if (facts.table().exists() && !facts.hasPosition()) {
            return new RunException(
                    "cannot add a column to the history table " + table.name() + ", which an older Albedo made: "
                            + Retry.message(e).lines().findFirst().orElse("") + "; let its owner run \""
                            + table.addPosition() + "\"",
                    e);
        }
        return new RunException(
                "cannot create the " + (facts.table().exists() ? "log of the " : "") + "history table " + table.name()
                        + ": "
                        + Retry.message(e).lines().findFirst().orElse("")
                        + remedy(e) + ", or name a history table elsewhere",
                e);
    }

    private String remedy(SQLException e) throws SQLException {
        if (dialect.kindOf(e) != ErrorKind.PRIVILEGE) {
            return "; remove the cause";
        }
        String place =
                facts.schemaExists() ? "schema " + schema() : "database " + dialect.identifier(connection.getCatalog());
        return "; let its owner run \"grant create on " + place + " to " + dialect.identifier(facts.role()) + "\"";
    }

    /** The rows in the order they were applied in. */
    List<AppliedRevision> rows() throws SQLException {
        List<AppliedRevision> found = new ArrayList<>();
        if (!facts.table().exists()) {
            return found;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(table.rows())) {
            while (rows.next()) {
                requireKnown(rows.getString(1), rows.getString(6));
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

    private void requireKnown(String revision, String checksum) {
        int format = Checksum.format(checksum);
        if (format > OperationText.FORMAT) {
            throw new RunException("revision " + revision + " in " + table.name()
                    + " was recorded by a newer Albedo (format " + format + "; Albedo " + AlbedoVersion.current()
                    + " reads up to format " + OperationText.FORMAT + "); use that version or a newer one");
        }
    }

    /**
     * What was applied of revisions that were edited since, each with what the log says of it.
     *
     * @param unreadable takes those of which it cannot be told, because their {@code up()} fails
     */
    List<EditedRevision> edited(
            List<AppliedRevision> rows, MigrationSource migrations, BiConsumer<RevisionNode, RunException> unreadable)
            throws SQLException {
        List<EditedRevision> edited = new ArrayList<>();
        for (AppliedRevision row : rows) {
            @Nullable RevisionNode revision = migrations.graph().find(row.id()).orElse(null);
            if (row.state() == State.APPLIED && revision != null) {
                RevisionContent now;
                try {
                    now = Work.meaning(migrations, revision, Direction.UP);
                } catch (RunException e) {
                    unreadable.accept(revision, e);
                    continue;
                }
                if (!means(row, now)) {
                    edited.add(new EditedRevision(revision, logged(row), now));
                }
            }
        }
        return edited;
    }

    /** Whether what was begun or applied is what is meant now, see {@link RevisionContent#means}. */
    boolean means(AppliedRevision row, RevisionContent now) throws SQLException {
        if (row.checksum().equals(now.checksum())
                || row.checksum().equals(now.withoutCode().checksum())) {
            return true;
        }
        @Nullable RevisionContent applied = logged(row);
        return applied != null && applied.means(now);
    }

    private @Nullable RevisionContent logged(AppliedRevision row) throws SQLException {
        return facts.log().exists() ? log().find(connection, row) : null;
    }
}
