/**
 * What a user's source names: {@link dev.albedo.Revision}, {@link dev.albedo.Migration} and {@link dev.albedo.Operations}.
 *
 * <p>The module has no dependency at run time, because applications compile against it and carry it.
 */
@NullMarked
package dev.albedo;

import org.jspecify.annotations.NullMarked;
