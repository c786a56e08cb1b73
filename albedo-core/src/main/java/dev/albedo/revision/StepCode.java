package dev.albedo.revision;

/**
 * What the Java code of a revision's data steps says, which nobody can ask a compiled class for. The processor reads it from
 * the source; formatting, comments, modifiers and annotations do not count.
 *
 * @param up the format and a digest of the code of the steps of {@code up}, as in {@code 1:0a1b}; empty if it has none or
 *     nobody has read its source
 * @param down the same of {@code down}
 */
public record StepCode(String up, String down) {

    /** Of a revision without such steps, or whose source nobody has read. */
    public static final StepCode NONE = new StepCode("", "");
}
