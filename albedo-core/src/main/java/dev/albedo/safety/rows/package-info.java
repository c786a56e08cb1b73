/**
 * The values of existing rows before and after a change: conversions, fills, and the conditions that rows must satisfy.
 */
@NullMarked
package dev.albedo.safety.rows;

import org.jspecify.annotations.NullMarked;
