package dev.albedo.run;

/**
 * Who keeps a run waiting.
 *
 * @param processId the server process, as {@code pg_terminate_backend} takes it
 * @param application what it calls itself, or empty
 * @param connectedSince when it connected, as the server prints it
 */
public record LockHolder(int processId, String application, String connectedSince) {

    /** For people: {@code process 4711 ("shop", connected since 2026-11-23 09:00:00+00)}. */
    public String describe() {
        return "process " + processId + " (" + (application.isEmpty() ? "" : "\"" + application + "\", ")
                + "connected since " + connectedSince + ")";
    }
}
