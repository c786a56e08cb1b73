/**
 * Plans that are safe on tables with rows, and skeletons for changes that a person must complete.
 *
 * <p>Below: {@code rows} (the values of existing rows before and after a change) and {@code loss} (data that a change deletes,
 * and what the reader of a migration is told about it).
 */
@NullMarked
package dev.albedo.safety;

import org.jspecify.annotations.NullMarked;
