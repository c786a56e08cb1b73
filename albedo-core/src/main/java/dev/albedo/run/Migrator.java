package dev.albedo.run;

import dev.albedo.dialect.Dialects;
import dev.albedo.revision.Identifiers;
import dev.albedo.revision.RevisionException;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.AppliedRevision.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Brings a database from one revision to another. Each call opens a connection, waits for its turn, does its work and
 * closes the connection. Any number of runs may be started at once, in one process or many.
 *
 * <p>Whatever a run was asked for, it first finishes what a killed run left between two steps.
 *
 * <p>An applied migration that was edited stops a run that would do something, before its first statement. A run with
 * nothing to do does not look, because it would have to load every migration to see it.
 */
public final class Migrator {

    private static final System.Logger LOG = System.getLogger("dev.albedo");

    private static final Pattern STEPS_BACK = Pattern.compile("-([0-9]{1,6})");

    private final ConnectionSource connections;
    private final MigrationSource migrations;
    private final RunSettings settings;
    private final RunListener listener;

    /** Runs on a database of any kind and version that Albedo knows; the server is asked for both. */
    public Migrator(
            ConnectionSource connections, MigrationSource migrations, RunSettings settings, RunListener listener) {
        this.connections = connections;
        this.migrations = migrations;
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * For an application that starts: the migrations on its class path, the usual settings, and word of it in the log.
     *
     * <p>{@code Migrator.of(dataSource).migrate("head")} before anything else uses the database is all it takes. Instances
     * that start at the same time wait for each other.
     *
     * @param dataSource gives connections to the database; of a user that may change it
     * @throws RunException if a list of migrations cannot be read
     * @throws dev.albedo.revision.RevisionException if the migrations on the class path make no graph
     */
    public static Migrator of(DataSource dataSource) {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        return new Migrator(
                ConnectionSource.of(dataSource),
                MigrationSource.of(application == null ? Migrator.class.getClassLoader() : application),
                RunSettings.DEFAULT,
                new LoggedRun());
    }

    /**
     * Applies what is pending.
     *
     * @param target as {@link Identifiers} understands it, usually {@code head}
     * @return what was applied, in order
     * @throws RunException if something fails, what was applied before it stays; or if there is something to do and an
     *     applied revision was edited
     * @throws dev.albedo.revision.RevisionException if the target is not understood, or the database does not fit the graph
     */
    public List<RevisionNode> migrate(String target) {
        return inSession(session -> {
            List<AppliedRevision> rows = session.history.rows();
            Planner planner = planner(session);
            Set<String> targets = planner.targets(target, rows);
            if (planner.isDone(targets, rows)) {
                listener.planned(Direction.UP, List.of());
                return List.of();
            }
            return session.locked(locked -> migrate(locked, targets, "migrate to " + target));
        });
    }

    private List<RevisionNode> migrate(Session locked, Set<String> targets, String request) throws SQLException {
        Execution execution = new Execution(locked, listener);
        while (true) {
            try {
                return execution.run(planner(locked).up(targets), request);
            } catch (HistoryChangedException e) {
                // Another run has brought the database forward, or back: what is left to do is another thing now.
                LOG.log(System.Logger.Level.DEBUG, "Planning again", e);
            }
        }
    }

    /**
     * What {@link #migrate} would do now. Changes nothing, not even that there is a history table, and waits for nobody.
     *
     * @return the work that is left to do, in order
     * @throws RunException as {@link #migrate} would before its first statement
     * @throws dev.albedo.revision.RevisionException as {@link #migrate} would
     */
    public List<Work> planMigrate(String target) {
        return inSession(session -> {
            Planner planner = planner(session);
            List<AppliedRevision> rows = session.rows();
            Set<String> targets = planner.targets(target, rows);
            return planner.isDone(targets, rows)
                    ? List.of()
                    : planner.up(targets).works();
        });
    }

    /**
     * Takes back revisions, the last ones first.
     *
     * @return what was taken back, in order
     * @throws RunException if something fails. What was taken back before it stays so. If one of them cannot be taken back,
     *     or was edited after it had been applied, nothing is: what its {@code down} takes back may not be what is there.
     * @throws dev.albedo.revision.RevisionException if fewer are applied, or the database does not fit the graph
     */
    public List<RevisionNode> rollback(int steps) {
        return rollback(last(steps), "roll back " + steps);
    }

    /**
     * What {@link #rollback(int)} would do now; changes nothing.
     *
     * @throws RunException as {@link #rollback(int)} would before its first statement
     * @throws dev.albedo.revision.RevisionException as {@link #rollback(int)} would
     */
    public List<Work> planRollback(int steps) {
        return inSession(session -> planner(session).down(last(steps)).works());
    }

    /**
     * Takes back what was applied on top of a revision; if a branch is named with it, that branch alone and what depends
     * on it.
     *
     * @param target as {@link Identifiers} understands it; {@code base} takes back everything
     * @return what was taken back, in order
     * @throws RunException as {@link #rollback(int)} does
     * @throws dev.albedo.revision.RevisionException if the target is not understood or not applied, or the database does
     *     not fit the graph
     */
    public List<RevisionNode> rollbackTo(String target) {
        return rollback(downTo(target), "roll back to " + target);
    }

    /**
     * What {@link #rollbackTo} would do now; changes nothing.
     *
     * @throws RunException as {@link #rollbackTo} would before its first statement
     * @throws dev.albedo.revision.RevisionException as {@link #rollbackTo} would
     */
    public List<Work> planRollbackTo(String target) {
        return inSession(session -> planner(session).down(downTo(target)).works());
    }

    private List<RevisionNode> rollback(Function<Set<String>, List<RevisionNode>> choice, String request) {
        return inSession(session -> session.locked(
                locked -> new Execution(locked, listener).run(planner(locked).down(choice), request)));
    }

    private Function<Set<String>, List<RevisionNode>> last(int steps) {
        return applied -> migrations.graph().downgrade(applied, steps);
    }

    private Function<Set<String>, List<RevisionNode>> downTo(String target) {
        Matcher back = STEPS_BACK.matcher(target);
        if (back.matches()) {
            return last(Integer.parseInt(back.group(1)));
        }
        return applied -> {
            RevisionGraph graph = migrations.graph();
            return graph.downgrade(applied, new Identifiers(graph, applied).rollback(target));
        };
    }

    /**
     * Sets what is recorded as applied: these revisions and all that comes before them, and nothing else. Runs nothing of
     * them. Their checksums are those of the migrations as they are now.
     *
     * @param targets as {@link Identifiers} understands them; {@code base} alone for none
     * @param purge whether everything that is recorded is removed first, even of revisions that this project does not have
     *     or that are unfinished; what was there and stays is then recorded anew
     * @throws RunException if a revision is unfinished and this is no purge
     * @throws dev.albedo.revision.RevisionException if a target is not understood, or the database has what the graph has
     *     not and this is no purge
     */
    public StampResult stamp(Collection<String> targets, boolean purge) {
        return inSession(session -> session.locked(locked -> new HistoryStamp(migrations, locked).run(targets, purge)));
    }

    /**
     * Accepts edited revisions: what they are now is recorded as what was applied, in the history and as a row of the log.
     * Runs nothing of them.
     *
     * @param revisions as {@link Identifiers} understands them; none for all that were edited
     * @return what was accepted
     * @throws RunException if nothing was edited, or one of these was not
     * @throws dev.albedo.revision.RevisionException if one is not understood
     */
    public List<EditedRevision> repair(Collection<String> revisions) {
        return inSession(session -> session.locked(locked -> new HistoryRepair(migrations, locked).run(revisions)));
    }

    /**
     * Says what became of the step of an unfinished revision of which only its author can know, so that the next run can go
     * on: SQL outside of a transaction whose run ended before the server had answered. Runs nothing.
     *
     * @return what was settled
     * @throws RunException if no step is in doubt, or the revision was edited since it was begun
     * @throws dev.albedo.revision.RevisionException if the project does not have the revision
     */
    public List<SettledStep> settle(StepOutcome outcome) {
        return inSession(session -> session.locked(locked -> new Settlement(migrations, locked).run(outcome)));
    }

    /** Returns what a person has to complete in {@code down()} of a revision, a sentence each; nothing if it is complete. */
    public List<String> incompleteBack(RevisionNode revision) {
        return Admission.objectionsBack(revision, migrations);
    }

    /** Returns the graph of its migrations. */
    public RevisionGraph graph() {
        return migrations.graph();
    }

    /** What is set about its runs. */
    public RunSettings settings() {
        return settings;
    }

    /**
     * Makes the history table and its log if they are not there, and runs nothing: for who may create tables, so that who
     * migrates later need not.
     *
     * @return whether something was missing
     * @throws RunException if it cannot be made
     */
    public boolean ensureHistory() {
        return inSession(session -> {
            boolean isMissing = !session.history.missing().isEmpty();
            session.locked(locked -> isMissing);
            return isMissing;
        });
    }

    /**
     * Where the database stands. Loads the applied migrations, to see whether they were edited, and the pending ones, to see
     * whether they may be run.
     */
    public Status status() {
        return inSession(session -> {
            List<AppliedRevision> rows = session.history.rows();
            RevisionGraph graph = migrations.graph();
            Set<String> applied = Planner.ids(rows, State.APPLIED);
            return new Status(
                    rows,
                    graph.heads(applied),
                    graph.heads(),
                    graph.ordered().stream()
                            .filter(revision -> !applied.contains(revision.id()))
                            .toList(),
                    session.history.edited(rows, migrations, session::unverified),
                    rows.stream().filter(row -> graph.find(row.id()).isEmpty()).toList(),
                    refusal(session, rows));
        });
    }

    private Optional<String> refusal(Session session, List<AppliedRevision> rows) throws SQLException {
        Set<String> heads =
                migrations.graph().heads().stream().map(RevisionNode::id).collect(Collectors.toSet());
        try {
            Planner planner = planner(session);
            if (!planner.isDone(heads, rows)) {
                planner.up(heads);
            }
            return Optional.empty();
        } catch (HistoryChangedException e) {
            return Optional.empty(); // behind a pooler, another run is at work
        } catch (RunException | RevisionException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Planner planner(Session session) {
        return new Planner(migrations, settings, session);
    }

    private <T> T inSession(Session.Body<T> body) {
        try (Connection connection = settings.retry().connect(connections, listener)) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            T result = body.run(new Session(connection, Dialects.of(connection), settings, listener, connections));
            connection.setAutoCommit(autoCommit);
            return result;
        } catch (SQLException e) {
            throw new RunException(
                    "the database refuses to work: " + Retry.message(e)
                            + (Retry.isTransient(e) ? "; the connection is lost, run it again" : ""),
                    e);
        }
    }
}
