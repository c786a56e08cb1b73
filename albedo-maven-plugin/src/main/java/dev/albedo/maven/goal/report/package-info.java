/**
 * Where goals write their results: the console, reports of runs and plans, JSON, and the one exception of a goal.
 */
@NullMarked
package dev.albedo.maven.goal.report;

import org.jspecify.annotations.NullMarked;
