package dev.albedo.run;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.RecoveryProbe;
import dev.albedo.dialect.Scripts;
import dev.albedo.revision.Identifiers;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.schema.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A run as SQL text, for somebody else to run; no database is touched. The same revisions give the same text.
 *
 * <p>The text does what a run does, with the same transactions and the same rows in the history table and its log. If it
 * ends between two steps, {@link Migrator#migrate} goes on where it ended. A plain script is for a database that is at the
 * beginning of its range, and stops at once on another one; one that is idempotent looks for each revision whether it is
 * recorded already.
 *
 * <p>What needs the database cannot be in a text: a step in Java, and SQL with a password in it, which is written nowhere.
 * In their places are comments that begin with {@code MISSING}.
 */
public final class Script {

    private final Dialect dialect;
    private final MigrationSource migrations;
    private final QualifiedName history;
    private final boolean idempotent;
    private final boolean singleTransaction;

    /**
     * Scripts of a project.
     *
     * @param history the name of the history table; without a schema it is in the current one of whoever runs the script
     * @param idempotent whether scripts can be run on a database at any revision of their range
     * @param singleTransaction whether a script is one transaction instead of one for each revision
     */
    public Script(
            Dialect dialect,
            MigrationSource migrations,
            QualifiedName history,
            boolean idempotent,
            boolean singleTransaction) {
        this.dialect = dialect;
        this.migrations = migrations;
        this.history = history;
        this.idempotent = idempotent;
        this.singleTransaction = singleTransaction;
    }

    /**
     * A script.
     *
     * @param text the SQL
     * @param revisions what it is about, in order
     * @param missing what it cannot hold and somebody has to do by hand, one sentence each
     */
    public record Result(String text, List<RevisionNode> revisions, List<String> missing) {

        public Result {
            revisions = List.copyOf(revisions);
            missing = List.copyOf(missing);
        }
    }

    /**
     * Applies what comes after {@code from} up to {@code to}.
     *
     * @param from as {@link Identifiers} understands it; {@code base} for an empty database
     * @param to as {@link Identifiers} understands it, {@code +2} being counted from {@code from}
     * @throws dev.albedo.revision.RevisionException if one of them is not understood
     * @throws RunException if it shall be one transaction and a revision cannot be in one
     */
    public Result up(String from, String to) {
        Set<String> applied = applied(from);
        List<RevisionNode> revisions =
                migrations.graph().upgrade(applied, new Identifiers(migrations.graph(), applied).upgrade(to));
        return write(Direction.UP, from, to, migrations.graph().heads(applied), revisions);
    }

    /**
     * Takes back what comes after {@code to}, down from {@code from}; if a branch is named with it, that branch alone and
     * what depends on it.
     *
     * @throws dev.albedo.revision.RevisionException if one of them is not understood
     * @throws RunException if one of the revisions cannot be taken back, or it shall be one transaction and one cannot be
     *     in one
     */
    public Result down(String from, String to) {
        Set<String> applied = applied(from);
        List<RevisionNode> revisions =
                migrations.graph().downgrade(applied, new Identifiers(migrations.graph(), applied).rollback(to));
        return write(Direction.DOWN, from, to, List.of(), revisions);
    }

    private Set<String> applied(String from) {
        RevisionGraph graph = migrations.graph();
        return graph.ancestorsAndSelf(new Identifiers(graph, Set.of()).resolve(from));
    }

    private Result write(
            Direction direction, String from, String to, List<RevisionNode> before, List<RevisionNode> revisions) {
        List<Work> works = revisions.stream()
                .map(revision -> Work.record(migrations, revision, direction, dialect))
                .toList();
        if (singleTransaction) {
            Planner.requireTransactional(works, "leave out singleTransaction, or end before it. No script was written");
        }
        HistoryTable table = new HistoryTable(dialect, history);
        HistoryLog log = new HistoryLog(dialect, history, run(direction, works));
        Scripts scripts = dialect.scripts();
        ScriptSink sink = new ScriptSink(dialect, table, idempotent, singleTransaction);
        sink.comment("Albedo " + AlbedoVersion.current() + ": "
                + (direction == Direction.UP ? "applies " : "takes back ")
                + revisions.size() + (revisions.size() == 1 ? " revision" : " revisions") + ", from " + from + " to "
                + to);
        sink.comment(
                idempotent
                        ? "It can be run on a database at any of them: what is recorded already is passed over."
                        : "It is for a database " + start(direction, before) + ", and stops at once on another one.");
        boolean alone = works.stream().anyMatch(work -> !work.transactional());
        sink.comment(scripts.howToRun(idempotent && alone));
        sink.comment("No other run may be at work on the database meanwhile.");
        if (singleTransaction) {
            sink.comment("It is one transaction: if one statement fails, nothing of it is left.");
            sink.statement(scripts.begin());
            sink.statement(scripts.fixSettings());
        }
        if (direction == Direction.UP || idempotent) {
            table.createSchema().ifPresent(sink::statement);
            sink.statement(table.createTable());
        }
        if (works.stream().flatMap(work -> work.steps().stream()).anyMatch(step -> step.batches() != null)) {
            sink.statement(table.addPosition());
        }
        sink.statement(log.create());
        if (!idempotent && !works.isEmpty()) {
            sink.statement(guard(scripts, table, direction, before, revisions));
        }
        sink.statement(log.runBegan("script from " + from + " to " + to));
        for (Work work : works) {
            sink.begin(work);
            write(work, sink, table, log);
        }
        sink.statement(log.runDone());
        if (singleTransaction) {
            sink.statement(scripts.commit());
        }
        return new Result(sink.text(), revisions, sink.missing());
    }

    private static String start(Direction direction, List<RevisionNode> before) {
        if (direction == Direction.DOWN) {
            return "that has all of the revisions which it takes back";
        }
        return before.isEmpty()
                ? "that has none of the revisions which it applies"
                : "at " + before.stream().map(RevisionNode::describe).collect(Collectors.joining(", "))
                        + " that has none of the revisions which it applies";
    }

    private static void write(Work work, ScriptSink sink, HistoryTable table, HistoryLog log) {
        if (work.transactional()) {
            String row = work.direction() == Direction.UP ? table.applied(work) : table.removed(work);
            sink.transaction(work, work.steps(), List.of(row, log.done(work)));
            return;
        }
        try {
            new StepByStep(sink, table, log, work, null, NOBODY).run();
        } catch (SQLException e) {
            throw new IllegalStateException("no database is asked", e);
        }
    }

    /** There is no database; what it would be asked is in the text. */
    private static final StepByStep.Database NOBODY = new StepByStep.Database() {
        @Override
        public String ask(RecoveryProbe aftermath) {
            return RecoveryProbe.BEFORE;
        }

        @Override
        public void cleanUp(String sql) {
            throw new IllegalStateException("there is nothing to clean up before anything was run: " + sql);
        }
    };

    private static String guard(
            Scripts scripts,
            HistoryTable table,
            Direction direction,
            List<RevisionNode> before,
            List<RevisionNode> revisions) {
        Set<String> ids = ids(revisions);
        String unfinished = table.exists("state <> 'applied'");
        return direction == Direction.UP
                ? scripts.stopIf(
                        unfinished + " OR " + table.exists("revision IN " + scripts.list(ids))
                                + (before.isEmpty()
                                        ? ""
                                        : " OR " + table.count("revision IN " + scripts.list(ids(before))) + " <> "
                                                + before.size()),
                        "this script is for a database that has "
                                + (before.isEmpty() ? "no revision" : String.join(", ", ids(before)))
                                + " and none of what it applies; nothing was changed")
                : scripts.stopIf(
                        unfinished + " OR " + table.count("revision IN " + scripts.list(ids)) + " <> " + ids.size(),
                        "this script is for a database that has all of what it takes back; nothing was changed");
    }

    private static Set<String> ids(List<RevisionNode> revisions) {
        return revisions.stream().map(RevisionNode::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same for the same script, and no other one's. */
    private static UUID run(Direction direction, List<Work> works) {
        String what = works.stream()
                .map(work -> work.revision().id() + " " + work.checksum())
                .collect(Collectors.joining("\n", direction + "\n", ""));
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    }
}
