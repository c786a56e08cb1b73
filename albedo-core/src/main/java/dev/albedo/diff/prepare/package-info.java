/**
 * Two schemas made comparable before the differ runs: names for unnamed objects, attributes that nobody states, and objects
 * that belong neither to the model nor to the migrations.
 *
 * <p>{@link dev.albedo.diff.prepare.UnmanagedObjects} puts an unmanaged object beside the model, so that it is no difference.
 * Taking it out of the side of the database instead would hide names that are taken and columns that are used.
 */
@NullMarked
package dev.albedo.diff.prepare;

import org.jspecify.annotations.NullMarked;
