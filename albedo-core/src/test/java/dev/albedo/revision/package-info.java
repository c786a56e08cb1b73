/** Tests of the revision graph. */
@NullMarked
package dev.albedo.revision;

import org.jspecify.annotations.NullMarked;
