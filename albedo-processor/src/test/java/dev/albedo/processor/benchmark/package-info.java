/** Programs that measure; no tests. Each says in its comment how it is run. */
@NullMarked
package dev.albedo.processor.benchmark;

import org.jspecify.annotations.NullMarked;
