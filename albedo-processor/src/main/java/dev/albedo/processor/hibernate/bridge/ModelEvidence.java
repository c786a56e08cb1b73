package dev.albedo.processor.hibernate.bridge;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads what makes a plan better and is not needed for a right one. If that fails, the schema is still known, so the failure
 * becomes a warning and the build goes on.
 */
final class ModelEvidence {

    private final Consumer<String> warnings;

    ModelEvidence(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    /**
     * Returns what a reader reads, or something else if it fails.
     *
     * @param what is not known then, in words
     */
    <T> T orElse(T otherwise, String what, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (RuntimeException | LinkageError e) {
            StackTraceElement[] trace = e.getStackTrace();
            warnings.accept("Albedo cannot read " + what + ": " + e + (trace.length == 0 ? "" : " at " + trace[0])
                    + ". The schema is not affected. This is a bug in Albedo, please report it");
            return otherwise;
        }
    }
}
