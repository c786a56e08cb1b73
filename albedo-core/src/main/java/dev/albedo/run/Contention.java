package dev.albedo.run;

import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.ErrorKind;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something failed because of a lock of somebody else, or of when others did what, and was rolled back. It may be tried
 * again.
 */
final class Contention extends RunException {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String reason;
    private final String sql;
    private final String standing;

    /**
     * A failure.
     *
     * @param what failed: the revision, and where in it
     * @param reason what the server said
     * @param sql the statement on a line of its own, or nothing
     * @param standing how things stand
     */
    Contention(String what, String reason, String sql, String standing, @Nullable Throwable cause) {
        super(what + " failed: " + reason + sql + "\n" + standing, cause);
        this.what = what;
        this.reason = reason;
        this.sql = sql;
        this.standing = standing;
    }

    /** Whether an error is one. */
    static boolean is(Exception e) {
        return e instanceof LockedException
                || (e instanceof SQLException failure && Dialects.kindOf(failure) == ErrorKind.CONTENTION);
    }

    /** What the server said, in one line. */
    String reason() {
        return Secrets.mask(reason).lines().findFirst().orElse("");
    }

    /**
     * What is said when it is not tried again.
     *
     * @param inTheWay which sessions were in the way, and what to do about them
     */
    RunException givenUp(int attempts, Duration elapsed, String inTheWay) {
        String tried =
                " (" + (attempts == 1 ? "1 attempt" : attempts + " attempts") + " in " + elapsed.toSeconds() + " s)";
        return new RunException(what + " failed: " + reason + tried + "; " + inTheWay + sql + "\n" + standing, this);
    }
}
