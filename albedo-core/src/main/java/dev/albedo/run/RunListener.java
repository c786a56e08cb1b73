package dev.albedo.run;

import dev.albedo.revision.RevisionNode;
import java.time.Duration;
import java.util.List;

/** Is told how a run goes, on the thread that runs. Does nothing where it does not override. */
public interface RunListener {

    /** A listener that is silent. */
    RunListener NONE = new RunListener() {};

    /** What will be done, before the first statement; empty if there is nothing to do. */
    default void planned(Direction direction, List<RevisionNode> revisions) {}

    /**
     * A revision will delete data; told before the first statement.
     *
     * @param what in the words of {@link dev.albedo.safety.loss.DataLoss}
     */
    default void deletes(Direction direction, RevisionNode revision, List<String> what) {}

    /**
     * A revision will delete data that only the settings of this run allow, and not the migration; told before the first
     * statement. {@code mvn albedo:check} reports it until the migration allows it.
     *
     * @param what in the words that {@link dev.albedo.Operations#allowDataLoss} takes
     */
    default void allowed(RevisionNode revision, List<String> what) {}

    /**
     * Whether an applied revision was edited cannot be told, because its {@code up()} fails; it is taken back by its {@code
     * down()} all the same.
     *
     * @param reason what fails, in one line
     */
    default void unverified(RevisionNode revision, String reason) {}

    /** A revision begins. */
    default void started(Direction direction, RevisionNode revision) {}

    /**
     * A revision that an earlier run left unfinished begins again.
     *
     * @param stepsDone how many of its steps had been done
     * @param steps how many it has
     */
    default void resumed(Direction direction, RevisionNode revision, int stepsDone, int steps) {}

    /** Something that takes long is this far; told every few seconds. */
    default void progress(Progress progress) {}

    /** A revision is done and recorded. */
    default void finished(Direction direction, RevisionNode revision, Duration duration) {}

    /** Another run has the lock; told when the wait begins and every few seconds. */
    default void waiting(LockHolder holder, Duration waited) {}

    /**
     * The database could not be reached and is tried again.
     *
     * @param reason what the driver said
     * @param attempt the attempt that failed, from 1
     * @param pause how long until the next one
     */
    default void retrying(String reason, int attempt, Duration pause) {}

    /**
     * A lock of somebody else was in the way of a revision. What was begun is rolled back and will be tried again.
     *
     * @param reason what the server said, in one line
     * @param attempt the attempt that failed, from 1
     * @param pause how long until the next one
     */
    default void contended(Direction direction, RevisionNode revision, String reason, int attempt, Duration pause) {}

    /**
     * A lock of somebody else was in the way of something that belongs to no revision. It will be tried again.
     *
     * @param what it is: the creation of the history table, a stamp, a repair
     * @param reason what the server said, in one line
     * @param attempt the attempt that failed, from 1
     * @param pause how long until the next one
     */
    default void contended(String what, String reason, int attempt, Duration pause) {}

    /**
     * The run was interrupted, by {@link Thread#interrupt()} or because the process is told to end. Told while the end of
     * the process still waits for the run.
     *
     * @param standing which revision it was in, and how things stand
     */
    default void interrupted(String standing) {}
}
