package dev.albedo.run;

/** Behind a pooler: a run has a step that cannot be in a transaction, so that its lock must be that of a session. */
final class NeedsSessionException extends RunException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param step of which revision, in words
     */
    NeedsSessionException(String step) {
        super(step);
    }
}
