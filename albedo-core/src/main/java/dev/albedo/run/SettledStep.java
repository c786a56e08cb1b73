package dev.albedo.run;

import dev.albedo.revision.RevisionNode;

/**
 * A step that was in doubt, and is not any more.
 *
 * @param revision what it belongs to
 * @param step the step
 * @param outcome what was said about it
 */
public record SettledStep(RevisionNode revision, Step step, StepOutcome outcome) {}
