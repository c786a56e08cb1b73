/**
 * The user's project on disk: its modules, class paths, sources and model snapshot, the lock of the project, and files that
 * are replaced whole.
 */
@NullMarked
package dev.albedo.maven.goal.project;

import org.jspecify.annotations.NullMarked;
