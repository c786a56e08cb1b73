/**
 * The output of the revision graph: to people, drawn or in a list, and to programs as JSON. Plain classes that know
 * nothing of Maven; a database is asked by the goal that calls them, and they say what they can without.
 *
 * <p>The drawing is that of {@code git log --graph}, kept simple: a column waits for one revision; columns that wait for the
 * same one are joined right above it, never earlier. So a line costs a row more here and there, and is never drawn wrong.
 * Dependencies are no lines, they stand in the text.
 */
@NullMarked
package dev.albedo.maven.graph;

import org.jspecify.annotations.NullMarked;
