/** The model's schema as text, stable byte for byte, and back. */
@NullMarked
package dev.albedo.snapshot;

import org.jspecify.annotations.NullMarked;
