package dev.albedo.run;

/** What became of a step that only its author can tell about. */
public enum StepOutcome {
    /** It happened, and is not to be sent again. */
    DONE,
    /** It did not happen, or does no harm when it happens twice: the next run sends it again. */
    AGAIN
}
