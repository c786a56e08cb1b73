package dev.albedo.run;

import org.jspecify.annotations.Nullable;

/**
 * A run could not do what it was asked to. The message is for people: what, why, how things stand now, what to do next.
 * It holds no password.
 */
public sealed class RunException extends RuntimeException
        permits Contention, HistoryChangedException, LostSessionException, NeedsSessionException, RefusedRunException {

    private static final long serialVersionUID = 1L;

    RunException(String message) {
        super(Secrets.mask(message));
    }

    /** A failure of something that runs migrations; a password in the message is masked. */
    public RunException(String message, @Nullable Throwable cause) {
        super(Secrets.mask(message), cause);
    }
}
