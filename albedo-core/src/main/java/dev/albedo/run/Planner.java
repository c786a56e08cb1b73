package dev.albedo.run;

import dev.albedo.operation.Operation;
import dev.albedo.revision.Identifiers;
import dev.albedo.revision.RevisionGraph;
import dev.albedo.revision.RevisionNode;
import dev.albedo.run.AppliedRevision.State;
import dev.albedo.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what is to be done on a database, without doing any of it. Everything is recorded here, so that what cannot be
 * recorded, or must not be run, stops a run before its first statement.
 *
 * <p>Whether an applied migration was edited is asked only where there is something to do, because it loads the classes of
 * all that are applied.
 */
final class Planner {

    private static final int TABLES_SHOWN = 5;

    /** Words without which no SQL drops a table or takes its name away. */
    private static final Pattern REMOVES = Pattern.compile("(?i)drop|rename|schema|execute|call|select");

    private final MigrationSource migrations;
    private final RunSettings settings;
    private final Session session;

    Planner(MigrationSource migrations, RunSettings settings, Session session) {
        this.migrations = migrations;
        this.settings = settings;
        this.session = session;
    }

    /**
     * What there is to do.
     *
     * @param direction of {@code toDo}
     * @param toFinish what an earlier run left between two steps, all of it
     * @param unfinished the rows of that, in the same order
     * @param toDo what comes then
     */
    record Plan(Direction direction, List<Work> toFinish, List<AppliedRevision> unfinished, List<Work> toDo) {

        boolean isEmpty() {
            return toFinish.isEmpty() && toDo.isEmpty();
        }

        /** What is left to do, in order. */
        List<Work> works() {
            List<Work> works = new ArrayList<>();
            for (int i = 0; i < toFinish.size(); i++) {
                works.add(toFinish.get(i).after(unfinished.get(i).stepsDone()));
            }
            works.addAll(toDo);
            return List.copyOf(works);
        }
    }

    /** The ids that a target means. */
    Set<String> targets(String target, List<AppliedRevision> rows) {
        RevisionGraph graph = migrations.graph();
        Set<String> targets = new Identifiers(graph, ids(rows, State.APPLIED)).upgrade(target);
        if (targets.isEmpty() && !graph.heads().isEmpty() && !target.equals("current")) {
            throw new RunException(
                    "\"" + target + "\" is before the first revision; to take revisions back, use rollback");
        }
        return targets;
    }

    /** Whether there is nothing to do; loads no migration. */
    boolean isDone(Set<String> targets, List<AppliedRevision> rows) {
        return rows.stream().allMatch(row -> row.state() == State.APPLIED)
                && migrations.graph().upgrade(ids(rows, State.APPLIED), targets).isEmpty();
    }

    Plan up(Set<String> targets) throws SQLException {
        RevisionGraph graph = migrations.graph();
        List<AppliedRevision> rows = session.rows();
        graph.requireKnown(rows.stream().map(AppliedRevision::id).collect(Collectors.toSet()));
        Set<String> afterwards = new LinkedHashSet<>(ids(rows, State.APPLIED));
        afterwards.addAll(ids(rows, State.STARTED));
        Plan plan = plan(Direction.UP, rows, graph.upgrade(afterwards, targets));
        if (!plan.isEmpty()) {
            requireUnedited(rows, Session.MUST_BE_KNOWN);
            Admission.check(plan, migrations, settings.allowDestructive());
        }
        if (rows.isEmpty()) {
            requireNothingThere(plan.toDo());
        }
        return plan;
    }

    /** Stops where nothing is recorded and yet the tables are there: an existing database, or one whose history is lost. */
    private void requireNothingThere(List<Work> works) throws SQLException {
        List<QualifiedName> there = session.existing(created(works));
        if (there.isEmpty()) {
            return;
        }
        if (!session.rows().isEmpty()) {
            // Behind a pooler another run may have made them since.
            throw new HistoryChangedException();
        }
        throw new RunException(
                "no revision is recorded in " + session.history.table().name()
                        + ", but tables that the migrations create are there already: "
                        + there.stream()
                                .limit(TABLES_SHOWN)
                                .map(QualifiedName::toString)
                                .collect(Collectors.joining(", "))
                        + (there.size() > TABLES_SHOWN ? " and " + (there.size() - TABLES_SHOWN) + " more" : "")
                        + ". If these migrations made them, record it with mvn albedo:stamp -Dto=head (or the revision"
                        + " that the database has); if something else made them, adopt them with mvn albedo:baseline."
                        + " No revision was run");
    }

    /** The tables that will be created for certain: up to what may drop or rename one unseen. */
    private static List<QualifiedName> created(List<Work> works) {
        List<QualifiedName> created = new ArrayList<>();
        for (Work work : works) {
            for (Operation operation : work.operations()) {
                if (operation instanceof Operation.CreateTable create) {
                    created.add(create.table().name());
                } else if (mayRemoveTables(operation)) {
                    return created;
                }
            }
        }
        return created;
    }

    private static boolean mayRemoveTables(Operation operation) {
        return operation instanceof Operation.RunSql sql
                ? REMOVES.matcher(sql.sql()).find()
                : operation instanceof Operation.Code;
    }

    /**
     * What to take back.
     *
     * @param choice what of the ids that are applied
     */
    Plan down(Function<Set<String>, List<RevisionNode>> choice) throws SQLException {
        List<AppliedRevision> rows = session.rows();
        rows.stream().filter(row -> row.state() == State.STARTED).findFirst().ifPresent(row -> {
            throw new RunException("revision " + row.id() + " (" + row.name() + ") is applied only up to its step "
                    + row.stepsDone() + "; run migrate first, which finishes it, then roll back");
        });
        Set<String> applied = ids(rows, State.APPLIED);
        applied.addAll(ids(rows, State.UNDOING));
        Set<String> undoing = ids(rows, State.UNDOING);
        List<RevisionNode> chosen = choice.apply(applied).stream()
                .filter(revision -> !undoing.contains(revision.id()))
                .toList();
        Set<String> going = chosen.stream().map(RevisionNode::id).collect(Collectors.toSet());
        // What the down() of a revision takes back is what its up() says now.
        // If that fails now, it cannot be compared, but what is run is the down().
        requireUnedited(rows.stream().filter(row -> going.contains(row.id())).toList(), session::unverified);
        Plan plan = plan(Direction.DOWN, rows, chosen);
        Deletions deletions = Deletions.of(plan.works(), session);
        Plan guarded = new Plan(
                Direction.DOWN,
                plan.toFinish().stream()
                        .map(work -> deletions.guarded(work, session))
                        .toList(),
                plan.unfinished(),
                plan.toDo().stream()
                        .map(work -> deletions.guarded(work, session))
                        .toList());
        Admission.checkBack(guarded.works(), deletions, settings);
        return guarded;
    }

    private void requireUnedited(List<AppliedRevision> rows, BiConsumer<RevisionNode, RunException> unreadable)
            throws SQLException {
        List<EditedRevision> edited = session.history.edited(rows, migrations, unreadable);
        if (!edited.isEmpty()) {
            throw EditedRevision.refusal(edited);
        }
    }

    /**
     * Refuses what cannot be one transaction, if it shall be.
     *
     * @throws RunException if a revision has a step that must be outside of transactions, or is begun already
     */
    static void requireTransactional(List<Work> works, String remedy) {
        for (Work work : works) {
            work.whyDivided().ifPresent(reason -> {
                throw new RunException(reason + ", and all revisions of this run are to be one; " + remedy);
            });
        }
    }

    private void requireOneTransaction(Plan plan) {
        plan.unfinished().stream().findFirst().ifPresent(row -> {
            throw new RunException("revision " + row.id() + " (" + row.name() + ") is begun and not finished, and all"
                    + " revisions of this run are to be one transaction; finish it first by a run without"
                    + " singleTransaction. Nothing was changed");
        });
        requireTransactional(
                plan.toDo(), "run without singleTransaction, or up to the revision before it. Nothing was changed");
    }

    private Plan plan(Direction direction, List<AppliedRevision> rows, List<RevisionNode> revisions)
            throws SQLException {
        List<AppliedRevision> unfinished =
                rows.stream().filter(row -> row.state() != State.APPLIED).toList();
        List<Work> toFinish = new ArrayList<>();
        for (AppliedRevision row : unfinished) {
            toFinish.add(unfinished(row));
        }
        Plan plan = new Plan(
                direction,
                toFinish,
                unfinished,
                revisions.stream()
                        .map(revision -> Work.record(migrations, revision, direction, session.dialect))
                        .toList());
        if (session.singleTransaction()) {
            requireOneTransaction(plan);
        }
        return plan;
    }

    /**
     * What an earlier run began.
     *
     * @throws RunException if it was edited since
     */
    static Work begun(AppliedRevision row, MigrationSource migrations, Session session) throws SQLException {
        Direction direction = row.state() == State.UNDOING ? Direction.DOWN : Direction.UP;
        Work work = Work.record(migrations, migrations.graph().revision(row.id()), direction, session.dialect);
        if (!session.history.means(row, work.meaning())) {
            throw new RunException((direction == Direction.UP ? "up()" : "down()") + " of revision "
                    + work.revision().describe() + " was changed after its first " + row.stepsDone()
                    + " steps had been run; put it back as it was and run again, then write the change as a"
                    + " new revision");
        }
        return work;
    }

    private Work unfinished(AppliedRevision row) throws SQLException {
        Work work = begun(row, migrations, session);
        doubtful(row, work).ifPresent(step -> {
            throw new RunException("step " + step.number() + " of revision "
                    + work.revision().describe()
                    + " was sent to the server outside of any transaction, and its run ended before the server had"
                    + " answered, so only you can find out whether it happened; look, then say it with mvn"
                    + " albedo:repair -Dalbedo.step=done, or -Dalbedo.step=again to have it sent once more, and run it"
                    + " again"
                    + (step.statement() == null
                            ? ""
                            : "\nSQL: " + step.statement().sql()));
        });
        return work;
    }

    /** The step of which nobody but its author can tell whether it happened, if the row is in doubt about one. */
    static Optional<Step> doubtful(AppliedRevision row, Work work) {
        if (!row.inDoubt() || row.stepsDone() >= work.steps().size()) {
            return Optional.empty();
        }
        Step step = work.steps().get(row.stepsDone());
        // A transaction leaves no doubt: then this revision was one with transactional = false when it was begun.
        return step.isOnlyKnownToAuthor() || step.transactional() ? Optional.of(step) : Optional.empty();
    }

    static Set<String> ids(List<AppliedRevision> rows, State state) {
        return rows.stream()
                .filter(row -> row.state() == state)
                .map(AppliedRevision::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
