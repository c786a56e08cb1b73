package dev.albedo.maven.goal.report;

/** Whom a goal's output is for. */
public enum Format {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON;

    /**
     * The format of that name.
     *
     * @throws GoalException if there is none
     */
    public static Format parse(String name) {
        return switch (name) {
            case "text" -> TEXT;
            case "json" -> JSON;
            default -> throw new GoalException("There is no format " + name + ": use -Dformat=text or -Dformat=json");
        };
    }
}
