package dev.albedo.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something failed because of a lock of somebody else, or of when others did what, and was rolled back. It may be tried
 * again.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
 */
final class Contention extends RunException {

    private static final long serialVersionUID = 1L;

    static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Set<String> STATES = Set.of(LOCK_NOT_AVAILABLE, "40P01", "40001");

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
        return e instanceof SQLException failure && STATES.contains(Retry.state(failure));
    }

    /** What the server said, in one line. */
    String reason() {
        return Secrets.mask(reason).lines().findFirst().orElse("");
    }

    /** What is said when it is not tried again. */
    RunException givenUp(int attempts, Duration elapsed, List<Blocker> blockers) {
        String tried =
                " (" + (attempts == 1 ? "1 attempt" : attempts + " attempts") + " in " + elapsed.toSeconds() + " s)";
        return new RunException(
                what + " failed: " + reason + tried + "; " + inTheWay(blockers) + sql + "\n" + standing, this);
    }

    private static String inTheWay(List<Blocker> blockers) {
        if (blockers.isEmpty()) {
            return "who was in the way was not seen; look for long transactions in pg_stat_activity, and run it again";
        }
        return "in the way is a lock of "
                + blockers.stream().map(Blocker::describe).collect(Collectors.joining(", "))
                + "; wait until it is done, or"
                + " end it in the database with "
                + blockers.stream()
                        .map(blocker -> "pg_terminate_backend(" + blocker.processId() + ")")
                        .collect(Collectors.joining(", "))
                + ", and run it again";
    }
}
