/** Everything the processor says, in one place, and how it gets to the line it is about. */
@NullMarked
package dev.albedo.processor.report;

import org.jspecify.annotations.NullMarked;
