/**
 * New migrations on disk: their identity, file name and style, and the commands that run after one is written.
 */
@NullMarked
package dev.albedo.maven.goal.write;

import org.jspecify.annotations.NullMarked;
