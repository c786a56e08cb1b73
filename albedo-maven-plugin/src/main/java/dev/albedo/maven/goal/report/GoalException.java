package dev.albedo.maven.goal.report;

/** The project or its database is not as a goal needs it. The message names the thing, the reason and the next command. */
public class GoalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public GoalException(String message) {
        super(message);
    }

    public GoalException(String message, Throwable cause) {
        super(message, cause);
    }
}
