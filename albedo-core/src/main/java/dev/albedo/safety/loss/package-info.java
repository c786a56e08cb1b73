/**
 * The data that a change deletes or alters in silence, and whether a migration is ready to be applied.
 */
@NullMarked
package dev.albedo.safety.loss;

import org.jspecify.annotations.NullMarked;
