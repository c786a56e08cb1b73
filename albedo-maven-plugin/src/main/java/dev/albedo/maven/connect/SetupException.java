package dev.albedo.maven.connect;

/** The project's settings do not lead to a database. The message is one for the user, with what to do, and no password. */
public final class SetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SetupException(String message) {
        super(message);
    }

    public SetupException(String message, Throwable cause) {
        super(message, cause);
    }
}
