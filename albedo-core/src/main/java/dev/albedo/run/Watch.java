package dev.albedo.run;

import static java.lang.System.Logger.Level.DEBUG;

import dev.albedo.dialect.ServerSession;
import dev.albedo.dialect.Sessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a run from other threads while it waits for the server, where it cannot look itself. If the run is interrupted,
 * or the process told to end, it has the server break off what is running; the end of the process then waits until that is
 * rolled back, recorded, and the lock let go. If something runs for long, it asks over a second connection whose locks are
 * in the way.
 */
final class Watch implements AutoCloseable {

    /** What the names of its threads begin with. */
    static final String THREADS = "albedo watch";

    private static final System.Logger LOG = System.getLogger("dev.albedo");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration LONGEST_UNTIL_ASKED = Duration.ofSeconds(1);
    private static final Duration END_OF_PROCESS_WAITS = Duration.ofSeconds(20);

    private final @Nullable ConnectionSource connections;
    private final @Nullable Sessions sessions;
    private final int processId;
    private final Limits limits;
    private final Thread runner = Thread.currentThread();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Set<Statement> statements =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private @Nullable Thread hook;
    private volatile boolean stopping;
    private volatile @Nullable Piece running;
    private volatile List<ServerSession> blockers = List.of();
    private volatile @Nullable Body copying;

    /**
     * A watch over the current thread; not begun yet.
     *
     * @param connections to the same server
     * @param processId the server process of the run
     */
    Watch(ConnectionSource connections, Sessions sessions, int processId, Limits limits) {
        this.connections = connections;
        this.sessions = sessions;
        this.processId = processId;
        this.limits = limits;
    }

    private Watch() {
        this.connections = null;
        this.sessions = null;
        this.processId = 0;
        this.limits = Limits.NONE;
    }

    /** One that looks at nothing. */
    static Watch none() {
        return new Watch();
    }

    /** What runs on the server for a revision. */
    private static final class Piece {
        final long start = System.nanoTime();
        final boolean alone;
        boolean asked;
        volatile boolean givenUp;

        Piece(boolean alone) {
            this.alone = alone;
        }

        Duration elapsed() {
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    /** Something to do on the server that may be broken off. */
    @FunctionalInterface
    interface Body {
        void run() throws SQLException;
    }

    /** Begins. */
    void start() {
        Thread ending = new Thread(this::end, THREADS + " over the end of the process");
        try {
            Runtime.getRuntime().addShutdownHook(ending);
        } catch (IllegalStateException e) {
            throw new RunException("the process is about to end, so no run is begun; run it again", e);
        }
        hook = ending;
        daemon(this::look, THREADS).start();
    }

    private static Thread daemon(Runnable body, String name) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        return thread;
    }

    private void end() {
        stopping = true;
        // Also wakes it from a pause.
        runner.interrupt();
        try {
            over.await(END_OF_PROCESS_WAITS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the run is to end before its time. */
    boolean stopping() {
        if (hook != null && runner.isInterrupted()) {
            stopping = true;
        }
        return stopping;
    }

    /** Stops a run that is to end. */
    void requireGoing() {
        if (stopping()) {
            throw new RunException("the run was interrupted");
        }
    }

    /** Which sessions were last seen in the way, and what to do about them; the second half of a sentence. */
    String inTheWay() {
        List<ServerSession> seen = blockers;
        if (sessions == null || seen.isEmpty()) {
            return "who was in the way was not seen; look for long transactions"
                    + (sessions == null ? "" : " in " + sessions.overview()) + ", and run it again";
        }
        return "in the way is a lock of "
                + seen.stream().map(Watch::describe).collect(Collectors.joining(", "))
                + "; wait until it is done, or end it in the database with "
                + seen.stream().map(ServerSession::id).map(sessions::ending).collect(Collectors.joining(", "))
                + ", and run it again";
    }

    /** For people: {@code process 4711 ("shop", idle in transaction, since 2026-11-23 09:00:00+00)}. */
    private static String describe(ServerSession session) {
        return LockHolder.process(
                session.id(),
                session.application().isEmpty() ? "" : "\"" + session.application() + "\"",
                session.state(),
                session.since().isEmpty() ? "" : "since " + session.since());
    }

    /** A statement that is broken off if need be while something is {@link #during running}. */
    void add(Statement statement) {
        statements.add(statement);
    }

    /**
     * What runs is no statement.
     *
     * @param cancel breaks it off; {@code null} when it has ended
     */
    void copying(@Nullable Body cancel) {
        copying = cancel;
    }

    /**
     * Does something, which may be broken off meanwhile.
     *
     * @param alone whether its waits for locks have no limit on the server
     * @throws SQLException as the body; a {@link LockedException} if it was broken off because of a lock
     */
    void during(boolean alone, Body body) throws SQLException {
        Piece piece = new Piece(alone);
        running = piece;
        try {
            body.run();
        } catch (SQLException e) {
            throw piece.givenUp
                    ? new LockedException(
                            "waited for a lock for "
                                    + limits.contention().patience().toSeconds() + " s",
                            e)
                    : e;
        } finally {
            running = null;
            statements.clear();
        }
    }

    private void look() {
        try {
            while (!over.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                Piece piece = running;
                if (piece == null) {
                    continue;
                }
                if (stopping() || piece.givenUp) {
                    cancel();
                } else if (!piece.asked && piece.elapsed().compareTo(untilAsked()) >= 0) {
                    piece.asked = true;
                    // By itself, because a connection may be long in coming.
                    daemon(() -> ask(piece), THREADS + " over locks").start();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration untilAsked() {
        Duration half = limits.lock().dividedBy(2);
        return half.isZero() || half.compareTo(LONGEST_UNTIL_ASKED) > 0 ? LONGEST_UNTIL_ASKED : half;
    }

    private void cancel() {
        List.copyOf(statements).forEach(statement -> cancel(statement::cancel));
        Body copy = copying;
        if (copy != null) {
            cancel(copy);
        }
    }

    private static void cancel(Body cancel) {
        try {
            cancel.run();
        } catch (SQLException e) {
            // It is tried again at the next look, if it runs still.
            LOG.log(DEBUG, "A statement could not be cancelled", e);
        }
    }

    private void ask(Piece piece) {
        if (connections == null || sessions == null) {
            return;
        }
        try (Connection connection = connections.open()) {
            long free = System.nanoTime();
            while (piece.equals(running) && !piece.givenUp) {
                List<ServerSession> found = sessions.blockers(connection, processId);
                if (found.isEmpty()) {
                    free = System.nanoTime();
                } else {
                    blockers = found;
                    Duration waited = Duration.ofNanos(System.nanoTime() - free);
                    piece.givenUp = piece.alone && isTooLong(waited);
                }
                if (over.await(untilAsked().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (SQLException e) {
            // Then it is not known who is in the way, and the message says so.
            LOG.log(DEBUG, "Whose locks are in the way could not be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isTooLong(Duration waited) {
        Duration patience = limits.contention().patience();
        return !patience.isZero() && waited.compareTo(patience) >= 0;
    }

    /** Ends, and lets the process end. */
    @Override
    public void close() {
        over.countDown();
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                LOG.log(DEBUG, "The process is about to end", e);
            }
        }
    }
}
