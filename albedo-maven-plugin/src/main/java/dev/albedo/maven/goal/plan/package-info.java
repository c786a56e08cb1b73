/**
 * The comparison of a model with a database or with the replayed migrations, and the plan made from it.
 *
 * <p>{@link dev.albedo.maven.goal.plan.Hooks} change a difference before it becomes a plan, so that there is one way from a
 * difference to its safe form, to its reverse and to the trial. The schema expected after a plan is then made of its operations
 * and of everything that exists, so the trial is as strict as without hooks. That the operations are all that is missing,
 * except for what hooks leave out, is found by comparing once more in memory. SQL of hooks whose effect is not declared fails
 * the trial, since nothing else could tell it from a plan that does too much.
 */
@NullMarked
package dev.albedo.maven.goal.plan;

import org.jspecify.annotations.NullMarked;
