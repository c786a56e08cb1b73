/**
 * The goals without Maven: each is a plain class that receives its collaborators and reports to a
 * {@link dev.albedo.maven.goal.report.Console}. The mojos hold parameters and one call.
 *
 * <p>Below: {@code report} (output), {@code project} (the project on disk), {@code origins} (where columns came from),
 * {@code plan} (comparison and plan), {@code proof} (the trial of a plan) and {@code write} (new migrations). They know each
 * other in this order, never back.
 */
@NullMarked
package dev.albedo.maven.goal;

import org.jspecify.annotations.NullMarked;
