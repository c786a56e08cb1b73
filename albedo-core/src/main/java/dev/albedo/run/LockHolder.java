package dev.albedo.run;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who keeps a run waiting.
 *
 * @param processId the server process, as {@code pg_terminate_backend} takes it
 * @param application what it calls itself, or empty
 * @param connectedSince when it connected, as the server prints it; empty if it is not told
 */
public record LockHolder(int processId, String application, String connectedSince) {

    /** For people: {@code process 4711 ("shop", connected since 2026-11-23 09:00:00+00)}. */
    public String describe() {
        return process(
                processId,
                application.isEmpty() ? "" : "\"" + application + "\"",
                connectedSince.isEmpty() ? "" : "connected since " + connectedSince);
    }

    /** A server process and what is known of its session; what is not known is empty. */
    static String process(int processId, String... known) {
        String words = Stream.of(known).filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
        return "process " + processId + (words.isEmpty() ? "" : " (" + words + ")");
    }
}
