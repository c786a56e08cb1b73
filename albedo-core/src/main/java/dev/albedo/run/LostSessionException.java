package dev.albedo.run;

/** A statement of a run reached another session of the server than the one that has the run's lock. */
final class LostSessionException extends RunException {

    private static final long serialVersionUID = 1L;

    private LostSessionException(String standing) {
        super("the statements of this run reach different sessions of the server, so it cannot keep"
                + " other runs out: a pooler in transaction mode is before the database; connect to the database"
                + " directly, or let the pooler pool sessions, and run it again. " + standing);
    }

    /** It was seen before the run did anything. */
    static LostSessionException atTheStart() {
        return new LostSessionException("Nothing was changed");
    }

    /** It was seen after something may have been done in the session that has the lock. */
    static LostSessionException inTheMiddle() {
        return new LostSessionException("What is recorded as done stays; the next run goes on from there");
    }
}
