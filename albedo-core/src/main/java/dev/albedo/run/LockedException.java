package dev.albedo.run;

import java.sql.SQLException;

/** A lock was waited for in vain, as this run has measured it. */
final class LockedException extends SQLException {

    private static final long serialVersionUID = 1L;

    LockedException(String message, SQLException cause) {
        super(message, cause);
    }
}
