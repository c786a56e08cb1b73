package dev.albedo.run;

/** A statement of a run reached another session of the server than the one that has the run's lock. */
final class LostSessionException extends RunException {

    private static final long serialVersionUID = 1L;

    private LostSessionException(String message) {
        super(message);
    }

    private static LostSessionException of(String standing) {
        return new LostSessionException(
                "the statements of this run reach different sessions of the server, so it cannot keep"
                        + " other runs out: a pooler in transaction mode is before the database; connect to the database"
                        + " directly, or let the pooler pool sessions, and run it again. " + standing);
    }

    /** It was seen before the run did anything. */
    static LostSessionException atTheStart() {
        return of("Nothing was changed");
    }

    /** It was seen after something may have been done in the session that has the lock. */
    static LostSessionException inTheMiddle() {
        return of("What is recorded as done stays; the next run goes on from there");
    }

    /**
     * A pooler is known to change sessions, and the run has a step for which it must not.
     *
     * @param step the step, in words
     * @param address where the server listens, or nothing
     */
    static LostSessionException before(String step, String address) {
        return new LostSessionException("a pooler in transaction mode is before the database, and " + step
                + ", for which the run needs a session of its own; connect to the server itself"
                + (address.isEmpty() ? "" : " (it listens at " + address + ")")
                + " with -Dalbedo.url, or through a pool in session mode. No revision was run");
    }

    /** The same, and its lock is left behind. */
    LostSessionException with(RunException lockLeft) {
        LostSessionException both = new LostSessionException(getMessage() + ". Besides, " + lockLeft.getMessage());
        both.initCause(this);
        return both;
    }
}
