package dev.albedo.run;

/**
 * Who holds a lock that a statement waits for.
 *
 * @param processId the server process, as {@code pg_terminate_backend} takes it
 * @param application what it calls itself, or empty
 * @param state as the server names it, such as {@code idle in transaction}; empty if it is not told
 * @param since when its transaction began, as the server prints it; empty if it is not told
 */
record Blocker(int processId, String application, String state, String since) {

    /** For people: {@code process 4711 ("shop", idle in transaction, since 2026-11-23 09:00:00+00)}. */
    String describe() {
        return LockHolder.process(
                processId,
                application.isEmpty() ? "" : "\"" + application + "\"",
                state,
                since.isEmpty() ? "" : "since " + since);
    }
}
