package dev.albedo.run;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.HistoryStore;
import dev.albedo.dialect.HistoryStore.TableFacts;
import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a database has under the names of the history table and its log, and what the current role may do with it.
 *
 * @param name of the history table, with its schema
 * @param processId the server process that answered
 * @param role the current role
 */
record HistoryFacts(
        Dialect dialect,
        QualifiedName name,
        boolean schemaExists,
        int processId,
        String role,
        boolean readOnly,
        boolean standby,
        TableFacts table,
        TableFacts log) {

    static HistoryFacts read(Connection connection, Dialect dialect, QualifiedName configured) throws SQLException {
        HistoryStore.SchemaFacts place = dialect.historyStore()
                .facts(
                        connection,
                        configured.schema(),
                        configured.name(),
                        HistoryLog.name(configured).name());
        @Nullable String found = place.schema();
        if (found == null) {
            throw new RunException("the connection has no current schema, so there is no place for " + configured.name()
                    + "; create a schema of its search_path, or name the history table with one");
        }
        return new HistoryFacts(
                dialect,
                new QualifiedName(found, configured.name()),
                place.exists(),
                place.session(),
                place.role(),
                place.readOnly(),
                place.standby(),
                place.table(),
                place.log());
    }

    /** An older Albedo made a history table without the column {@code position}. */
    boolean hasPosition() {
        return table.columns().contains("position");
    }

    /**
     * Stops what would read.
     *
     * @throws RunException if something else has one of the names, or not all rows can be read
     */
    void requireReadable() {
        requireShape(table, name, "history table");
        requireShape(log, HistoryLog.name(name), "log");
        if (table.hidesRows() || log.hidesRows()) {
            throw new RunException("row-level security hides rows of " + shown(table.hidesRows()) + " from role " + role
                    + ", so it cannot be known what is applied; connect as its owner, or let its owner run \"alter table "
                    + shown(table.hidesRows()) + " disable row level security\"");
        }
        requireGranted(true);
    }

    /**
     * Stops what would write.
     *
     * @throws RunException if a table that is there is not to be trusted, or cannot be written
     */
    void requireWritable() {
        requireTrusted(table, name);
        requireTrusted(log, HistoryLog.name(name));
        if (readOnly) {
            throw new RunException("the database is read-only for role " + role + ": "
                    + (standby
                            ? "it is a standby; connect to the primary"
                            : "default_transaction_read_only, or the connection itself, says so; connect with a role and a"
                                    + " connection that may write")
                    + ". Nothing was changed");
        }
        requireGranted(false);
    }

    private void requireShape(TableFacts found, QualifiedName of, String purpose) {
        if (!found.exists()) {
            return;
        }
        if (!found.isTable()) {
            throw notOurs(of, purpose, "it is " + found.kind());
        }
        if (!found.wrong().isEmpty()) {
            throw notOurs(of, purpose, "it has not the columns of one (" + String.join(", ", found.wrong()) + ")");
        }
    }

    private RunException notOurs(QualifiedName of, String purpose, String why) {
        return new RunException(dialect.name(of) + " is not the " + purpose + " of Albedo: " + why
                + "; give the history table another name with -Dalbedo.history=schema.table, or rename what has this one."
                + " Nothing was changed");
    }

    private void requireTrusted(TableFacts found, QualifiedName of) {
        if (!found.exists()) {
            return;
        }
        String table = dialect.name(of);
        if (!found.trusted()) {
            throw new RunException("table " + table + " belongs to role " + found.owner() + ", which is neither " + role
                    + ", nor a role that " + role + " is a member of, nor the owner of the database, nor a superuser;"
                    + " what " + found.owner() + " put on it would run with the rights of " + role
                    + ". If it is the history of this application, connect as " + found.owner()
                    + ", or have \"alter table " + table + " owner to " + dialect.identifier(role)
                    + "\" run after a look at its triggers and defaults. Nothing was changed");
        }
        if (found.foreign() != null) {
            throw new RunException("table " + table + " is not used: its " + found.foreign()
                    + ", and that is not of Albedo; drop it, or give the history table another name with"
                    + " -Dalbedo.history=schema.table. Nothing was changed");
        }
    }

    private void requireGranted(boolean reading) {
        List<String> grants = new ArrayList<>();
        grant(table, name, reading ? List.of("SELECT") : List.of("SELECT", "INSERT", "UPDATE", "DELETE"), grants);
        grant(log, HistoryLog.name(name), reading ? List.of() : List.of("SELECT", "INSERT"), grants);
        if (!grants.isEmpty()) {
            throw new RunException(
                    "role " + role + " may not " + (reading ? "read" : "write to") + " the history: let the"
                            + " owner of the tables run \"" + String.join("; ", grants) + "\". Nothing was changed");
        }
    }

    private void grant(TableFacts found, QualifiedName of, List<String> needed, List<String> grants) {
        if (found.exists() && found.lacking().stream().anyMatch(needed::contains)) {
            grants.add("grant "
                    + needed.stream()
                            .map(privilege -> privilege.toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                    + " on " + dialect.name(of) + " to " + dialect.identifier(role));
        }
    }

    private String shown(boolean first) {
        return dialect.name(first ? name : HistoryLog.name(name));
    }
}
