/**
 * Renames that a person stated, in an order in which no name is used twice.
 */
@NullMarked
package dev.albedo.diff.rename;

import org.jspecify.annotations.NullMarked;
