package dev.albedo.run;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.HistoryStore;
import dev.albedo.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The statements of the log: what was attempted, one row each. Rows are only ever added.
 *
 * <p>A run has a row when it begins and one when it ends. A revision that is one transaction has one row, written in that
 * transaction; one that needs several has a row with the first of them and one with the last. A failure is written after
 * its transaction was rolled back. The columns are told in the documentation of this package.
 */
public final class HistoryLog {

    private final Dialect dialect;
    private final HistoryStore store;
    private final String table;
    private final UUID run;

    /**
     * The log of a run.
     *
     * @param history the name of its table
     * @param run what the rows of this run have in common, and no other's
     */
    HistoryLog(Dialect dialect, QualifiedName history, UUID run) {
        this.dialect = dialect;
        this.store = dialect.historyStore();
        this.run = run;
        this.table = dialect.name(name(history));
    }

    /** The log that belongs to a history table: beside it, its name with {@code _log} behind it. */
    public static QualifiedName name(QualifiedName history) {
        return history.sibling(history.name() + "_log");
    }

    /** Makes the table. Which columns it has tells a later Albedo what it finds. */
    String create() {
        return store.createLog(table);
    }

    /** A run begins: it has something to do. */
    String runBegan(String request) {
        return insert("run", "began", "request", dialect.literal(Secrets.mask(request)));
    }

    /** A run has done all that it had to. */
    String runDone() {
        return insert("run", "done", "duration_ms", sinceBeginning("event = 'run'"));
    }

    /** A run ended before its time. */
    String runFailed(String error) {
        return insert(
                "run", "failed", "duration_ms, error", sinceBeginning("event = 'run'") + ", " + dialect.literal(error));
    }

    /** A revision that needs several transactions begins, or goes on. */
    String began(Work work, int steps) {
        return revision(work, "began", steps, "null", null);
    }

    /** A revision is done in the transaction that it is. */
    String done(Work work) {
        return revision(work, "done", work.steps().size(), store.millisecondsSince(store.transactionBegin()), null);
    }

    /** A revision is done that this run has begun. */
    String doneAtLast(Work work) {
        return revision(
                work,
                "done",
                work.steps().size(),
                sinceBeginning("revision = " + dialect.literal(work.revision().id())),
                null);
    }

    /** A revision failed; as far as it had come is another matter, see {@code steps}. */
    String failed(Work work, int steps, String error) {
        return revision(work, "failed", steps, "null", error);
    }

    private String revision(Work work, String outcome, int steps, String duration, @Nullable String error) {
        return insert(
                work.direction() == Direction.UP ? "up" : "down",
                outcome,
                "revision, name, checksum, steps, duration_ms, error, operations, summary",
                dialect.literal(work.revision().id()) + ", "
                        + dialect.literal(work.revision().simpleName()) + ", "
                        + steps(work.meaning(), steps, duration, error));
    }

    private String steps(RevisionContent meaning, int steps, String duration, @Nullable String error) {
        return "'" + meaning.checksum() + "', " + steps + ", " + duration + ", "
                + (error == null ? "null" : dialect.literal(error)) + ", " + dialect.literal(meaning.operations())
                + ", "
                + dialect.literal(meaning.summary());
    }

    /** A revision is recorded as applied without having been run. */
    String stamped(Work work) {
        return meaning("stamp", work.revision().id(), work.revision().simpleName(), work.meaning());
    }

    /** What a revision is now is accepted as what was applied. */
    String repaired(EditedRevision edited) {
        return meaning("repair", edited.revision().id(), edited.revision().simpleName(), edited.now());
    }

    /**
     * It was said what became of a step that was in doubt.
     *
     * @param steps how many steps are done now
     * @param said which step, and what was said
     */
    String settled(Work work, int steps, String said) {
        return insert(
                "repair",
                "done",
                "revision, name, checksum, steps, request, operations, summary",
                dialect.literal(work.revision().id()) + ", "
                        + dialect.literal(work.revision().simpleName()) + ", '"
                        + work.checksum() + "', " + steps + ", " + dialect.literal(said) + ", "
                        + dialect.literal(work.meaning().operations()) + ", "
                        + dialect.literal(work.meaning().summary()));
    }

    private String meaning(String event, String id, String name, RevisionContent meaning) {
        return insert(
                event,
                "done",
                "revision, name, checksum, operations, summary",
                dialect.literal(id) + ", " + dialect.literal(name) + ", '" + meaning.checksum() + "', "
                        + dialect.literal(meaning.operations()) + ", " + dialect.literal(meaning.summary()));
    }

    /** A revision is not recorded as applied any more, without having been taken back. */
    String unstamped(AppliedRevision row) {
        return insert(
                "unstamp",
                "done",
                "revision, name, checksum, steps",
                dialect.literal(row.id()) + ", " + dialect.literal(row.name()) + ", " + dialect.literal(row.checksum())
                        + ", " + row.stepsDone());
    }

    private String insert(String event, String outcome, String columns, String values) {
        return "insert into " + table + " (run, event, outcome, albedo_version, " + columns + ") values ('" + run
                + "', '" + event + "', '" + outcome + "', " + dialect.literal(AlbedoVersion.current()) + ", " + values
                + ")";
    }

    private String sinceBeginning(String which) {
        return "(select " + store.millisecondsSince("max(at)") + " from " + table + " where run = '" + run
                + "' and outcome = 'began' and " + which + ")";
    }

    /** What was applied or accepted of a revision, if the log says it. */
    @Nullable
    RevisionContent find(Connection connection, AppliedRevision row) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select operations, summary from " + table + " where revision = "
                                + dialect.literal(row.id()) + " and checksum = " + dialect.literal(row.checksum())
                                + " and operations is not null order by id desc limit 1")) {
            return rows.next() ? RevisionContent.read(row.checksum(), rows.getString(1), rows.getString(2)) : null;
        }
    }
}
