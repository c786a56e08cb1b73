/**
 * What the goals do, without Maven: each is a plain class that is given what it needs and says what it did to a
 * {@link dev.albedo.maven.goal.Console}. The mojos hold parameters and one call.
 */
@NullMarked
package dev.albedo.maven.goal;

import org.jspecify.annotations.NullMarked;
