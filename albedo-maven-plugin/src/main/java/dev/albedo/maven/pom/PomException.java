package dev.albedo.maven.pom;

/** A POM cannot be changed, because of what is in it. */
public final class PomException extends Exception {

    private static final long serialVersionUID = 1L;

    PomException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
