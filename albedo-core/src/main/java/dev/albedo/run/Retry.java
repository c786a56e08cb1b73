package dev.albedo.run;

import dev.albedo.dialect.Dialects;
import dev.albedo.dialect.ErrorKind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often something is tried. The pause doubles from attempt to attempt, and each is shortened at random by up to a
 * half, so that many who wait for one server do not come back together.
 *
 * <p>Of connections only what time may heal is tried again: the server is not reached, starting, stopping, or has no
 * connection left. A refused password and an unknown host are not.
 *
 * @param patience how long to go on; zero for one attempt
 * @param first the first pause
 * @param longest the longest pause
 */
public record Retry(Duration patience, Duration first, Duration longest) {

    /** Half a minute, with pauses from 0.2 to 5 seconds. */
    public static final Retry DEFAULT =
            new Retry(Duration.ofSeconds(30), Duration.ofMillis(200), Duration.ofSeconds(5));

    /** One attempt. */
    public static final Retry NONE = new Retry(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public Retry {
        if (patience.isNegative() || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("retries need durations that are not negative, and the longest pause not"
                    + " shorter than the first: " + patience + ", " + first + ", " + longest);
        }
    }

    /** The same with another patience. */
    public Retry patience(Duration changed) {
        return new Retry(changed, first, longest);
    }

    Connection connect(ConnectionSource source, RunListener listener) {
        Backoff backoff = new Backoff(this);
        while (true) {
            try {
                return source.open();
            } catch (SQLException e) {
                // The JDK answers for ten seconds as it did before, so that to ask again soon is of no use.
                boolean again = isTransient(e) && !(networkFailure(e) instanceof UnknownHostException);
                Duration next = again ? backoff.next().orElse(null) : null;
                if (next == null) {
                    throw failure(e, backoff.attempts());
                }
                listener.retrying(Secrets.mask(unreached(e)), backoff.attempts(), next);
                Sleep.sleep(next, "the wait for the database");
            }
        }
    }

    private static RunException failure(SQLException e, int attempts) {
        String tried = attempts == 1 ? "" : " (tried " + attempts + " times)";
        String next = networkFailure(e) instanceof UnknownHostException
                ? "; check the name of the host in the URL"
                : isTransient(e)
                        ? "; is the server running and reachable from here?"
                        : Dialects.kindOf(e) == ErrorKind.AUTHENTICATION ? "; check user and password" : "";
        // The driver's exception may quote the URL with a password in it; only its text is kept.
        return new RunException("cannot connect to the database" + tried + ": " + unreached(e) + next);
    }

    /** The message, with the reason that drivers and pools leave to a cause: the host is unknown or does not answer. */
    private static String unreached(SQLException e) {
        @Nullable IOException network = networkFailure(e);
        if (network instanceof UnknownHostException) {
            // A driver that knows no user before the host takes both for its name.
            return "the host " + String.valueOf(network.getMessage()).replaceFirst("^.*@", "") + " is unknown ("
                    + message(e) + ")";
        }
        // Of a refused connection the driver tells all itself.
        return network == null || network instanceof ConnectException
                ? message(e)
                : message(e) + " (" + message(network) + ")";
    }

    private static @Nullable IOException networkFailure(SQLException e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException network) {
                return network;
            }
        }
        return null;
    }

    static boolean isTransient(SQLException e) {
        return Dialects.kindOf(e) == ErrorKind.NO_CONNECTION;
    }

    static String message(Throwable e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().strip();
    }
}
