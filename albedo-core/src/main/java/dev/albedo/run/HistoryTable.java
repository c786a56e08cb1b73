package dev.albedo.run;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.HistoryStore;
import dev.albedo.run.AppliedRevision.State;
import dev.albedo.schema.QualifiedName;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements that make and write the table of what is applied. */
final class HistoryTable {

    private final Dialect dialect;
    private final HistoryStore store;
    private final @Nullable String schema;
    private final String table;

    /**
     * A table.
     *
     * @param name without a schema, it is in the current one
     */
    HistoryTable(Dialect dialect, QualifiedName name) {
        this.dialect = dialect;
        this.store = dialect.historyStore();
        this.schema = name.schema() == null ? null : dialect.identifier(name.schema());
        this.table = dialect.name(name);
    }

    /** As SQL names it. */
    String name() {
        return table;
    }

    /** Makes its schema, if it names one. */
    Optional<String> createSchema() {
        return Optional.ofNullable(schema).map(name -> "create schema if not exists " + name);
    }

    /** Makes the table. */
    String createTable() {
        return store.createTable(table);
    }

    /** Gives a table of an older Albedo the column that it has not. */
    String addPosition() {
        return store.addPosition(table);
    }

    /**
     * Records where the last batch of a step ended; the row is there.
     *
     * @param json {@code null} if no step goes batch by batch any more
     */
    String position(Work work, @Nullable String json) {
        return "update " + table + " set position = " + (json == null ? "null" : dialect.literal(json)) + " where "
                + is(work);
    }

    /** Asks for the rows, in the order they were applied in. */
    String rows() {
        return store.rows(table);
    }

    /** Takes away rows of revisions that were begun and of which nothing happened. */
    String forgetEmptyStarts() {
        return "delete from " + table + " where state = 'started' and steps = 0 and not in_doubt and position is null";
    }

    /** Records a revision in the transaction that applies it; its duration is that of the transaction. */
    String applied(Work work) {
        return insert(
                work, State.APPLIED, work.steps().size(), false, store.millisecondsSince(store.transactionBegin()));
    }

    /** Records that a revision that may need more than one transaction begins. */
    String started(Work work, int steps, boolean inDoubt) {
        return insert(work, State.STARTED, steps, inDoubt, "0");
    }

    /** Records a revision as applied that this run does not run. */
    String stamped(Work work) {
        return insert(work, State.APPLIED, work.steps().size(), false, "0");
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
                + ", checksum = '" + work.checksum() + "' where " + is(work);
    }

    /** Records that a revision that needed more than one transaction is applied; the row is there. */
    String completed(Work work) {
        return "update " + table + " set state = 'applied', steps = "
                + work.steps().size() + ", in_doubt = false, applied_at = " + store.now() + ", duration_ms = "
                + store.millisecondsSince("applied_at") + " where "
                + is(work);
    }

    /** Records that a revision is taken back. */
    String removed(Work work) {
        return "delete from " + table + " where " + is(work);
    }

    /** Records that a revision is not applied, whatever there is of it. */
    String unstamped(AppliedRevision row) {
        return "delete from " + table + " where " + is(row.id());
    }

    /** Records that what a revision is now is what was applied. */
    String repaired(EditedRevision edited) {
        return "update " + table + " set checksum = '" + edited.now().checksum() + "' where "
                + is(edited.revision().id());
    }

    /** A condition on a row: it is this revision's. */
    String is(Work work) {
        return is(work.revision().id());
    }

    private String is(String id) {
        return "revision = " + dialect.literal(id);
    }

    /** A condition: there is a row that satisfies another one. */
    String exists(String condition) {
        return "EXISTS (SELECT FROM " + table + " WHERE " + condition + ")";
    }

    /** How many rows satisfy a condition, as an expression. */
    String count(String condition) {
        return "(SELECT count(*) FROM " + table + " WHERE " + condition + ")";
    }

    private static String text(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
