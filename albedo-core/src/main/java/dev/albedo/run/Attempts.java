package dev.albedo.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Does what can be done in one go, and does it again where a lock of somebody else was in the way. */
final class Attempts {

    private final Session session;
    private final HistoryLog log;
    private final RunListener listener;

    Attempts(Session session, HistoryLog log, RunListener listener) {
        this.session = session;
        this.log = log;
        this.listener = listener;
    }

    /** What can be repeated from its beginning after it failed. */
    @FunctionalInterface
    interface Stage {

        /** Does it; says whether there is another one. */
        boolean run() throws SQLException;
    }

    /**
     * Does a stage of a revision, or of several. Each attempt that failed and is followed by another has a row in the log.
     *
     * @param working the revision that is worked on
     * @param stepsDone how many steps of the revision are done and recorded
     * @return whether there is another stage
     */
    boolean run(Supplier<Work> working, IntSupplier stepsDone, Stage stage) throws SQLException {
        Backoff backoff = new Backoff(session.limits().contention());
        while (true) {
            session.watch.requireGoing();
            try {
                return stage.run();
            } catch (Contention e) {
                Optional<Duration> pause = session.watch.stopping() ? Optional.empty() : backoff.next();
                if (pause.isEmpty()) {
                    throw e.givenUp(backoff.attempts(), backoff.elapsed(), session.watch.inTheWay());
                }
                Work work = working.get();
                session.note(e, log.failed(work, stepsDone.getAsInt(), e.reason()));
                listener.contended(work.direction(), work.revision(), e.reason(), backoff.attempts(), pause.get());
                Sleep.sleep(pause.get(), "the wait for a lock");
            }
        }
    }
}
