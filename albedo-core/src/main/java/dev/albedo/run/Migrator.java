package dev.albedo.run;

import dev.albedo.dialect.Dialect;
import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.postgresql.AdvisoryLock;
import dev.albedo.lint.DataLoss;
import dev.albedo.revision.Identifiers;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.AppliedRevision.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database from one revision to another. Each call opens a connection, waits for its turn, does its work and
 * closes the connection. Any number of runs may be started at once, in one process or many.
 *
 * <p>Whatever a run was asked for, it first finishes what a killed run left between two steps.
 */
public final class Migrator {

    private static final Pattern STEPS_BACK = Pattern.compile("-([0-9]{1,6})");

    private final ConnectionSource connections;
    private final DialectChoice dialects;
    private final MigrationSource migrations;
    private final RunSettings settings;
    private final RunListener listener;

    /** Runs on a database of any kind that Albedo knows; the connection tells which. */
    public Migrator(
            ConnectionSource connections, MigrationSource migrations, RunSettings settings, RunListener listener) {
        this(connections, Dialects::of, migrations, settings, listener);
    }

    /** Runs on a database whose kind is known. */
    public Migrator(
            ConnectionSource connections,
            Dialect dialect,
            MigrationSource migrations,
            RunSettings settings,
            RunListener listener) {
        this(connections, connection -> dialect, migrations, settings, listener);
    }

    private Migrator(
            ConnectionSource connections,
            DialectChoice dialects,
            MigrationSource migrations,
            RunSettings settings,
            RunListener listener) {
        this.connections = connections;
        this.dialects = dialects;
        this.migrations = migrations;
        this.settings = settings;
        this.listener = listener;
    }

    /** The dialect of a connection. */
    @FunctionalInterface
    private interface DialectChoice {
        Dialect of(Connection connection) throws SQLException;
    }

    /**
     * Applies what is pending.
     *
     * @param target as {@link Identifiers} understands it, usually {@code head}
     * @return what was applied, in order
     * @throws RunException if something fails; what was applied before it stays
     * @throws dev.albedo.revision.RevisionException if the target is not understood, or the database does not fit the graph
     */
    public List<RevisionNode> migrate(String target) {
        return inSession(session -> {
            List<AppliedRevision> rows = session.history.rows();
            RevisionGraph graph = migrations.graph();
            Set<String> targets = new Identifiers(graph, ids(rows, State.APPLIED)).upgrade(target);
            if (targets.isEmpty() && !graph.heads().isEmpty() && !target.equals("current")) {
                throw new RunException(
                        "\"" + target + "\" is before the first revision; to take revisions back, use rollback");
            }
            boolean unfinished = rows.stream().anyMatch(row -> row.state() != State.APPLIED);
            if (!unfinished && graph.upgrade(ids(rows, State.APPLIED), targets).isEmpty()) {
                listener.planned(Direction.UP, List.of());
                return List.of();
            }
            return session.locked(() -> up(session, targets));
        });
    }

    private List<RevisionNode> up(Session session, Set<String> targets) throws SQLException {
        RevisionGraph graph = migrations.graph();
        List<AppliedRevision> rows = session.history.rows();
        Set<String> applied = ids(rows, State.APPLIED);
        List<AppliedRevision> unfinished = unfinished(rows);
        graph.requireKnown(rows.stream().map(AppliedRevision::id).collect(Collectors.toSet()));

        Set<String> afterwards = new LinkedHashSet<>(applied);
        afterwards.addAll(ids(rows, State.STARTED));
        List<RevisionNode> plan = graph.upgrade(afterwards, targets);
        return execute(session, Direction.UP, unfinished, plan);
    }

    /**
     * Takes back revisions, the last ones first.
     *
     * @return what was taken back, in order
     * @throws RunException if something fails; what was taken back before it stays so. If one of them cannot be taken back,
     *     nothing is.
     * @throws dev.albedo.revision.RevisionException if fewer are applied, or the database does not fit the graph
     */
    public List<RevisionNode> rollback(int steps) {
        return inSession(session ->
                session.locked(() -> down(session, applied -> migrations.graph().downgrade(applied, steps))));
    }

    /**
     * Takes back what was applied on top of a revision; if a branch is named with it, that branch alone and what depends
     * on it.
     *
     * @param target as {@link Identifiers} understands it; {@code base} takes back everything
     * @return what was taken back, in order
     * @throws RunException as {@link #rollback} does
     * @throws dev.albedo.revision.RevisionException if the target is not understood or not applied, or the database does
     *     not fit the graph
     */
    public List<RevisionNode> rollbackTo(String target) {
        Matcher back = STEPS_BACK.matcher(target);
        if (back.matches()) {
            return rollback(Integer.parseInt(back.group(1)));
        }
        return inSession(session -> session.locked(() -> down(session, applied -> {
            RevisionGraph graph = migrations.graph();
            return graph.downgrade(applied, new Identifiers(graph, applied).rollback(target));
        })));
    }

    private List<RevisionNode> down(Session session, Function<Set<String>, List<RevisionNode>> choice)
            throws SQLException {
        List<AppliedRevision> rows = session.history.rows();
        rows.stream().filter(row -> row.state() == State.STARTED).findFirst().ifPresent(row -> {
            throw new RunException("revision " + row.id() + " (" + row.name() + ") is applied only up to its step "
                    + row.stepsDone() + "; run migrate first, which finishes it, then roll back");
        });
        Set<String> applied = ids(rows, State.APPLIED);
        List<AppliedRevision> unfinished = unfinished(rows);
        applied.addAll(ids(rows, State.UNDOING));
        List<RevisionNode> plan = choice.apply(applied).stream()
                .filter(revision ->
                        unfinished.stream().noneMatch(row -> row.id().equals(revision.id())))
                .toList();
        return execute(session, Direction.DOWN, unfinished, plan);
    }

    /** Where the database stands. Loads the applied migrations, to see whether they were edited. */
    public Status status() {
        return inSession(session -> {
            List<AppliedRevision> rows = session.history.rows();
            RevisionGraph graph = migrations.graph();
            Set<String> applied = ids(rows, State.APPLIED);
            List<RevisionNode> edited = rows.stream()
                    .filter(row -> row.state() == State.APPLIED)
                    .flatMap(row -> graph
                            .find(row.id())
                            .filter(revision -> !row.checksum()
                                    .equals(Checksum.of(Work.operations(migrations, revision, Direction.UP))))
                            .stream())
                    .toList();
            return new Status(
                    rows,
                    graph.heads(applied),
                    graph.heads(),
                    graph.ordered().stream()
                            .filter(revision -> !applied.contains(revision.id()))
                            .toList(),
                    edited,
                    rows.stream().filter(row -> graph.find(row.id()).isEmpty()).toList());
        });
    }

    private static Set<String> ids(List<AppliedRevision> rows, State state) {
        return rows.stream()
                .filter(row -> row.state() == state)
                .map(AppliedRevision::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<AppliedRevision> unfinished(List<AppliedRevision> rows) {
        return rows.stream().filter(row -> row.state() != State.APPLIED).toList();
    }

    /** Records everything first, so that what cannot be recorded stops it before the first statement. */
    private List<RevisionNode> execute(
            Session session, Direction direction, List<AppliedRevision> unfinished, List<RevisionNode> plan)
            throws SQLException {
        List<Work> toFinish =
                unfinished.stream().map(row -> recordUnfinished(session, row)).toList();
        List<Work> toDo = plan.stream()
                .map(revision -> Work.record(migrations, revision, direction, session.dialect))
                .toList();
        Admission.check(toDo, migrations, settings.allowDestructive());
        toDo.forEach(this::tellWhatIsDeleted);
        List<RevisionNode> done = new ArrayList<>();
        for (int i = 0; i < unfinished.size(); i++) {
            Work work = toFinish.get(i);
            listener.resumed(
                    work.direction(),
                    work.revision(),
                    unfinished.get(i).stepsDone(),
                    work.steps().size());
            run(session, work, unfinished.get(i));
            done.add(work.revision());
        }
        listener.planned(direction, plan);
        for (Work work : toDo) {
            run(session, work, null);
            done.add(work.revision());
        }
        return List.copyOf(done);
    }

    private void tellWhatIsDeleted(Work work) {
        List<String> deleted = work.operations().stream()
                .flatMap(operation -> DataLoss.of(operation).stream())
                .toList();
        if (!deleted.isEmpty()) {
            listener.deletes(work.direction(), work.revision(), deleted);
        }
    }

    private Work recordUnfinished(Session session, AppliedRevision row) {
        Direction direction = row.state() == State.UNDOING ? Direction.DOWN : Direction.UP;
        Work work = Work.record(migrations, migrations.graph().revision(row.id()), direction, session.dialect);
        if (!work.checksum().equals(row.checksum())) {
            throw new RunException(
                    (direction == Direction.UP ? "up()" : "down()") + " of revision "
                            + work.revision().describe() + " was changed after its first " + row.stepsDone()
                            + " steps had been run; put it back as it was and run again, then write the change as a new revision");
        }
        return work;
    }

    private void run(Session session, Work work, @Nullable AppliedRevision unfinished) throws SQLException {
        listener.started(work.direction(), work.revision());
        long start = System.nanoTime();
        if (work.transactional() && unfinished == null) {
            session.sink.transaction(
                    work,
                    work.steps(),
                    work.direction() == Direction.UP ? session.history.applied(work) : session.history.removed(work));
        } else {
            new StepByStep(session.connection, session.sink, session.history, work, unfinished).run();
        }
        listener.finished(work.direction(), work.revision(), Duration.ofNanos(System.nanoTime() - start));
    }

    private <T> T inSession(Body<Session, T> body) {
        try (Connection connection = settings.retry().connect(connections, listener)) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            T result = body.run(new Session(connection));
            connection.setAutoCommit(autoCommit);
            return result;
        } catch (SQLException e) {
            throw new RunException(
                    "the database refuses to work: " + Retry.message(e)
                            + (Retry.isTransient(e) ? "; the connection is lost, run it again" : ""),
                    e);
        }
    }

    /** What runs with a session. */
    @FunctionalInterface
    private interface Body<S, T> {
        T run(S session) throws SQLException;
    }

    /** What runs under the lock. */
    @FunctionalInterface
    private interface Locked<T> {
        T run() throws SQLException;
    }

    /** One connection and what belongs to it. */
    private final class Session {
        final Connection connection;
        final Dialect dialect;
        final History history;
        final JdbcSink sink;

        Session(Connection connection) throws SQLException {
            this.connection = connection;
            this.dialect = dialects.of(connection);
            this.history = History.locate(connection, dialect, settings.history());
            this.sink = new JdbcSink(connection);
        }

        <T> T locked(Locked<T> body) throws SQLException {
            AdvisoryLock sql = new AdvisoryLock(history.subject());
            Lock lock = Lock.take(connection, sql, settings.lockPatience(), listener);
            try (lock) {
                history.create();
                history.forgetEmptyStarts();
                return body.run();
            }
        }
    }
}
