package dev.albedo.maven.goal.plan;

/**
 * How much of a difference is one.
 *
 * @param strict whether an attribute of the database, such as a default or an action of a foreign key, is a difference
 *     although neither the model nor the migrations state it
 * @param convertSerial whether a serial column is a difference where the model has an identity column
 */
public record ComparisonPolicy(boolean strict, boolean convertSerial) {

    /** Unstated attributes are left unchanged, and serial equals identity. */
    public static final ComparisonPolicy DEFAULT = new ComparisonPolicy(false, false);
}
