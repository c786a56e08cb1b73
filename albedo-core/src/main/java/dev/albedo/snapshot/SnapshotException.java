package dev.albedo.snapshot;

import org.jspecify.annotations.Nullable;

/** A snapshot's text cannot be read. The message says why and what to do. */
public final class SnapshotException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SnapshotException(String reason, @Nullable Throwable cause) {
        super(
                "cannot read the snapshot of the model: " + reason + "; compile the project again to make it anew",
                cause);
    }
}
