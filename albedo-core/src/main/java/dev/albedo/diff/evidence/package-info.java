/**
 * Evidence and suggestions for renames and moves, which two schemas alone cannot tell from a drop and an add.
 */
@NullMarked
package dev.albedo.diff.evidence;

import org.jspecify.annotations.NullMarked;
