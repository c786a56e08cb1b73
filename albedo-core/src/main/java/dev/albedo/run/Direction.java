package dev.albedo.run;

/** Whether a revision is applied or taken back. */
public enum Direction {
    UP,
    DOWN
}
