/**
 * Runs inside the compiler: records what belongs to the model and which migrations there are, has the user's own
 * Hibernate read the model, and writes all of it below {@code META-INF/albedo} of the class output.
 */
@NullMarked
package dev.albedo.processor;

import org.jspecify.annotations.NullMarked;
